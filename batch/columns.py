"""Which column of a row holds which field of an article, and the article that they make."""

import datetime
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from batch.engine import SourceId
from framing.document.plain import from_text
from framing.document.types import Document
from framing.errors import InputError
from framing.settings import Settings
from framing.strict_json import has_lone_surrogate, shown

ID, TEXT = "id", "text"
DETAILS = ("title", "source", "author", "url", "published")  # strings, or absent; each is a field of `Document`
FIELDS = (ID, TEXT, *DETAILS)


@dataclass(frozen=True, slots=True)
class Named:
    """A row whose cells have the types that an article wants."""

    source_id: SourceId
    text: str
    details: Mapping[str, str | None]


def mapping(options: Sequence[str]) -> dict[str, str]:
    """Read `field=column` pairs.

    Raises:
        InputError: another form, an unknown field, or one that stands twice.
    """
    columns: dict[str, str] = {}
    for option in options:
        field, sign, column = option.partition("=")
        if not sign or field not in FIELDS or not column:
            raise InputError(f"--column {option}: expected FIELD=NAME, where FIELD is one of {', '.join(FIELDS)}")
        if field in columns:
            raise InputError(f"--column {option}: {field} has been given already, as {columns[field]}")
        columns[field] = column
    return columns


def source_id(cells: Mapping[str, object], columns: Mapping[str, str]) -> SourceId:
    """The caller's own name of the article; null where there is none.

    Raises:
        InputError: it is a list, an object or infinite.
    """
    value = cells.get(columns.get(ID, ID))
    if isinstance(value, float) and not math.isfinite(value):
        if math.isnan(value):  # as pandas writes a number that is absent
            return None
        raise InputError(f"'{ID}' is {value}, which JSON cannot hold")
    if value is None or isinstance(value, int | float):
        return value
    if isinstance(value, str):
        return _characters(ID, value)
    raise InputError(f"'{ID}' is {shown(value)}, expected a string, a number, true, false or null")


def named(cells: Mapping[str, object], columns: Mapping[str, str]) -> Named:
    """
    Raises:
        InputError: a cell is missing, or of a type that its field cannot have.
    """
    values = {field: cells.get(columns.get(field, field)) for field in (TEXT, *DETAILS)}
    text = values.pop(TEXT)
    if not isinstance(text, str):
        raise InputError(f"'{TEXT}' is {shown(text)}, expected a string")
    details = {field: _detail(field, value) for field, value in values.items()}
    return Named(source_id(cells, columns), _characters(TEXT, text), details)


def document(row: Named, settings: Settings) -> Document:
    """
    Raises:
        InputError: the text is refused.
    """
    said = row.details
    read = from_text(row.text, title=said["title"], settings=settings)
    return replace(read, source=said["source"], author=said["author"], url=said["url"], published=said["published"])


def _detail(field: str, value: object) -> str | None:
    """An empty cell of a CSV is an absent value; a date of a Parquet file is written as ISO 8601 has it."""
    if value is None or value == "":
        return None
    if isinstance(value, datetime.date):  # a datetime is one too
        return value.isoformat()
    if not isinstance(value, str):
        raise InputError(f"{field!r} is {shown(value)}, expected a string or null")
    return _characters(field, value)


def _characters(field: str, value: str) -> str:
    if has_lone_surrogate(value):
        raise InputError(f"{field!r} holds bytes that are not UTF-8, or half of a surrogate pair (\\ud800 to \\udfff)")
    return value
