"""Which articles of a corpus are asked about; a filter is a value, its SQL is put together from constant pieces."""

import re
from dataclasses import dataclass
from datetime import date

from framing.errors import CorpusError

UNKNOWN = ""  # an article without an outlet, in SQL, where NULL equals nothing


@dataclass(frozen=True, slots=True)
class Filter:
    """What is empty leaves nothing out; articles pass that meet every condition.

    Args:
        outlets: one of these; None is an article whose outlet is unknown.
        since: not before this day. An article without a day passes neither this nor `until`.
        until: not after this day.
        actors: one of these names is an actor of the article, or a side of one.
        text: these words stand in one of its sentences, next to each other, as whole words in either case.
    """

    outlets: tuple[str | None, ...] = ()
    since: date | None = None
    until: date | None = None
    actors: tuple[str, ...] = ()
    text: str = ""

    def __post_init__(self) -> None:
        if self.since is not None and self.until is not None and self.since > self.until:
            raise CorpusError(f"from {self.since} until {self.until} is no time; give the earlier day first")


EVERYTHING = Filter()

_OUTLETS = f"coalesce(outlet, '{UNKNOWN}') IN (SELECT unnest($outlets))"
_SINCE = "day >= $since"
_UNTIL = "day <= $until"
_ACTORS = """(input, row) IN (
    SELECT actors.input, actors.row
    FROM actors
        LEFT JOIN names AS own ON own.name = actors.name
        LEFT JOIN names AS sides ON sides.name = actors.side_name
        SEMI JOIN (
            SELECT coalesce(names.known, wanted.name) AS name
            FROM (SELECT unnest($actors) AS name) AS wanted LEFT JOIN names USING (name)
        ) AS asked ON asked.name IN (coalesce(own.known, actors.name), coalesce(sides.known, actors.side_name)))"""
# The longest word alone is found fast; only what holds it is laid beside the whole.
_TEXT = """(input, row) IN (
    SELECT input, row FROM sentences
    WHERE regexp_matches(words, $longest) AND regexp_matches(words, $pattern))"""

# Of articles with the same words only the first of those asked about counts, where each text counts once.
_CHOSEN = """chosen AS (
    SELECT *, row_number() OVER (PARTITION BY first_input, first_row ORDER BY day NULLS LAST, input, row) = 1 AS once
    FROM articles{where})"""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The chosen articles as a common table expression named `chosen`, with the values of its parameters."""

    sql: str
    values: dict[str, object]


def chosen(asked: Filter) -> Chosen:
    """Articles by input, row, outlet, day, title, url, first_input, first_row; `once`: its text counts under it."""
    conditions: list[str] = []
    values: dict[str, object] = {}

    def add(condition: str, **given: object) -> None:
        conditions.append(condition)
        values.update(given)

    if asked.outlets:
        add(_OUTLETS, outlets=[UNKNOWN if outlet is None else outlet for outlet in asked.outlets])
    if asked.since is not None:
        add(_SINCE, since=asked.since)
    if asked.until is not None:
        add(_UNTIL, until=asked.until)
    if asked.actors:
        add(_ACTORS, actors=list(asked.actors))
    words = asked.text.split()
    if words:
        add(_TEXT, longest=f"(?i){re.escape(max(words, key=len))}", pattern=_pattern(words))
    where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    return Chosen(_CHOSEN.format(where=where), values)


def _pattern(words: list[str]) -> str:
    """Whole words in their order, whatever white space stands between; letters of every script are letters."""
    phrase = r"\s+".join(map(re.escape, words))
    return rf"(?i)(^|[^\pL\pN]){phrase}($|[^\pL\pN])"
