"""What the questions to a corpus answer with; an article is known by its input file and its row there."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from framing.grouping import SMALL_GROUP, wilson


class Window(StrEnum):
    """Over which time things are counted together; a window is named by its first day."""

    DAY = "day"
    WEEK = "week"  # from Monday
    MONTH = "month"


class Role(StrEnum):
    """How one article tells a claim that others tell too."""

    ASSERTED = "asserted"
    HEDGED = "hedged"
    DENIED = "denied"  # it is told as not so


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """An article: the input file that it came from, and its row in that file."""

    input: str
    row: int


@dataclass(frozen=True, slots=True)
class Counted:
    """How many, with every reprint, and with each text once: under whom it stands first."""

    all: int
    once: int


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    count: int
    n: int

    @property
    def interval(self) -> tuple[float, float]:
        """The 95 % interval of the share (Wilson), 0..1."""
        return wilson(self.count, self.n)

    @property
    def small(self) -> bool:
        """Whether the group is too small to be a tendency; charts draw it open."""
        return self.n < SMALL_GROUP


@dataclass(frozen=True, slots=True)
class Article:
    """`None` where nothing is known: the outlet, the day, the title."""

    key: Key
    outlet: str | None
    day: date | None
    title: str | None
    url: str | None
    first: Key  # where its text stands first; its own key, if nowhere before


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence to open, with its words; `start` and `end` are half-open code points of the article's text."""

    article: Article
    sentence: int
    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Page:
    """Which part of a long list is wanted."""

    limit: int = 50
    offset: int = 0


FIRST_PAGE = Page()
