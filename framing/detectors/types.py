"""What a detector is and what it finds."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from framing.passages import Line
from framing.tokens import Token
from framing.types import Span


@dataclass(frozen=True, slots=True, eq=False)
class Mark:
    """One occurrence in one sentence; `label` is the detector's own (a hedge's kind; empty for a silence)."""

    line: Line
    span: Span  # in article.text, inside the sentence
    anchor: Token  # the word that the grammar hangs on
    rule: str
    label: str
    strength: str = ""  # FactBank value that a hedge gives: "PR", "PS", "UU" or none
    scope: Span | None = None
    subject: Token | None = None  # of a silence: who kept it
    head: float | None = None  # probability that the network gives the cue; None where it marks none


@dataclass(frozen=True, slots=True)
class Detector:
    """`detect` yields the marks of one sentence, left to right, never overlapping."""

    name: str
    detect: Callable[[Line], Iterator[Mark]]
