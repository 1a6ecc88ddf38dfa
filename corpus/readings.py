"""Readings that are counted in groups, whatever they are of: so many of a group have a label, and these are they.

A module of one question writes its readings as one SELECT with the columns `input`, `row`, `sentence`, `start`, those
of its own group, and `label`; groups of equal columns but for the label share one size.
"""

from collections.abc import Mapping, Sequence

from corpus.coverage import article_of
from corpus.filters import Filter
from corpus.store import Corpus, Row
from corpus.types import Page, Place

PLACE = "input, row, outlet, day, title, url, first_input, first_row, sentence, words, words_start, words_end"


def counts(
    corpus: Corpus, asked: Filter, readings: str, group: Sequence[str], values: Mapping[str, object]
) -> list[Row]:
    """Each group's columns, its label, count and size with reprints, and count and size with each text once.

    Args:
        readings: the SELECT over `chosen`, with `once`.
        group: its columns beside the label.
    """
    columns = ", ".join(group)
    return corpus.ask(
        asked,
        f"""WITH readings AS ({readings}),
        marks AS (
            SELECT {columns}, label, count(*) AS n_all, count(*) FILTER (once) AS n_once FROM readings GROUP BY ALL)
        SELECT {columns}, label, n_all, sum(n_all) OVER same, n_once, sum(n_once) OVER same
        FROM marks WINDOW same AS (PARTITION BY {columns}) ORDER BY ALL NULLS LAST""",
        values,
    )


def places(
    corpus: Corpus,
    asked: Filter,
    readings: str,
    mark: Mapping[str, object],
    values: Mapping[str, object],
    *,
    once: bool,
    page: Page,
) -> tuple[Place, ...]:
    """The sentences behind one row of `counts`, each once, by day, article and place in it.

    Args:
        mark: the columns of the row, the label among them.
        once: only where each text counts once.
    """
    same = " AND ".join(f"{column} IS NOT DISTINCT FROM $mark_{column}" for column in mark)
    rows = corpus.ask(
        asked,
        f"""WITH readings AS ({readings}),
        behind AS (SELECT DISTINCT input, row, sentence FROM readings WHERE {same}{" AND once" if once else ""})
        SELECT {PLACE} FROM behind JOIN chosen USING (input, row)
            JOIN sentences ON sentences.input = behind.input AND sentences.row = behind.row AND id = sentence
        ORDER BY day NULLS LAST, input, row, sentence LIMIT $limit OFFSET $offset""",
        {
            **values,
            **{f"mark_{column}": value for column, value in mark.items()},
            "limit": page.limit,
            "offset": page.offset,
        },
    )
    return tuple(map(place_of, rows))


def place_of(row: Row) -> Place:
    """A row of the columns `PLACE`."""
    sentence, words, start, end = row[8:]
    return Place(article_of(row[:8]), sentence, words, start, end)
