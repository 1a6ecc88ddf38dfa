"""Word documents, and archives that are none."""

import re
import tracemalloc
import zlib
from datetime import UTC, datetime

import pytest
from docx import Document as new_word

from framing.document import from_bytes, require_news
from framing.document.word import MARGIN
from framing.errors import InputError
from framing.settings import Settings
from framing.types import ParagraphKind
from tests.document import office

HEADLINE = "Harbour closed after accident"
LEAD = "The harbour of Porto Velho was closed on Monday after a tanker ran aground, the port authority said."
DENIAL = "Officials denied reports that oil had leaked, but fishermen said that they had seen a film on the water."
HEAP = 100_000_000  # bytes that a refusal may take at most
XML = "<w:p xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>{}</w:p>"


def article():
    word = new_word()
    word.sections[0].header.paragraphs[0].text = "The Example, 5 March 2024"
    word.add_heading(HEADLINE, level=1)
    word.add_paragraph(LEAD)
    word.add_paragraph(DENIAL)
    return word


def read(data: bytes, **options):
    return from_bytes(data, name="news.docx", **options)


def texts(document, kind: ParagraphKind) -> list[str]:
    return [document.text[b.start : b.end] for b in document.blocks if b.kind is kind]


def test_paragraphs_are_joined_by_a_blank_line_and_judged() -> None:
    document = read(office.saved(article()))
    assert document.text == "\n\n".join(["The Example, 5 March 2024", HEADLINE, LEAD, DENIAL])
    assert texts(document, ParagraphKind.HEADLINE) == [HEADLINE]
    assert texts(document, ParagraphKind.BODY) == [LEAD, DENIAL]
    assert [b.reason for b in document.blocks if not b.included] == [MARGIN]


def test_cells_lists_and_breaks() -> None:
    word = article()
    table = word.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Exports", "Down by a third"
    word.add_paragraph("Qatar invites both sides", style="List Bullet")
    word.add_paragraph("A line\nand  another\tone")
    tail = read(office.saved(word)).text.split("\n\n")[-4:]
    assert tail == ["Exports", "Down by a third", "Qatar invites both sides", "A line\nand another one"]


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ("<w:ins><w:r><w:t>added</w:t></w:r></w:ins>", "added"),
        ("<w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:r><w:t>kept</w:t></w:r>", "kept"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:t>shown</w:t></w:r>", "shown"),
        ("<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>shown</w:t></w:r>", "shown"),
        ("<w:hyperlink><w:r><w:t>linked</w:t></w:r></w:hyperlink>", "linked"),
        ("<w:sdt><w:sdtContent><w:r><w:t>in a form</w:t></w:r></w:sdtContent></w:sdt>", "in a form"),
    ],
)
def test_what_is_seen_is_read(markup: str, shown: str) -> None:
    from docx.oxml import parse_xml

    word = article()
    word.element.body.insert(0, parse_xml(XML.format(markup)))
    assert read(office.saved(word)).text.split("\n\n")[1] == shown


def test_facts_of_the_file() -> None:
    word = article()
    facts = word.core_properties
    facts.title, facts.author, facts.created = "Harbour closed", "Ann Lee", datetime(2024, 3, 5, tzinfo=UTC)
    document = read(office.saved(word))
    assert (document.title, document.author, document.published) == ("Harbour closed", "Ann Lee", None)


def test_facts_that_nobody_gave_are_absent() -> None:
    document = read(office.saved(article()))
    assert (document.title, document.author, document.published) == (None, None, None)


def test_no_text_is_refused() -> None:
    with pytest.raises(InputError, match="no text"):
        read(office.word_file())


def test_entities_are_not_expanded() -> None:
    body = (
        '<!DOCTYPE d [<!ENTITY a "secret"><!ENTITY f SYSTEM "file:///etc/hostname">]>'
        "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>"
        f"<w:p><w:r><w:t>{LEAD}&a;&f;</w:t></w:r></w:p></w:body></w:document>"
    )
    data = office.changed(office.word_file(LEAD), "word/document.xml", body.encode())
    assert read(data).text == LEAD


NOT_WORD = {
    "a zip archive": office.archive({"a.txt": b"a"}),
    "OpenDocument text": office.archive({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b""}),
    "Excel workbook": office.archive(
        {"[Content_Types].xml": b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"}
    ),
    "PowerPoint": office.archive(
        {"[Content_Types].xml": b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"}
    ),
    "macros": office.archive(
        {"[Content_Types].xml": b"application/vnd.ms-word.document.macroEnabled.main+xml"},
    ),
    r"old Word document \(.doc\) or one with a password": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    r"no Word document \(it begins with '%PDF-1.7'\)": b"%PDF-1.7 and so on",
    "broken zip archive": b"PK\x03\x04 and nothing more",
    "broken Word document": office.archive(
        {"[Content_Types].xml": office.parts_of(office.word_file(LEAD))["[Content_Types].xml"]}
    ),
}


@pytest.mark.parametrize("named", NOT_WORD)
def test_something_else_is_refused_by_its_name(named: str) -> None:
    with pytest.raises(InputError, match=named):
        read(NOT_WORD[named])


def test_a_part_cut_short_is_refused() -> None:
    data = office.changed(office.word_file(LEAD), "word/document.xml", b"<w:document")
    with pytest.raises(InputError, match="broken Word document"):
        read(data)


def test_a_password_of_the_archive_is_named() -> None:
    data = bytearray(office.archive({"[Content_Types].xml": b"a"}))
    directory = data.index(b"PK\x01\x02")
    data[directory + 8] |= 1
    with pytest.raises(InputError, match=r"encrypted \(\[Content_Types\].xml\)"):
        read(bytes(data))


BOMBS = {
    "declared": ("word/document.xml", office.zeros(1), office.DECLARES_ANYTHING, 0),
    "in a picture": ("word/media/image1.png", office.zeros(1), office.DECLARES_ANYTHING, 0),
    "declared below the first limit": ("word/document.xml", office.zeros(1), 300_000_000, 0),
    "lying": ("word/document.xml", office.zeros(10), 1_000, zlib.crc32(bytes(1_000))),
}
SAID = {
    "declared": "unpacks to 4,295,",
    "in a picture": "unpacks to 4,295,",
    "declared below the first limit": "more than 32,000,000 bytes, at word/document.xml",
    "lying": "broken",
}


@pytest.mark.parametrize("kind", BOMBS)
def test_a_bomb_is_refused_before_it_fills_the_memory(kind: str) -> None:
    data = office.with_bomb(BOMBS[kind])
    tracemalloc.start()
    try:
        with pytest.raises(InputError, match=SAID[kind]):
            read(data)
        assert tracemalloc.get_traced_memory()[1] < HEAP
    finally:
        tracemalloc.stop()


def test_too_many_parts_are_refused() -> None:
    with pytest.raises(InputError, match="has 5,001 parts, the limit is 5,000"):
        read(office.archive({f"{number}.xml": b"" for number in range(5_001)}))


def test_the_limit_of_the_text_holds() -> None:
    with pytest.raises(InputError, match="max_code_points"):
        read(office.word_file(*[LEAD] * 20), settings=Settings(max_code_points=1_000))


def test_an_article_is_news() -> None:
    require_news(read(office.saved(article())))


def test_a_document_that_says_nothing_of_itself_has_no_title() -> None:
    parts = office.parts_of(office.word_file(LEAD))
    del parts["docProps/core.xml"]
    parts["_rels/.rels"] = re.sub(rb"<Relationship [^>]*core-properties[^>]*>", b"", parts["_rels/.rels"])
    assert from_bytes(office.archive(parts), name="news.docx").title is None


def test_a_part_without_a_name_is_left_out() -> None:
    nothing = zlib.compress(b"")[2:-4]
    data = office.with_bomb(("", nothing, 0, 0))
    assert "harbour" in from_bytes(data, name="news.docx").text
