"""Verdicts on the sentences of a paragraph, as one."""

from collections.abc import Sequence

from framing.ports import Verdict
from framing.types import Share


def blend(parts: Sequence[tuple[int, Verdict]]) -> Verdict:
    """The mean of verdicts, each with its weight; unsure unless one of them is sure of the same label."""
    total = sum(weight for weight, _ in parts)
    shares = tuple(
        Share(share.label, sum(weight * verdict.probabilities[place].value for weight, verdict in parts) / total)
        for place, share in enumerate(parts[0][1].probabilities)
    )
    label = max(shares, key=lambda share: share.value).label
    return Verdict(label, shares, unsure=not any(v.label == label and not v.unsure for _, v in parts))
