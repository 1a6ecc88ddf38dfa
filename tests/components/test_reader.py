"""What the reader and the inspector are given for the hand-made record."""

from dataclasses import asdict

import pytest

from components.evidence import card
from components.reader.document import document
from components.reader.marks import MarkId, marks_of
from components.reader.strip import strip
from framing.paragraphs import contents
from tests.components import article


def blocks():
    return document(article.analysis())["blocks"]


def test_a_contested_claim_says_by_whom_and_with_which_words():
    (note,) = [note for block in blocks() for note in block.get("notes", [])]
    assert (note["lead"], note["quote"], note["id"]) == (
        "✗ Denied by Veria",
        "denied the accusation",
        "contest-0",
    )


def test_paragraphs_left_out_are_folded_with_their_reason():
    assert blocks()[1] == {
        "folded": [{"paragraph": 1, "text": article.SENTENCES[1][0], "reason": "asks for money"}]
    }


def test_the_headline_has_no_strip():
    assert blocks()[0]["strip"] == []


def test_the_strip_tells_tone_certainty_and_stance_in_words():
    record = article.analysis()
    held = contents(record)
    labels = {number: [glyph.label for glyph in strip(record, held[number])] for number in (2, 3, 4)}
    assert labels == {
        2: ["neutral tone", "possible, 2 hedges"],
        3: ["negative tone", "certain", "Oskar opposes Veria", "1 claim contested, 1 denial or doubt"],
        4: ["tone: not sure", "probable"],
    }


def test_a_reading_below_its_threshold_is_tagged():
    tags = {mark["id"]: mark["tag"] for mark in document(article.analysis())["marks"]}
    assert (tags["claim-1"], tags["claim-2"], tags["contest-1"]) == ("X", "C?", "D?")


def test_the_card_of_a_contested_claim_names_everything_it_rests_on():
    found = card(article.analysis(), MarkId("claim", 1))
    facts = {fact.name: (fact.value, fact.quote) for fact in found.facts}
    assert (found.label, found.title, found.subtitle) == (
        "Contested claim",
        "Lena Brandt",
        "speaks for Oskar",
    )
    assert found.quote == "Veria had “shelled the pier” in March"
    assert facts["Act"] == ("accuse", "said")
    assert facts["Certainty"] == ("certain", "")
    assert [(link.id, link.lead, link.quote) for link in found.links] == [
        ("contest-0", "✗ Denied by Veria", "denied the accusation")
    ]
    assert [(proof.by, proof.value) for proof in found.proofs] == [
        ("attribution/verb", 1.0),
        ("source head", 0.91),
    ]
    assert [(reading.name, reading.unsure) for reading in found.readings] == [("Stance toward Veria", False)]


def test_a_card_marks_holder_cue_and_content_in_the_sentence():
    found = card(article.analysis(), MarkId("claim", 1))
    assert [(text, role) for text, role in found.sentence if role] == [
        ("Oskar's minister Lena Brandt", "holder"),
        ("said", "cue"),
        ("Veria had “shelled the pier” in March", "body"),
    ]


def test_a_denial_without_a_claim_says_so():
    facts = card(article.analysis(), MarkId("contest", 1)).facts
    assert "not stated in this article" in [fact.value for fact in facts]


@pytest.mark.parametrize("record", [article.analysis(), article.hostile()], ids=["plain", "hostile"])
def test_every_link_of_every_card_leads_to_a_mark(record):
    marks = [mark.id for mark in marks_of(record)]
    marks += [MarkId("paragraph", paragraph.id) for paragraph in record.paragraphs]
    known = {str(mark) for mark in marks}
    for mark in marks:
        found = card(record, mark)
        assert {link.id for link in found.links} <= known
        assert asdict(found)["title"]


def test_quotations_are_words_of_the_article():
    record = article.analysis()
    for mark in marks_of(record):
        found = card(record, mark.id)
        quotes = [found.quote, *(fact.quote for fact in found.facts), *(link.quote for link in found.links)]
        assert all(part in article.TEXT for quote in quotes for part in quote.split(" … "))
