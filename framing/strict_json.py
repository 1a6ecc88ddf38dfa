"""JSON without the liberties that Python's reader takes: what is read can be written again, exactly."""

import json
import math
from collections import Counter
from collections.abc import Sequence
from typing import Any, NoReturn

from framing.errors import RecordError

_SHOWN = 80  # characters of a wrong value that enter a message


def loads(text: str) -> Any:
    """Strict JSON: no NaN, no number beyond a double, no name twice in one object.

    Raises:
        RecordError: with the place of the fault.
    """
    try:
        return json.loads(text, parse_float=_finite, parse_constant=_no_constant, object_pairs_hook=_distinct_names)
    except RecursionError as error:
        raise RecordError("malformed JSON: nested too deeply") from error
    except json.JSONDecodeError as error:
        raise RecordError(f"malformed JSON at character {error.pos}: {error.msg}") from error
    except ValueError as error:  # one of the refusals below, or a whole number too long for Python
        raise RecordError(f"malformed JSON: {error}") from error


def dumps(value: object, *, separators: tuple[str, str] = (", ", ": ")) -> str:
    """Characters stand as themselves, not as escapes.

    Raises:
        RecordError: the value is not JSON.
    """
    try:
        return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=separators)
    except (ValueError, TypeError, RecursionError) as error:
        raise RecordError(f"not a JSON value: {error}") from error


def has_lone_surrogate(text: str) -> bool:
    """Such text has no UTF-8 form, so it can be neither hashed nor written."""
    if text.isascii():
        return False
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False


def shown(value: object) -> str:
    """A value as a message quotes it: escaped and short."""
    try:
        text = ascii(value)
    except ValueError:  # a whole number of more digits than Python writes
        text = f"a very long {type(value).__name__}"
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}..."


def _finite(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise ValueError(f"{digits[:_SHOWN]} is beyond the largest number")
    return number


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a JSON value")


def _distinct_names(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    read = dict(pairs)
    if len(read) != len(pairs):
        [(name, _)] = Counter(name for name, _ in pairs).most_common(1)
        raise ValueError(f"the name {shown(name)} stands twice in one object")
    return read
