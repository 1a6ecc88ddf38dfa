"""Text from outside in Markdown: it stays text, whatever it holds."""

import re

_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~:$&@/])")
_SPACE = re.compile(r"[\s\x00-\x1f\x7f]+")
# Some programs make a link of whatever looks like an address, escaped or not. A word joiner, which is drawn as
# nothing, breaks the look.
_ADDRESS = re.compile(r"(\\:(?=\\/)|\\@|\bwww(?=\\\.))", re.IGNORECASE)
JOINER = "\u2060"


def escape(text: str) -> str:
    """One line that no Markdown program reads as markup or as a link."""
    return _ADDRESS.sub(rf"\1{JOINER}", _SPECIAL.sub(r"\\\1", _SPACE.sub(" ", text).strip()))
