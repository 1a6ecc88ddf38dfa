"""How a run may end: with a value, or with a refusal that can be shown."""

from collections.abc import Callable
from typing import TypeVar

from framing.errors import HedgerowError

T = TypeVar("T")
LONGEST_MESSAGE = 1_500  # code points: what quotes its input cuts it


def attempt(read: Callable[[], T]) -> T | None:
    """What `read` returns; `None` where it refuses in words that a page can show."""
    try:
        return read()
    except HedgerowError as error:
        _check(str(error))
        return None


def _check(message: str) -> None:
    assert message.strip(), "a refusal without a word"
    assert len(message) <= LONGEST_MESSAGE, f"a message of {len(message)} code points: {message[:200]!a}"
