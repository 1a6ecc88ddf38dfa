"""Columns that come in groups: words with their offsets, actors with their sides, one per label."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Any

from framing.exports._csv import Cell, Columns
from framing.naming import actor_name, words
from framing.types import Analysis, Span


def _reader(field: str) -> Callable[[Analysis, Any], Cell]:
    return lambda _, row: getattr(row, field)


def plain(*fields: str) -> Columns:
    return {field: _reader(field) for field in fields}


def place(name: str, span: Callable[[Any], Span | None]) -> Columns:
    """The quoted words and their offsets; empty where there is no span."""

    def quoted(analysis: Analysis, row: Any) -> Cell:
        found = span(row)
        return found.of(analysis.article.text) if found is not None else None

    return {
        name: quoted,
        f"{name}_start": lambda _, row: found.start if (found := span(row)) is not None else None,
        f"{name}_end": lambda _, row: found.end if (found := span(row)) is not None else None,
    }


def own_place() -> Columns:
    """For a row that is itself a span."""
    return place("words", lambda row: Span(row.start, row.end))


def places(name: str) -> Columns:
    """A split quotation: its words, an ellipsis between the parts, and `start..end` of each part."""
    return {
        name: lambda analysis, row: words(analysis, getattr(row, name)),
        f"{name}_spans": lambda _, row: " ".join(f"{span.start}..{span.end}" for span in getattr(row, name)),
    }


def actor(name: str) -> Columns:
    """The actor's id and name, and those of its side, which a place has not."""

    def side(analysis: Analysis, row: Any) -> int | None:
        id_ = getattr(row, name)
        return analysis.actors[id_].side if id_ is not None else None

    return {
        name: _reader(name),
        f"{name}_name": lambda analysis, row: actor_name(analysis, getattr(row, name), absent=""),
        f"{name}_side": side,
        f"{name}_side_name": lambda analysis, row: actor_name(analysis, side(analysis, row), absent=""),
    }


def claim(name: str) -> Columns:
    """The claim's id and its content in words."""

    def content(analysis: Analysis, row: Any) -> Cell:
        id_ = getattr(row, name)
        return words(analysis, analysis.claims[id_].content) if id_ is not None else None

    return {name: _reader(name), f"{name}_content": content}


def verdict(labels: type[StrEnum]) -> Columns:
    """The label, one probability column per label, and whether the reading is below its threshold."""
    return {
        "label": _reader("label"),
        **{f"p_{label.replace(' ', '_')}": _probability(label) for label in labels},
        "unsure": _reader("unsure"),
    }


def _probability(label: str) -> Callable[[Analysis, Any], Cell]:
    return lambda _, row: next((share.value for share in row.probabilities if share.label == label), None)


def listed(values: Iterable[object]) -> str:
    """A list in one cell."""
    return "; ".join(str(value) for value in values)
