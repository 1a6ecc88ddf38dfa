"""`python -m benchmarks.corpus`: how long a corpus of 100,000 articles takes to open, to filter and to answer.

The articles are those that the project plants (`samples.planned`), written over and over under other keys, days,
outlets and words; the folder is made anew in a temporary place, or kept where `--folder` says.
"""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from shutil import copyfileobj
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import BinaryIO

import duckdb

from corpus import coverage, dropped, framing, stances, stories
from corpus.chosen import Kept
from corpus.filters import EVERYTHING, Filter
from corpus.index import write_index
from corpus.schema import TABLES
from corpus.store import Corpus, IndexState, open_corpus
from corpus.tables import COPIES, LINKS, WORDS, table_path, write_tables
from corpus.types import Window
from corpus.words import WORDS_OF_ARTICLES
from framing.writing import Write
from samples.planned import OUTLETS, SUPPORTED, plan
from samples.planted import record
from samples.records import write_records

ARTICLES = 100_000
OUTLETS_OF_EACH = 25  # so that many outlets are told apart by one number behind their names
DAYS = 900  # over which the articles are spread
SHARDS = 8
TURNS = 3  # the median of which is told
OPEN, FILTER = 3.0, 1.0  # seconds that a corpus of this size may take on two cores

# What differs from one writing of an article to the next; the words do, so that no dictionary makes them short.
CHANGED = {
    "article": {
        "published": f"strftime(try_cast(published AS DATE) + CAST(turn * 37 % {DAYS} AS INTEGER), '%Y-%m-%d')",
        "source": f"source || ' ' || CAST(turn % {OUTLETS_OF_EACH} AS VARCHAR)",
    },
    "sentences": {"words": "words || ' ' || CAST(turn * 7919 AS VARCHAR)"},
}
FILTERS = {
    "everything": EVERYTHING,
    "one outlet": Filter(outlets=(f"{OUTLETS[0].name} 3",)),
    "two months": Filter(since=date(2025, 1, 1), until=date(2025, 2, 28)),
    "an actor": Filter(actors=(SUPPORTED,)),
    "a word": Filter(text="inspectors"),
    "words": Filter(text="copper works"),
    "all at once": Filter((f"{OUTLETS[0].name} 3",), date(2024, 6, 1), date(2025, 6, 30), (SUPPORTED,), "copper works"),
}


def write_many(folder: Path, articles: int) -> int:
    """Write a result folder with about so many articles and its index; returns how many."""
    planted = folder / "planted"
    records = plan()
    write_records(((place, record(one)) for place, one in enumerate(records)), planted, input_="planted")
    write_index(planted)
    turns = -(-articles // len(records))
    results = folder / "results"
    with duckdb.connect() as connection:
        for name in TABLES:
            (results / name).mkdir(parents=True)
            for shard in range(SHARDS):
                changed = {"input": "input || CAST(turn AS VARCHAR)", **CHANGED.get(name, {})}
                _copy(connection, planted / name / "*.parquet", results / name / f"{shard}.parquet", changed, (
                    shard * turns // SHARDS, (shard + 1) * turns // SHARDS
                ))  # fmt: skip
        again = {column: f"{column} || CAST(turn AS VARCHAR)" for column in ("input", "first_input")}
        apart = {"input": again["input"], "story": f"story + turn * {len(records)}"}
        index: dict[str, Write] = {}
        for name, changed in ((COPIES, again), (LINKS, apart)):
            written = folder / f"{name}.parquet"
            _copy(connection, table_path(planted, name), written, changed, (0, turns))
            index[name] = partial(_put, written)
    corpus = open_corpus(results)
    write_tables(results, index | {WORDS: partial(corpus.write, WORDS_OF_ARTICLES)})
    corpus.close()
    return turns * len(records)


def _put(written: Path, file: BinaryIO) -> None:
    with written.open("rb") as source:
        copyfileobj(source, file)


def _copy(
    connection: duckdb.DuckDBPyConnection, source: Path, target: Path, changed: dict[str, str], turns: tuple[int, int]
) -> None:
    replaced = ", ".join(f"{value} AS {column}" for column, value in changed.items())
    rows = connection.sql(
        f"SELECT * EXCLUDE (turn) REPLACE ({replaced}) FROM read_parquet($source), range($first, $last) AS t(turn)",
        params={"source": str(source), "first": turns[0], "last": turns[1]},
    )
    rows.write_parquet(str(target))


def questions(corpus: Corpus, asked: Filter) -> dict[str, Callable[[], object]]:
    """The first two are what a new filter asks at once, and what they take without the index; the others follow."""
    counting = framing.Counting(window=Window.MONTH)
    return {
        "filter": lambda: _filtered(corpus, asked, corpus.index),
        "unindexed": lambda: _filtered(corpus, asked, IndexState.MISSING),
        "coverage": lambda: coverage.coverage(corpus, asked),
        "sides": lambda: coverage.sides(corpus, asked),
        "tones": lambda: framing.tones(corpus, asked, counting),
        "told": lambda: framing.told(corpus, asked, counting),
        "network": lambda: stances.network(corpus, asked, counting),
        "stories": lambda: stories.stories(corpus, asked),
        "denials": lambda: dropped.denials(corpus, asked),
    }


def _filtered(corpus: Corpus, asked: Filter, index: IndexState) -> None:
    """With nothing kept of the same filter."""
    fresh = replace(corpus, index=index, kept=Kept())
    coverage.overview(fresh, asked)
    coverage.articles(fresh, asked)


def seconds(question: Callable[[], object]) -> tuple[float, float]:
    """By the clock, and of processor time; the medians."""
    taken = []
    for _ in range(TURNS):
        start, work = perf_counter(), process_time()
        question()
        taken.append((perf_counter() - start, process_time() - work))
    clocks, works = zip(*taken, strict=True)
    return median(clocks), median(works)


def measured(results: Path) -> Iterator[tuple[str, str, tuple[float, float]]]:
    """What was asked of which articles, with its seconds; opening first."""
    yield "open", "", seconds(lambda: open_corpus(results).close())
    corpus = open_corpus(results)
    for name, asked in FILTERS.items():
        yield from ((what, name, seconds(question)) for what, question in questions(corpus, asked).items())
    corpus.close()


def main(arguments: Sequence[str] | None = None) -> int:
    """1 when opening or a filter takes longer than it may."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.corpus", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=ARTICLES)
    parser.add_argument("--folder", type=Path, help="where the corpus is written and kept; it must not be there yet")
    given = parser.parse_args(arguments)
    with TemporaryDirectory() as temporary:
        folder = given.folder or Path(temporary)
        sys.stdout.write(f"{write_many(folder, given.articles):,} articles\n")
        slow = 0
        for what, name, (clock, work) in measured(folder / "results"):
            limit = {"open": OPEN, "filter": FILTER}.get(what)
            slow += limit is not None and clock > limit
            may = f" (may take {limit:g})" if limit else ""
            sys.stdout.write(f"{what:10}{name:14}{clock:7.2f} s, of work {work:5.2f} s{may}\n")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
