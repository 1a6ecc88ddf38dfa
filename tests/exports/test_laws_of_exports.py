"""What holds for every file to take away, whatever stands in the text: it opens, and no text has become more than text."""

import csv
import io
import json
import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from lxml import etree
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser, LexborNode

from components.pair.document import document as pair_document
from components.pair.entries import VIEWS
from components.reader.document import document as reader_document
from framing.codec import from_json, to_json
from framing.errors import InputError
from framing.exports import exports
from framing.exports._csv import FORMULA_STARTS
from framing.types import Analysis
from tests.components import twin
from tests.exports import test_reading, test_tools
from tests.framing.engine import read_anew
from tests.framing.noisy_reader import NoisyReader
from tests.strange import ARTICLES, MARKUP, NEWS, SIGNS

NUMBER = re.compile(r"-\d+(?:\.\d+)?(?:e-?\d+)?")  # negative, as a proof of the weights may be
BY_NAME = {export.name: export for export in exports()}
EVERYTHING = "\n\n".join(f"{sign} said {sentence} {sign}" for sign, sentence in zip(MARKUP, NEWS * 3, strict=False))
EVERY_SIGN = "\n\n".join(
    f"Lima{sign}denied {sentence[:-1]}{sign}." for sign, sentence in zip(SIGNS, NEWS * 9, strict=False)
)
# Each sign that any format could take for markup, and what no XML can hold, as a letter that none does; one for one.
HARMLESS = {
    code: chr(0x4E00 + code)
    for code in range(0x80)
    if not (chr(code).isalnum() or chr(code).isspace())
}  # fmt: skip


@lru_cache(maxsize=4)
def read(text: str, seed: int) -> Analysis | None:
    """A record with marks of every kind: rules say some, and a network that says anything."""
    try:
        found = read_anew(text, any_language=True, reader=NoisyReader(seed))
    except InputError:
        return None
    article = replace(found.article, title=text[:40], source=text[-30:], author=text[7:30], url=text[:20])
    return replace(found, article=article)


def test_the_examples_have_marks_of_every_kind() -> None:
    for record in (read(EVERYTHING, 1), read(EVERY_SIGN, 2)):
        assert all((record.claims, record.hedges, record.contests, record.actors, record.stances, record.frames))


# Every format


def a_file_is_the_same_each_time_and_from_the_json(record: Analysis) -> None:
    again = from_json(to_json(record))
    for export in exports():
        assert export.write(record) == export.write(again), export.name


# XML, CSV, columns, JSON


def every_xml_is_well_formed(record: Analysis) -> None:
    strict = etree.XMLParser(resolve_entities=False, no_network=True, recover=False)
    etree.fromstring(BY_NAME["graph_graphml"].write(record), strict)
    for name in ("inception_xmi", "tables_xlsx"):
        with ZipFile(io.BytesIO(BY_NAME[name].write(record))) as archive:
            parts = [part for part in archive.namelist() if part.endswith((".xml", ".xmi", ".rels"))]
            assert parts
            for part in parts:
                etree.fromstring(archive.read(part), strict)


def no_cell_of_any_table_starts_a_formula_and_every_row_is_whole(record: Analysis) -> None:
    with ZipFile(io.BytesIO(BY_NAME["tables_csv"].write(record))) as archive:
        for name in archive.namelist():
            if name.endswith(".csv"):
                rows = list(csv.reader(io.StringIO(archive.read(name).decode("utf-8-sig"), newline=""), strict=True))
                assert {len(row) for row in rows} == {len(rows[0])}, name
                starts = [cell for row in rows for cell in row if cell.startswith(FORMULA_STARTS)]
                assert all(NUMBER.fullmatch(cell) for cell in starts), name


def every_line_of_columns_has_all_of_them(record: Analysis) -> None:
    first, *lines = BY_NAME["conll"].write(record).decode().split("\n")
    columns = len(first.removeprefix("# global.columns = ").split())
    assert {line.count("\t") + 1 for line in lines if line and not line.startswith("# ")} == {columns}


def what_is_written_for_programs_parses_strictly(record: Analysis) -> None:
    assert from_json(BY_NAME["record_json"].write(record).decode()) == record
    for line in BY_NAME["record_jsonl"].write(record).decode().split("\n")[:-1]:
        json.loads(line)
    json.loads(BY_NAME["annotations_jsonld"].write(record))
    assert tomllib.loads(BY_NAME["gold_toml"].write(record).decode())["text"] == record.article.text


# HTML


def outline(html: str) -> list[tuple[int, str, tuple[str, ...]]]:
    """Depth, name and names of attributes of every element, as a browser builds them."""
    return list(_below(LexborHTMLParser(html).root, 0))


def _below(node: LexborNode | None, depth: int) -> Iterator[tuple[int, str, tuple[str, ...]]]:
    waiting = [(node, depth)]
    while waiting:
        here, level = waiting.pop()
        if here is None:
            continue
        yield level, here.tag, tuple(sorted(here.attributes))
        waiting += reversed([(child, level + 1) for child in here.iter()])


def harmless(record: Analysis) -> Analysis:
    """The same record of a text of equal length in which nothing could be markup."""

    def plain(text: str | None) -> str | None:
        return text.translate(HARMLESS) if text is not None else None

    article = record.article
    told = {name: plain(getattr(article, name)) for name in ("text", "title", "source", "author", "url", "published")}
    return replace(
        record,
        article=replace(article, **told),
        actors=tuple(replace(actor, name=plain(actor.name)) for actor in record.actors),
    )


def the_report_has_the_elements_that_it_has_of_harmless_text(record: Analysis) -> None:
    written, expected = (BY_NAME["report_html"].write(each).decode() for each in (record, harmless(record)))
    assert outline(written) == outline(expected)


def the_brief_has_the_elements_that_it_has_of_harmless_text(record: Analysis) -> None:
    written, expected = (BY_NAME["brief_md"].write(each).decode() for each in (record, harmless(record)))
    render = MarkdownIt("commonmark").render
    assert outline(render(written)) == outline(render(expected))


@pytest.mark.parametrize("text", ["a<b>c", "<td onclick=x>", "&lt;p><!--", "<svg/onload=x>"])
def test_an_element_more_is_noticed(text: str) -> None:
    page = "<table><tr><td title='t'>{}</td></tr></table><i>end</i>"
    assert outline(page.format("words")) != outline(page.format(text))


# The documents of the page: plain JSON that a browser sets with `textContent`


def the_reader_is_given_the_paragraphs_in_pieces_and_nothing_but_json(record: Analysis) -> None:
    page = json.loads(json.dumps(reader_document(record), allow_nan=False))
    told = {
        block["paragraph"]: "".join(piece["text"] for piece in block["pieces"])
        for block in page["blocks"]
        if "pieces" in block
    }
    told |= {left["paragraph"]: left["text"] for block in page["blocks"] for left in block.get("folded", ())}
    assert told == {p.id: record.article.text[p.start : p.end] for p in record.paragraphs}
    assert len(page["marks"]) >= len(record.claims) + len(record.contests)


def two_articles_side_by_side_are_given_in_pieces(record: Analysis) -> None:
    laid = twin.laid(record, twin.analysis())
    for view, entries in VIEWS.items():
        page = json.loads(json.dumps(pair_document(laid, view, tuple(entries(laid))), allow_nan=False))
        told = ["".join(p["text"] for p in block["pieces"]) for block in page["articles"][0]["blocks"]]
        assert told == [record.article.text[p.start : p.end] for p in record.paragraphs if p.included]


# All of them over all texts


LAWS: tuple[Callable[[Analysis], object], ...] = (
    a_file_is_the_same_each_time_and_from_the_json,
    every_xml_is_well_formed,
    no_cell_of_any_table_starts_a_formula_and_every_row_is_whole,
    every_line_of_columns_has_all_of_them,
    what_is_written_for_programs_parses_strictly,
    the_report_has_the_elements_that_it_has_of_harmless_text,
    the_brief_has_the_elements_that_it_has_of_harmless_text,
    the_reader_is_given_the_paragraphs_in_pieces_and_nothing_but_json,
    two_articles_side_by_side_are_given_in_pieces,
    # and what is held there of records made by hand
    test_tools.test_units_and_their_tokens_hold_all_but_white_space,
    test_tools.test_the_cas_holds_the_text_and_every_span,
    test_tools.test_the_docbin_holds_the_text_its_sentences_and_every_span,
    test_tools.test_the_columns_are_read_by_conllu_and_spell_the_text,
    test_tools.test_the_graph_opens_in_networkx,
    test_tools.test_the_selectors_resolve_against_the_text,
    test_tools.test_the_workbook_holds_the_tables_and_no_formula,
    test_reading.test_the_report_stands_by_itself_and_runs_nothing,
    test_reading.test_links_of_the_report_lead_somewhere_and_ids_are_unique,
    test_reading.test_text_in_the_brief_makes_no_link_no_picture_and_no_markup,
    test_reading.cited,
)


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__.removeprefix("test_"))
@pytest.mark.parametrize(("text", "seed"), [(EVERYTHING, 1), (EVERY_SIGN, 2)], ids=["markup", "signs"])
def test_a_law_holds_of_every_sign_in_one_text(law: Callable[[Analysis], object], text: str, seed: int) -> None:
    law(read(text, seed))


@pytest.mark.slow
@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(ARTICLES, st.integers(0, 99))
def test_every_law_holds_of_every_text(text: str, seed: int) -> None:
    record = read(text, seed)
    assume(record is not None)
    for law in LAWS:
        law(record)
