"""Two articles side by side, on texts that the real engine reads: what is reported, what is not, and the laws."""

from dataclasses import replace
from functools import cache
from itertools import pairwise

import pytest

from benchmarks.pairs import BLIND, DEVELOPMENT, Pair, Score, judge, precision, written
from framing.compare import compare, mirrored
from framing.comparing.types import Kind, Presence
from framing.types import Analysis, Span
from models.meaning import load_meaning
from tests.builders import analysis
from tests.framing.engine import read

SIDES = frozenset({"first", "second"})
OPENING = "KAMPALA - The lake rose by two metres in April, Uganda's water ministry said on Monday."
DENIAL = "The dam's owner, Nile Power, denied the accusation."
ACCUSED = "Fishermen accused Nile Power of closing the sluices."


def article(*sentences: str, headline: str = "Lake Victoria rises by two metres") -> Analysis:
    return read("\n\n".join((headline, *sentences)) + "\n")


def told(first: str, second: str, kind: Kind) -> list[tuple[str, str]]:
    """The values of the reported differences of one kind between two articles that share their opening."""
    found = compare(article(OPENING, first), article(OPENING, second))
    return [(one.first.value, one.second.value) for one in found.differences if one.kind is kind]


@cache
def meaning():
    return load_meaning()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "The sluices were closed, said Mary Akello, a fisherwoman.",
            "The sluices may have been closed, said Mary Akello.",
        ),
        (
            "Engineer Paul Okot said the gate had failed.",
            "The gate probably failed, according to Paul Okot, an engineer.",
        ),
    ],
)
def test_what_one_asserts_and_the_other_hedges(first, second):
    assert told(first, second, Kind.HEDGE) == [("asserts", "hedges")]
    assert told(second, first, Kind.HEDGE) == [("hedges", "asserts")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The gate may have failed, said Paul Okot.", "Paul Okot said the gate might have failed."),
        ("About 300 boats were lost, said Paul Okot.", "Paul Okot said 300 boats had been lost."),
        ("Paul Okot said the gate had failed.", "The gate failed, Paul Okot told reporters."),
    ],
)
def test_a_rephrasing_changes_nothing(first, second):
    found = compare(article(OPENING, first), article(OPENING, second))
    assert found.differences == ()
    assert len(found.claims) == 2


def test_what_is_stated_as_fact_is_no_hedge():
    hedged, plain = "The rise may have been caused by heavy rain.", "The rise was caused by heavy rain."
    assert told(hedged, plain, Kind.HEDGE) == [("hedges", "asserts")]
    assert told(hedged, "Eleven boats were lost in the storm.", Kind.HEDGE) == []


@pytest.mark.parametrize(
    ("cue", "value"),
    [("claimed", "distancing claim"), ("admitted", "endorsing admit"), ("warned", "neutral warn")],
)
def test_a_verb_that_does_something_else(cue, value):
    verbs = told("Paul Okot said the gate had failed.", f"Paul Okot {cue} that the gate had failed.", Kind.REPORTING)
    assert verbs == [("neutral say", value)]


@pytest.mark.parametrize("cue", ["noted", "added", "told reporters", "explained"])
def test_a_verb_that_does_the_same(cue):
    said = "Paul Okot said the gate had failed."
    assert told(said, f"Paul Okot {cue} that the gate had failed.", Kind.REPORTING) == []


def test_a_denial_that_one_drops():
    found = compare(article(OPENING, f"{ACCUSED} {DENIAL}"), article(OPENING, ACCUSED))
    (only,) = found.differences
    assert (only.kind, only.first.value, only.second.value) == (Kind.CONTEST, "denies", "")
    assert only.second.words == ()
    assert only.second.claim is not None  # the claim that goes uncontested there
    kept = compare(
        article(OPENING, f"{ACCUSED} {DENIAL}"), article(OPENING, f"{ACCUSED} Nile Power rejected the charge.")
    )
    assert kept.differences == ()


def test_who_speaks_in_one_and_keeps_silent_in_the_other():
    speaks = "Mary Akello, who heads Nile Power, said the sluices were open."
    assert told(speaks, "Mary Akello did not respond to questions.", Kind.VOICE) == [(Presence.SPEAKS, Presence.SILENT)]
    assert told(speaks, "Eleven boats were lost in the storm.", Kind.VOICE) == [(Presence.SPEAKS, Presence.ABSENT)]
    assert told(speaks, "The sluices were open, according to Mary Akello of Nile Power.", Kind.VOICE) == []


def test_articles_on_two_events_differ_in_nothing():
    other = article("MADRID - Bakers in Spain said on Friday that bread would be dearer.", headline="Bread gets dearer")
    found = compare(article(OPENING, f"{ACCUSED} {DENIAL}"), other)
    assert (found.claims, found.differences) == ((), ())
    assert [lone.claim for lone in found.only_second] == [claim.id for claim in other.claims]


def test_wire_text_is_found_in_one_run_and_nothing_else():
    wire = (
        "The lake has risen three times since 2020. Eleven villages on its shore have moved to higher ground this year."
    )
    first = article(OPENING, ACCUSED, wire)
    second = article(
        wire.replace("this year", "since"),
        "Paul Okot said the gate had failed because of the heavy rain.",
        headline="Lake Victoria floods villages",
    )
    (passage,) = compare(first, second).passages
    assert [second.sentences[at].start for at in passage.second] == sorted(
        second.sentences[at].start for at in passage.second
    )
    assert len(passage.first) == 2
    assert passage.scores[0] == 1
    assert 0.8 <= passage.scores[1] < 1


def test_meaning_finds_a_claim_in_other_words():
    first = article(OPENING, "The motor broke down shortly after departure, said Paul Okot.")
    second = article(OPENING, "Paul Okot said the engine had failed minutes after they left.")
    assert len(compare(first, second).claims) == 1
    assert len(compare(first, second, meaning=meaning()).claims) == 2


def test_tone_is_counted_on_both_sides():
    one = analysis()
    (tone, *_) = compare(one, one).tones
    assert tone.first == tone.second
    assert sum(share.count for share in tone.first) == tone.first[0].n
    assert all(share.low <= share.count / share.n <= share.high for share in tone.first)
    assert not tone.apart


def test_empty_records_have_nothing_to_compare():
    empty = replace(analysis(), sentences=(), actors=(), claims=(), hedges=(), contests=(), silences=())
    empty = replace(empty, tones=replace(empty.tones, actors=()))
    assert compare(empty, empty).differences == ()
    found = compare(article(OPENING), empty)
    assert (found.claims, found.differences, found.passages) == ((), (), ())


# Laws


@pytest.mark.parametrize("pair", written(DEVELOPMENT), ids=lambda pair: pair.name)
def test_laws(pair):
    first, second = read(pair.first), read(pair.second)
    found = compare(first, second)
    assert compare(second, first) == mirrored(found)
    assert mirrored(mirrored(found)) == found == compare(first, second)
    for one in found.differences:
        for place, record in ((one.first, first), (one.second, second)):
            assert all(0 <= span.start < span.end <= len(record.article.text) for span in place.words)
            assert all(at < len(record.sentences) for at in place.sentences)
            assert list(place.words) == sorted(place.words)
        assert one.first.words or one.second.words
        assert one.first.value != one.second.value
    for side in ("first", "second"):
        paired = [getattr(one, side) for one in found.claims]
        lone = [one.claim for one in getattr(found, f"only_{side}")]
        record = first if side == "first" else second
        assert sorted(paired + lone) == [claim.id for claim in record.claims]
    for run in found.passages:
        assert len(run.first) == len(run.second) == len(run.scores)
        assert all(b == a + 1 for line in (run.first, run.second) for a, b in pairwise(line))


@pytest.mark.parametrize("pair", written(DEVELOPMENT), ids=lambda pair: pair.name)
def test_an_article_beside_itself_differs_in_nothing(pair):
    one = read(pair.first)
    found = compare(one, one)
    assert (found.differences, found.only_first, found.only_second) == ((), (), ())
    assert all(same.first == same.second for same in (*found.actors, *found.claims))


def test_a_record_with_a_correction_can_be_compared_with_the_one_without():
    one = analysis()
    other = replace(one, edits=())
    assert compare(one, other) == mirrored(compare(other, one))


# The pairs


@pytest.mark.parametrize("pair", [*written(DEVELOPMENT), *written(BLIND)], ids=lambda pair: pair.name)
def test_planted_words_stand_once_in_their_article(pair):
    for row in pair.differences:
        assert Kind(row["kind"])
        assert {*row} & SIDES
        for side in {*row} & SIDES:
            assert getattr(pair, side).count(row[side]) == 1


def test_thirty_pairs_have_planted_differences():
    planted = [pair for folder in (DEVELOPMENT, BLIND) for pair in written(folder) if pair.differences]
    assert len(planted) == 30
    assert all(2 <= len(pair.differences) <= 4 for pair in planted)


def test_the_measure_counts_what_is_wrong():
    plain, other = article(OPENING, f"{ACCUSED} {DENIAL}"), article(OPENING, ACCUSED)
    found, score, wrong = compare(plain, other), Score(), Score()
    rows = ({"kind": "contest", "first": "denied the accusation"}, {"kind": "hedge", "first": "two metres"})
    judge(plain, other, found, Pair("right and missed", "", "", rows), score)
    judge(plain, other, found, Pair("extra", "", "", ()), score)
    assert (score.total.hit, score.total.extra, score.total.missed) == (1, 1, 1)
    assert precision(score.total) == score.total.rate == score.figure("precision") == 0.5
    judge(plain, other, found, Pair("elsewhere", "", "", ({"kind": "contest", "first": "KAMPALA"},)), wrong)
    assert (wrong.total.hit, wrong.unread[Kind.CONTEST]) == (0, 1)


def test_spans_of_a_difference_quote_the_words():
    first = article(OPENING, f"{ACCUSED} {DENIAL}")
    (only,) = compare(first, article(OPENING, ACCUSED)).differences
    assert [span.of(first.article.text) for span in only.first.words] == ["denied"]
    assert isinstance(only.first.words[0], Span)
