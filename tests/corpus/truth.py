"""What is planted, counted over the plan in plain Python: what the questions to the corpus must answer."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from samples.planned import STORIES, SUPPORTED, SUPPORTER, TARGET, Planned

MONDAY = 0


@dataclass(frozen=True)
class Fates:
    kept: int
    dropped: int
    earlier: int
    undated: int


def first_of(articles: Iterable[Planned]) -> list[Planned]:
    """Each text once, where it stands first: reprints appear a day after what they reprint."""
    seen: set[str] = set()
    kept = []
    for article in sorted(articles, key=lambda one: (one.day is None, one.day or date.min, one.id)):
        text = article.wire or article.id
        if text not in seen:
            seen.add(text)
            kept.append(article)
    return kept


def week(day: date | None) -> date | None:
    return day - timedelta(days=(day.weekday() - MONDAY) % 7) if day is not None else None


def month(day: date | None) -> date | None:
    return day.replace(day=1) if day is not None else None


def coverage(articles: Iterable[Planned]) -> Counter[tuple[date | None, str | None]]:
    return Counter((week(one.day), one.outlet) for one in articles)


def tones(articles: Iterable[Planned]) -> Counter[tuple[date | None, str, str | None, str]]:
    return Counter((month(one.day), TARGET, one.outlet, one.tone) for one in articles)


def stances(articles: Iterable[Planned]) -> Counter[tuple[date | None, str, str, str]]:
    return Counter((month(one.day), SUPPORTER, SUPPORTED, one.stance) for one in articles)


def commitment(articles: Iterable[Planned]) -> Counter[tuple[str, str | None, str]]:
    """Claims by holder, outlet and whether they are hedged; the claim beside another is not."""
    found = Counter((STORIES[one.story].holder, one.outlet, "hedged" if one.hedged else "asserted") for one in articles)
    found.update((STORIES[one.story].holder, one.outlet, "asserted") for one in articles if one.beside)
    return found


def denial_day(articles: Iterable[Planned], story: int) -> date:
    return min(one.day for one in articles if one.story == story and one.denied and one.day is not None)


def fates(articles: list[Planned], story: int, since: date) -> Fates:
    told = [one for one in articles if one.story == story]
    silent = [one for one in told if not one.denied]
    return Fates(
        kept=len(told) - len(silent),
        dropped=sum(one.day is not None and one.day > since for one in silent),
        earlier=sum(one.day is not None and one.day <= since for one in silent),
        undated=sum(one.day is None for one in silent),
    )
