"""The nouns that need an actor because they speak, contest or keep silent."""

from collections.abc import Sequence

from framing.attribution import Statement
from framing.cast import Place
from framing.detectors import Mark
from framing.disputes import Dispute
from framing.passages import Line
from framing.tokens import Token


def nouns(statements: Sequence[Statement], acts: Sequence[Dispute], silent: Sequence[Mark]) -> frozenset[Place]:
    """Where they stand, for `actors.identify`."""
    found: list[tuple[Line, Token | None]] = [
        *((s.told or s.line, s.holder) for s in statements),
        *((d.told or d.line, d.holder) for d in acts),
        *((d.line, d.owner) for d in acts),
        *((m.line, m.subject) for m in silent),
    ]
    return frozenset((line.passage.start, noun.i) for line, noun in found if noun is not None)
