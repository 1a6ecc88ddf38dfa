"""What keeps a denial and what drops it, on records that differ in one thing each."""

from dataclasses import replace
from datetime import date

import pytest

from corpus.dropped import Fate, denials, fate_places
from corpus.filters import EVERYTHING, Filter
from corpus.index import write_index
from corpus.store import open_corpus
from corpus.stories import stories, tellings
from corpus.types import Role, Share
from framing.types import Factuality
from samples.planned import STORIES, Planned
from samples.planted import record
from samples.records import write_records

FIRST = date(2024, 5, 6)
DENIED = Planned("first", "A", FIRST, 0, False, False, True, False, "neutral", "neutral", 0)
SILENT = replace(DENIED, id="second", outlet="B", day=date(2024, 5, 7), denied=False, filler=1)


def plain(found):
    return found


def untied(found):
    """The reader saw the denial and could not tell of which claim."""
    contests = tuple(replace(contest, claim=None) for contest in found.contests)
    return replace(found, contests=contests, claims=tuple(replace(one, contested=False) for one in found.claims))


def untied_from_another(found):
    """A denial that is against somebody else."""
    loose = untied(found)
    return replace(loose, contests=tuple(replace(one, against=one.by) for one in loose.contests))


def negative(found):
    """The claim is told as not so."""
    return replace(found, claims=tuple(replace(one, factuality=Factuality.CERTAINLY_NOT) for one in found.claims))


def unsure(found):
    return replace(found, contests=tuple(replace(contest, unsure=True) for contest in found.contests))


CASES = {
    "keeps the denial": (replace(SILENT, denied=True), plain, Fate.KEPT),
    "says nothing of it": (SILENT, plain, Fate.DROPPED),
    "hedges, and says nothing of it": (replace(SILENT, hedged=True), plain, Fate.DROPPED),
    "on the same day": (replace(SILENT, day=FIRST), plain, Fate.EARLIER),
    "the day before": (replace(SILENT, day=date(2024, 5, 5)), plain, Fate.EARLIER),
    "no day": (replace(SILENT, day=None), plain, Fate.UNDATED),
    "no day, with the denial": (replace(SILENT, day=None, denied=True), plain, Fate.KEPT),
    "tells only the denial": (SILENT, negative, Fate.KEPT),
    "a denial tied to no claim": (replace(SILENT, denied=True), untied, Fate.KEPT),
    "a denial of somebody else's": (replace(SILENT, denied=True), untied_from_another, Fate.DROPPED),
    "a denial that is not sure": (replace(SILENT, denied=True), unsure, Fate.DROPPED),
}


@pytest.fixture(params=CASES, name="told")
def _told(request, tmp_path):
    second, change, fate = CASES[request.param]
    write_records([(0, record(DENIED)), (1, change(record(second)))], tmp_path, input_="x")
    write_index(tmp_path)
    return open_corpus(tmp_path), fate


def test_the_fate_of_a_denial(told):
    corpus, wanted = told
    (row,) = denials(corpus, EVERYTHING)
    fates = {place.article.key.row: fate for fate in Fate for place in fate_places(corpus, EVERYTHING, row, fate)}
    assert fates == {0: Fate.KEPT, 1: wanted}
    assert row.dropped == Share(wanted is Fate.DROPPED, 1 + (wanted in {Fate.KEPT, Fate.DROPPED}))
    assert (row.since, row.holder, row.dropped.small) == (FIRST, STORIES[0].holder, True)


def test_a_filter_does_not_make_a_denial_unknown(told):
    corpus, wanted = told
    (row,) = denials(corpus, Filter(outlets=("B",)))
    assert row.since == FIRST
    assert row.dropped == Share(wanted is Fate.DROPPED, wanted in {Fate.KEPT, Fate.DROPPED})


def test_a_denial_that_is_not_sure_counts_when_asked_for(tmp_path):
    write_records([(0, record(DENIED)), (1, unsure(record(replace(SILENT, denied=True))))], tmp_path, input_="x")
    write_index(tmp_path)
    (row,) = denials(open_corpus(tmp_path), EVERYTHING, unsure=True)
    assert row.dropped == Share(0, 2)


def test_what_nobody_denies_is_no_row(tmp_path):
    records = [(0, record(SILENT)), (1, record(replace(SILENT, id="third", filler=2)))]
    write_records(records, tmp_path, input_="x")
    write_index(tmp_path)
    corpus = open_corpus(tmp_path)
    assert len(stories(corpus, EVERYTHING)) == 1
    assert denials(corpus, EVERYTHING) == ()


def test_assertion_and_denial_of_two_articles_open_side_by_side(tmp_path):
    write_records([(0, record(SILENT)), (1, negative(record(replace(SILENT, filler=3))))], tmp_path, input_="x")
    write_index(tmp_path)
    corpus = open_corpus(tmp_path)
    (story,) = stories(corpus, EVERYTHING)
    told = {one.place.article.key.row: one.role for one in tellings(corpus, EVERYTHING, story.id)}
    assert told == {0: Role.ASSERTED, 1: Role.DENIED}
