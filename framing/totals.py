"""How many marks of each kind an article has, those of which the reading is not sure apart."""

from collections.abc import Iterable
from typing import NamedTuple, Protocol

from framing.types import Analysis


class Total(NamedTuple):
    sure: int
    unsure: int


class Totals(NamedTuple):
    uncontested: Total  # claims that nobody in the article contests
    contested: Total  # the other claims
    contests: Total
    silences: Total
    hedges: Total


class _Read(Protocol):
    @property
    def unsure(self) -> bool: ...


def totals(analysis: Analysis) -> Totals:
    """Silences and hedges carry no threshold, so all of them count as sure."""
    return Totals(
        uncontested=_total(claim for claim in analysis.claims if not claim.contested),
        contested=_total(claim for claim in analysis.claims if claim.contested),
        contests=_total(analysis.contests),
        silences=Total(len(analysis.silences), 0),
        hedges=Total(len(analysis.hedges), 0),
    )


def _total(read: Iterable[_Read]) -> Total:
    verdicts = [item.unsure for item in read]
    return Total(verdicts.count(False), verdicts.count(True))
