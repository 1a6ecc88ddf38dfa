"""Paragraphs about a person, in a file that lost its commas."""

import csv

import pytest

from framing.types import Tone
from training.datasets import persent
from training.errors import TrainingError

COLUMNS = ["DOCUMENT_INDEX", "TITLE", "TARGET_ENTITY", "DOCUMENT", "MASKED_DOCUMENT", "TRUE_SENTIMENT"]


def row(paragraphs, labels, person="Ada Field", index="7"):
    filled = [*labels, *[""] * (12 - len(labels))]
    return [index, "A title", person, "\n".join(paragraphs), "", "Neutral", *filled]


def read(tmp_path, *rows):
    path = tmp_path / "articles.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        # The columns of two digits must not be sorted as words.
        writer.writerow([*COLUMNS, *(f"Paragraph{number}" for number in range(12))])
        writer.writerows(rows)
    return persent.read(path)


def test_paragraphs_that_name_the_person_are_read(tmp_path):
    paragraphs = ["Ada Field won. Field smiled.", " The rest  Fields and all  lost.", "Nobody blamed Field"]
    first, last = read(tmp_path, row(paragraphs, ["Positive", "Neutral", "Negative"]))
    (praised,), (blamed,) = first.targets, last.targets
    assert [span.of(first.text) for span in praised.mentions] == ["Ada Field", "Field"]
    assert [span.of(last.text) for span in blamed.mentions] == ["Field"]
    assert (praised.label, blamed.label) == (Tone.POSITIVE, Tone.NEGATIVE)
    assert (first.document, last.document) == ("7", "7")


def test_labels_are_taken_in_the_order_of_their_numbers(tmp_path):
    paragraphs = [f"Field ran lap {number}." for number in range(11)]
    labels = [*["Neutral"] * 2, "Negative", *["Neutral"] * 7, "Positive"]
    tones = [example.targets[0].label for example in read(tmp_path, row(paragraphs, labels))]
    assert (tones[2], tones[10]) == (Tone.NEGATIVE, Tone.POSITIVE)


def test_documents_with_another_count_of_labels_are_left_out(tmp_path):
    assert read(tmp_path, row(["Field won.", "Field lost."], ["Positive"])) == ()


def test_long_paragraphs_are_left_out(tmp_path):
    fits = " ".join(["Field", *["ran"] * (persent.MOST_WORDS - 1)])
    examples = read(tmp_path, row([fits, f"{fits} on"], ["Neutral", "Neutral"]))
    assert [example.text for example in examples] == [fits]


@pytest.mark.parametrize("person", ["-- Ada Field", "Ada Field's", "Field"])
def test_a_name_is_cleaned(tmp_path, person):
    (example,) = read(tmp_path, row(["So Field won."], ["Positive"], person=person))
    assert example.targets[0].mentions[0].of(example.text) == "Field"


@pytest.mark.parametrize(
    ("published", "padded", "text"),
    [
        ("Field  a doctor  paid $1 500 in 2006  then left.", False, "Field, a doctor, paid $1,500 in 2006, then left."),
        ('"We are late " Field said. "Go  all of you!"', False, '"We are late," Field said. "Go, all of you!"'),
        ("“We are late ” she said.", False, "“We are late,” she said."),
        ("At noon  Field  met  his  sister  who left.", True, "At noon Field met his sister, who left."),
        ("A doctor   Field  left   she said  .", True, "A doctor, Field left, she said."),
        ("The critics of  Field \u2019s plan  and of Fields \u2019 too", True,
         "The critics of Field’s plan, and of Fields’ too"),
        ("It\u00e2\u0080\u0099s Caf\u00c3\u00a9 \u00c2 \u00d6", False, "It’s Café \u00c2 \u00d6"),
    ],
)  # fmt: skip
def test_lost_letters_are_put_back(published, padded, text):
    assert persent.written(published, padded=padded) == text


@pytest.mark.parametrize(
    ("document", "padded"),
    [
        ("They saw  his  car.", True),
        ("They saw  Ada Field  leave.", True),
        ("They saw  Field 's car.", True),
        ("The driver  Field said  had left.", False),
    ],
)
def test_blanks_around_mentions_are_noticed(document, padded):
    assert persent.is_padded(document, "Ada Field") is padded


def test_another_label_is_refused_by_its_document(tmp_path):
    good = row(["Field won."], ["Positive"])
    with pytest.raises(TrainingError, match=r"articles\.csv, document 2: .*Rosy"):
        read(tmp_path, good, row(["Field won."], ["Rosy"]))


def test_another_header_is_refused(tmp_path):
    path = tmp_path / "articles.csv"
    path.write_text("DOCUMENT,TARGET_ENTITY,DOCUMENT_INDEX\nField won.,Field,1\n", encoding="utf-8")
    with pytest.raises(TrainingError, match="no column Paragraph0"):
        persent.read(path)
