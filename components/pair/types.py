"""What is listed of two articles, before it becomes JSON."""

from dataclasses import dataclass
from enum import StrEnum

from framing.types import Span


class EntryKind(StrEnum):
    """How an entry is marked in both texts."""

    HEDGE = "hedge"
    CONTEST = "contest"
    REPORTING = "reporting"
    VOICE = "voice"
    ACTOR = "actor"
    CLAIM = "claim"
    LONE = "lone"


@dataclass(frozen=True, slots=True)
class Side:
    """What one article has of an entry.

    `words` are marked there; without any, `near` are the sentences where one would look for them.
    """

    value: str
    words: tuple[Span, ...] = ()
    near: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Interval:
    """The share of one tone in one article, in percent; `open` where there are too few readings to go by."""

    label: str
    count: int
    n: int
    low: int
    high: int
    open: bool


@dataclass(frozen=True, slots=True)
class ToneRow:
    """The tone toward an actor in one voice, in both articles."""

    by: str
    first: tuple[Interval, ...]
    second: tuple[Interval, ...]
    apart: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the list."""

    kind: EntryKind
    lead: str
    first: Side
    second: Side
    tones: tuple[ToneRow, ...] = ()
