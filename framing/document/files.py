"""A file, read by its suffix."""

import re
from collections.abc import Callable
from pathlib import PurePath

from framing.document.encoding import decode
from framing.document.html import from_html
from framing.document.plain import blocks_of, check, from_text
from framing.document.types import Document
from framing.errors import InputError
from framing.settings import DEFAULTS, Settings
from framing.types import Span

FRONT_MATTER = re.compile(
    r"\A(?:---[ \t]*\r?\n[^\n]*:[\s\S]{0,20000}?\r?\n---|"
    r"\+\+\+[ \t]*\r?\n[\s\S]{0,20000}?\r?\n\+\+\+)[ \t]*(?=\r?\n|\Z)"
)
TITLE = re.compile(r"^title[ \t]*[:=](.*)$", re.MULTILINE | re.IGNORECASE)
MOST_BYTES = 80  # per code point of the limit: markup may outweigh its text twentyfold, at four bytes each


def from_bytes(data: bytes, *, name: str, settings: Settings = DEFAULTS) -> Document:
    """Read the bytes of the file `name`.

    Raises:
        InputError: another suffix, a binary file, an encoding that does not fit, or a text that is refused.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix not in READERS:
        accepted = ", ".join(READERS)
        raise InputError(f"{name}: files of kind {suffix or 'without a suffix'} are not read; accepted are {accepted}")
    limit = MOST_BYTES * settings.max_code_points
    if len(data) > limit:
        raise InputError(f"{name} has {len(data):,} bytes, the limit is {limit:,}; split it into articles")
    return READERS[suffix](data, name, settings)


def _text(data: bytes, name: str, settings: Settings) -> Document:
    return from_text(decode(data, name=name), settings=settings)


def _markdown(data: bytes, name: str, settings: Settings) -> Document:
    text = decode(data, name=name)
    found = FRONT_MATTER.match(text)
    if found is None:
        return from_text(text, settings=settings)
    check(text, settings)
    titled = TITLE.search(found[0])
    title = _unquoted(titled[1].strip()) or None if titled is not None else None
    return Document(text=text, blocks=blocks_of(text, title=title, front=Span(0, found.end())), title=title)


def _unquoted(words: str) -> str:
    return words[1:-1] if len(words) > 1 and words[0] == words[-1] and words[0] in "\"'" else words


def _html(data: bytes, name: str, settings: Settings) -> Document:
    return from_html(decode(data, name=name, html=True), settings=settings)


# Their libraries are loaded for the first file of the kind: most texts are none.
def _mhtml(data: bytes, name: str, settings: Settings) -> Document:
    from framing.document.mail import from_mhtml

    return from_mhtml(data, name=name, settings=settings)


def _mail(data: bytes, name: str, settings: Settings) -> Document:
    from framing.document.mail import from_mail

    return from_mail(data, name=name, settings=settings)


def _pdf(data: bytes, name: str, settings: Settings) -> Document:
    from framing.document.pdf import from_pdf

    return from_pdf(data, name=name, settings=settings)


def _docx(data: bytes, name: str, settings: Settings) -> Document:
    from framing.document.word import from_docx

    return from_docx(data, name=name, settings=settings)


READERS: dict[str, Callable[[bytes, str, Settings], Document]] = {
    ".txt": _text,
    ".md": _markdown,
    ".html": _html,
    ".htm": _html,
    ".mhtml": _mhtml,
    ".mht": _mhtml,
    ".pdf": _pdf,
    ".docx": _docx,
    ".eml": _mail,
}
