"""How one kind of value is written as JSON and read back: a form per kind of type hint.

`path` names the value in messages, as in `analysis.claims[3].holder`. Decoding checks everything, and so
does encoding, so that what has been written can always be read.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any, NoReturn, Protocol

from framing.errors import RecordError
from framing.strict_json import dumps, has_lone_surrogate, loads, shown

KIND_NAMES: Mapping[type, str] = {
    str: "a string",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
}


class Form(Protocol):
    def encode(self, value: Any, path: str) -> Any: ...

    def decode(self, value: Any, path: str) -> Any: ...


@dataclass(frozen=True, slots=True)
class Constant:
    value: str

    def decode(self, value: Any, path: str) -> str:
        if value != self.value:
            raise RecordError(
                f"{path}: {shown(value)}, expected {self.value!r}; "
                "open the record with the version of Hedgerow that wrote it"
            )
        return self.value

    encode = decode


@dataclass(frozen=True, slots=True)
class Scalar:
    """A string, number or truth value. A subclass (a label, a numpy float) is written as its plain kind."""

    kinds: tuple[type, ...]

    def decode(self, value: Any, path: str) -> str | int | float | bool:
        for kind in self.kinds:
            if isinstance(value, kind) and (kind is bool or not isinstance(value, bool)):
                return _exact(kind(value), path)
        if self.kinds == (float,) and isinstance(value, int) and not isinstance(value, bool):
            return _whole_as_float(value, path)
        _refuse(path, value, " or ".join(KIND_NAMES[kind] for kind in self.kinds))

    encode = decode


@dataclass(frozen=True, slots=True)
class Choice:
    labels: type[StrEnum]

    def encode(self, value: Any, path: str) -> str:
        return self.decode(value, path).value

    def decode(self, value: Any, path: str) -> StrEnum:
        if isinstance(value, str) and value in _members(self.labels):
            return _members(self.labels)[value]
        _refuse(path, value, f"one of {', '.join(_members(self.labels))}")


@dataclass(frozen=True, slots=True)
class JsonText:
    """A string that holds JSON, written as the value itself."""

    def encode(self, value: Any, path: str) -> Any:
        if not isinstance(value, str):
            _refuse(path, value, "JSON text")
        parsed = loads(value)
        if self.decode(parsed, path) != value:
            _refuse(path, value, "JSON text as framing.strict_json.dumps spells it")
        return parsed

    def decode(self, value: Any, path: str) -> str:
        text = dumps(value)
        if has_lone_surrogate(text):
            _refuse(path, value, "text without lone surrogates")
        return text


@dataclass(frozen=True, slots=True)
class Nullable:
    inner: Form

    def encode(self, value: Any, path: str) -> Any:
        return None if value is None else self.inner.encode(value, path)

    def decode(self, value: Any, path: str) -> Any:
        return None if value is None else self.inner.decode(value, path)


@dataclass(frozen=True, slots=True)
class Listing:
    item: Form

    def encode(self, value: Any, path: str) -> list[Any]:
        if not isinstance(value, tuple):
            _refuse(path, value, "a tuple")
        return [self.item.encode(part, f"{path}[{at}]") for at, part in enumerate(value)]

    def decode(self, value: Any, path: str) -> tuple[Any, ...]:
        if not isinstance(value, list):
            _refuse(path, value, "a list")
        return tuple(self.item.decode(part, f"{path}[{at}]") for at, part in enumerate(value))


@dataclass(frozen=True, slots=True)
class Pairs:
    """A tuple of two-field records as a mapping in the same order; `keys` is the closed set, if any."""

    record: "Record"
    keys: type[StrEnum] | None

    def encode(self, value: Any, path: str) -> dict[str, Any]:
        if not isinstance(value, tuple):
            _refuse(path, value, "a tuple")
        written: dict[str, Any] = {}
        for at, pair in enumerate(value):
            key, item = self.record.encode(pair, f"{path}[{at}]").values()
            if key in written:
                raise RecordError(f"{path}: {key!r} stands twice")
            self._check(key, path)
            written[key] = item
        return written

    def decode(self, value: Any, path: str) -> tuple[Any, ...]:
        if not isinstance(value, dict):
            _refuse(path, value, "an object")
        key_name, item_name = self.record.forms
        pairs = []
        for key, item in value.items():
            self._check(key, path)
            pairs.append(self.record.decode({key_name: key, item_name: item}, f"{path}[{shown(key)}]"))
        return tuple(pairs)

    def _check(self, key: str, path: str) -> None:
        if self.keys is not None:
            Choice(self.keys).decode(key, path)


@dataclass(frozen=True, slots=True)
class Record:
    cls: type
    forms: Mapping[str, Form]

    def encode(self, value: Any, path: str) -> dict[str, Any]:
        if not isinstance(value, self.cls):
            _refuse(path, value, f"a {self.cls.__name__}")
        return {name: form.encode(getattr(value, name), f"{path}.{name}") for name, form in self.forms.items()}

    def decode(self, value: Any, path: str) -> Any:
        if not isinstance(value, dict):
            _refuse(path, value, "an object")
        for name in value:
            if name not in self.forms:
                raise RecordError(
                    f"{path}: unknown field {shown(name)} with value {shown(value[name])}; "
                    f"known are {', '.join(self.forms)}"
                )
        for name in self.forms:
            if name not in value:
                raise RecordError(f"{path}: field {name!r} is missing in {shown(value)}")
        return self.cls(**{name: form.decode(value[name], f"{path}.{name}") for name, form in self.forms.items()})


@cache
def _members(labels: type[StrEnum]) -> Mapping[str, StrEnum]:
    return {member.value: member for member in labels}


def _exact(value: str | int | float | bool, path: str) -> str | int | float | bool:
    if isinstance(value, float) and not math.isfinite(value):
        _refuse(path, value, "a finite number")
    if isinstance(value, str) and has_lone_surrogate(value):
        _refuse(path, value, "text without lone surrogates")
    return value


def _whole_as_float(value: int, path: str) -> float:
    try:
        return float(value)
    except OverflowError:
        _refuse(path, value, "a finite number")


def _refuse(path: str, value: object, expected: str) -> NoReturn:
    raise RecordError(f"{path}: {shown(value)}, expected {expected}")
