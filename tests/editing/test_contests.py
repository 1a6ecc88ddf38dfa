"""Contests that are added and removed, and those that make no sense."""

import json
from dataclasses import replace

import pytest

from framing.edits import AddContest, RemoveContest, actor_words, apply, claim_words, contest_words
from framing.errors import EditError
from framing.naming import contester_name
from framing.types import Analysis, ContestKind, Span
from tests.builders import (
    COULD_FAIL,
    DAM_IS_OLD,
    DAM_IS_SAFE,
    DENIAL,
    LAKELAND,
    MOSS,
    NORVIA,
    PORT_LAKE,
    TASMAR,
    analysis,
    span,
)


@pytest.fixture
def record() -> Analysis:
    return replace(analysis(), edits=())


def added(record: Analysis, **changes: object) -> AddContest:
    """Tasmar doubts that the dam is old."""
    contest = AddContest(
        evidence=span("the dam was safe"),
        kind=ContestKind.DOUBTS,
        by=actor_words(record, TASMAR),
        claim=claim_words(record, DAM_IS_OLD),
    )
    return replace(contest, **changes)


def test_an_added_contest_is_against_whoever_holds_the_claim(record):
    changed = apply(record, added(record, about=span("the claim")))
    _, contest = changed.contests
    assert (contest.by, contest.against, contest.claim, contest.sentence) == (TASMAR, MOSS, DAM_IS_OLD, DENIAL)
    assert (contest.score, contest.unsure, contest.counter) == (1.0, False, None)
    assert [proof.by for proof in contest.proof] == ["analyst"]
    assert changed.claims[DAM_IS_OLD].contested
    assert json.loads(changed.edits[0].machine) is None
    assert json.loads(changed.edits[0].analyst) == {
        "by": "Tasmar",
        "kind": "doubts",
        "evidence": "the dam was safe",
        "claim": "Lakeland believed the dam was old",
    }


def test_a_contest_may_have_a_position_that_the_text_does_not_state(record):
    changed = apply(record, added(record, claim=None, against=actor_words(record, NORVIA)))
    assert (changed.contests[1].claim, changed.contests[1].against) == (None, NORVIA)


def test_the_article_contests_by_its_own_verdict(record):
    changed = apply(record, added(record, by=None))
    assert contester_name(changed, changed.contests[1]) == "the article"


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"claim": claim_words(analysis(), DAM_IS_SAFE)}, "nobody contests a claim or position of their own"),
        ({"claim": None, "against": actor_words(analysis(), TASMAR)}, "nobody contests"),
        ({"by": actor_words(analysis(), PORT_LAKE)}, "Port Lake is a place"),
        ({"claim": None, "against": actor_words(analysis(), PORT_LAKE)}, "Port Lake is a place"),
        ({"evidence": span("declined to comment")}, "is a silence, which contests nothing"),
        ({"evidence": span("newsletter")}, "stands in no sentence that is read"),
        ({"evidence": Span(-3, 2)}, "are no words of this text"),
        ({"about": Span(10**6, 10**6 + 1)}, "are no words of this text"),
    ],
)
def test_a_contest_that_contradicts_the_record_is_refused(record, changes, message):
    with pytest.raises(EditError, match=message):
        apply(record, added(record, **changes))


def test_the_same_contest_is_not_added_twice(record):
    with pytest.raises(EditError, match="has this contest already"):
        apply(apply(record, added(record)), added(record))


def test_a_removed_contest_leaves_its_claim_uncontested(record):
    changed = apply(record, RemoveContest(contest_words(record, 0)))
    assert changed.contests == ()
    assert not changed.claims[COULD_FAIL].contested
    assert json.loads(changed.edits[0].machine)["claim"] == "could fail … not soon"
    with pytest.raises(EditError, match="no longer has a contest “denied the claim”"):
        apply(changed, RemoveContest(contest_words(record, 0)))


def test_one_of_two_contests_with_the_same_words_is_removed(record):
    both = apply(record, added(record, evidence=span("denied the claim")))
    left = apply(both, RemoveContest(contest_words(both, 1)))
    assert [(contest.by, contest.claim) for contest in left.contests] == [(TASMAR, COULD_FAIL)]
    assert left.claims[COULD_FAIL].holder == LAKELAND
