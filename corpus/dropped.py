"""Contested claims by how often their denial is dropped: told after it was known, and without it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from corpus.filters import Filter
from corpus.readings import PLACE, place_of
from corpus.store import Corpus, Row
from corpus.stories import TELLINGS
from corpus.types import FIRST_PAGE, Counted, Page, Place, Share


class Fate(StrEnum):
    """What an article does with the denial of a claim that it tells."""

    KEPT = "kept"
    DROPPED = "dropped"
    EARLIER = "earlier"  # it appeared no later than the day on which an article of the corpus first had the denial
    UNDATED = "undated"  # it may have appeared before that


@dataclass(frozen=True, slots=True)
class Denial:
    """`dropped` is the share of the articles that tell the claim and could know the denial; only these count.

    `outlet` is None for all outlets together, and for articles that name none.
    """

    story: int
    content: str
    holder: str
    deniers: tuple[str, ...]
    since: date | None  # when the first article with the denial appeared
    outlet: str | None
    dropped: Share
    once: Share  # with each text once
    earlier: Counted
    undated: Counted


# Whether and since when a claim is denied is asked of the whole corpus: a filter does not make a denial unknown.
_KNOWN = """
known AS (
    SELECT story, min(day) FILTER (denied) AS since, mode(content ORDER BY content) AS content,
        mode(holder ORDER BY holder) AS holder,
        coalesce(list_sort(list(DISTINCT denier) FILTER (denier <> '')), []) AS deniers
    FROM tellings GROUP BY story HAVING bool_or(denied))"""

_FATES = f"""
fates AS (
    SELECT story, input, row, any_value(outlet) AS outlet, any_value(day) AS day, bool_or(once) AS once,
        min(sentence) AS sentence,
        CASE WHEN bool_or(denied) THEN '{Fate.KEPT}' WHEN any_value(day) > any_value(since) THEN '{Fate.DROPPED}'
             WHEN any_value(day) <= any_value(since) THEN '{Fate.EARLIER}' ELSE '{Fate.UNDATED}' END AS fate
    FROM tellings JOIN known USING (story) WHERE asked GROUP BY story, input, row)"""


def denials(corpus: Corpus, asked: Filter, *, unsure: bool = False, page: Page = FIRST_PAGE) -> tuple[Denial, ...]:
    """First the claims of which it is surest that most articles drop the denial: by the lower end of the interval,
    with each text once. Empty while `Corpus.index` is not current."""
    ranked = _ranked(corpus, asked, "CAST(NULL AS VARCHAR)", unsure=unsure)
    return ranked[page.offset : page.offset + page.limit]


def denials_by_outlet(
    corpus: Corpus, asked: Filter, stories: Collection[int] | None = None, *, unsure: bool = False
) -> tuple[Denial, ...]:
    """The same for each outlet by itself: of these stories every row, or of all."""
    wanted = None if stories is None else list(stories)
    return _ranked(corpus, asked, "outlet", unsure=unsure, stories=wanted)


def fate_places(
    corpus: Corpus,
    asked: Filter,
    mark: Denial,
    fate: Fate,
    *,
    by_outlet: bool = False,
    unsure: bool = False,
    once: bool = False,
    page: Page = FIRST_PAGE,
) -> tuple[Place, ...]:
    """The sentences in which the articles of one fate tell the claim.

    Args:
        by_outlet: whether `mark` is a row of `denials_by_outlet`.
    """  # fmt: skip
    inside = "AND outlet IS NOT DISTINCT FROM $outlet" if by_outlet else ""
    values = {"outlet": mark.outlet} if by_outlet else {}
    rows = corpus.ask(
        asked,
        f"""WITH {TELLINGS}, {_KNOWN}, {_FATES}
        SELECT {PLACE}
        FROM (SELECT input, row, sentence FROM fates WHERE story = $story AND fate = $fate {"AND once" if once else ""})
            JOIN articles USING (input, row)
            JOIN (SELECT input, row, id AS sentence, words, words_start, words_end FROM sentences)
                USING (input, row, sentence)
        WHERE true {inside} ORDER BY day NULLS LAST, input, row LIMIT $limit OFFSET $offset""",
        {
            **values, "unsure": unsure, "story": mark.story, "fate": str(fate),
            "limit": page.limit, "offset": page.offset,
        },
    )  # fmt: skip
    return tuple(map(place_of, rows))


def _ranked(
    corpus: Corpus, asked: Filter, outlet: str, *, unsure: bool, stories: list[int] | None = None
) -> tuple[Denial, ...]:
    rows = corpus.ask(
        asked,
        f"""WITH {TELLINGS}, {_KNOWN}, {_FATES}
        SELECT story, any_value(content), any_value(holder), any_value(deniers), any_value(since),
            {outlet} AS by_outlet, {", ".join(f"{_of(fate)}, {_of(fate, once=True)}" for fate in Fate)}
        FROM fates JOIN known USING (story)
        WHERE $stories IS NULL OR list_contains($stories, story) GROUP BY story, by_outlet""",
        {"unsure": unsure, "stories": stories},
    )
    return tuple(sorted(map(_denial, rows), key=_rank))


def _of(fate: Fate, *, once: bool = False) -> str:
    return f"count(*) FILTER (fate = '{fate}'{' AND once' if once else ''})"


def _denial(row: Row) -> Denial:
    story, content, holder, deniers, since, outlet, *counts = row
    kept, kept_once, dropped, dropped_once, earlier, earlier_once, undated, undated_once = counts
    return Denial(
        story, content, holder, tuple(deniers), since, outlet, Share(dropped, dropped + kept),
        Share(dropped_once, dropped_once + kept_once), Counted(earlier, earlier_once), Counted(undated, undated_once),
    )  # fmt: skip


def _rank(one: Denial) -> tuple[float, int, int, str]:
    return -one.once.interval[0] if one.once.count else 0.0, -one.once.count, one.story, one.outlet or ""
