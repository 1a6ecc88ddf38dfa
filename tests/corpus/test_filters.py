"""Filters: values never become SQL, words are whole words of any script, spellings of one actor are one."""

from dataclasses import replace
from datetime import date

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from corpus import coverage
from corpus.chosen import Kept
from corpus.filters import EVERYTHING, Filter, conditions
from corpus.index import write_index
from corpus.names import folded, name_rows
from corpus.store import IndexState, open_corpus
from corpus.words import having_each
from framing.errors import CorpusError
from samples.planned import plan
from samples.planted import record
from samples.records import SHARD, write_records
from tests.builders import analysis

HOSTILE = ["'; DROP TABLE names; --", '" OR 1=1', "$text", "%", "_", "\\", "(", "[a", "a" * 5_000, "\0", "😀", "’"]


def articles_of(folder, **changes):
    """How many articles pass a filter."""
    corpus = open_corpus(folder)
    return coverage.overview(corpus, Filter(**changes)).articles.all


@pytest.fixture(scope="module", params=[False, True], ids=["unindexed", "indexed"])
def folder(request, tmp_path_factory):
    place = tmp_path_factory.mktemp("filters")
    base = analysis()
    dated = [
        replace(base, article=replace(base.article, source=source, published=published))
        for source, published in [
            ("Le Café", "2024-02-29T23:59:59-11:00"),
            ("  ", "29 February 2024"),
            (None, None),
            ("Le Café", "2024-02-30"),
        ]
    ]
    write_records(enumerate(dated), place, input_="x")
    if request.param:
        write_index(place)
    return place


@pytest.mark.parametrize("value", HOSTILE)
def test_no_value_becomes_sql(value):
    met, _ = conditions(Filter(outlets=(value,), actors=(value,), text=value))
    assert met == conditions(Filter(outlets=("a",), actors=("b",), text="c"))[0]
    assert having_each((value,))[0] == having_each(("a",))[0]


@pytest.mark.parametrize("value", HOSTILE)
def test_any_value_is_answered(folder, value):
    for changes in ({"outlets": (value,)}, {"actors": (value,)}):
        assert articles_of(folder, **changes) == 0
    assert articles_of(folder, text=value) in {0, 4}


@pytest.mark.parametrize(
    "text", ["dam", "DAM", "the   dam", "“could fail”", "🙂 the dam", "Ada Moss", "declined to comment", " "]
)
def test_words_that_stand_there(folder, text):
    assert articles_of(folder, text=text) == 4


@pytest.mark.parametrize("text", ["da", "am", "the dam was new", "dam the", "comment declined", "d.m", "newsletter"])
def test_words_that_do_not(folder, text):
    assert articles_of(folder, text=text) == 0


# Letters that lower case takes for one and a pattern for two, or the other way round; marks that are no letters.
LETTERS = [
    "İzmir",
    "izmir",
    "IZMIR",
    "ızmir",
    "Σίσυφος",
    "ΣΊΣΥΦΟΣ",
    "Kelvin",
    "kelvin",
    "ſea",
    "sea",
    "Straße",
    "STRASSE",
]
MARKS = [
    "e\u0301tude",
    "étude",
    "rock'n'roll",
    "rock n roll",
    "U.N.",
    "un",
    "co-op",
    "3,5",
    "x\u00a0y",
    "x  y",
    "日本",
    "日 本",
]


def test_words_are_the_same_with_and_without_the_index(tmp_path):
    texts = [*LETTERS, *MARKS, "Ada, Izmir and the U.N. (3,5)", "the sea"]
    write_records(((row, analysis()) for row in range(len(texts))), tmp_path, input_="x")
    path = tmp_path / "sentences" / SHARD
    first = pq.read_table(path).to_pydict()
    kept = {
        name: [column[place] for place, id_ in enumerate(first["id"]) if id_ == 0] for name, column in first.items()
    }
    pq.write_table(pa.table({**kept, "words": texts}, schema=pq.read_schema(path)), path)
    write_index(tmp_path)
    indexed = open_corpus(tmp_path)
    unindexed = replace(indexed, index=IndexState.MISSING, kept=Kept())
    for text in {
        *texts,
        *(text.upper() for text in texts),
        *(text.lower() for text in texts),
        "and the",
        "(3",
        ".",
        "n",
    }:
        found, expected = (one.chosen(Filter(text=text))["row"].to_pylist() for one in (indexed, unindexed))
        assert sorted(found) == sorted(expected), text
    assert indexed.chosen(Filter(text="izmir"))["row"].to_pylist() != []
    assert len(indexed.chosen(Filter(text="IZMIR"))) == 4
    assert len(indexed.chosen(Filter(text="un"))) == 1


def test_days_are_those_that_the_article_states(folder):
    assert articles_of(folder, since=date(2024, 2, 29), until=date(2024, 2, 29)) == 1
    found = coverage.overview(open_corpus(folder), EVERYTHING)
    assert (found.undated, found.unsourced, found.articles.all) == (3, 2, 4)


def test_a_time_that_ends_before_it_begins_is_refused():
    with pytest.raises(CorpusError, match="2024-03-01 until 2024-02-01"):
        Filter(since=date(2024, 3, 1), until=date(2024, 2, 1))


@pytest.mark.parametrize(
    ("one", "other"),
    [("the U.N.", "UN"), ("Ministry of  Health", "ministry of health"), ("Larkin's", "Larkin"), ("Rio-Sul", "Rio Sul")],
)
def test_spellings_of_one_name(one, other):
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Niger", "Nigeria"), ("Norvia", "North Norvia"), ("The", ""), ("US", "us all")]
)
def test_names_that_are_two(one, other):
    assert folded(one) != folded(other)


def test_the_most_frequent_spelling_stands_for_all():
    spelled = [("WHO", "organisation", 3), ("the WHO", "organisation", 5), ("W.H.O.", "organisation", 1)]
    assert name_rows(spelled) == {"WHO": "the WHO", "W.H.O.": "the WHO"}


def test_a_state_is_known_by_any_of_its_names_and_a_person_is_not():
    assert name_rows([("USA", "state", 1), ("United States", "state", 9)]) == {"USA": "United States"}
    assert name_rows([("Georgia", "person", 1), ("Republic of Georgia", "person", 1)]) == {}


def test_actors_are_found_under_each_spelling(tmp_path):
    one = record(plan()[0])
    shout = replace(one, actors=tuple(replace(actor, name=actor.name.upper()) for actor in one.actors))
    write_records([(0, one), (1, one), (2, shout)], tmp_path, input_="x")
    name = one.actors[0].name
    assert articles_of(tmp_path, actors=(name,)) == articles_of(tmp_path, actors=(name.upper(),)) == 3
    named = coverage.sides(open_corpus(tmp_path), EVERYTHING)
    assert {one.name for one in named} == {actor.name for actor in one.actors}
