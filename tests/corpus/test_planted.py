"""The tables give what is planted exactly: trends, dropped denials, reprints; each mark opens what it counts."""

from collections import Counter
from datetime import date

import pytest
from click.testing import CliRunner

from corpus import coverage, dropped, framing, stances, stories
from corpus.filters import EVERYTHING, Filter
from corpus.store import IndexState
from corpus.types import Key, Page, Role, Share, Window
from framing.naming import ARTICLE_VOICE
from framing.tallies import AUTHOR
from samples.make_corpus import ARTICLES
from samples.make_corpus import main as make_corpus
from samples.planned import BEGIN, OUTLETS, STORIES, SUPPORTED, TARGET, WIRE
from samples.planned import plan as planned_by
from tests.corpus import truth

ALL = Page(limit=10_000)
MONTHLY = framing.Counting(window=Window.MONTH)
FIRST_MONTH = (BEGIN, date(2024, 1, 31))
FILTERS = {
    "everything": (EVERYTHING, bool),
    "two outlets": (Filter(outlets=(OUTLETS[0].name, WIRE)), lambda one: one.outlet in {OUTLETS[0].name, WIRE}),
    "no outlet": (Filter(outlets=(None,)), lambda one: one.outlet is None),
    "a month": (Filter(since=FIRST_MONTH[0], until=FIRST_MONTH[1]), lambda one: one.day is not None and FIRST_MONTH[0] <= one.day <= FIRST_MONTH[1]),
    "words": (Filter(text="CRACKED dam"), lambda one: one.story == 1 and not one.other),
    "an actor": (Filter(actors=("Ecuador",)), lambda one: one.story == 2),
    "all at once": (
        Filter(outlets=(OUTLETS[1].name,), since=BEGIN, actors=("Ecuador", "Bolivia"), text="two ferries"),
        lambda one: one.outlet == OUTLETS[1].name and one.day is not None and one.day >= BEGIN and one.story == 2,
    ),
}  # fmt: skip


@pytest.fixture(params=FILTERS, name="case")
def _case(request, planned):
    asked, passes = FILTERS[request.param]
    chosen = [one for one in planned if passes(one)]
    assert chosen
    return asked, chosen, truth.first_of(chosen)


def shares(counts, groups):
    """Each count with the size of its group, groups being keys without their label."""
    sizes = Counter()
    for key, count in counts.items():
        sizes[groups(key)] += count
    return {key: Share(count, sizes[groups(key)]) for key, count in counts.items()}


def test_the_index_is_of_these_results(corpus):
    assert corpus.index is IndexState.CURRENT


def test_overview_and_coverage(corpus, case):
    asked, chosen, once = case
    found = coverage.overview(corpus, asked)
    assert (found.articles.all, found.articles.once) == (len(chosen), len(once))
    assert found.undated == sum(one.day is None for one in chosen)
    assert found.unsourced == sum(one.outlet is None for one in chosen)
    rows = coverage.coverage(corpus, asked)
    assert {(row.start, row.outlet): row.articles.all for row in rows} == truth.coverage(chosen)
    assert Counter({(row.start, row.outlet): row.articles.once for row in rows}) == truth.coverage(once)


def test_every_mark_of_coverage_opens_its_articles(corpus, planned, case):
    asked, _, _ = case
    for row in coverage.coverage(corpus, asked):
        opened = coverage.articles(corpus, asked, row, page=ALL)
        assert len(opened) == row.articles.all
        assert {planned[one.key.row].outlet for one in opened} == {row.outlet}
        assert {truth.week(planned[one.key.row].day) for one in opened} == {row.start}


def test_reprints_belong_to_whoever_had_the_text_first(corpus, planned):
    rows = {one.id: row for row, one in enumerate(planned)}
    opened = coverage.articles(corpus, EVERYTHING, page=ALL)
    first = {one.key.row: one.first.row for one in opened}
    assert first == {row: rows[one.wire] if one.wire else row for row, one in enumerate(planned)}


def test_tones(corpus, case):
    asked, chosen, once = case
    rows = framing.tones(corpus, asked, MONTHLY)
    assert {row.part for row in rows} == {AUTHOR}
    found = {(row.start, row.actor, row.outlet, row.label): row.share for row in rows}
    assert found == shares(truth.tones(chosen), lambda key: key[:3])
    counted = Counter({(row.start, row.actor, row.outlet, row.label): row.once.count for row in rows})
    assert counted == truth.tones(once)


def test_the_planted_trend_of_tone(corpus):
    """By twenty-eight days each, as it is planned, and not by months of the calendar."""
    for outlet in OUTLETS:
        for month, negative in enumerate(outlet.negative):
            since = date.fromordinal(BEGIN.toordinal() + 28 * month)
            asked = Filter((outlet.name,), since, date.fromordinal(since.toordinal() + 27))
            rows = {row.label: row for row in framing.tones(corpus, asked, framing.Counting(actors=(TARGET,)))}
            own = [row.once.count for label, row in rows.items() if label == "negative"]
            assert own == [negative]


def test_commitment(corpus, case):
    asked, chosen, once = case
    rows = [row for row in framing.told(corpus, asked, framing.Counting()) if row.part == framing.COMMITMENT]
    found = {(row.actor, row.outlet, row.label): row.share for row in rows}
    assert found == shares(truth.commitment(chosen), lambda key: key[:2])
    assert Counter({(row.actor, row.outlet, row.label): row.once.count for row in rows}) == truth.commitment(once)


def test_stances(corpus, case):
    asked, chosen, once = case
    rows = stances.network(corpus, asked, MONTHLY)
    assert ARTICLE_VOICE not in {row.holder for row in rows}
    found = {(row.start, row.holder, row.target, row.label): row.share for row in rows}
    assert found == shares(truth.stances(chosen), lambda key: key[:3])
    assert Counter({(r.start, r.holder, r.target, r.label): r.once.count for r in rows}) == truth.stances(once)


def test_marks_open_as_many_sentences_as_they_count(corpus, case):
    asked, _, _ = case
    for once in (False, True):
        for row in framing.tones(corpus, asked, MONTHLY):
            opened = framing.tone_places(corpus, asked, MONTHLY, row, once=once, page=ALL)
            assert len(opened) == (row.once if once else row.share).count
            assert all(TARGET in place.words and place.article.outlet == row.outlet for place in opened)
        for row in framing.told(corpus, asked, MONTHLY):
            opened = framing.told_places(corpus, asked, MONTHLY, row, once=once, page=ALL)
            assert len(opened) == (row.once if once else row.share).count
            assert all(place.words.startswith(row.actor) for place in opened)
        for row in stances.network(corpus, asked, MONTHLY):
            opened = stances.arrow_places(corpus, asked, MONTHLY, row, once=once, page=ALL)
            assert len(opened) == (row.once if once else row.share).count
            assert all(SUPPORTED in place.words for place in opened)


def test_pages_follow_each_other(corpus):
    whole = coverage.articles(corpus, EVERYTHING, page=ALL)
    pages = [coverage.articles(corpus, EVERYTHING, page=Page(20, start)) for start in range(0, len(whole), 20)]
    assert tuple(article for page in pages for article in page) == whole


def test_every_story_is_one_and_the_claim_beside_it_another(corpus, planned):
    found = stories.stories(corpus, EVERYTHING, page=ALL)
    told = [
        sorted(t.place.article.key.row for t in stories.tellings(corpus, EVERYTHING, s.id, page=ALL)) for s in found
    ]
    numbers = range(len(STORIES))
    wanted = [[row for row, one in enumerate(planned) if one.story == story] for story in numbers]
    wanted += [[row for row, one in enumerate(planned) if one.story == story and one.beside] for story in numbers]
    assert sorted(told) == sorted(wanted)


def test_tellings_say_how_the_claim_is_told_and_open_the_denial(corpus, planned):
    for story in stories.stories(corpus, EVERYTHING, page=ALL):
        told = stories.tellings(corpus, EVERYTHING, story.id, page=ALL)
        assert len(told) == story.articles.all
        assert sum(one.answer is not None for one in told) == story.contested.all
        assert [sum(one.role is role for one in told) for role in Role] == [story.asserted.all, story.hedged.all, 0]
        for one in told:
            assert one.content.split()[0].lower() in one.place.words.lower()
            assert one.answer is None or "denied the allegation" in one.answer.words


def by_story(denials):
    """Rows of a contested claim by the number of its story, told from its content."""
    numbers = {text.format(hedge=""): place for place, one in enumerate(STORIES) for text in (one.content, one.other)}
    return [(numbers[row.content.replace("reportedly ", "")], row) for row in denials]


def test_dropped_denials(corpus, case, planned):
    asked, chosen, once = case
    rows = by_story(dropped.denials(corpus, asked, page=ALL))
    assert sorted(story for story, _ in rows) == sorted({one.story for one in chosen})
    for story, row in rows:
        since = truth.denial_day(planned, story)
        wanted, wanted_once = truth.fates(chosen, story, since), truth.fates(once, story, since)
        assert row.since == since
        assert row.holder == STORIES[story].holder
        assert row.deniers == (STORIES[story].denier,)
        assert row.dropped == Share(wanted.dropped, wanted.dropped + wanted.kept)
        assert row.once == Share(wanted_once.dropped, wanted_once.dropped + wanted_once.kept)
        assert (row.earlier.all, row.undated.all) == (wanted.earlier, wanted.undated)


def test_dropped_denials_by_outlet(corpus, planned):
    rows = by_story(dropped.denials_by_outlet(corpus, EVERYTHING))
    for story, row in rows:
        told = [one for one in planned if one.outlet == row.outlet]
        wanted = truth.fates(told, story, truth.denial_day(planned, story))
        assert row.dropped == Share(wanted.dropped, wanted.dropped + wanted.kept)
        for fate, count in zip(
            dropped.Fate, (wanted.kept, wanted.dropped, wanted.earlier, wanted.undated), strict=True
        ):
            opened = dropped.fate_places(corpus, EVERYTHING, row, fate, by_outlet=True, page=ALL)
            assert len(opened) == count
            assert {planned[place.article.key.row].story for place in opened} <= {story}
    planted = {(o.name, story): 6 - kept for o in OUTLETS for story, kept in enumerate(o.denials)}
    assert {(row.outlet, story): row.once.count for story, row in rows if (row.outlet, story) in planted} == planted


def test_the_ranking_begins_with_what_is_surely_dropped(corpus):
    rows = dropped.denials_by_outlet(corpus, EVERYTHING)
    ends = [row.once.interval[0] for row in rows if row.once.count]
    assert ends == sorted(ends, reverse=True)
    assert all(row.once.count == 0 for row in rows[len(ends) :])


def test_another_seed_deals_the_same_counts():
    def counts(articles):
        return Counter((one.outlet, one.story, one.denied, one.hedged, one.other) for one in articles)

    assert counts(planned_by(1)) == counts(planned_by(2))
    assert planned_by(1) != planned_by(2)
    assert planned_by(3) == planned_by(3)


def test_keys_are_those_of_the_input(corpus):
    assert coverage.articles(corpus, EVERYTHING, page=Page(1))[0].key.input == "planted"
    assert Key("a", 2) < Key("b", 1)


def test_a_corpus_is_made_again_over_itself_and_over_nothing_else(tmp_path):
    def make() -> int:
        return CliRunner().invoke(make_corpus, [str(tmp_path)]).exit_code

    assert make() == make() == 0
    (tmp_path / ARTICLES).write_text("mine", encoding="utf-8")
    assert make() == 2
    assert (tmp_path / ARTICLES).read_text(encoding="utf-8") == "mine"
    (tmp_path / ARTICLES).unlink()
    assert make() == 2
