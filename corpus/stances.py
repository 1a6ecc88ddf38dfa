"""Who supports or opposes whom, over time: the arrows of a network, each with the sentences that it rests on."""

from dataclasses import dataclass
from datetime import date

from corpus.filters import Filter
from corpus.framing import Counting, first_day, wanted
from corpus.readings import counts, places
from corpus.store import Corpus
from corpus.types import FIRST_PAGE, Page, Place, Share
from framing.grouping import Level
from framing.naming import ARTICLE_VOICE

GROUP = ("start", "holder", "target")
HOLDER = {Level.SIDE: "holder_side_name", Level.ACTOR: "holder_name"}
TARGET = {Level.SIDE: "target_side_name", Level.ACTOR: "target_name"}


@dataclass(frozen=True, slots=True)
class Arrow:
    """How many readings of a holder's position toward a target have one label, in one window."""

    start: date | None
    holder: str  # `framing.naming.ARTICLE_VOICE` where the articles themselves take the position
    target: str
    label: str
    share: Share
    once: Share


def network(corpus: Corpus, asked: Filter, counting: Counting) -> tuple[Arrow, ...]:
    """All arrows; with `counting.actors`, those between two of them."""
    rows = counts(corpus, asked, _readings(counting), GROUP, _values(counting))
    return tuple(
        Arrow(start, holder, target, label, Share(count, n), Share(count_once, n_once))
        for start, holder, target, label, count, n, count_once, n_once in rows
    )


def arrow_places(
    corpus: Corpus, asked: Filter, counting: Counting, mark: Arrow, *, once: bool = False, page: Page = FIRST_PAGE
) -> tuple[Place, ...]:
    """The sentences behind an arrow, asked in the same way."""
    columns = {**{column: getattr(mark, column) for column in GROUP}, "label": mark.label}
    return places(corpus, asked, _readings(counting), columns, _values(counting), once=once, page=page)


def _readings(counting: Counting) -> str:
    holder, target = HOLDER[counting.level], TARGET[counting.level]
    return f"""
    SELECT input, row, sentence, outlet, once, {first_day(counting.window)} AS start,
        coalesce(holders.known, nullif({holder}, ''), '{ARTICLE_VOICE}') AS holder,
        coalesce(targets.known, {target}) AS target, label
    FROM chosen JOIN stances USING (input, row)
        LEFT JOIN names AS holders ON holders.name = {holder} LEFT JOIN names AS targets ON targets.name = {target}
    WHERE {wanted(counting.actors, "holder")} AND {wanted(counting.actors, "target")} AND (NOT unsure OR $unsure)"""


def _values(counting: Counting) -> dict[str, object]:
    return {"counted": list(counting.actors), "unsure": counting.unsure}
