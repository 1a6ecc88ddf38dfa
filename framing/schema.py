"""The JSON Schema of the record, built from the same forms that write and read it.

`python -m framing.schema > docs/analysis.schema.json` publishes it; a test fails when the file lags behind.
"""

import json
import sys
from typing import Any

from framing.codec import record_form
from framing.forms import Choice, Constant, Form, JsonText, Listing, Nullable, Pairs, Record, Scalar
from framing.types import SCHEMA, Analysis

_TYPES = {str: "string", int: "integer", float: "number", bool: "boolean"}


def schema() -> dict[str, Any]:
    """JSON Schema 2020-12: every field is required, no other is allowed, every set of labels is closed."""
    root = record_form(Analysis)
    definitions: dict[str, dict[str, Any]] = {}
    properties = {name: _describe(form, definitions) for name, form in root.forms.items()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Analysis, {SCHEMA}",
        **_closed_object(properties),
        "$defs": dict(sorted(definitions.items())),
    }


def schema_text() -> str:
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def _describe(form: Form, definitions: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """Records and label sets go to `definitions` under their class name; what is returned refers to them."""
    match form:
        case Constant(value):
            return {"const": value}
        case JsonText():
            return {}  # any JSON value
        case Scalar(kinds):
            return _scalar(kinds)
        case Nullable(Scalar(kinds)):
            described = _scalar(kinds)
            named = described["type"]
            return described | {"type": [*named, "null"] if isinstance(named, list) else [named, "null"]}
        case Nullable(inner):
            return {"anyOf": [_describe(inner, definitions), {"type": "null"}]}
        case Listing(item):
            return {"type": "array", "items": _describe(item, definitions)}
        case Pairs():
            return _mapping(form, definitions)
        case Choice(labels):
            definitions[labels.__name__] = {"type": "string", "enum": [label.value for label in labels]}
            return {"$ref": f"#/$defs/{labels.__name__}"}
        case Record(cls, forms):
            if cls.__name__ not in definitions:
                properties = {name: _describe(field, definitions) for name, field in forms.items()}
                definitions[cls.__name__] = _described(cls) | _closed_object(properties)
            return {"$ref": f"#/$defs/{cls.__name__}"}
    raise TypeError(f"framing.schema cannot describe {form!r}")


def _closed_object(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _mapping(form: Pairs, definitions: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """Shares with a closed set of labels are probabilities; other pairs are named values."""
    _, value = form.record.forms.values()
    if form.keys is None:
        return {"type": "object", "additionalProperties": _describe(value, definitions)}
    probability = {"type": "number", "minimum": 0, "maximum": 1}
    names = _describe(Choice(form.keys), definitions)
    return {
        "type": "object",
        "propertyNames": names,
        "additionalProperties": probability,
        "minProperties": 1,
    }


def _scalar(kinds: tuple[type, ...]) -> dict[str, Any]:
    if kinds == (int,):
        return {"type": "integer", "minimum": 0}  # every whole number of the record is an id or an offset
    names = [_TYPES[kind] for kind in kinds]
    return {"type": names[0] if len(names) == 1 else names}


def _described(cls: type) -> dict[str, Any]:
    """The class docstring, unless `dataclass` made it from the signature."""
    written = cls.__doc__
    if written is None or written.startswith(f"{cls.__name__}("):
        return {}
    return {"description": written}


if __name__ == "__main__":
    sys.stdout.write(schema_text())
