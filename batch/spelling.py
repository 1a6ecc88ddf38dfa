"""Names and arguments in characters, whatever the locale: in one without them the system hands over bytes."""

import os

from framing.errors import InputError
from framing.strict_json import has_lone_surrogate


def spelled(given: str) -> str:
    """The characters of a name or an argument; Python puts a lone surrogate for each byte that the locale lacks.

    Raises:
        InputError: the bytes are not UTF-8.
    """
    if not has_lone_surrogate(given):
        return given
    try:
        return os.fsencode(given).decode()
    except UnicodeDecodeError as error:
        raise InputError(f"{given!a} is not UTF-8") from error
