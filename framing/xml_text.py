"""Characters that XML 1.0 cannot hold."""

import re

_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def legal(text: str) -> str:
    """Put U+FFFD in place of each character that XML cannot hold (NUL, control characters, U+FFFE and U+FFFF).

    One for one, and none of them lies outside the Basic Multilingual Plane: every offset stays right, whether it
    counts code points or UTF-16 units.
    """
    return _ILLEGAL.sub("\ufffd", text)
