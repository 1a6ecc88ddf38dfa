"""What a comparison finds; every span counts code points of the article that it is said to stand in."""

from dataclasses import dataclass
from enum import StrEnum

from framing.types import Span, Tone


class Kind(StrEnum):
    """In what two articles tell one thing differently."""

    HEDGE = "hedge"  # one asserts what the other hedges
    CONTEST = "contest"  # a denial, doubt or rejection that the other drops
    REPORTING = "reporting"  # said → claimed, admitted, warned
    VOICE = "voice"  # an actor has a say in the one and none in the other


class Presence(StrEnum):
    """What an actor does in an article."""

    SPEAKS = "speaks"
    SILENT = "silent"  # is said to have declined to comment, or not to have answered
    NAMED = "named"  # is spoken of, and never heard
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Place:
    """One side of a difference.

    `words` are what the difference rests on, in reading order, and empty where the article lacks it. `sentences` are
    those to open: the words' own, else where one would look for them; empty where the article has nothing of the kind.
    `value` is a label of the record: whether it is asserted or hedged, how it is contested, the reporting and the act
    ("distancing claim"), or a `Presence`; "" is nothing.
    """

    words: tuple[Span, ...]
    sentences: tuple[int, ...]
    value: str
    claim: int | None = None
    contest: int | None = None
    actor: int | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    kind: Kind
    first: Place
    second: Place


@dataclass(frozen=True, slots=True)
class ActorPair:
    """One actor in both articles; `score` is how well the names fit, 0..1."""

    first: int
    second: int
    score: float


@dataclass(frozen=True, slots=True)
class ClaimPair:
    """One proposition in both articles; `score` is how well content and holder fit, 0..1."""

    first: int
    second: int
    score: float


@dataclass(frozen=True, slots=True)
class Lone:
    """A claim of one article alone, with the nearest sentences of the other, if any is near."""

    claim: int
    nearest: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ToneShare:
    """Readings of one tone toward an actor in one article; `low` and `high` bound its share (95 %, Wilson)."""

    label: Tone
    count: int
    n: int
    low: float
    high: float
    sentences: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SharedTone:
    """The tone toward one actor in both articles, in the author's voice or in those of others.

    `apart`: for one label at least, the intervals of both articles do not meet.
    """

    first_actor: int
    second_actor: int
    by: str  # framing.tallies.AUTHOR or ELSE
    first: tuple[ToneShare, ...]
    second: tuple[ToneShare, ...]
    apart: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of sentences that both articles carry almost word for word; sentence for sentence, with their likeness."""

    first: tuple[int, ...]
    second: tuple[int, ...]
    scores: tuple[float, ...]  # of the words, 0..1


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two articles side by side; whatever belongs to one of them is an id or a span of that one's record."""

    first: str  # article ids
    second: str
    actors: tuple[ActorPair, ...]
    claims: tuple[ClaimPair, ...]
    differences: tuple[Difference, ...]
    only_first: tuple[Lone, ...]
    only_second: tuple[Lone, ...]
    tones: tuple[SharedTone, ...]
    passages: tuple[Passage, ...]
