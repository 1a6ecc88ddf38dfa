"""What becomes of a claim that is accepted, rejected, given to another holder, or made more or less certain."""

import json
from dataclasses import replace

import pytest

from framing.edits import (
    AcceptClaim,
    ActorWords,
    AddContest,
    ChangeFactuality,
    ChangeHedged,
    ChangeHolder,
    ClaimWords,
    RejectClaim,
    actor_words,
    apply,
    claim_words,
)
from framing.errors import EditError
from framing.types import (
    Act,
    ActorTone,
    Analysis,
    Claim,
    ContestKind,
    Factuality,
    HedgeOwner,
    Proof,
    Span,
    Stance,
    StanceReading,
    Tone,
    Voice,
)
from tests.builders import (
    COULD_FAIL,
    DAM_IS_OLD,
    DAM_IS_SAFE,
    LAKELAND,
    LAKELAND_BELIEVES,
    MOSS,
    NESTED,
    NORVIA,
    PORT_LAKE,
    TASMAR,
    WORK_TAKES,
    analysis,
    shares,
    span,
)


@pytest.fixture
def record() -> Analysis:
    return replace(analysis(), edits=())


def claims_of(record: Analysis, words: str) -> list[Claim]:
    """The claims that begin with these words."""
    return [claim for claim in record.claims if record.article.text[claim.content[0].start :].startswith(words)]


def values(record: Analysis) -> tuple[object, object]:
    edit = record.edits[-1]
    return json.loads(edit.machine), json.loads(edit.analyst)


# Accepting


def test_an_accepted_claim_is_sure_and_says_who_decided(record):
    unsure = replace(record, claims=(replace(record.claims[0], unsure=True), *record.claims[1:]))
    claim = apply(unsure, AcceptClaim(claim_words(unsure, 0))).claims[0]
    assert not claim.unsure
    assert claim.proof[-1] == Proof("analyst", claim.content[0].start, claim.content[0].end)
    assert claim.proof[:-1] == record.claims[0].proof


def test_accepting_twice_leaves_one_proof_and_two_edits(record):
    once = apply(record, AcceptClaim(claim_words(record, 0)))
    twice = apply(once, AcceptClaim(claim_words(once, 0)))
    assert twice.claims == once.claims
    assert len(twice.edits) == 2


# Rejecting


def test_a_rejected_claim_leaves_its_contest_without_a_claim_and_its_hedge_to_the_joint_holder(record):
    left = apply(record, RejectClaim(claim_words(record, COULD_FAIL)))
    assert [left.actors[claim.holder].name for claim in claims_of(left, "could fail")] == ["Norvia"]
    (joint,) = claims_of(left, "could fail")
    assert joint.group is None  # nobody holds it together with Norvia
    assert left.hedges[0].claim == joint.id
    assert left.contests[0].claim is None
    assert left.contests[0].against == LAKELAND
    assert left.contests[0].counter == claims_of(left, "the dam was safe")[0].id
    assert left.silences[0].claim is None


def test_the_edit_of_a_rejected_claim_says_what_the_machine_had(record):
    machine, analyst = values(apply(record, RejectClaim(claim_words(record, COULD_FAIL))))
    assert machine == {
        "holder": "Lakeland",
        "content": "could fail … not soon",
        "act": "claim",
        "factuality": "PS+",
        "hedged": True,
        "unsure": False,
    }
    assert analyst is None


def test_what_stood_inside_a_rejected_claim_stands_inside_the_one_around_it(record):
    left = apply(record, RejectClaim(claim_words(record, DAM_IS_OLD)))
    (inner,) = claims_of(left, "the dam was old")
    assert inner.parent is None
    kept = apply(record, RejectClaim(claim_words(record, COULD_FAIL)))
    (inner,) = claims_of(kept, "the dam was old")
    assert kept.claims[inner.parent].content == record.claims[DAM_IS_OLD].content


def test_a_claim_is_rejected_once(record):
    """The joint holder's claim has the same words and is not taken for it."""
    operation = RejectClaim(claim_words(record, COULD_FAIL))
    with pytest.raises(EditError, match="no longer has a claim “could fail … not soon”"):
        apply(apply(record, operation), operation)


def test_a_rejected_counter_is_no_counter(record):
    left = apply(record, RejectClaim(claim_words(record, DAM_IS_SAFE)))
    assert left.contests[0].counter is None
    assert left.claims[left.contests[0].claim].contested


# Another holder


def test_another_holder_is_contested_in_the_place_of_the_first(record):
    changed = apply(record, ChangeHolder(claim_words(record, COULD_FAIL), actor_words(record, MOSS)))
    claim = changed.claims[changed.contests[0].claim]
    assert changed.actors[claim.holder].name == "Ada Moss"
    assert changed.contests[0].against == claim.holder
    assert claim.holder_span == record.claims[COULD_FAIL].holder_span
    assert values(changed) == ({"holder": "Lakeland"}, {"holder": "Ada Moss"})


def test_the_machine_s_value_stays_the_machine_s_when_a_field_is_corrected_again(record):
    once = apply(record, ChangeHolder(claim_words(record, DAM_IS_OLD), actor_words(record, NORVIA)))
    twice = apply(once, ChangeHolder(claim_words(once, DAM_IS_OLD), actor_words(once, TASMAR)))
    assert values(twice) == ({"holder": "Ada Moss"}, {"holder": "Tasmar"})
    gone = apply(twice, RejectClaim(claim_words(twice, DAM_IS_OLD)))
    assert values(gone)[0]["holder"] == "Ada Moss"


def test_a_counter_that_another_side_holds_counters_nothing(record):
    changed = apply(record, ChangeHolder(claim_words(record, DAM_IS_SAFE), actor_words(record, NORVIA)))
    assert changed.contests[0].counter is None


@pytest.mark.parametrize(
    ("claim", "holder", "message"),
    [
        (COULD_FAIL, NORVIA, "Norvia holds “could fail … not soon” already"),
        (COULD_FAIL, TASMAR, "this claim is contested by Tasmar; remove that contest first"),
        (DAM_IS_OLD, PORT_LAKE, "Port Lake is a place"),
        (DAM_IS_SAFE, None, "would be plain news"),
    ],
)
def test_a_holder_that_contradicts_the_record_is_refused(record, claim, holder, message):
    address = actor_words(record, holder) if holder is not None else None
    with pytest.raises(EditError, match=message):
        apply(record, ChangeHolder(claim_words(record, claim), address))


def test_the_article_takes_a_hedged_claim_over_with_its_hedges(record):
    changed = apply(record, ChangeHolder(claim_words(record, COULD_FAIL), None))
    claim = next(c for c in claims_of(changed, "could fail") if c.voice is Voice.AUTHOR)
    assert (claim.holder, claim.holder_span, claim.cue, claim.group) == (None, None, (), None)
    assert changed.hedges[0].owner is HedgeOwner.AUTHOR
    assert changed.contests[0].against is None


def test_an_actor_takes_the_article_s_words_over(record):
    changed = apply(record, ChangeHolder(claim_words(record, WORK_TAKES), actor_words(record, MOSS)))
    (claim,) = claims_of(changed, "The work may take")
    assert (claim.voice, claim.act) == (Voice.INDIRECT, Act.SAY)
    assert {h.owner for h in changed.hedges if h.claim == claim.id} == {HedgeOwner.HOLDER}


@pytest.fixture
def heard(record) -> Analysis:
    """Ada Moss speaks of Lakeland; a tone and a stance were read in her words."""
    place = span("Lakeland", "Lakeland believed")
    tone = ActorTone(
        LAKELAND, place, NESTED, MOSS, Tone.NEUTRAL, shares(negative=0.2, neutral=0.6, positive=0.2), False
    )
    stance = StanceReading(
        MOSS, LAKELAND, NESTED, Stance.OPPOSES, place, shares(supports=0.1, neutral=0.2, opposes=0.7), False
    )
    tones = replace(record.tones, actors=(tone, *record.tones.actors))
    return replace(record, tones=tones, stances=(stance, *record.stances))


def test_readings_in_the_claim_s_voice_follow_it(heard):
    changed = apply(heard, ChangeHolder(claim_words(heard, DAM_IS_OLD), actor_words(heard, NORVIA)))
    assert [(tone.actor, tone.holder) for tone in changed.tones.actors] == [(LAKELAND, NORVIA), (TASMAR, None)]
    assert [(row.holder, row.target) for row in changed.stances] == [(NORVIA, LAKELAND), (TASMAR, LAKELAND)]


def test_nobody_has_a_position_toward_their_own_side(heard):
    changed = apply(heard, ChangeHolder(claim_words(heard, DAM_IS_OLD), actor_words(heard, LAKELAND)))
    assert [row.holder for row in changed.stances] == [TASMAR]


def test_readings_of_words_that_are_nobody_s_claim_are_gone(heard):
    """In the article's voice the network was not asked about them."""
    gone = apply(heard, RejectClaim(claim_words(heard, DAM_IS_OLD)))
    assert [(tone.actor, tone.holder) for tone in gone.tones.actors] == [(TASMAR, None)]
    assert [row.holder for row in gone.stances] == [TASMAR]


def test_readings_of_another_claim_stay(heard):
    changed = apply(heard, ChangeHolder(claim_words(heard, LAKELAND_BELIEVES), actor_words(heard, NORVIA)))
    assert changed.tones == heard.tones
    assert changed.stances == heard.stances


# Certainty


def test_a_factuality_decides_with_the_hedges_whether_a_claim_is_hedged(record):
    probable = apply(record, ChangeFactuality(claim_words(record, DAM_IS_SAFE), Factuality.PROBABLE))
    assert claims_of(probable, "the dam was safe")[0].hedged
    assert values(probable) == ({"factuality": "CT+", "hedged": False}, {"factuality": "PR+", "hedged": True})
    certain = apply(record, ChangeFactuality(claim_words(record, COULD_FAIL), Factuality.CERTAIN))
    assert certain.claims[0].hedged  # "could" still lowers it


@pytest.mark.parametrize(
    ("factuality", "certain"), [("PS+", "CT+"), ("PR-", "CT-"), ("PS-", "CT-"), ("UU", "CT+"), ("CT-", "CT-")]
)
def test_not_hedged_is_certain_of_the_same_and_without_hedges(record, factuality, certain):
    before = apply(record, ChangeFactuality(claim_words(record, COULD_FAIL), Factuality(factuality)))
    after = apply(before, ChangeHedged(claim_words(before, COULD_FAIL), False))
    assert (after.claims[0].factuality, after.claims[0].hedged) == (certain, False)
    assert after.hedges[0].claim is None
    assert values(after)[0] == {"factuality": "PS+", "hedged": True}  # what the machine had
    again = apply(after, ChangeHedged(claim_words(after, COULD_FAIL), True))
    assert again.hedges[0].claim == 0
    assert (again.claims[0].factuality, again.claims[0].hedged) == (certain, True)


def test_hedged_without_a_hedge_is_probable(record):
    changed = apply(record, ChangeHedged(claim_words(record, DAM_IS_SAFE), True))
    assert claims_of(changed, "the dam was safe")[0].factuality is Factuality.PROBABLE


def test_the_article_s_own_words_are_no_claim_once_they_are_plain(record):
    plain = apply(record, ChangeHedged(claim_words(record, WORK_TAKES), False))
    assert claims_of(plain, "The work may take") == []
    contest = AddContest(
        span("denied"), ContestKind.DENIES, actor_words(record, TASMAR), claim_words(record, WORK_TAKES)
    )
    contested = apply(record, contest)
    plain = apply(contested, ChangeHedged(claim_words(contested, WORK_TAKES), False))
    assert claims_of(plain, "The work may take")[0].contested


def test_words_that_never_stood_are_refused(record):
    nowhere = ClaimWords((Span(0, 4),), (), None)
    for operation in (AcceptClaim(nowhere), RejectClaim(nowhere), ChangeHedged(nowhere, True)):
        with pytest.raises(EditError, match="no longer has a claim “Lake”"):
            apply(record, operation)
    with pytest.raises(EditError, match="no longer has an actor 'Nobody'"):
        apply(record, ChangeHolder(claim_words(record, 0), ActorWords("Nobody", Span(0, 3))))
