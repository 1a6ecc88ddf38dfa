"""Many articles read as a run over a corpus reads them, and the floor under them, in turn."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice

from batch.engine import Outcome, Task, load_engine
from batch.worker import GROUP
from benchmarks.speed.clock import Times, clocked, total
from benchmarks.speed.floor import Floor, needed
from framing.document import from_text
from framing.errors import HedgerowError
from framing.settings import DEFAULTS
from framing.types import Analysis


@dataclass(frozen=True, slots=True)
class Many:
    """Sums over all articles."""

    words: int
    paragraphs: list[str]  # that were read
    engine: Times
    encoder: Times
    parser: Times


def read_many(texts: Iterable[str], number_format: str, floor: Floor, *, turn: int) -> Many:
    """Time engine and floor in turn.

    Args:
        turn: articles of a turn, which the floor sorts by length as if they were one.
    """
    read_all, rest = load_engine(DEFAULTS, number_format=number_format).read_all, iter(texts)
    taken: list[tuple[Times, Times, Times]] = []
    paragraphs: list[str] = []
    words = 0
    while chosen := list(islice(rest, turn)):
        analyses: list[Analysis] = []
        reading = clocked(partial(_read, chosen, read_all, analyses))
        need = needed(analyses)
        taken.append((reading, clocked(partial(floor.encode, need)), clocked(partial(floor.parse, need))))
        paragraphs += need.paragraphs
        words += sum(len(text.split()) for text in chosen)
    engine, encoder, parser = (total(column) for column in zip(*taken, strict=True))
    return Many(words, paragraphs, engine, encoder, parser)


def _read(texts: Sequence[str], read_all: Callable[[Sequence[Task]], list[Outcome]], into: list[Analysis]) -> None:
    """Read as many at a time as a run does.

    Raises:
        HedgerowError: one of them cannot be read.
    """
    for start in range(0, len(texts), GROUP):
        for outcome in read_all([(from_text(text), None) for text in texts[start : start + GROUP]]):
            if isinstance(outcome, HedgerowError):
                raise outcome
            into.append(outcome)
