"""Criticism of a named country is read as the speaker's stance, or as a tone."""

import csv

import pytest

from framing.types import Stance, Tone
from training.datasets import unscon
from training.errors import TrainingError

COLUMNS = ["file_id", "sentence_text", "A0", "A2", "A3", "A4", "B1", "B2", "B3", "country"]


def row(text, *, evaluation=("_", "_", "_"), response=("_", "_", "_"), speaker="France"):
    kind, target, slug = evaluation
    return ["speech.txt", text, kind, target, "_", slug, *response, speaker]


def against(slug, kind="Direct_NegEval", target="Country"):
    return (kind, target, slug)


def read(tmp_path, *rows):
    path = tmp_path / "sentences.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(COLUMNS)
        writer.writerows(rows)
    return unscon.read(path)


def stances(example):
    return [(answer.source.of(example.text), answer.target.of(example.text)) for answer in example.stances]


def targets(example):
    return [(answer.mentions[0].of(example.text), answer.label) for answer in example.targets]


@pytest.mark.parametrize("kind", ["Direct_NegEval", "Indirect_NegEval"])
def test_a_speaker_who_says_we_opposes_the_country(tmp_path, kind):
    text = "Today we do n't accept  what the Russian Federation told us .  "
    (example,) = read(tmp_path, row(text, evaluation=against("russian_federation", kind)))
    assert example.text == "Today we don't accept what the Russian Federation told us."
    assert stances(example) == [("we", "Russian Federation")]
    assert {answer.label for answer in example.stances} == {Stance.OPPOSES}
    assert (example.targets, example.document) == ((), "speech.txt")


def test_without_the_speaker_the_tone_is_negative(tmp_path):
    (example,) = read(tmp_path, row("Egypt broke its word .", evaluation=against("egypt")))
    assert (targets(example), example.stances) == ([("Egypt", Tone.NEGATIVE)], ())


def test_a_challenge_opposes_and_a_correction_does_not(tmp_path):
    challenge = row("We ask Ukraine why .", response=("Challenge", "Country", "ukraine"))
    correction = row("We correct Ukraine here .", response=("Correction", "Country", "ukraine"))
    (example,) = read(tmp_path, challenge, correction)
    assert stances(example) == [("We", "Ukraine")]


def test_both_columns_may_name_a_country(tmp_path):
    text = "We blame Kyiv , and what does Washington say ?"
    response = ("Challenge", "Country", "united_states_of_america")
    (example,) = read(tmp_path, row(text, evaluation=against("ukraine"), response=response))
    assert stances(example) == [("We", "Kyiv"), ("We", "Washington")]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Russian tanks crossed ; Russia denies it .", "Russia"),
        ("Agents in Russia helped the Russian army .", "Russian"),
        ("Pro - Russian groups obey Russian orders .", "Russian"),
        ("The fault lies in Moscow .", "Moscow"),
    ],
)
def test_the_country_is_taken_where_it_acts(tmp_path, text, word):
    (example,) = read(tmp_path, row(text, evaluation=against("russian_federation")))
    (found,) = example.targets
    assert found.mentions[0].of(example.text) == word
    assert example.text[found.mentions[0].start - 1 : found.mentions[0].start] in {"", " "}


def test_the_speaker_column_is_not_trusted(tmp_path):
    (example,) = read(tmp_path, row("Egypt failed .", evaluation=against("egypt"), speaker="Egypt"))
    assert targets(example) == [("Egypt", Tone.NEGATIVE)]


@pytest.mark.parametrize(
    "left_out",
    [
        row("We thank Egypt for its help ."),
        row("They shelled the town .", evaluation=against("egypt")),
        row("We failed Egypt .", evaluation=against("egypt", target="UNSC")),
        row("We failed Egypt .", evaluation=against("-NONE-")),
        row("Pro - Russian groups hold it .", evaluation=against("russian_federation")),
    ],
)
def test_sentences_that_blame_no_named_country_are_left_out(tmp_path, left_out):
    assert read(tmp_path, left_out) == ()


def test_a_repeated_sentence_counts_once(tmp_path):
    again = row("Egypt broke its word .", evaluation=against("egypt"))
    assert len(read(tmp_path, again, again)) == 1


@pytest.mark.parametrize(
    "wrong",
    [
        row("We blame Egypt .", evaluation=against("egypt", kind="Praise")),
        row("We blame Egypt .", response=("Praise", "Country", "egypt")),
        ["speech.txt", "We blame Egypt ."],
    ],
)
def test_another_form_is_refused_by_its_row(tmp_path, wrong):
    with pytest.raises(TrainingError, match=r"sentences\.csv, row 3"):
        read(tmp_path, row("We thank Egypt ."), wrong)
