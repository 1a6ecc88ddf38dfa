"""PDF documents, made here with fpdf2 or by hand."""

import tracemalloc
import zlib
from collections.abc import Callable, Iterable
from datetime import UTC, datetime

import pytest
from fpdf import FPDF

from framing.document import Document, from_bytes
from framing.document.margins import NUMBER, RUNNING
from framing.document.pdf import MOST_PAGES
from framing.document.printed import Line
from framing.document.typeset import in_reading_order, joined
from framing.errors import InputError
from framing.types import ParagraphKind

HEADLINE = "Harbour closed after a tanker runs aground off Porto Velho"
PARAGRAPHS = [
    "The harbour of Porto Velho was closed on Monday after a tanker ran aground, the port authority said. Nobody was "
    "hurt, and the crew was brought ashore in the evening by two tugs of the coast guard.",
    "Officials denied reports that oil had leaked, but fishermen said that they had seen a film on the water. The "
    "minister told reporters that her office would publish the figures of the inquiry by the end of the week.",
    "She did not say when the port would open again. The owner of the ship did not respond to a request for comment, "
    "and its insurer declined to answer questions about the vessel.",
    "Exports of soy fell by a third in the week that followed, according to the chamber of commerce, which called the "
    "closure an avoidable mistake and asked the government in the capital for damages.",
]
HEAP = 200_000_000  # bytes that a refusal may take at most


class Print(FPDF):
    """Pages with a running head and a number."""

    def header(self) -> None:
        self.set_font("Helvetica", size=8)
        self.cell(0, 8, "THE EXAMPLE - 5 March 2024")
        self.ln(12)

    def footer(self) -> None:
        self.set_y(-15)
        self.set_font("Helvetica", size=8)
        self.cell(0, 10, f"Page {self.page_no()} of {{nb}}", align="C")


def started() -> Print:
    page = Print()
    page.add_page()
    page.set_font("Times", style="B", size=20)
    page.multi_cell(0, 10, HEADLINE, new_x="LMARGIN", new_y="NEXT")
    page.set_font("Times", size=11)
    return page


def one_column(paragraphs: Iterable[str], *, gap: float = 3, align: str = "J", indent: str = "") -> bytes:
    page = started()
    for text in paragraphs:
        page.multi_cell(0, 5, indent + text, align=align, new_x="LMARGIN", new_y="NEXT")
        page.ln(gap)
    return bytes(page.output())


def two_columns(paragraphs: Iterable[str]) -> bytes:
    page = started()
    with page.text_columns(ncols=2, gutter=8, text_align="J", line_height=1.2) as columns:
        for text in paragraphs:
            columns.write(text)
            columns.ln()
            columns.ln()
    return bytes(page.output())


def row_by_row(paragraphs: list[str]) -> bytes:
    """Two columns whose lines are drawn across the page, as some programs do."""
    page = started()
    half = len(paragraphs) // 2
    columns = [
        page.multi_cell(85, 5, "\n \n".join(part), align="L", dry_run=True, output="LINES")
        for part in (paragraphs[:half], paragraphs[half:])
    ]
    for row in range(max(map(len, columns))):
        for x, column in zip((10, 110), columns, strict=True):
            if row < len(column):
                page.text(x, 60 + 5 * row, column[row])
    return bytes(page.output())


def read(data: bytes) -> Document:
    return from_bytes(data, name="news.pdf")


def texts(document: Document, kind: ParagraphKind) -> list[str]:
    return [document.text[b.start : b.end] for b in document.blocks if b.kind is kind]


LAYOUTS: dict[str, Callable[[list[str]], bytes]] = {
    "justified": one_column,
    "ragged": lambda paragraphs: one_column(paragraphs, align="L"),
    "paragraphs set in": lambda paragraphs: one_column(paragraphs, gap=0, indent="      "),
    "two columns": two_columns,
    "two columns drawn row by row": row_by_row,
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_paragraphs_are_put_together(layout: str) -> None:
    document = read(LAYOUTS[layout](PARAGRAPHS))
    assert texts(document, ParagraphKind.HEADLINE)[-1] == HEADLINE
    assert texts(document, ParagraphKind.BODY) == PARAGRAPHS


@pytest.mark.parametrize("layout", LAYOUTS)
def test_text_is_the_paragraphs_joined_by_a_blank_line(layout: str) -> None:
    document = read(LAYOUTS[layout](PARAGRAPHS))
    assert document.text.split("\n\n") == [document.text[b.start : b.end] for b in document.blocks]


def test_a_paragraph_runs_over_the_page_and_its_margins_are_left_out() -> None:
    paragraphs = PARAGRAPHS * 6
    document = read(one_column(paragraphs, align="J"))
    assert texts(document, ParagraphKind.BODY) == paragraphs
    reasons = {document.text[b.start : b.end]: b.reason for b in document.blocks if not b.included}
    assert reasons == {
        "THE EXAMPLE - 5 March 2024": RUNNING,
        "Page 1 of 2": NUMBER,
        "Page 2 of 2": NUMBER,
    }


def test_facts_of_the_file() -> None:
    page = started()
    page.multi_cell(0, 5, PARAGRAPHS[0])
    page.set_title("Harbour closed")
    page.set_author("Ann Lee")
    page.set_creation_date(datetime(2024, 3, 5, tzinfo=UTC))
    document = read(bytes(page.output()))
    assert (document.title, document.author, document.published) == ("Harbour closed", "Ann Lee", "2024-03-05")


def test_a_name_of_a_file_is_no_title_and_a_printer_knows_no_date() -> None:
    page = started()
    page.multi_cell(0, 5, PARAGRAPHS[0])
    page.set_title("Microsoft Word - draft3.docx")
    page.set_producer("Skia/PDF m120")
    document = read(bytes(page.output()))
    assert (document.title, document.author, document.published) == (None, None, None)


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["The port", "was closed."], "The port was closed."),
        (["The inter-", "national port"], "The international port"),
        (["The inter\u00ad", "national port"], "The international port"),
        (["The state-", "owned port"], "The state-owned port"),
        (["The Porto-", "Velho line"], "The Porto- Velho line"),
        (["From 2020-", "2024 it"], "From 2020- 2024 it"),
        (["so\u00adftly said"], "softly said"),
    ],
)
def test_words_broken_at_the_end_of_a_line(lines: list[str], text: str) -> None:
    assert joined(lines, frozenset({"state-owned"})) == text


def test_a_page_without_columns_keeps_the_order_of_drawing() -> None:
    lines = [Line(f"Sentence number {n} goes from the left edge to the right edge.", 0, 50.0, y, 10.0)
             for n, y in enumerate((700.0, 100.0, 400.0, 388.0, 376.0, 364.0, 352.0))]  # fmt: skip
    assert in_reading_order(lines) == lines


def test_a_headline_between_columns_divides_them() -> None:
    def column(x: float, top: float, name: str) -> list[Line]:
        return [Line(f"{name} has thirty letters in line {n}", 0, x, top - 12 * n, 10.0) for n in range(4)]

    across = Line("A headline that runs across both of the columns of this page, from left to right", 0, 50, 640, 10.0)
    parts = [column(50, 700, "A"), column(300, 700, "B"), [across], column(50, 620, "C"), column(300, 620, "D")]
    drawn = [*parts[4], *parts[3], *parts[2], *parts[1], *parts[0]]
    assert in_reading_order(drawn) == [line for part in parts for line in part]


def test_no_text_layer_is_refused() -> None:
    page = FPDF()
    page.add_page()
    page.rect(10, 10, 100, 100, style="F")
    with pytest.raises(InputError, match="no text layer"):
        read(bytes(page.output()))


def test_a_password_is_named() -> None:
    page = started()
    page.set_encryption(owner_password="a", user_password="b")
    with pytest.raises(InputError, match="encrypted"):
        read(bytes(page.output()))


def test_what_only_its_owner_may_change_is_read() -> None:
    page = started()
    page.multi_cell(0, 5, PARAGRAPHS[0])
    page.set_encryption(owner_password="a", user_password="")
    assert PARAGRAPHS[0] in read(bytes(page.output())).text


WHOLE = one_column(PARAGRAPHS)


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (b"%PDF-1.7\nnothing", "broken PDF"),
        (b"PK\x03\x04", "no PDF"),
        (b"", "no PDF"),
        (b"%PDF-1.7\n" + bytes(5_000), "broken PDF"),
        (WHOLE[:200], "broken PDF"),
    ],
    ids=["header alone", "zip", "empty", "zeros", "cut short"],
)
def test_what_is_broken_is_refused(data: bytes, named: str) -> None:
    with pytest.raises(InputError, match=named):
        read(data)


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9, 0.99])
@pytest.mark.parametrize("damage", [b"", b"\x00" * 50, b"<<" * 200, b"[" * 3_000])
def test_damage_is_read_or_refused(share: float, damage: bytes) -> None:
    at = int(share * len(WHOLE))
    try:
        document = read(WHOLE[:at] + damage + WHOLE[at + len(damage) :])
    except InputError:
        return
    assert document.blocks


def by_hand(packed: bytes, *, filters: str = "/FlateDecode", pages: int = 1) -> bytes:
    """A PDF of one content stream, shown on every page."""
    kids = " ".join("3 0 R" for _ in range(pages))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {pages}>>".encode(),
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R>>",
        f"<</Filter{filters}/Length {len(packed)}>>stream\n".encode() + packed + b"\nendstream",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    body, places = bytearray(b"%PDF-1.7\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj" % number + content + b"endobj\n"
    table = b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(body + table + b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(body))


def spaces(gigabytes: int) -> bytes:
    """So many gigabytes of blanks, packed to a thousandth."""
    packer = zlib.compressobj(9)
    head = packer.compress(b" " * (1 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)
    block = packer.compress(b" " * (1 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)
    return head + block * (1_024 * gigabytes - 1)


SENTENCE = b"BT /F 12 Tf 50 700 Td (The harbour was closed on Monday, officials said.) Tj ET "
TOO_MUCH = {
    "instructions without end": (by_hand(zlib.compress(b"q Q " * 500_000)), "too large when unpacked"),
    "a page shown too often": (by_hand(zlib.compress(SENTENCE), pages=MOST_PAGES + 1), "101 pages, the limit is 100"),
    "many full pages": (by_hand(zlib.compress(SENTENCE + b"q Q " * 10_000), pages=MOST_PAGES), "drawing instructions"),
    "a text too long": (by_hand(zlib.compress(SENTENCE.replace(b".", b" on" * 300_000)), pages=2), "max_code_points"),
}
BOMBS = {
    "ten gigabytes": by_hand(spaces(10)),
    "packed twice": by_hand(zlib.compress(spaces(10)), filters="[/FlateDecode/FlateDecode]"),
}


def test_the_page_by_hand_is_sound() -> None:
    assert read(by_hand(zlib.compress(SENTENCE))).text == "The harbour was closed on Monday, officials said."


def test_words_printed_twice_to_look_bold_are_read_once() -> None:
    twice = SENTENCE + SENTENCE.replace(b"50 700", b"50.3 700")
    assert read(by_hand(zlib.compress(twice))).text == "The harbour was closed on Monday, officials said."


@pytest.mark.parametrize("kind", TOO_MUCH)
def test_too_much_is_refused(kind: str) -> None:
    data, named = TOO_MUCH[kind]
    with pytest.raises(InputError, match=named):
        read(data)


@pytest.mark.parametrize("kind", BOMBS)
def test_a_bomb_is_refused_before_it_fills_the_memory(kind: str) -> None:
    tracemalloc.start()
    try:
        with pytest.raises(InputError, match="too large when unpacked"):
            read(BOMBS[kind])
        assert tracemalloc.get_traced_memory()[1] < HEAP
    finally:
        tracemalloc.stop()
