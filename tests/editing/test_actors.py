"""Actors that are renamed, moved, merged and taken apart, and what refers to them."""

import json
from dataclasses import replace

import pytest

from framing.editing.settle import settle
from framing.edits import (
    ChangeHolder,
    MergeActors,
    MoveActor,
    RenameActor,
    SplitActor,
    actor_words,
    apply,
    claim_words,
)
from framing.errors import EditError
from framing.types import ActorKind, Analysis, Span
from tests.builders import (
    COULD_FAIL,
    DAM_IS_OLD,
    LAKELAND,
    LAKELAND_BELIEVES,
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


def values(record: Analysis) -> tuple[object, object]:
    edit = record.edits[-1]
    return json.loads(edit.machine), json.loads(edit.analyst)


def names(record: Analysis) -> list[str]:
    return [actor.name for actor in record.actors]


def sides(record: Analysis) -> dict[str, str | None]:
    return {a.name: record.actors[a.side].name if a.side is not None else None for a in record.actors}


# Names


def test_a_name_is_put_on_one_line(record):
    changed = apply(record, RenameActor(actor_words(record, MOSS), " Ada\n Moss-Hill "))
    assert changed.actors[MOSS].name == "Ada Moss-Hill"
    assert values(changed) == ({"name": "Ada Moss"}, {"name": "Ada Moss-Hill"})
    again = apply(changed, RenameActor(actor_words(changed, MOSS), "A. Moss"))
    assert values(again) == ({"name": "Ada Moss"}, {"name": "A. Moss"})


@pytest.mark.parametrize("name", ["", " \n", "\u200b", "\ud800"])
def test_what_is_no_name_is_refused(record, name):
    with pytest.raises(EditError, match="is no name"):
        apply(record, RenameActor(actor_words(record, MOSS), name))


@pytest.mark.parametrize("name", ["Moss\u202eHill", "\u2067Moss", "Moss\x07"])
def test_a_name_that_steers_other_text_is_refused(record, name):
    with pytest.raises(EditError, match="steer the text"):
        apply(record, RenameActor(actor_words(record, MOSS), name))


@pytest.mark.parametrize("name", ["كريم שלום", "👩\u200d🔬", "<b>Moss</b>"])
def test_a_name_in_any_script_is_taken(record, name):
    assert apply(record, RenameActor(actor_words(record, MOSS), name)).actors[MOSS].name == name


def test_two_actors_are_not_given_one_name(record):
    lake, moss = actor_words(record, LAKELAND), actor_words(record, MOSS)
    with pytest.raises(EditError, match=r"Lakeland is the name of another actor; .* merge"):
        apply(record, RenameActor(moss, " Lakeland "))
    with pytest.raises(EditError, match="another actor"):
        apply(record, SplitActor(lake, (Span(0, 8),), "Ada Moss", ActorKind.PERSON))
    assert apply(record, RenameActor(moss, "Ada Moss")).actors[MOSS].name == "Ada Moss"


# Sides


def test_whoever_speaks_for_an_actor_moves_along(record):
    changed = apply(record, MoveActor(actor_words(record, LAKELAND), actor_words(record, NORVIA)))
    assert sides(changed) == {
        "Lakeland": "Norvia", "Norvia": "Norvia", "Ada Moss": "Norvia", "Port Lake": None, "Tasmar": "Tasmar"
    }  # fmt: skip
    assert values(changed) == ({"side": "Lakeland"}, {"side": "Norvia"})


def test_an_actor_may_speak_for_itself(record):
    changed = apply(record, MoveActor(actor_words(record, MOSS), None))
    assert sides(changed)["Ada Moss"] == "Ada Moss"


def test_the_side_of_a_member_is_the_side_that_it_speaks_for(record):
    changed = apply(record, MoveActor(actor_words(record, TASMAR), actor_words(record, MOSS)))
    assert sides(changed)["Tasmar"] == "Lakeland"


def test_positions_between_actors_of_one_side_are_gone(record):
    changed = apply(record, MoveActor(actor_words(record, TASMAR), actor_words(record, LAKELAND)))
    assert (changed.stances, changed.acts) == ((), ())
    kept = apply(record, MoveActor(actor_words(record, TASMAR), actor_words(record, NORVIA)))
    assert (len(kept.stances), len(kept.acts)) == (1, 1)


@pytest.mark.parametrize(
    ("actor", "side", "message"),
    [
        (LAKELAND, MOSS, "Ada Moss speaks for Lakeland, so not the other way round"),
        (PORT_LAKE, LAKELAND, "Port Lake is a place, which is on no side"),
        (TASMAR, PORT_LAKE, "Port Lake is a place, which holds no position"),
    ],
)
def test_a_side_that_contradicts_the_record_is_refused(record, actor, side, message):
    with pytest.raises(EditError, match=message):
        apply(record, MoveActor(actor_words(record, actor), actor_words(record, side)))


# Merging


def test_merged_actors_have_all_mentions_and_all_that_refers_to_either(record):
    changed = apply(record, MergeActors(actor_words(record, MOSS), actor_words(record, LAKELAND)))
    assert names(changed) == ["Ada Moss", "Norvia", "Port Lake", "Tasmar"]
    both = record.actors[MOSS].mentions + record.actors[LAKELAND].mentions
    assert changed.actors[0].mentions == tuple(sorted(both, key=lambda mention: mention.start))
    assert sides(changed)["Ada Moss"] == "Ada Moss"  # it spoke for the one that it is
    assert changed.contests[0].against == 0
    assert changed.stances[0].target == 0
    assert {changed.claims[n].holder for n in (COULD_FAIL, DAM_IS_OLD, LAKELAND_BELIEVES)} == {0}
    assert values(changed) == ({"actors": ["Ada Moss", "Lakeland"]}, {"actors": ["Ada Moss"]})


def test_what_two_said_together_one_said_once(record):
    changed = apply(record, MergeActors(actor_words(record, LAKELAND), actor_words(record, NORVIA)))
    assert len(changed.claims) == len(record.claims) - 1
    assert changed.claims[0].group is None
    assert changed.contests[0].claim == changed.hedges[0].claim == 0


def test_a_place_merges_into_whom_it_stands_for(record):
    changed = apply(record, MergeActors(actor_words(record, LAKELAND), actor_words(record, PORT_LAKE)))
    assert "Port Lake" not in names(changed)
    with pytest.raises(EditError, match=r"Port Lake is a place, .* keep Lakeland instead"):
        apply(record, MergeActors(actor_words(record, PORT_LAKE), actor_words(record, LAKELAND)))


def test_an_actor_does_not_merge_with_itself_or_with_whom_it_contests(record):
    with pytest.raises(EditError, match="Moss is one actor already"):
        apply(record, MergeActors(actor_words(record, MOSS), actor_words(record, MOSS)))
    with pytest.raises(EditError, match=r"Tasmar contests what the other holds .* remove that contest first"):
        apply(record, MergeActors(actor_words(record, LAKELAND), actor_words(record, TASMAR)))


def test_the_words_of_a_merged_actor_still_find_it(record):
    merged = apply(record, MergeActors(actor_words(record, LAKELAND), actor_words(record, NORVIA)))
    changed = apply(merged, RenameActor(actor_words(record, NORVIA), "the allies"))
    assert names(changed)[0] == "the allies"


# Splitting


def split(record: Analysis, *mentions: Span, **changes: object) -> SplitActor:
    operation = SplitActor(actor_words(record, LAKELAND), mentions, "Lakeland's council", ActorKind.ORGANISATION)
    return replace(operation, **changes)


def test_what_rests_on_the_words_alone_goes_with_them(record):
    believed = span("Lakeland", "Lakeland believed")
    changed = apply(record, split(record, believed, side=actor_words(record, LAKELAND)))
    council = names(changed).index("Lakeland's council")
    assert [changed.claims[n].holder for n in (COULD_FAIL, LAKELAND_BELIEVES)] == [LAKELAND, council]
    assert changed.contests[0].against == LAKELAND
    assert changed.stances[0].target == LAKELAND
    assert sides(changed)["Lakeland's council"] == "Lakeland"
    assert len(changed.actors[LAKELAND].mentions) == 2
    assert values(changed)[1] == {"actors": ["Lakeland", "Lakeland's council"], "mentions": ["Lakeland"]}


def test_whoever_contests_the_claim_contests_its_new_holder(record):
    claimed = span("Lakeland", "Lakeland and Norvia claimed")
    changed = apply(record, split(record, claimed))
    council = names(changed).index("Lakeland's council")
    assert changed.claims[changed.contests[0].claim].holder == changed.contests[0].against == council
    assert sides(changed)["Lakeland's council"] == "Lakeland's council"


def test_split_and_merged_again_the_record_is_the_machine_s(record):
    parted = apply(record, split(record, span("Lakeland", "Lakeland believed")))
    council = names(parted).index("Lakeland's council")
    joined = apply(parted, MergeActors(actor_words(parted, LAKELAND), actor_words(parted, council)))
    assert replace(joined, edits=()) == record


@pytest.mark.parametrize(
    ("mentions", "changes", "message"),
    [
        ((), {}, "do not all name Lakeland; choose from its 3 mentions"),
        ((Span(0, 3),), {}, "do not all name Lakeland"),
        (tuple(Span(m.start, m.end) for m in analysis().actors[0].mentions), {}, "rename it instead"),
        (
            (span("Lakeland", "Lakeland believed"),),
            {"kind": ActorKind.PLACE},
            "holds a claim, contests or keeps silent here, which a place cannot",
        ),
    ],
)
def test_a_split_that_contradicts_the_record_is_refused(record, mentions, changes, message):
    with pytest.raises(EditError, match=message):
        apply(record, split(record, *mentions, **changes))


def test_a_place_is_split_off_where_it_says_nothing(record):
    changed = apply(record, split(record, span("Lakeland"), kind=ActorKind.PLACE))
    assert changed.actors[0].kind is ActorKind.PLACE
    assert changed.actors[0].side is None


# A side that the text never names


def test_a_side_that_nobody_speaks_for_any_more_leaves_the_record(record):
    unnamed = replace(record.actors[LAKELAND], mentions=())
    claims = tuple(c for c in record.claims if c.holder != LAKELAND)
    bare = settle(
        replace(record, actors=(unnamed, *record.actors[1:]), claims=claims, contests=(), stances=(), acts=())
    )
    assert bare.actors[-1].name == "Lakeland"
    moss = names(bare).index("Ada Moss")
    changed = apply(bare, MoveActor(actor_words(bare, moss), None))
    assert "Lakeland" not in names(changed)
    back = ChangeHolder(claim_words(bare, 0), actor_words(bare, len(bare.actors) - 1))
    assert apply(bare, back).claims[0].holder == len(bare.actors) - 1
