"""What the reader and the inspector are given for the hand-made record."""

from dataclasses import asdict, replace

import pytest

from components.evidence import card
from components.reader.document import document
from components.reader.strip import strip
from framing.marks import MarkId, marks_of
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
    assert blocks()[1] == {"folded": [{"paragraph": 1, "text": article.SENTENCES[1][0], "reason": "asks for money"}]}


def test_the_headline_has_no_strip():
    assert blocks()[0]["strip"] == []


def test_the_strip_tells_tone_certainty_and_stance_in_words():
    record = article.analysis()
    held = contents(record)
    labels = {number: [glyph.label for glyph in strip(record, held[number])] for number in (2, 3, 4)}
    assert labels == {
        2: ["neutral tone", "possible, 2 hedges"],
        3: ["negative tone", "certain", "Oskar opposing Veria", "1 claim contested, 1 denial or doubt"],
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
        "speaking for Oskar",
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
    assert [(reading.name, reading.unsure) for reading in found.readings] == [
        ("Stance toward Veria", False),
        ("Tone toward Veria", False),
    ]


def test_a_card_says_where_the_link_of_a_contest_is_not_sure():
    record = article.analysis()
    doubtful = tuple(replace(contest, unsure=True) for contest in record.contests)
    assert card(replace(record, contests=doubtful), MarkId("claim", 1)).links[0].lead == "✗ Denied by Veria (not sure)"


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


def test_both_ends_of_a_dispute_lead_to_each_other():
    """The claim's paragraph names who contests it; one further on that contests it names the claim."""
    record = article.analysis()
    elsewhere = replace(record.contests[1], claim=1)
    page = document(replace(record, contests=(record.contests[0], elsewhere)))
    assert page["links"] == [["claim-1", "contest-0"], ["claim-1", "contest-1"]]
    notes = {
        block["paragraph"]: [note["id"] for note in block["notes"]] for block in page["blocks"] if "pieces" in block
    }
    assert notes[3] == ["contest-0", "contest-1"]
    assert notes[4] == ["claim-1"]


def test_names_of_actors_are_drawn_on_demand():
    page = document(article.analysis())
    pieces = [piece for block in page["blocks"] for piece in block.get("pieces", ())]
    named = {piece["text"]: page["names"][piece["name"]] for piece in pieces if piece["name"] is not None}
    assert named["Lena Brandt"] == "Lena Brandt, person, speaking for Oskar"
    assert named["Oskar"] == "Oskar, state"


def test_the_legend_keeps_what_is_not_sure_apart():
    legend = {entry["kind"]: (entry["sure"], entry["unsure"]) for entry in document(article.analysis())["legend"]}
    assert legend == {"claim": (3, 1), "contested": (1, 0), "contest": (1, 1), "silence": (1, 0), "hedge": (2, 0)}


@pytest.mark.parametrize("record", [article.analysis(), article.hostile()], ids=["plain", "hostile"])
def test_every_quotation_of_a_card_knows_its_place(record):
    for mark in marks_of(record):
        found = card(record, mark.id)
        quotations = [(found.quote, found.places), *((fact.quote, fact.places) for fact in found.facts)]
        quotations += [(proof.words, proof.places) for proof in found.proofs]
        for quote, places in quotations:
            assert quote == " … ".join(in_the_browser(record, place) for place in places)


def in_the_browser(record, place) -> str:
    """What JavaScript cuts from the paragraph, counting UTF-16 units."""
    paragraph = record.paragraphs[place.paragraph]
    units = record.article.text[paragraph.start : paragraph.end].encode("utf-16-le")
    return units[2 * place.start : 2 * place.end].decode("utf-16-le")


def test_a_card_names_the_rule_and_what_was_measured_of_its_heads():
    scores = {"attribution": (("polnear_dev macro-F1", 0.81), ("polnear_dev ECE", 0.03)), "hedge": ()}
    found = card(article.analysis(), MarkId("claim", 1), scores)
    assert ("Found by", "attribution/verb") in [(fact.name, fact.value) for fact in found.facts]
    assert [(item.head, item.figures) for item in found.measured] == [("attribution", "macro-F1 0.81 (polnear_dev)")]
    assert card(article.analysis(), MarkId("hedge", 0), scores).measured == ()
