"""Which articles of a corpus are asked about; a filter is a value, its SQL is put together from constant pieces."""

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


def conditions(asked: Filter) -> tuple[list[str], dict[str, object]]:
    """What is asked of an article's outlet, day and actors, with the values of the parameters."""
    met: list[str] = []
    values: dict[str, object] = {}
    if asked.outlets:
        met.append(_OUTLETS)
        values["outlets"] = [UNKNOWN if outlet is None else outlet for outlet in asked.outlets]
    if asked.since is not None:
        met.append(_SINCE)
        values["since"] = asked.since
    if asked.until is not None:
        met.append(_UNTIL)
        values["until"] = asked.until
    if asked.actors:
        met.append(_ACTORS)
        values["actors"] = list(asked.actors)
    return met, values
