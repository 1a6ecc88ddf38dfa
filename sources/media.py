"""What kind of document a server says it sends, and in which encoding."""

import codecs
import re
from email.message import Message

from framing.document import SUFFIXES
from framing.errors import FetchError
from sources.locations import shown

# The suffix by which `framing.document` reads each type; a type whose suffix it does not read is refused.
SUFFIX_OF = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/x-markdown": ".md",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "message/rfc822": ".eml",
    "multipart/related": ".mhtml",
}
ACCEPTED = {kind: suffix for kind, suffix in SUFFIX_OF.items() if suffix in SUFFIXES}
TEXTS = {".html", ".txt", ".md"}
# Encodings of text in Latin letters. Python knows others, some of which need time by the square of the length.
ENCODINGS = re.compile(r"utf-(?:8|16|32)(?:-[lb]e)?|iso8859-\d+|cp125\d|mac-roman|ascii")


def suffix_of(content_type: str) -> str:
    """The suffix of a Content-Type.

    Raises:
        FetchError: a type that is not read.
    """
    kind = content_type.partition(";")[0].strip().lower()
    if kind in ACCEPTED:
        return ACCEPTED[kind]
    said = f"is of type {shown(kind)}" if kind else "does not say of which type it is"
    raise FetchError(
        f"the page {said}, and only {', '.join(sorted(set(ACCEPTED.values())))} are fetched; paste its text"
    )


def charset_of(content_type: str) -> str | None:
    """The encoding that a Content-Type names, as Python calls it; `None` where it names none that is known."""
    header = Message()
    header["content-type"] = content_type
    named = header.get_content_charset()
    try:
        found = codecs.lookup(named).name if named is not None else ""
    except (LookupError, ValueError):
        return None
    return found if ENCODINGS.fullmatch(found) else None


def recoded(data: bytes, charset: str | None) -> bytes:
    """Text in UTF-8 with its mark, where the server names the encoding and it fits; else the bytes as they came.

    What is UTF-8 already stays: servers often name an old encoding for pages that have long left it.
    """
    if charset is None or data.startswith(codecs.BOM_UTF8):
        return data
    try:
        if not charset.startswith(("utf-16", "utf-32")):
            data.decode("utf-8")
            return data
    except UnicodeDecodeError:
        pass
    try:
        text = data.decode("cp1252" if charset in ("iso8859-1", "ascii") else charset)  # as browsers do
    except UnicodeDecodeError:
        return data
    return codecs.BOM_UTF8 + text.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}").encode("utf-8")
