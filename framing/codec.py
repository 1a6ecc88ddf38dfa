"""The record as JSON: one exact round trip, read off the types of `framing.types`.

Said here, because the hints cannot say it: which pairs are written as a mapping, which strings hold JSON,
and which keys come first.
"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from framing.forms import (
    KIND_NAMES,
    Choice,
    Constant,
    Form,
    JsonText,
    Listing,
    Nullable,
    Pairs,
    Record,
    Scalar,
)
from framing.strict_json import dumps, loads
from framing.types import SCHEMA, Analysis, Article, Edit, Setting, Share

_FIRST: Mapping[type, tuple[str, ...]] = {
    Analysis: ("schema",),
    Article: ("id", "source_id", "title", "text"),
}
_PAIRS = (Share, Setting)  # a tuple of these is written as {key: value}
_JSON_TEXTS = ((Edit, "op"), (Edit, "machine"), (Edit, "analyst"))


def to_json(analysis: Analysis) -> str:
    """One line of JSON, without a line break at its end.

    Raises:
        RecordError: a value that JSON cannot hold exactly (NaN, a lone surrogate, a wrong type).
    """
    return dumps(to_dict(analysis), separators=(",", ":"))


def from_json(text: str) -> Analysis:
    """The exact record that `to_json` wrote. Its laws are not checked: see `framing.laws.check`.

    Raises:
        RecordError: malformed JSON, or a field that is unknown, missing or of a wrong type.
    """
    return from_dict(loads(text))


def to_dict(analysis: Analysis) -> dict[str, Any]:
    encoded: dict[str, Any] = record_form(Analysis).encode(analysis, "analysis")
    return encoded


def from_dict(value: object) -> Analysis:
    if isinstance(value, dict) and "schema" in value:  # said first: another version has other fields
        Constant(SCHEMA).decode(value["schema"], "analysis.schema")
    analysis: Analysis = record_form(Analysis).decode(value, "analysis")
    return analysis


@cache
def record_form(cls: type) -> Record:
    """The form of a dataclass, fields in the order in which they are written."""
    hints = get_type_hints(cls)
    names = [field.name for field in fields(cls)]
    first = _FIRST.get(cls, ())
    ordered = [*first, *(name for name in names if name not in first)]
    return Record(cls, {name: _field_form(cls, name, hints) for name in ordered})


def _field_form(cls: type, name: str, hints: Mapping[str, Any]) -> Form:
    if (cls, name) == (Analysis, "schema"):
        return Constant(SCHEMA)
    if (cls, name) in _JSON_TEXTS:
        return JsonText()
    labels = hints.get("label")
    closed = labels if isinstance(labels, type) and issubclass(labels, StrEnum) else None
    return _form(hints[name], closed)


def _form(hint: Any, labels: type[StrEnum] | None) -> Form:
    if get_origin(hint) in (Union, UnionType):
        kinds = tuple(kind for kind in get_args(hint) if kind is not NoneType)
        return Nullable(_form(kinds[0], labels) if len(kinds) == 1 else Scalar(kinds))
    if get_origin(hint) is tuple:
        item = get_args(hint)[0]
        if item in _PAIRS:
            return Pairs(record_form(item), labels)
        return Listing(_form(item, labels))
    if hint in KIND_NAMES:
        return Scalar((hint,))
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return Choice(hint)
    if isinstance(hint, type) and is_dataclass(hint):
        return record_form(hint)
    raise TypeError(f"framing.codec has no form for {hint!r}")
