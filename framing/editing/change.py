"""What one correction makes of a record, and what it notes beside it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from framing.naming import ANALYST
from framing.types import Analysis, Claim, Proof, Span

Row = TypeVar("Row", bound=Any)


@dataclass(frozen=True, slots=True)
class Change:
    """The record after a correction, not yet settled; the values before and after it, as JSON.

    Both values are mappings of the same fields where fields were changed; `None` is a thing that is not there.
    """

    analysis: Analysis
    machine: Mapping[str, Any] | None
    analyst: Mapping[str, Any] | None


def with_row(rows: tuple[Row, ...], changed: Row) -> tuple[Row, ...]:
    """The rows with the one of the same id changed."""
    return tuple(changed if row.id == changed.id else row for row in rows)


def decided(claim: Claim, **changes: Any) -> Claim:
    """The claim changed by a person: sure, with a proof that says so once."""
    place = claim.content[0]
    proof = tuple(p for p in claim.proof if p.by != ANALYST)
    return replace(claim, unsure=False, proof=(*proof, by_analyst(place)), **changes)


def by_analyst(place: Span) -> Proof:
    return Proof(ANALYST, place.start, place.end)
