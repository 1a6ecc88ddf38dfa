"""Two readings of one sentence: what counts as agreement, and what as a difference."""

import copy

import pytest

from benchmarks.agreement import agreement, compare
from benchmarks.ledger import Score

READING = {
    "text": "Norway said the pipe was safe. Sweden denied that. Finland may vote.",
    "actors": [
        {"name": "Norway", "side": "Norway", "mentions": ["Norway"]},
        {"name": "Sweden", "side": "Sweden", "mentions": ["Sweden"]},
    ],
    "claims": [
        {"id": "c1", "voice": "indirect", "side": "Norway", "content": ["the pipe was safe"], "hedged": False,
         "factuality": "CT+"},
    ],
    "contests": [{"claim": "c1", "side": "Sweden", "evidence": "denied", "kind": "denies"}],
    "hedges": [{"cue": "may", "in": "may vote", "kind": "possible"}],
}  # fmt: skip


def compared(second):
    score = Score()
    compare(READING, second, score, "x")
    return {name: score.figure(name) for name in score.counts}


def test_the_same_reading_under_other_names_agrees_in_all():
    other = copy.deepcopy(READING)
    other["actors"][0] |= {"name": "Kingdom of Norway", "side": "Kingdom of Norway"}
    other["claims"][0] |= {"id": "k9", "side": "Kingdom of Norway"}
    other["contests"][0]["claim"] = "k9"
    assert set(compared(other).values()) == {1.0}


@pytest.mark.parametrize(
    ("table", "change", "measure"),
    [
        ("claims", {"side": "Sweden"}, "holder's side"),
        ("claims", {"hedged": True}, "hedged or not"),
        ("claims", {"content": ["pipe"]}, "claims F1"),
        ("contests", {"claim": ""}, "contest links F1"),
        ("contests", {"side": "Norway"}, "contest links F1"),
        ("contests", {"kind": "doubts"}, "contest kind"),
        ("hedges", {"kind": "planned"}, "hedge kind"),
    ],
)
def test_one_difference_lowers_its_own_figure(table, change, measure):
    other = copy.deepcopy(READING)
    other[table][0] |= change
    assert compared(other)[measure] < 1.0


def test_two_texts_are_not_compared():
    with pytest.raises(ValueError, match="another text"):
        compared(READING | {"text": "Another."})


def test_a_third_of_the_gold_was_read_twice():
    score = agreement()
    claims = score.counts["claims F1"]
    assert claims.hit + claims.missed >= 170
    assert score.figure("contest links F1") > 0.8
