"""Acts of contesting: a holder denies, doubts or rejects something. What exactly, `contests` resolves."""

from collections.abc import Iterable, Sequence

from framing.attribution import Statement
from framing.disputes.dispute import Dispute, parted
from framing.disputes.nouns import by_adjective, by_noun
from framing.disputes.phrases import by_phrase
from framing.disputes.verbs import by_verb
from framing.passages import Line
from framing.types import Span

__all__ = ["Dispute", "find"]


def find(lines: Sequence[Line], statements: Sequence[Statement], silent: Iterable[Span]) -> list[Dispute]:
    """All acts of contesting, in reading order, none of them inside a silence."""
    hushed = list(silent)
    found: list[Dispute] = []
    for line in lines:
        spoken = [s for s in statements if s.line.id == line.id]
        here = [*by_phrase(line, spoken), *by_verb(line), *by_noun(line), *by_adjective(line)]
        for dispute in sorted(here, key=lambda d: (d.evidence.start, -d.evidence.end)):
            if any(dispute.evidence.overlaps(s) for s in hushed):
                continue
            if any(
                dispute.evidence.overlaps(d.evidence) and not parted(d, dispute) for d in found if d.line.id == line.id
            ):
                continue
            found.append(dispute)
    return found
