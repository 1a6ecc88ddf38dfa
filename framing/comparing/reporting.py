"""Changed reporting verbs: `said` in one article, `claimed`, `admitted` or `warned` in the other."""

from collections.abc import Iterator

from framing.comparing.pairing import Pairing
from framing.comparing.types import Difference, Kind, Place
from framing.types import Act, Claim

# What these acts do to a holder or to a target goes beyond putting words forward; all others are one to a reader:
# who is told to think so, to expect so or to report so says so.
CHARGED = frozenset({Act.WARN, Act.ACCUSE, Act.CRITICISE, Act.PRAISE, Act.PROMISE, Act.THREATEN, Act.ADMIT})


def reported_otherwise(pairing: Pairing) -> Iterator[Difference]:
    """Pairs of attributed claims whose reporting words imply something else about the claim or do something else."""
    first, second = pairing.first.analysis, pairing.second.analysis
    for one, (other, _) in sorted(pairing.claims.items()):
        here, there = first.claims[one], second.claims[other]
        if here.cue and there.cue and manner(here) != manner(there):
            yield Difference(Kind.REPORTING, place(here), place(there))


def manner(claim: Claim) -> tuple[str, str]:
    """What the reporting implies, and the act if it is a charged one."""
    return claim.reporting.value, claim.act.value if claim.act in CHARGED else ""


def place(claim: Claim) -> Place:
    value = f"{claim.reporting} {claim.act}"
    return Place(claim.cue, (claim.sentence,), value, claim=claim.id, actor=claim.holder)
