"""A Word document: its paragraphs in order, with those of tables, text boxes, headers and footers."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from docx import Document as open_package
from docx.document import Document as WordDocument
from docx.opc.exceptions import OpcError
from docx.oxml.exceptions import XmlchemyError
from docx.oxml.ns import qn
from docx.section import Section
from lxml import etree

from framing.document.joined import Part, document_of
from framing.document.package import REMEDY, word_package
from framing.document.types import Document
from framing.errors import InputError, quoted
from framing.settings import DEFAULTS, Settings

OLD_WORD = b"\xd0\xcf\x11\xe0"
MARGIN = "header or footer of the document"
HEADING = ("heading", "title", "subtitle")
PARAGRAPH, TEXT, RUN_PROPERTIES = qn("w:p"), qn("w:t"), qn("w:rPr")
SIGNS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "\u2011"}
UNSEEN = frozenset({qn("w:del"), qn("w:moveFrom"), qn("w:pPr"), qn("w:txbxContent"), RUN_PROPERTIES})
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # repeats a text box for old readers
NOBODY = frozenset({"", "python-docx"})  # authors that templates bring along
UNTITLED = frozenset({"", "Word Document"})  # what the library says of a document that says nothing of itself


def from_docx(data: bytes, *, name: str, settings: Settings = DEFAULTS) -> Document:
    """Read a .docx; `Document.text` is its paragraphs, joined by a blank line, with a break inside one kept as a line.

    Raises:
        InputError: another format, encrypted, broken, too large when unpacked, or without a word.
    """
    if data.startswith(OLD_WORD):
        raise InputError(f"{name} is an old Word document (.doc) or one with a password; {REMEDY}")
    if not data.startswith(b"PK"):
        raise InputError(f"{name} is no Word document (it begins with {data[:8].decode('latin-1')!r}); {REMEDY}")
    package = word_package(data, name=name, max_code_points=settings.max_code_points)
    try:
        word = open_package(package)
        parts = [*_margins(word, header=True), *_parts(word), *_margins(word, header=False)]
        facts = word.core_properties
        author = facts.author.strip()
    except (KeyError, ValueError, TypeError, AttributeError, OpcError, XmlchemyError, etree.LxmlError) as error:
        raise InputError(f"{name} is a broken Word document ({quoted(error)}); {REMEDY}") from error
    if not any(part.aside is None for part in parts):
        raise InputError(f"{name} has no text; if it shows pictures of a text, read them with OCR first")
    title = facts.title.strip()
    document = document_of(parts, settings=settings, title=None if title in UNTITLED else title)
    return replace(document, author=None if author in NOBODY else author)  # the day of the file is none of publication


def _parts(word: WordDocument) -> Iterator[Part]:
    styles = {style.style_id: (style.name or "").lower() for style in word.styles}
    for element in word.element.body.iter(PARAGRAPH):
        if any(True for _ in element.iterancestors(FALLBACK)):
            continue
        if text := _text(element):
            style = styles.get(element.style or "", "")
            yield Part(text, heading=style.startswith(HEADING))


def _margins(word: WordDocument, *, header: bool) -> Iterator[Part]:
    """What stands above or below the pages, once for each text."""
    texts = chain.from_iterable(_margin(section, header=header) for section in word.sections)
    yield from (Part(text, aside=MARGIN) for text in dict.fromkeys(texts))


def _margin(section: Section, *, header: bool) -> Iterator[str]:
    margins = (
        (section.first_page_header, section.header, section.even_page_header)
        if header
        else (section.first_page_footer, section.footer, section.even_page_footer)
    )
    for margin in margins:
        if not margin.is_linked_to_previous:
            yield from (text for element in margin._element.iter(PARAGRAPH) if (text := _text(element)))


def _text(paragraph: etree._Element) -> str:
    """The visible words of one paragraph: without what is deleted or hidden, and without the text boxes in it."""
    signs = "".join(_signs(paragraph))
    return "\n".join(line for part in signs.split("\n") if (line := " ".join(part.split())))


def _signs(element: etree._Element) -> Iterator[str]:
    for child in element:
        if child.tag == TEXT:
            yield child.text or ""
        elif child.tag in SIGNS:
            yield SIGNS[child.tag]
        elif child.tag not in UNSEEN and not _is_hidden(child):
            yield from _signs(child)


def _is_hidden(run: etree._Element) -> bool:
    properties = run.find(RUN_PROPERTIES)
    if properties is None:
        return False
    vanish = properties.find(qn("w:vanish"))
    return vanish is not None and vanish.get(qn("w:val"), "true") not in ("false", "0", "off")
