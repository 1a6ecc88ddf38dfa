"""Which heads exist, what each of them reads, and its closed set of labels."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from framing.errors import BundleError
from framing.types import Factuality, Frame, HedgeKind, PoliticalAct, Stance, Tone


class HeadKind(StrEnum):
    """What one question to a head is about."""

    SENTENCE = "sentence"  # a whole text
    SPAN = "span"  # one span of it
    PAIR = "pair"  # a directed pair of spans
    WORDS = "words"  # every word, by itself
    ROLES = "roles"  # every word, as seen from a cue
    CLAIMS = "claims"  # two texts side by side

    @property
    def spans(self) -> int:
        """How many spans one question names."""
        return _SPANS[self]

    @property
    def wordwise(self) -> bool:
        """Whether there is one answer per word, not per question."""
        return self in {HeadKind.WORDS, HeadKind.ROLES}


_SPANS = {
    HeadKind.SENTENCE: 0,
    HeadKind.SPAN: 1,
    HeadKind.PAIR: 2,
    HeadKind.WORDS: 0,
    HeadKind.ROLES: 1,
    HeadKind.CLAIMS: 2,
}


@dataclass(frozen=True, slots=True)
class HeadSpec:
    """One head; the order of `labels` is the order of its outputs.

    The probabilities of an exclusive head add up to 1; those of another one are each for itself. A head with a rank
    reads through its own low-rank turn of the encoder, see `models.lowrank`.
    """

    name: str
    kind: HeadKind
    labels: tuple[str, ...]
    exclusive: bool = True
    rank: int = 0


def _values(labels: Iterable[StrEnum]) -> tuple[str, ...]:
    return tuple(label.value for label in labels)


# From "certainly not" to "certain": FactBank's values in the order of Saurí & Pustejovsky's scale, -3..3.
FACTUALITY = (
    Factuality.CERTAINLY_NOT,
    Factuality.PROBABLY_NOT,
    Factuality.POSSIBLY_NOT,
    Factuality.UNDERSPECIFIED,
    Factuality.POSSIBLE,
    Factuality.PROBABLE,
    Factuality.CERTAIN,
)
HEDGES = (HedgeKind.POSSIBLE, HedgeKind.BELIEVED, HedgeKind.CONDITIONAL, HedgeKind.UNCONFIRMED)

HEADS = (
    HeadSpec("tone", HeadKind.SENTENCE, _values(Tone)),
    HeadSpec("vague", HeadKind.SENTENCE, ("sourced", "vague")),
    HeadSpec("frame", HeadKind.SENTENCE, _values(Frame), exclusive=False),
    HeadSpec("target_tone", HeadKind.SPAN, _values(Tone)),
    HeadSpec("factuality", HeadKind.SPAN, _values(FACTUALITY)),
    HeadSpec("stance", HeadKind.PAIR, _values(Stance)),
    HeadSpec("act", HeadKind.PAIR, _values(PoliticalAct)),
    HeadSpec("hedge", HeadKind.WORDS, _values(HEDGES), exclusive=False),
    HeadSpec("attribution", HeadKind.WORDS, ("source", "cue", "content"), exclusive=False),
    HeadSpec("roles", HeadKind.ROLES, ("source", "content"), exclusive=False),
    HeadSpec("pair", HeadKind.CLAIMS, ("strengthens", "weakens", "unrelated")),
    HeadSpec("contest", HeadKind.CLAIMS, ("contests", "passes"), rank=16),
)
TURNED = frozenset(head.name for head in HEADS if head.rank)


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
