"""What a log may hold: that something failed, its kind, and where; no word of an article."""

import logging
import traceback
from collections.abc import Callable, Iterator


def keep_wordless() -> None:
    """From now on logs leave out what an exception says, because that may be somebody's text or the name of a file."""
    if not isinstance(logging.getLogRecordFactory(), Wordless):
        logging.setLogRecordFactory(Wordless(logging.getLogRecordFactory()))


class Wordless:
    """Makes records as `make` does, and tells their exceptions by kind and place."""

    def __init__(self, make: Callable[..., logging.LogRecord]) -> None:
        self._make = make

    def __call__(self, *arguments: object, **named: object) -> logging.LogRecord:
        record = self._make(*arguments, **named)
        if record.exc_info is not None and record.exc_info[1] is not None:
            record.exc_text = "".join(_told(record.exc_info[1]))
            record.exc_info = None
        return record


def _told(error: BaseException) -> Iterator[str]:
    """Where the error and those before it were raised, the first one first."""
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None:
        yield from _told(before)
        yield "\n\n"
    yield from traceback.format_tb(error.__traceback__)
    yield f"{type(error).__module__}.{type(error).__qualname__} (what it says is not logged)"
