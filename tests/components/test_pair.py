"""What the two-article view is given for two hand-made records: laws of every list, and what each says."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from components.pair.document import document
from components.pair.entries import VIEWS
from components.pair.types import EntryKind
from framing.comparing.roles import Role, role
from tests.components import article, twin

DIFFERENCES, ACTORS, BOTH, ONE = VIEWS


def listed(view: str, laid=None):
    found = laid or twin.laid()
    return document(found, view, tuple(VIEWS[view](found)))


def entry(view: str, lead: str):
    return next(item for item in listed(view)["entries"] if item["lead"].startswith(lead))


def pieces(page, side: int):
    return [piece for block in page["articles"][side]["blocks"] for piece in block["pieces"]]


def marked(page, side: int, number: int, how: str = "entries") -> str:
    return "|".join(piece["text"] for piece in pieces(page, side) if number in piece[how])


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize(
    "laid", [twin.laid(), twin.laid(twin.analysis(), article.analysis()), twin.laid(article.hostile())]
)
def test_pieces_together_are_the_paragraphs_that_are_read(view, laid):
    page = listed(view, laid)
    for side, analysis in enumerate((laid.first, laid.second)):
        told = ["".join(piece["text"] for piece in block["pieces"]) for block in page["articles"][side]["blocks"]]
        assert told == [analysis.article.text[p.start : p.end] for p in analysis.paragraphs if p.included]


@pytest.mark.parametrize("view", VIEWS)
def test_every_entry_is_marked_in_each_text_or_says_that_it_is_not_there(view):
    page = listed(view)
    assert page["entries"]
    for number, item in enumerate(page["entries"]):
        assert item["id"] == str(number)
        for side in (0, 1):
            assert bool(marked(page, side, number)) == item["sides"][side]["here"]
            assert bool(marked(page, side, number, "near")) == bool(item["sides"][side]["near"])
            assert sum(number in piece["begins"] for piece in pieces(page, side)) == item["sides"][side]["here"]
    json.dumps(page, allow_nan=False)


def test_a_dropped_denial_says_where_it_would_be():
    item = entry(DIFFERENCES, "Veria: denied the accusation")
    assert (item["kind"], item["tag"][0]) == ("contest", "D")
    here, there = item["sides"]
    assert (here["value"], here["quote"]) == ("denies", "denied the accusation")
    assert (there["value"], there["here"]) == ("not told", False)
    assert "claimed Veria had" in there["near"]


def test_a_dropped_hedge_and_a_changed_verb():
    hedge = entry(DIFFERENCES, "Daily Post: Veria may reopen")
    assert [side["value"] for side in hedge["sides"]] == ["hedged", "asserted"]
    verb = entry(DIFFERENCES, "Lena Brandt: Veria had")
    assert [side["value"] for side in verb["sides"]] == ["“said”", "“claimed”, keeps a distance"]
    assert verb["sides"][1]["quote"].startswith("claimed Veria had")


def test_the_counts_are_those_of_the_list():
    page = listed(DIFFERENCES)
    counts = {item["kind"]: item["count"] for item in page["legend"]}
    assert counts == {"hedge": 1, "contest": 2, "reporting": 1}
    assert listed(ACTORS)["legend"] == []


def test_a_difference_that_the_record_is_not_sure_of_says_so():
    record = article.analysis()
    claims = tuple(replace(claim, unsure=claim.id == 1) for claim in record.claims)
    page = listed(DIFFERENCES, twin.laid(replace(record, claims=claims)))
    values = [item["sides"][0]["value"] for item in page["entries"] if item["kind"] == "reporting"]
    assert values == ["“said”, not sure"]


def test_an_actor_has_its_counts_and_the_tone_of_few_readings_is_open():
    item = entry(ACTORS, "Veria")
    assert [side["value"] for side in item["sides"]] == [
        "5 mentions · 0 claims · 1 denial or doubt · 1 silence",
        "1 mention · 0 claims",
    ]
    author, others = item["tones"]
    assert author["by"] == "by the author"
    assert [(one["count"], one["n"], one["open"]) for one in author["first"]] == [(1, 3, False)] * 3
    assert all(one["open"] and one["n"] == 1 for one in others["first"])


def test_an_actor_of_one_article_is_missing_in_the_other():
    record = twin.analysis()
    alone = twin.laid(article.analysis(), replace(record, actors=record.actors[:-1], claims=()))
    (item,) = [one for one in listed(ACTORS, alone)["entries"] if one["lead"] == "the union"]
    assert item["sides"][1]["value"] == "not in this article"


def test_claims_of_one_article_alone_stand_on_its_side():
    record = twin.analysis()
    gone = twin.laid(article.analysis(), replace(record, claims=record.claims[:2]))
    sides = [(item["sides"][0]["here"], item["sides"][1]["here"]) for item in listed(ONE, gone)["entries"]]
    assert sides == [(True, False)] * 3
    turned = twin.laid(gone.second, gone.first)
    assert [(b, a) for a, b in sides] == [
        (item["sides"][0]["here"], item["sides"][1]["here"]) for item in listed(ONE, turned)["entries"]
    ]


def test_sentences_that_both_carry_are_grouped_and_counted():
    page = listed(DIFFERENCES)
    assert page["shared"].endswith("in both, almost word for word")
    for side in (0, 1):
        shared = {piece["shared"] for piece in pieces(page, side)} - {None}
        assert shared == set(range(len(page["passages"])))
    assert any("praised Brandt" in piece["text"] for piece in pieces(page, 0) if piece["shared"] is not None)


def test_two_events_have_no_difference():
    assert listed(DIFFERENCES, twin.laid(article.analysis(), article.bare("Calm.")))["entries"] == []


def test_the_id_tells_lists_and_comparisons_apart():
    pages = [listed(DIFFERENCES), listed(BOTH), listed(DIFFERENCES, twin.laid()._replace(key="other"))]
    assert len({page["id"] for page in pages}) == 3


def test_every_kind_of_entry_has_its_style():
    names = {kind.value for kind in EntryKind}
    css = (Path(__file__).parents[2] / "components/pair/pair.css").read_text(encoding="utf-8")
    assert all(f'[data-mark="{name}"] {{' in css or f'[data-mark="{name}"],' in css for name in names)


def test_a_role_counts_the_actor_alone():
    assert role(article.analysis(), article.VERIA) == Role(claims=0, contested=0, contests=1, silences=1, mentions=5)
    assert role(article.analysis(), article.BRANDT) == Role(claims=3, contested=1, contests=0, silences=0, mentions=3)
