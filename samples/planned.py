"""What is planted in the corpus of `samples.make_corpus`: outlets, stories, trends, dropped denials, wire copy.

The counts are written here; the seed only deals out days, order and filling.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

BEGIN = date(2024, 1, 1)  # a Monday; months below are of four weeks, so that each has equally many days
MONTHS = (0, 1, 2)
DAYS = 28  # of each
WIRE = "Northline Agency"


@dataclass(frozen=True, slots=True)
class Story:
    """A claim that somebody makes and somebody else denies, in two wordings; `{hedge}` is where it may be hedged.

    `beside` is another claim of the same holder on the same things, which nobody denies: not to be taken for it.
    """

    holder: str
    content: str
    other: str
    beside: str
    denier: str


@dataclass(frozen=True, slots=True)
class Outlet:
    """What an outlet does; each list has one entry per month of its ten articles."""

    name: str
    negative: tuple[int, int, int]  # articles whose own words are hard on `TARGET`; the others are neutral
    denials: tuple[int, ...]  # of its articles on each story, how many keep the denial


@dataclass(frozen=True, slots=True)
class Planned:
    """One article, decided before a word of it is written."""

    id: str
    outlet: str | None
    day: date | None
    story: int
    other: bool  # in its other wording
    hedged: bool
    denied: bool
    beside: bool  # with the claim beside it
    tone: str
    stance: str
    filler: int  # which neutral sentences fill it up; articles of one number are reprints of each other
    wire: str | None = None  # the article that it reprints


TARGET = "Brackwater Shipping"
SUPPORTER, SUPPORTED = "Uruguay", "Paraguay"
STORIES = (
    Story(
        "Paraguay",
        "Brackwater Shipping {hedge}poured waste oil into the river near Encarnacion",
        "the waste oil in the river near Encarnacion {hedge}came from Brackwater Shipping",
        "Brackwater Shipping would clean the river near Encarnacion",
        "Brackwater Shipping",
    ),
    Story(
        "Bolivia",
        "Ostrander Mining {hedge}paid inspectors to overlook the cracked dam",
        "inspectors {hedge}were paid by Ostrander Mining to ignore cracks in the dam",
        "Ostrander Mining was waiting for inspectors at the copper works",
        "Ostrander Mining",
    ),
    Story(
        "Ecuador",
        "Brackwater Shipping {hedge}forged the safety papers of two ferries",
        "safety papers of two ferries {hedge}were forged by Brackwater Shipping",
        "two ferries of Brackwater Shipping were waiting for repairs",
        "Brackwater Shipping",
    ),
    Story(
        "Uruguay",
        "Bolivia {hedge}closed the northern customs post without notice",
        "Bolivia {hedge}shut the customs post in the north and gave no notice",
        "Bolivia would open a customs post in the south",
        "Bolivia",
    ),
    Story(
        "Paraguay",
        "Ostrander Mining {hedge}hid the debts of its copper works",
        "debts of its copper works {hedge}were concealed by Ostrander Mining",
        "Ostrander Mining would pay the debts of two suppliers",
        "Ostrander Mining",
    ),
)
OUTLETS = (
    Outlet("Quayside Post", (1, 4, 8), (6, 5, 5, 4, 6)),
    Outlet("Highland Mail", (2, 2, 2), (0, 3, 5, 1, 6)),
    Outlet("Lantern Weekly", (8, 5, 2), (0, 1, 4, 1, 5)),
    Outlet("Saltmarsh Herald", (3, 3, 3), (1, 0, 6, 2, 6)),
)
SUPPORT = ((8, 2), (5, 5), (1, 9))  # per month: of ten articles of each outlet, how many support, how many oppose
PER_MONTH = 10
EVERY = 3  # of a story in an outlet every third article hedges it, and every third has it in its other wording
BESIDE_EVERY = 2
WIRED, REPRINTS = 6, 2  # articles of the agency, and by how many outlets each is reprinted
EARLY = 2  # articles on the first stories from before any denial
UNDATED = 4
UNSOURCED = 3


def plan(seed: int = 7) -> tuple[Planned, ...]:
    """All articles, in the order of their ids; what is planted is the same for every seed."""
    random = Random(seed)
    articles = [article for outlet in OUTLETS for article in _of_outlet(outlet, random)]
    articles += _wire(random)
    articles += _loose(random)
    random.shuffle(articles)
    ids = {article.id: f"a{place:04}" for place, article in enumerate(articles)}
    fillers = list(range(len(articles)))
    random.shuffle(fillers)
    numbered = (
        replace(article, id=ids[article.id], filler=filler, wire=article.wire and ids[article.wire])
        for article, filler in zip(articles, fillers, strict=True)
    )
    found = {article.id: article for article in numbered}
    return tuple(
        replace(article, filler=found[article.wire].filler) if article.wire else article for article in found.values()
    )


def _of_outlet(outlet: Outlet, random: Random) -> Iterator[Planned]:
    """Thirty articles: six on each story, ten in each month."""
    stories = [story for story in range(len(STORIES)) for _ in range(len(MONTHS) * PER_MONTH // len(STORIES))]
    random.shuffle(stories)
    told = [0] * len(STORIES)
    for month in MONTHS:
        tones = _dealt({"negative": outlet.negative[month]}, "neutral", random)
        supports, opposes = SUPPORT[month]
        stances = _dealt({"supports": supports, "opposes": opposes}, "neutral", random)
        for place, (tone, stance) in enumerate(zip(tones, stances, strict=True)):
            story = stories[month * PER_MONTH + place]
            turn, told[story] = told[story], told[story] + 1
            day = BEGIN + timedelta(days=month * DAYS + random.randrange(1, DAYS))
            yield Planned(
                f"{outlet.name}/{month}/{place}", outlet.name, day, story, turn % EVERY == 1, turn % EVERY == 2,
                turn < outlet.denials[story], turn % BESIDE_EVERY == 0, tone, stance, 0,
            )  # fmt: skip


def _dealt(counts: Mapping[str, int], rest: str, random: Random) -> list[str]:
    labels = [label for label, count in counts.items() for _ in range(count)]
    labels += [rest] * (PER_MONTH - len(labels))
    random.shuffle(labels)
    return labels


def _wire(random: Random) -> Iterator[Planned]:
    """The agency's articles, each with the denial, and what other outlets print of them a day later.

    One on each story appears on the first day, so that whoever writes after it could know the denial.
    """
    for place in range(WIRED):
        day = BEGIN if place < len(STORIES) else BEGIN + timedelta(days=random.randrange(1, DAYS))
        own = Planned(
            f"wire/{place}", WIRE, day, place % len(STORIES), False, False, True, False, "neutral", "neutral", 0
        )
        yield own
        for turn in range(REPRINTS):
            name = OUTLETS[(place + turn) % len(OUTLETS)].name
            yield replace(own, id=f"{own.id}/{turn}", outlet=name, day=day + timedelta(days=1), wire=own.id)


def _loose(random: Random) -> Iterator[Planned]:
    """Articles from before any denial, and some that do not say when or where they appeared."""
    kinds = (
        ("early", EARLY, OUTLETS[1].name, BEGIN - timedelta(days=7), False, "neutral"),
        ("undated", UNDATED, OUTLETS[0].name, None, False, "neutral"),
        ("unsourced", UNSOURCED, None, BEGIN + timedelta(days=random.randrange(1, DAYS)), True, "positive"),
    )
    for name, count, outlet, day, denied, tone in kinds:
        for place in range(count):
            yield Planned(f"{name}/{place}", outlet, day, place, False, False, denied, False, tone, "neutral", 0)
