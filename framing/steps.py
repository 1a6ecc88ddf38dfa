"""How far a reading is: told before each small piece of it, so that it can be shown, stopped, or made to wait."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from framing.relayed import Relayed

if TYPE_CHECKING:  # the page shows steps and starts without spaCy
    from spacy.tokens import Doc

    from framing.ports import Identity, Parser, Reader, Reading, Request, Verdict

_Item = TypeVar("_Item")
# Parsed and read at a time. These are the batches that parser and reader make of themselves, so that cutting here
# moves no figure: the place of a sentence in its batch can show in the sixth digit of a probability.
TEXTS = 32
REQUESTS = 256


class Stage(StrEnum):
    """What is being found, in words for a person; in the order of the pipeline."""

    GRAMMAR = "grammar"
    ATTRIBUTION = "attribution"
    ACTORS = "actors"
    CERTAINTY = "certainty"
    DISPUTES = "disputes"
    TONE = "tone and stance"


@dataclass(frozen=True, slots=True)
class Step:
    """Where a reading stands: `done` of the `paragraphs` have been through this stage."""

    stage: Stage
    done: int
    paragraphs: int


Watch = Callable[[Step], None]  # may raise Cancelled, and may take its time


def unwatched(step: Step) -> None:
    """Let the reading go on."""


class Steps:
    """Cuts what the parser and the reader are asked into pieces, and tells `watch` before each and at each stage.

    It is cut alike whoever watches, so a watched reading has the same figures.
    """

    def __init__(self, watch: Watch = unwatched) -> None:
        self._watch = watch
        self._stage = Stage.GRAMMAR
        self._paragraphs = 0

    def enter(self, stage: Stage) -> None:
        self._stage = stage
        self._tell(0, 1)

    def parser(self, parser: Parser) -> Parser:
        return _PiecewiseParser(parser, self)

    def reader(self, reader: Reader | None) -> Reader | None:
        return _PiecewiseReader(reader, self) if reader is not None else None

    def count(self, paragraphs: int) -> None:
        """Say how long the article is, once that is known."""
        self._paragraphs = paragraphs

    def pieces(self, items: Sequence[_Item], size: int) -> Iterator[Sequence[_Item]]:
        """The items `size` at a time; what stands in reading order is told in paragraphs, by proportion."""
        for start in range(0, len(items), size):
            self._tell(start, len(items))
            yield items[start : start + size]

    def _tell(self, done: int, items: int) -> None:
        self._watch(Step(self._stage, self._paragraphs * done // items, self._paragraphs))


@dataclass(frozen=True, slots=True)
class _PiecewiseParser:
    parser: Parser
    steps: Steps

    @property
    def identity(self) -> Identity:
        return self.parser.identity

    def parse(self, texts: Sequence[str]) -> list[Doc]:
        self.steps.count(len(texts))
        return [doc for piece in self.steps.pieces(texts, TEXTS) for doc in self.parser.parse(piece)]


@dataclass(slots=True, eq=False)
class _PiecewiseReader(Relayed):
    steps: Steps

    def read(self, requests: Sequence[Request]) -> list[Reading]:
        return [reading for piece in self.steps.pieces(requests, REQUESTS) for reading in self.inner.read(piece)]

    def compare(self, pairs: Sequence[tuple[str, str]], *, head: str = "pair") -> list[Verdict]:
        return [
            verdict for piece in self.steps.pieces(pairs, REQUESTS) for verdict in self.inner.compare(piece, head=head)
        ]
