"""The readers of documents, by format: a text with blocks that cover it, the same each time, or a refusal."""

import io
import zipfile
from contextlib import suppress

import framing.document.mail
import framing.document.pdf
import framing.document.word  # noqa: F401  (loaded for the first file of their kinds, when no fuzzer looks any more)
from framing.document import Document, require_news
from framing.document.encoding import decode
from framing.document.files import from_bytes
from framing.errors import HedgerowError
from framing.settings import Settings
from framing.strict_json import has_lone_surrogate
from tests.fuzzing.outcome import attempt

SMALL = Settings(max_code_points=20_000)
PARTS = {  # of the smallest Word document that Word opens
    "[Content_Types].xml": b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    b'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    b'<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    b'wordprocessingml.document.main+xml"/></Types>',
    "_rels/.rels": b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    b'<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
    b'officeDocument" Target="word/document.xml"/></Relationships>',
}
ROLES = (
    "word/document.xml",
    "word/_rels/document.xml.rels",
    "word/styles.xml",
    "docProps/core.xml",
    "word/header1.xml",
)
BETWEEN = b"\n%%\n"  # the parts of a Word document in one input, in the order of `ROLES`
PAGE = (  # a PDF of one page with one typeface; what is drawn on it is the input
    b"%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj\n"
    b"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>endobj\n"
    b"4 0 obj<</Length %d>>stream\n%s\nendstream endobj\ntrailer<</Root 1 0 R/Size 6>>\nstartxref\n0\n%%%%EOF\n"
)


def check(document: Document) -> None:
    """The blocks lie in order, apart and trimmed, and what no block holds is white space."""
    position, text = 0, document.text
    for block in document.blocks:
        words = text[block.start : block.end]
        assert position <= block.start < block.end <= len(text), block
        assert words == words.strip(), block
        assert not text[position : block.start].strip(), block
        assert block.reason, block
        position = block.end
    assert not text[position:].strip(), position
    told = (document.title, document.source, document.author, document.url, document.published, document.language)
    for value in (text, *told, *document.unread):
        assert value is None or not has_lone_surrogate(value), ascii(value)


def read_as(name: str, data: bytes) -> None:
    document = attempt(lambda: from_bytes(data, name=name, settings=SMALL))
    if document is not None:
        check(document)
        attempt(lambda: require_news(document))
    assert attempt(lambda: from_bytes(data, name=name, settings=SMALL)) == document


def read_text(data: bytes) -> None:
    read_as("a.txt", data)
    with suppress(HedgerowError, UnicodeDecodeError):
        found = decode(data, name="a.txt")
        assert from_bytes(data, name="a.txt", settings=SMALL).text == found


def read_markdown(data: bytes) -> None:
    read_as("a.md", data)


def read_html(data: bytes) -> None:
    read_as("a.html", data)


def read_mail(data: bytes) -> None:
    read_as("a.eml", data)


def read_mhtml(data: bytes) -> None:
    read_as("a.mhtml", data)


def read_pdf(data: bytes) -> None:
    read_as("a.pdf", data)


def read_drawing(data: bytes) -> None:
    """What is drawn on the page of a PDF that is otherwise whole."""
    read_as("a.pdf", PAGE % (len(data), data))


def read_archive(data: bytes) -> None:
    read_as("a.docx", data)


def read_word(data: bytes) -> None:
    """Parts of a Word document, in an archive that is whole: a checksum would keep a fuzzer out."""
    read_as("a.docx", archive(*data.split(BETWEEN)))


def archive(*parts: bytes) -> bytes:
    """A Word document of these parts, in the order of `ROLES`."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name, content in (*PARTS.items(), *zip(ROLES, parts, strict=False)):
            package.writestr(name, content)
    return stream.getvalue()


def read_encoding(data: bytes) -> None:
    """The first line names an encoding, as a header of mail does."""
    named, _, rest = data.partition(b"\n")
    charset = named.decode("latin-1") or None
    for html in (False, True):
        text = attempt(lambda html=html: decode(rest, name="a", html=html, charset=charset))
        assert text is None or not has_lone_surrogate(text)


def read_named(data: bytes) -> None:
    """The first line is the name of the file."""
    name, _, rest = data.partition(b"\n")
    read_as(name.decode("utf-8", "replace"), rest)
