"""What charts count: all that the record holds, each in the group and with the sentences that it stands in."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing import tallies
from framing.grouping import OTHERS, Counting, Level, wilson
from framing.tallies import FORM, NAMED, SPEAKS, UNANSWERED, VERB
from framing.types import (
    Contest,
    ContestKind,
)
from tests import builders
from tests.components import article
from tests.framing.counted import RECORDS, allegations, crowd, framed, held

COUNTS = (
    tallies.voice,
    tallies.certainty,
    tallies.tone,
    tallies.stance,
    tallies.contests,
    tallies.frames,
    tallies.course,
)
COUNTINGS = [*(Counting(level, unsure) for level in Level for unsure in (False, True)), Counting(rows=2)]
every_counting = pytest.mark.parametrize("counting", COUNTINGS, ids=str)
every_count = pytest.mark.parametrize("count", COUNTS, ids=lambda count: count.__name__)


every_record = pytest.mark.parametrize("record", RECORDS.values(), ids=RECORDS.keys())


@every_record
@every_counting
@every_count
def test_everything_the_record_holds_is_counted_once(count, counting, record):
    assert sum(tally.count for tally in count(record, counting)) == held(record, counting)[count.__name__]


@every_record
@every_counting
@every_count
def test_a_group_is_as_large_as_its_marks_and_each_mark_has_its_sentences(count, counting, record):
    found = count(record, counting)
    assert len({(tally.actor, tally.part, tally.label) for tally in found}) == len(found)
    for tally in found:
        assert tally.sentences
        assert list(tally.sentences) == sorted(set(tally.sentences))
        assert tally.sentences[-1] < len(record.sentences)
        assert tally.side in ("", *tally.sides)
        if count not in (tallies.frames, tallies.voice):
            assert len(tally.sentences) <= tally.count <= tally.n


@pytest.mark.parametrize("count", [tallies.certainty, tallies.tone, tallies.stance, tallies.contests])
def test_the_marks_of_a_group_add_up_to_it(count):
    for record in RECORDS.values():
        found = count(record, Counting(unsure=True))
        for tally in found:
            group = [other for other in found if (other.actor, other.part) == (tally.actor, tally.part)]
            assert sum(other.count for other in group) == tally.n


@every_count
def test_few_rows_count_the_rest_together(count):
    for record in RECORDS.values():
        found = count(record, Counting(rows=3))
        names = list(dict.fromkeys(tally.actor for tally in found))
        assert len(names) <= 3
        assert sum(name.endswith(OTHERS) for name in names) <= 1


def test_the_busiest_stay_by_themselves():
    found = tallies.stance(crowd(), Counting(rows=3))
    assert {tally.actor for tally in found} == {"State 9", "State 8", f"8{OTHERS}"}
    (together,) = [tally for tally in found if tally.actor == tally.part == f"8{OTHERS}"]
    assert together.side == ""
    assert len(together.sides) > 2


def test_persons_count_for_their_side_or_for_themselves():
    record = article.analysis()
    by_side = {tally.actor: tally.n for tally in tallies.certainty(record, Counting())}
    by_actor = {tally.actor: tally.n for tally in tallies.certainty(record, Counting(Level.ACTOR))}
    assert by_side == {"Daily Post": 1, "Oskar": 3}
    assert by_actor == {"Daily Post": 1, "Lena Brandt": 3}
    assert {tally.side for tally in tallies.certainty(record, Counting(Level.ACTOR))} == {"Daily Post", "Oskar"}


def test_words_count_by_their_form_and_by_their_verb():
    found = {
        (t.part, t.label): (t.count, t.n, t.sentences)
        for t in tallies.voice(article.analysis(), Counting())
        if t.actor == "Oskar"
    }
    assert found == {
        (FORM, "mixed"): (7, 3, (2,)),
        (FORM, "indirect"): (8, 3, (6,)),
        (VERB, "neutral"): (15, 3, (2, 6)),
    }


def test_joint_holders_each_count_the_claim():
    found = {(t.actor, t.label): t.sentences for t in tallies.certainty(builders.analysis(), Counting())}
    assert found["Lakeland", "possible"] == found["Norvia", "possible"] == (builders.JOINT,)
    assert found["the article", "certain"] == (builders.OWN_VOICE,)


def test_a_contest_counts_where_it_stands_under_whoever_is_contested():
    (tally,) = tallies.contests(builders.analysis(), Counting())
    assert (tally.actor, tally.part, tally.label) == ("Lakeland", "Tasmar", "denies")
    assert (tally.sentences, tally.sides) == ((builders.DENIAL,), ("Lakeland", "Tasmar"))


def test_a_contest_of_nothing_that_is_stated_counts_under_its_opponent():
    record = article.analysis()
    doubt = Contest(
        0, 6, None, None, None, None, article.VERIA, ContestKind.DOUBTS, record.contests[1].evidence, 1.0, False, ()
    )
    (tally,) = tallies.contests(replace(record, contests=(doubt,)), Counting())
    assert (tally.actor, tally.part, tally.label) == ("Veria", "unnamed", "doubts")


def test_an_unanswered_allegation_counts_under_its_holder():
    (tally,) = tallies.contests(allegations(), Counting())
    assert (tally.actor, tally.part, tally.label, tally.sentences) == ("Oskar", "Veria", UNANSWERED, (2,))


def test_a_frame_opens_all_sentences_of_its_paragraphs():
    found = {(t.actor, t.label): (t.count, t.n, t.sentences) for t in tallies.frames(framed(), Counting())}
    assert found["Veria", "conflict"] == (2, 3, (0, 2, 3))
    assert found["the union", "economic"] == (1, 1, (4, 5, 6))


def test_frames_of_paragraphs_that_name_nobody_are_kept():
    record = replace(framed(), actors=())
    assert {tally.actor for tally in tallies.frames(record, Counting())} == {tallies.NOBODY}


def test_along_the_article_a_group_is_the_whole_article():
    found = {(t.actor, t.label, t.part): (t.count, t.n) for t in tallies.course(article.analysis(), Counting())}
    assert found["Oskar", SPEAKS, "4"] == (2, 3)
    assert found["Veria", NAMED, "3"] == (2, 5)


def test_wilson_is_known_for_eight_of_ten():
    assert wilson(8, 10) == pytest.approx((0.4902, 0.9433), abs=1e-4)
    assert wilson(0, 0) == (0.0, 1.0)


@given(st.integers(0, 500), st.integers(1, 500))
def test_an_interval_holds_its_share_and_narrows_with_more_readings(count, n):
    count = min(count, n)
    low, high = wilson(count, n)
    assert 0 <= low <= count / n + 1e-9
    assert count / n - 1e-9 <= high <= 1
    wide, narrow = high - low, wilson(4 * count, 4 * n)
    assert narrow[1] - narrow[0] < wide
