"""What the laws are written with: a walk over the record, and expectations that name the place that fails."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, is_dataclass
from enum import StrEnum
from functools import cache
from itertools import pairwise
from typing import Any, NoReturn, get_args, get_type_hints

from framing.errors import RecordError
from framing.strict_json import shown
from framing.types import Analysis, Share, Span

TABLES = ("paragraphs", "sentences", "actors", "claims", "hedges", "contests", "silences")  # rows with ids
READINGS = ("stances", "acts", "tones", "frames")
REFERENCES: Mapping[str, str] = {
    "paragraph": "paragraphs",
    "sentence": "sentences",
    **dict.fromkeys(("side", "holder", "targets", "actor", "by", "against", "source", "target"), "actors"),
    **dict.fromkeys(("claim", "counter", "parent"), "claims"),
}  # field name -> the table that its ids point into


@dataclass(frozen=True, slots=True)
class Shape:
    """What the laws look for in a class of the record."""

    has_span: bool
    references: tuple[str, ...]
    labels: type[StrEnum] | None  # of `probabilities`
    nested: tuple[str, ...]  # fields that hold other records


@cache
def _shape(cls: type) -> Shape:
    hints = get_type_hints(cls)
    return Shape(
        has_span="start" in hints and "end" in hints,
        references=tuple(name for name in hints if name in REFERENCES and hints[name] is not str),
        labels=hints["label"] if "probabilities" in hints else None,
        nested=tuple(name for name, hint in hints.items() if _holds_records(hint)),
    )


def _holds_records(hint: object) -> bool:
    """Shares are left out: `probabilities` are read whole."""
    if get_args(hint):
        return any(_holds_records(inner) for inner in get_args(hint))
    return is_dataclass(hint) and hint is not Share


def records(analysis: Analysis) -> Iterator[tuple[str, Any, Shape]]:
    """Every dataclass inside the tables and readings, with its path and shape."""
    for name in (*TABLES, *READINGS):
        yield from _inside(getattr(analysis, name), name)


def _inside(value: object, path: str) -> Iterator[tuple[str, Any, Shape]]:
    if isinstance(value, tuple):
        for at, item in enumerate(value):
            yield from _inside(item, f"{path}[{at}]")
    elif value is not None:
        cls: type = type(value)
        shape = _shape(cls)
        yield path, value, shape
        for name in shape.nested:
            yield from _inside(getattr(value, name), f"{path}.{name}")


def broken(path: str, value: object, law: str) -> NoReturn:
    raise RecordError(f"{path}: {shown(value)} {law}")


def expect_rising(path: str, keys: Sequence[Any]) -> None:
    for before, after in pairwise(keys):
        if not before < after:
            broken(path, after, f"does not come after {before}")


def expect_order(table: str, keys: Sequence[tuple[int, Any]]) -> None:
    """Keys are (id, place); equal places may stand in any order."""
    for (before, place), (after, next_place) in pairwise(keys):
        if next_place < place:
            broken(f"{table}[{after}]", next_place, f"is read before {table}[{before}] at {place}")


def expect_apart(path: str, spans: Sequence[Span]) -> None:
    for before, after in pairwise(spans):
        if after.start < before.end:
            broken(path, after.start, f"starts before {before.end}, where the last ends")


def expect_in_sentence(analysis: Analysis, path: str, sentence: int, spans: Sequence[Span]) -> None:
    """A quotation may run over sentences, so one shared character is enough."""
    home = analysis.sentences[sentence]
    if not any(span.overlaps(Span(home.start, home.end)) for span in spans):
        broken(path, [(span.start, span.end) for span in spans], f"has no word in sentence {sentence}")
