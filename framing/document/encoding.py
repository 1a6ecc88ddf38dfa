"""Bytes to text, without guessing more than needed."""

import codecs
import re

from charset_normalizer import from_bytes as guess

from framing.errors import InputError

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
MAGIC = {
    b"%PDF-": "a PDF document (.pdf)",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"PK\x03\x04": "a zip archive (perhaps a .docx)",
    b"\x1f\x8b": "a gzip archive",
    b"\xd0\xcf\x11\xe0": "an old Word document",
    b"{\\rtf": "an RTF document",
    b"\x7fELF": "a program",
}
UNICODE = frozenset({"utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-7"})
WESTERN = "cp1252"  # what browsers take Latin-1 and ASCII for
META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
META_BYTES = 4_096  # a page names its encoding in its first kilobyte; some have long comments before it
MOSTLY_ASCII = 0.9  # of the bytes: the rest are the quotation marks and accents of a Western text
GUESS_BYTES = 200_000  # the guess reads no further
REMEDY = "save it as UTF-8 text and try again, or paste its text"


# Encodings in which pages were written. Python knows others: `punycode` needs time by the square of the length.
TEXTUAL = re.compile(
    r"ascii|cp\d+|iso8859-\d+|koi8-\w|kz1048|mac-\w+|gb\w+|hz|big5\w*|euc_\w+|shift_jis\w*|johab|tis-620|iso2022_\w+"
)


def decode(data: bytes, *, name: str, html: bool = False, charset: str | None = None) -> str:
    """Text of a file; a byte order mark is not part of it.

    Args:
        data: the bytes.
        name: of the file, for messages.
        html: look for an encoding that the page names.
        charset: the encoding that comes with the bytes (a header of mail); it goes before UTF-8 unless it is a
            name that stands for anything Western.

    Raises:
        InputError: a binary format, or no encoding fits.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], _endian(mark, encoding), name)
    for magic, format_name in MAGIC.items():
        if data.startswith(magic):
            raise InputError(f"{name} is {format_name}, not text; give it its own suffix, or paste its text")
    told = _codec(charset) if charset is not None else None
    if told is not None and told != WESTERN:
        return _strict(data, told, name)
    if b"\x00" in data:
        raise InputError(f"{name} has a NUL byte at position {data.index(0):,}, so it is not text; {REMEDY}")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    declared = (_declared(data) if html else None) or told
    return _strict(data, declared, name) if declared is not None else _guessed(data, name)


def _endian(mark: bytes, encoding: str) -> str:
    if encoding == "utf-8":
        return encoding
    return f"{encoding}-le" if mark in (codecs.BOM_UTF16_LE, codecs.BOM_UTF32_LE) else f"{encoding}-be"


def _declared(data: bytes) -> str | None:
    """The encoding that a page names, if Python knows it."""
    found = META.search(data[:META_BYTES])
    if found is None:
        return None
    return _codec(found[1].decode("ascii"))


def _codec(declared: str) -> str | None:
    """The encoding of that name as browsers read it, unless it is unknown or a Unicode one, which are told apart."""
    try:
        encoding = codecs.lookup(declared).name
    except (LookupError, ValueError):
        return None
    if encoding in UNICODE or not TEXTUAL.fullmatch(encoding):
        return None
    return WESTERN if encoding in ("iso8859-1", "ascii") else encoding


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            f"{name} says it is {encoding}, but byte {error.start:,} (0x{data[error.start]:02x}) does not fit; {REMEDY}"
        ) from error
    except (LookupError, ValueError) as error:
        raise InputError(f"{name} says it is {encoding}, which is no encoding of text; {REMEDY}") from error


def _guessed(data: bytes, name: str) -> str:
    ascii_bytes = sum(byte < 0x80 for byte in data[:GUESS_BYTES])
    if ascii_bytes >= MOSTLY_ASCII * len(data[:GUESS_BYTES]):
        try:
            return data.decode("cp1252")
        except UnicodeDecodeError:
            pass
    best = guess(data[:GUESS_BYTES]).best()
    if best is None:
        raise InputError(f"{name} fits no known encoding of text; {REMEDY}")
    return _strict(data, best.encoding, name)
