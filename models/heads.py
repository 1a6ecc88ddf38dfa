"""Which heads exist, what each of them reads, and its closed set of labels."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from framing.errors import BundleError
from framing.types import PoliticalAct, Stance, Tone


class HeadKind(StrEnum):
    """What a head is asked about: a whole sentence, one span of it, or a directed pair of spans."""

    SENTENCE = "sentence"
    SPAN = "span"
    PAIR = "pair"

    @property
    def spans(self) -> int:
        """How many spans one question names."""
        return {HeadKind.SENTENCE: 0, HeadKind.SPAN: 1, HeadKind.PAIR: 2}[self]


@dataclass(frozen=True, slots=True)
class HeadSpec:
    """One head; the order of `labels` is the order of its outputs."""

    name: str
    kind: HeadKind
    labels: tuple[str, ...]


def _values(labels: Iterable[StrEnum]) -> tuple[str, ...]:
    return tuple(label.value for label in labels)


HEADS = (
    HeadSpec("tone", HeadKind.SENTENCE, _values(Tone)),
    HeadSpec("target_tone", HeadKind.SPAN, _values(Tone)),
    HeadSpec("stance", HeadKind.PAIR, _values(Stance)),
    HeadSpec("act", HeadKind.PAIR, _values(PoliticalAct)),
)


def find_head(name: str) -> HeadSpec:
    """Look a head up by name.

    Raises:
        BundleError: no head has that name.
    """
    for head in HEADS:
        if head.name == name:
            return head
    known = ", ".join(head.name for head in HEADS)
    raise BundleError(f"head {name!r} is unknown; known heads are {known}")
