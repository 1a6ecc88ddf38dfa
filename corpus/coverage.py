"""What a corpus holds: how many articles, of which outlets, over which time, about whom."""

from dataclasses import dataclass
from datetime import date

from corpus.filters import Filter
from corpus.store import Corpus, Row
from corpus.types import FIRST_PAGE, Article, Counted, Key, Page, Window


@dataclass(frozen=True, slots=True)
class Overview:
    articles: Counted
    outlets: int
    undated: int  # articles without a day
    unsourced: int  # articles without an outlet
    since: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class Coverage:
    """The articles of one outlet in one window; `start` and `outlet` are None where the article does not say."""

    start: date | None
    outlet: str | None
    articles: Counted


@dataclass(frozen=True, slots=True)
class Named:
    """A name that can be filtered by, with the articles that it stands in or over."""

    name: str | None
    articles: Counted


def overview(corpus: Corpus, asked: Filter) -> Overview:
    row = corpus.ask(
        asked,
        """SELECT count(*), count(*) FILTER (once), count(DISTINCT outlet), count(*) FILTER (day IS NULL),
            count(*) FILTER (outlet IS NULL), min(day), max(day)
        FROM chosen""",
        {},
    )[0]
    return Overview(Counted(row[0], row[1]), *row[2:])


def coverage(corpus: Corpus, asked: Filter, window: Window = Window.WEEK) -> tuple[Coverage, ...]:
    """Articles over time by outlet; what has no day comes last."""
    rows = corpus.ask(
        asked,
        """SELECT CAST(date_trunc($window, day) AS DATE) AS start, outlet, count(*), count(*) FILTER (once)
        FROM chosen GROUP BY ALL ORDER BY start NULLS LAST, outlet NULLS LAST""",
        {"window": str(window)},
    )
    return tuple(Coverage(start, outlet, Counted(all_, once)) for start, outlet, all_, once in rows)


def outlets(corpus: Corpus, asked: Filter) -> tuple[Named, ...]:
    """The outlets, most articles first; None is an article that names none."""
    rows = corpus.ask(
        asked,
        """SELECT outlet, count(*) AS n, count(*) FILTER (once) FROM chosen
        GROUP BY outlet ORDER BY n DESC, outlet NULLS LAST""",
        {},
    )
    return tuple(Named(name, Counted(all_, once)) for name, all_, once in rows)


def sides(corpus: Corpus, asked: Filter, page: Page = FIRST_PAGE) -> tuple[Named, ...]:
    """The sides that articles tell of, most articles first."""
    rows = corpus.ask(
        asked,
        """WITH told AS (
            SELECT DISTINCT input, row, coalesce(names.known, side_name) AS name
            FROM actors LEFT JOIN names ON names.name = side_name WHERE side_name <> '')
        SELECT name, count(*) AS n, count(*) FILTER (once) FROM chosen JOIN told USING (input, row)
        GROUP BY name ORDER BY n DESC, name LIMIT $limit OFFSET $offset""",
        {"limit": page.limit, "offset": page.offset},
    )
    return tuple(Named(name, Counted(all_, once)) for name, all_, once in rows)


def articles(
    corpus: Corpus,
    asked: Filter,
    mark: Coverage | None = None,
    *,
    window: Window = Window.WEEK,
    page: Page = FIRST_PAGE,
) -> tuple[Article, ...]:
    """The articles behind a mark of `coverage` in the same windows, or all; by day and key."""
    values: dict[str, object] = {"limit": page.limit, "offset": page.offset}
    inside = ""
    if mark is not None:
        values |= {"window": str(window), "start": mark.start, "outlet": mark.outlet}
        inside = """WHERE outlet IS NOT DISTINCT FROM $outlet
            AND CAST(date_trunc($window, day) AS DATE) IS NOT DISTINCT FROM CAST($start AS DATE)"""
    rows = corpus.ask(
        asked,
        f"""SELECT input, row, outlet, day, title, url, first_input, first_row FROM chosen {inside}
        ORDER BY day NULLS LAST, input, row LIMIT $limit OFFSET $offset""",
        values,
    )
    return tuple(map(article_of, rows))


def undated(corpus: Corpus, asked: Filter, page: Page = FIRST_PAGE) -> tuple[Article, ...]:
    """The articles that `coverage` can put in no window, whatever their outlet; by outlet and key."""
    rows = corpus.ask(
        asked,
        """SELECT input, row, outlet, day, title, url, first_input, first_row FROM chosen WHERE day IS NULL
        ORDER BY outlet NULLS LAST, input, row LIMIT $limit OFFSET $offset""",
        {"limit": page.limit, "offset": page.offset},
    )
    return tuple(map(article_of, rows))


def article_of(row: Row) -> Article:
    """Input, row, outlet, day, title, url, and input and row of where the text stands first."""
    input_, row_, outlet, day, title, url, first_input, first_row = row
    return Article(Key(input_, row_), outlet, day, title, url, Key(first_input, first_row))
