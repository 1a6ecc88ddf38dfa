"""The measured figures of a head in one line, as the card of a mark shows them."""

from collections.abc import Mapping, Sequence

from components.card.types import Measured

Scores = Sequence[tuple[str, float]]  # ("<split> <figure>", value), as bundle.json lists them
FIRST = ("accuracy", "macro-F1", "linked F1", "r")  # the one figure that tells most of a head, of those it has


def measured(heads: Sequence[str], scores: Mapping[str, Scores]) -> tuple[Measured, ...]:
    """What was measured of these heads; one that the bundle lacks, or that was not measured, is left out."""
    found = (Measured(head, _line(scores[head])) for head in heads if head in scores)
    return tuple(item for item in found if item.figures)


def _line(scores: Scores) -> str:
    splits: dict[str, dict[str, float]] = {}
    for name, value in scores:
        split, _, figure = name.partition(" ")
        splits.setdefault(split, {})[figure.removeprefix("5-fold ")] = value
    return "; ".join(line for split, figures in splits.items() if (line := _split(split, figures)))


def _split(split: str, figures: Mapping[str, float]) -> str:
    name = next((name for name in FIRST if name in figures), None)
    if name is None:
        return ""
    sure = figures.get("accuracy when sure")
    return f"{name} {figures[name]:.2f}" + (f", {sure:.2f} when sure" if sure is not None else "") + f" ({split})"
