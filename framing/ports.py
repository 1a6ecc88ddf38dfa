"""What framing asks of the outside: a parser and a reader. `models` provides both; tests may fake them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from framing.types import Probabilities, Span

if TYPE_CHECKING:  # the page knows these forms and starts without spaCy
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Request:
    """One sentence for the network, with the spans whose readings are wanted.

    Spans count code points into `text`. A masked span is hidden from the network by mask tokens
    before anything is read, so that words of another voice cannot colour the answer.
    """

    text: str
    targets: tuple[Span, ...] = ()
    pairs: tuple[tuple[Span, Span], ...] = ()  # (holder, target)
    events: tuple[Span, ...] = ()  # main words of propositions, for their factuality
    whole: bool = True  # whether the sentence as a whole is judged: its tone, sourcing and frame
    tags: bool = False  # whether hedges and attributions are wanted
    masked: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """The most probable label, all calibrated probabilities, and whether it is below the head's threshold."""

    label: str
    probabilities: Probabilities
    unsure: bool

    def share(self, label: str) -> float:
        """The probability of one label, 0..1."""
        return next(share.value for share in self.probabilities if share.label == label)


@dataclass(frozen=True, slots=True)
class Tag:
    """A run of words with one label; `probability` is the mean over its words, 0..1."""

    label: str
    span: Span
    probability: float


@dataclass(frozen=True, slots=True)
class Attributed:
    """A cue with what belongs to it; sources and contents may be empty, contents may be split."""

    cue: Tag
    sources: tuple[Tag, ...]
    contents: tuple[Tag, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """The network's answer to one request; `None` or empty where the bundle lacks the head or nothing was asked."""

    tone: Verdict | None = None
    vague: Verdict | None = None  # vaguely sourced: "some experts say"
    frame: Verdict | None = None
    targets: tuple[Verdict, ...] = ()  # one per Request.targets
    stances: tuple[Verdict, ...] = ()  # one per Request.pairs
    acts: tuple[Verdict, ...] = ()  # one per Request.pairs
    events: tuple[Verdict, ...] = ()  # one per Request.events, FactBank values
    hedges: tuple[Tag, ...] = ()  # labels are hedge kinds; in reading order
    attribution_tags: tuple[Tag, ...] = ()  # source, cue and content, whether linked or not; in reading order
    attributed: tuple[Attributed, ...] = ()  # in the order of their cues


@dataclass(frozen=True, slots=True)
class Identity:
    """What goes into `Provenance` about a model."""

    name: str
    sha256: str


class Parser(Protocol):
    @property
    def identity(self) -> Identity: ...

    def parse(self, texts: Sequence[str]) -> list[Doc]:
        """One Doc per text; `doc.text` equals the text code point for code point."""
        ...


class Reader(Protocol):
    @property
    def identity(self) -> Identity: ...

    @property
    def encoder(self) -> Identity: ...

    @property
    def heads(self) -> frozenset[str]:
        """The heads present, by the names in `framing.assemble.HEADS`."""
        ...

    @property
    def number_format(self) -> str: ...

    def read(self, requests: Sequence[Request]) -> list[Reading]:
        """One reading per request, in order; a request's figures do not depend on its neighbours."""
        ...

    def compare(self, pairs: Sequence[tuple[str, str]], *, head: str = "pair") -> list[Verdict]:
        """What the second text of each pair does to the first.

        Args:
            head: `pair`: it strengthens or weakens the first claim, or is unrelated; `contest`: it contests the
                first, or passes it by.

        Empty where the bundle lacks the head.
        """
        ...


class Meaning(Protocol):
    """Lays texts where those of one meaning lie close together."""

    def vectors(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One vector of length 1 per text, in order, [texts, width]; the dot product of two is their likeness."""
        ...
