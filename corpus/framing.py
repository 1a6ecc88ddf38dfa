"""How each actor is framed by each outlet: in which tone it is spoken of, and how its words are told."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from corpus.filters import Filter
from corpus.readings import counts, places
from corpus.store import Corpus
from corpus.types import FIRST_PAGE, Page, Place, Share, Window
from framing.grouping import Level
from framing.tallies import AUTHOR, ELSE

GROUP = ("start", "actor", "outlet", "part")
SPOKEN_OF = {Level.SIDE: "actor_side_name", Level.ACTOR: "actor_name"}
HOLDER = {Level.SIDE: "side_name", Level.ACTOR: "holder_name"}
COMMITMENT, REPORTING, DISPUTE = "commitment", "reporting", "dispute"


@dataclass(frozen=True, slots=True)
class Framed:
    """How many readings of an actor in one outlet have one label.

    `part` says which readings share one size: of tone, whether in the author's voice or in those of others; of
    claims, what is asked of them. `start` is the window's first day; None: no windows, or articles without a day.
    """

    start: date | None
    actor: str
    outlet: str | None
    part: str
    label: str
    share: Share  # with every reprint
    once: Share  # with each text once


@dataclass(frozen=True, slots=True)
class Counting:
    """
    Args:
        actors: whose readings are counted; empty counts everybody's.
        window: counts each window by itself; None counts all time together.
        unsure: whether readings below their threshold count.
    """

    actors: tuple[str, ...] = ()
    level: Level = Level.SIDE
    window: Window | None = None
    unsure: bool = False


def tones(corpus: Corpus, asked: Filter, counting: Counting) -> tuple[Framed, ...]:
    """The tone toward each actor by outlet, `framing.tallies.AUTHOR` apart from `ELSE`."""
    return _framed(corpus, asked, _tones(counting), counting)


def told(corpus: Corpus, asked: Filter, counting: Counting) -> tuple[Framed, ...]:
    """How an actor's claims are told: `COMMITMENT` asserted or hedged, `REPORTING` neutral, distancing or endorsing,
    and in `DISPUTE` contested in the same article or not."""
    return _framed(corpus, asked, _told(counting), counting)


def tone_places(
    corpus: Corpus, asked: Filter, counting: Counting, mark: Framed, *, once: bool = False, page: Page = FIRST_PAGE
) -> tuple[Place, ...]:
    """The sentences behind a row of `tones`, asked in the same way."""
    return places(corpus, asked, _tones(counting), _mark(mark), _values(counting), once=once, page=page)


def told_places(
    corpus: Corpus, asked: Filter, counting: Counting, mark: Framed, *, once: bool = False, page: Page = FIRST_PAGE
) -> tuple[Place, ...]:
    """The sentences behind a row of `told`, asked in the same way."""
    return places(corpus, asked, _told(counting), _mark(mark), _values(counting), once=once, page=page)


def _framed(corpus: Corpus, asked: Filter, readings: str, counting: Counting) -> tuple[Framed, ...]:
    rows = counts(corpus, asked, readings, GROUP, _values(counting))
    return tuple(
        Framed(start, actor, outlet, part, label, Share(count, n), Share(count_once, n_once))
        for start, actor, outlet, part, label, count, n, count_once, n_once in rows
    )


def _tones(counting: Counting) -> str:
    return f"""
    SELECT input, row, sentence, outlet, once, {first_day(counting.window)} AS start,
        coalesce(names.known, {SPOKEN_OF[counting.level]}) AS actor,
        CASE WHEN holder IS NULL THEN '{AUTHOR}' ELSE '{ELSE}' END AS part, label
    FROM chosen JOIN actor_tones USING (input, row) LEFT JOIN names ON names.name = {SPOKEN_OF[counting.level]}
    WHERE {wanted(counting.actors, "actor")} AND (NOT unsure OR $unsure)"""


def _told(counting: Counting) -> str:
    name = HOLDER[counting.level]
    return f"""
    WITH held AS (
        SELECT input, row, sentence, outlet, once, {first_day(counting.window)} AS start,
            coalesce(names.known, {name}) AS actor, hedged, contested, reporting
        FROM chosen JOIN claims USING (input, row) LEFT JOIN names ON names.name = {name}
        WHERE {wanted(counting.actors, "actor")} AND (NOT unsure OR $unsure))
    SELECT *, '{COMMITMENT}' AS part, CASE WHEN hedged THEN 'hedged' ELSE 'asserted' END AS label FROM held
    UNION ALL SELECT *, '{REPORTING}', reporting FROM held
    UNION ALL SELECT *, '{DISPUTE}', CASE WHEN contested THEN 'contested' ELSE 'uncontested' END FROM held"""


def first_day(window: Window | None) -> str:
    """The SQL of a window's first day."""
    return "CAST(NULL AS DATE)" if window is None else f"CAST(date_trunc('{Window(window)}', day) AS DATE)"


def wanted(actors: Sequence[str], column: str) -> str:
    """The SQL that keeps the rows of the actors asked for."""
    return f"{column} IN (SELECT unnest($counted))" if actors else "$counted IS NOT NULL"


def _values(counting: Counting) -> dict[str, object]:
    return {"counted": list(counting.actors), "unsure": counting.unsure}


def _mark(mark: Framed) -> dict[str, object]:
    return {**{column: getattr(mark, column) for column in GROUP}, "label": mark.label}
