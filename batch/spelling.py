"""Names and arguments in characters, whatever the locale: where it is not one of UTF-8 they come in disguise."""

import os

from framing.errors import InputError
from framing.strict_json import has_lone_surrogate


def spelled(given: str) -> str:
    """The characters of a name or an argument: of its bytes as UTF-8 where they are that, else as the locale has them.

    Raises:
        InputError: they are neither; Python has put a lone surrogate for each byte that the locale lacks.
    """
    try:
        return os.fsencode(given).decode()
    except UnicodeError as error:
        if has_lone_surrogate(given):
            raise InputError(f"{given!a} is not UTF-8") from error
        return given
