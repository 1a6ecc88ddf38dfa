"""A PDF with a text layer: its lines, from which `typeset` makes paragraphs."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from pypdf import Configuration, PdfReader, apply_configuration
from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError, PyPdfError

from framing.document.drawn import Drawing
from framing.document.joined import document_of
from framing.document.printed import Line
from framing.document.types import Document
from framing.document.typeset import parts_of
from framing.errors import InputError, quoted
from framing.settings import DEFAULTS, Settings

MOST_PAGES = 100  # an article has ten; a book is no article
MOST_STEPS = 150_000  # drawing instructions of all pages: forty pages of print have 20,000
PAGE_BYTES = 8_000_000  # that one stream may unpack to
PAGE_STEPS = 150_000  # instructions and their numbers of one stream; a page of print has 10,000
LIMITS = Configuration(
    zlib_maximum_output_length=PAGE_BYTES,
    lzw_maximum_output_length=PAGE_BYTES,
    run_length_maximum_output_length=PAGE_BYTES,
    array_based_stream_maximum_output_length=PAGE_BYTES,
    stream_decoding_work_maximum_length=4 * PAGE_BYTES,
    stream_parsing_work_maximum_count=PAGE_STEPS,
    xform_maximum_invocations_per_extraction=500,
    page_tree_maximum_entries=10_000,
    jbig2dec_binary=None,  # no program is started for a picture
)
HEAD = 1_024  # bytes within which a PDF says that it is one
NO_TITLE = re.compile(  # what programs write where nobody gave one: names of files, addresses
    r"Microsoft (?:Word|PowerPoint|Excel) - .*|\S*\.(?:docx?|indd|qxp|pdf|rtf|odt|html?|tex|dvi)|untitled.*|"
    r"(?:about|https?|file):\S*",
    re.IGNORECASE,
)
PRINTERS = ("Skia/PDF", "Quartz PDFContext", "Microsoft: Print To PDF", "cairo")  # their date is that of printing
REMEDY = "print it to a new PDF, or paste its text"


def from_pdf(data: bytes, *, name: str, settings: Settings = DEFAULTS) -> Document:
    """Read a PDF; `Document.text` is its paragraphs in reading order, joined by a blank line.

    Raises:
        InputError: no PDF, broken, encrypted, without a text layer, or larger than the limits above.
    """
    if b"%PDF-" not in data[:HEAD]:
        raise InputError(f"{name} is no PDF (it begins with {data[:8].decode('latin-1')!r}); {REMEDY}")
    try:
        with apply_configuration(LIMITS):
            reader = PdfReader(io.BytesIO(data))
            _check(reader, name)
            lines = tuple(_lines(reader, name, settings.max_code_points))
            facts = _facts(reader)
    except LimitReachedError as error:
        raise InputError(f"{name} is too large when unpacked ({quoted(error)}); {REMEDY}") from error
    except (DependencyError, FileNotDecryptedError) as error:
        raise InputError(f"{name} is encrypted; remove its password, or paste its text") from error
    # what the library lets through on malformed objects, besides its own errors
    except (PyPdfError, RecursionError, ValueError, TypeError, KeyError, IndexError, AttributeError,
            AssertionError, ZeroDivisionError, OverflowError, NotImplementedError) as error:  # fmt: skip
        raise InputError(f"{name} is a broken PDF ({quoted(error)}); {REMEDY}") from error
    if not any(sign.isalnum() for line in lines for sign in line.text):
        raise InputError(f"{name} has no text layer: its pages are pictures; read them with OCR first")
    document = document_of(parts_of(lines), settings=settings, title=facts.title)
    return replace(document, author=facts.author, published=facts.published)


@dataclass(frozen=True, slots=True)
class _Facts:
    title: str | None
    author: str | None
    published: str | None


def _check(reader: PdfReader, name: str) -> None:
    if reader.is_encrypted and not reader.decrypt(""):  # an empty password opens what may be read by anybody
        raise InputError(f"{name} is encrypted; remove its password, or paste its text")
    count = len(reader.pages)
    if count > MOST_PAGES:
        raise InputError(f"{name} has {count:,} pages, the limit is {MOST_PAGES}; print the pages of the article alone")


def _lines(reader: PdfReader, name: str, max_code_points: int) -> Iterator[Line]:
    steps, left = 0, max_code_points

    def count(*_: object) -> None:
        nonlocal steps
        steps += 1
        if steps > MOST_STEPS:
            raise InputError(f"{name} takes more than {MOST_STEPS:,} drawing instructions; {REMEDY}")

    for number, page in enumerate(reader.pages):
        drawing = Drawing(number)
        page.extract_text(visitor_text=drawing.add, visitor_operand_before=count)
        left -= sum(len(run.text) for run in drawing.runs)
        if left < 0:
            raise InputError(
                f"{name} has more than {max_code_points:,} code points of text by page {number + 1} "
                "(max_code_points); print the pages of the article alone"
            )
        yield from drawing.lines()


def _facts(reader: PdfReader) -> _Facts:
    """What the file says of itself; a name of a file is no title, and the date of printing none of publication."""
    facts = reader.metadata
    if facts is None:
        return _Facts(None, None, None)
    title, author = _words(facts.title), _words(facts.author)
    printed = any(printer in (facts.producer or "") for printer in PRINTERS)
    made = None if printed else _date(facts.creation_date)
    return _Facts(None if title is not None and NO_TITLE.fullmatch(title) else title, author, made)


def _words(value: str | None) -> str | None:
    return " ".join(value.split()) or None if value is not None else None


def _date(value: datetime | None) -> str | None:
    return value.date().isoformat() if value is not None else None
