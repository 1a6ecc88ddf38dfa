"""Claims and their hedges before they are numbered."""

from dataclasses import dataclass, field

from framing import factuality
from framing.cast import Figure
from framing.detectors import Mark
from framing.passages import Line
from framing.tokens import Token
from framing.types import Act, Factuality, HedgeKind, HedgeOwner, Proof, Reporting, Span, Voice

UNCERTAIN = frozenset(Factuality) - {Factuality.CERTAIN, Factuality.CERTAINLY_NOT}


# Share of each rule family's claims that PolNeAR's dev part also has (`python -m benchmarks.attribution`); headlines
# and the article's own hedged claims are too rare there, so theirs is a cautious guess. "head" is what the network
# proposed: 29 of 40 are right there, and all 12 on the gold.
TRUST = {
    "reporting": 0.91, "noun": 0.88, "quotation carried on": 0.97, "headline colon": 0.7, "hedge": 0.8, "head": 0.73
}  # fmt: skip


@dataclass(slots=True, eq=False)
class Draft:
    """A claim before it is numbered."""

    line: Line
    holder: Figure | None
    holder_span: Span | None
    anonymous: bool
    voice: Voice
    cue: tuple[Span, ...]
    act: Act
    reporting: Reporting
    head: Token | None
    content: tuple[Span, ...]
    joint: int | None
    targets: tuple[int, ...]
    proof: tuple[Proof, ...]
    hedges: list["Doubt"] = field(default_factory=list)
    parent: "Draft | None" = None

    @property
    def factuality(self) -> Factuality:
        inside = (d.mark.strength for d in self.hedges if d.inside)
        return factuality.judge(self.act, self.head, inside)

    @property
    def hedged(self) -> bool:
        return self.factuality in UNCERTAIN or any(d.mark.label != HedgeKind.APPROXIMATE for d in self.hedges)

    def covers(self, span: Span) -> bool:
        return any(c.start <= span.start < c.end for c in self.content)


@dataclass(slots=True, eq=False)
class Doubt:
    """A hedge and the claim it lowers; `inside`: it stands in the claim's own words or cue."""

    mark: Mark
    owner: HedgeOwner
    draft: Draft | None
    inside: bool = True


def trust(draft: Draft) -> float:
    family = draft.proof[0].by.split(":")[0]
    return TRUST.get(family, TRUST["reporting"])
