"""One line of the input: an article, or the reason why it is none. One line of the output for each.

An input line is an object with `id` (a string, number, truth value or null), `text`, and possibly `title`
(a string or null); other names are ignored. An empty line is a line: it fails like any other.
"""

from dataclasses import asdict, dataclass, replace

from batch.engine import SourceId
from framing.errors import InputError, RecordError
from framing.strict_json import dumps, has_lone_surrogate, loads, shown
from framing.types import SCHEMA

STAGE = "line"  # the failure of a line that holds no article
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Item:
    line: int  # from 1
    source_id: SourceId
    text: str
    title: str | None


@dataclass(frozen=True, slots=True)
class Failure:
    """Takes the article's place in the output."""

    source_id: SourceId
    line: int
    stage: str
    message: str


def read_line(number: int, raw: bytes) -> Item | Failure:
    """Read one line, given without its line break."""
    try:
        values = read_object(number, raw)
    except (InputError, RecordError) as error:
        return Failure(None, number, STAGE, str(error))
    source_id = None
    try:
        source_id = _source_id(values)
        return Item(number, source_id, _text(values), _title(values))
    except InputError as error:
        return Failure(source_id, number, STAGE, str(error))


def failed(item: Item, error: InputError | RecordError) -> Failure:
    return Failure(item.source_id, item.line, error.stage, str(error))


def failure_line(failure: Failure) -> str:
    message = failure.message.encode("utf-8", "backslashreplace").decode()  # it may quote half a surrogate pair
    written = asdict(replace(failure, message=message))
    return dumps({"schema": SCHEMA, "failure": written}, separators=(",", ":"))


def read_object(number: int, raw: bytes) -> dict[str, object]:
    """
    Raises:
        InputError, RecordError: the line holds no object.
    """
    if number == 1:
        raw = raw.removeprefix(BYTE_ORDER_MARK)
    if not raw.strip():
        raise InputError("the line is empty; write one JSON object per line")
    try:
        values = loads(raw.decode())
    except UnicodeDecodeError as error:
        raise InputError(f"byte {error.start} of the line, 0x{raw[error.start]:02x}, is not UTF-8") from error
    if not isinstance(values, dict):
        raise InputError(f"{shown(values)} is not an object with 'id' and 'text'")
    return values


def _source_id(values: dict[str, object]) -> SourceId:
    if "id" not in values:
        raise InputError("'id' is missing; null is allowed")
    source_id = values["id"]
    if source_id is not None and not isinstance(source_id, str | int | float | bool):
        raise InputError(f"'id' is {shown(source_id)}, expected a string, a number, true, false or null")
    if isinstance(source_id, str):
        _expect_characters("id", source_id)
    return source_id


def _text(values: dict[str, object]) -> str:
    if "text" not in values:
        raise InputError("'text' is missing")
    text = values["text"]
    if not isinstance(text, str):
        raise InputError(f"'text' is {shown(text)}, expected a string")
    _expect_characters("text", text)
    return text


def _title(values: dict[str, object]) -> str | None:
    title = values.get("title")
    if title is None:
        return None
    if not isinstance(title, str):
        raise InputError(f"'title' is {shown(title)}, expected a string or null")
    _expect_characters("title", title)
    return title


def _expect_characters(name: str, value: str) -> None:
    if has_lone_surrogate(value):
        raise InputError(f"{name!r} holds half of a surrogate pair (\\ud800 to \\udfff), which is no character")
