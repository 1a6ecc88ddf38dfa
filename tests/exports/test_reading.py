"""The report, the brief and the pictures: what is shown, and that text from outside stays text."""

import re
import tomllib
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import altair
import pytest
from lxml import etree, html
from markdown_it import MarkdownIt

from components import pictures
from components.charts import discover
from components.drawing import VEGA_LITE, DrawingError, draw
from framing.exports import brief_md, exports
from framing.exports._markdown import escape
from framing.grouping import Counting, Level
from framing.types import Analysis
from tests.builders import analysis
from tests.exports.test_exports import HOSTILE, empty, hostile

BY_NAME = {export.name: export for export in exports()}
ROOT = Path(__file__).resolve().parents[2]
RECORDS = pytest.mark.parametrize("record", [analysis(), empty(), hostile()], ids=["full", "empty", "hostile"])
SVG = "{http://www.w3.org/2000/svg}"


def report(record: Analysis):
    return html.fromstring(BY_NAME["report_html"].write(record).decode())


# The report


@RECORDS
def test_the_report_stands_by_itself_and_runs_nothing(record):
    page = report(record)
    [policy] = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy == "default-src 'none'; style-src 'unsafe-inline'"
    elements = {node.tag for node in page.iter() if isinstance(node.tag, str)}
    assert not elements & {"script", "img", "iframe", "object", "embed", "link", "form", "base", "svg"}
    assert not [name for node in page.iter() for name in node.attrib if name.startswith("on")]
    assert all(address.startswith("#") for address in page.xpath("//@href"))
    assert not page.xpath("//@src")
    assert "url(" not in page.xpath("string(//style)")


@RECORDS
def test_links_of_the_report_lead_somewhere_and_ids_are_unique(record):
    page = report(record)
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {address[1:] for address in page.xpath("//@href")} <= set(ids)


def test_the_report_shows_the_whole_article_with_its_marks():
    page, text = report(analysis()), analysis().article.text
    for tag in page.xpath("//*[@class='article']//*[@class='number' or @class='dispute' or contains(@class, 'tag')]"):
        tag.drop_tree()
    shown = page.xpath("string(//*[@class='article'])")
    assert "".join(text.split()) in "".join(shown.replace("Left out: rule boilerplate", "").split())
    filled = page.xpath("//*[@class='article']//*[@data-fill='contested']/text()")
    assert filled == ["could", " fail", "not soon"]
    assert page.xpath("//*[@class='article']//*[@data-line='wavy']/text()") == ["could", "may"]


def test_the_report_tells_who_denies_what():
    page = report(analysis())
    assert page.xpath("string(//*[@class='dispute'])") == "✗ Denied by Tasmar: denied the claim"
    [row] = page.xpath("//tr[@id='row-contest-0']")
    assert row.xpath("td/text()")[:4] == ["Tasmar", "denies", "denied the claim", "Lakeland"]
    assert HOSTILE.replace("\0", "\ufffd").split("!")[0] in report(hostile()).xpath("string(//h1)")


def test_the_report_has_the_colours_of_the_page():
    theme = tomllib.loads((ROOT / ".streamlit/config.toml").read_text())["theme"]
    light, dark, paper = re.findall(r":root \{(.*?)\}", (ROOT / "framing/exports/_report/report.css").read_text(), re.S)
    named = {"--ink": "text", "--second": "secondaryBackground", "--border": "border", "--quiet": "grayText"}
    kinds = {"claim": "blue", "contested": "orange", "contest": "violet", "silence": "gray", "hedge": "green"}
    for kind, colour in kinds.items():
        named |= {f"--{kind}": colour, f"--{kind}-text": f"{colour}Text", f"--{kind}-fill": f"{colour}Background"}
    for block, scheme in ((light, "light"), (dark, "dark"), (paper, "light")):
        values = dict(re.findall(r"(--[\w-]+): (#\w{6})", block))
        shared = values.keys() & named.keys()
        assert len(shared) >= 17
        assert {name: values[name] for name in shared} == {n: theme[scheme][f"{named[n]}Color"] for n in shared}


# The brief


@RECORDS
def test_text_in_the_brief_makes_no_link_no_picture_and_no_markup(record):
    written = BY_NAME["brief_md"].write(record).decode()
    rendered = html.fromstring(f"<div>{MarkdownIt('commonmark').render(written)}</div>")
    assert {node.tag for node in rendered.iter()} <= {"div", "h1", "h2", "ul", "li", "p", "strong", "hr", "br"}
    assert not re.search(r"://|www\.|\w@\w", rendered.text_content())  # nothing that looks like an address


def test_escaped_words_come_back():
    for words in ("a_b*c* [x](y) <b> `c` 1. # & ~ | $ \\", "=1+1", "# not a heading"):
        shown = html.fromstring(f"<div>{MarkdownIt('commonmark').render('x ' + escape(words))}</div>").text_content()
        assert shown.strip() == f"x {words}"


@pytest.mark.parametrize("record", [analysis(), hostile()], ids=["full", "hostile"])
def test_every_sentence_of_the_brief_cites_the_words_that_it_quotes(record):
    assert cited(record) == 9


def cited(record: Analysis) -> int:
    """How many quotations the brief has; each is the words at the places that it names."""
    text, count = record.article.text, 0
    read = [item.id for item in record.paragraphs if item.included]
    body = BY_NAME["brief_md"].write(record).decode().split("\n---\n")[0]
    lines = [line for line in body.splitlines()[1:] if line and not line.startswith("#")]
    for line in lines:
        assert re.search(r"\d\\\]", line)
        for quote, paragraph, places in re.findall(r"“(.*?)” \\\[¶(\d+), ([\d–, ]+)\\\]", line):
            spans = [tuple(map(int, place.split("–"))) for place in places.split(", ")]
            assert quote == escape(" … ".join(text[start:end] for start, end in spans))
            home = record.paragraphs[read[int(paragraph) - 1]]
            assert home.start <= spans[0][0] < home.end
            count += 1
    return count


def test_a_long_section_says_how_much_it_leaves_out(monkeypatch):
    monkeypatch.setattr(brief_md, "MOST", 2)
    assert "## Hedges (2 of 3)" in brief_md.write(analysis()).decode()


# Pictures


def test_each_chart_with_something_to_draw_is_a_png_and_an_svg():
    record, counting = hostile(), Counting(Level.SIDE, unsure=True)
    drawn = [chart for chart in discover() if not chart.table(record, counting).empty]
    with ZipFile(BytesIO(pictures.pictures(record, counting=counting))) as archive:
        names = archive.namelist()
        assert len(names) == len(set(names)) == 2 * len(drawn)
        for name in names:
            content = archive.read(name)
            if name.endswith(".png"):
                assert content.startswith(b"\x89PNG\r\n\x1a\n")
            else:
                root = etree.fromstring(content)
                tags = {node.tag.removeprefix(SVG) for node in root.iter() if isinstance(node.tag, str)}
                assert tags <= {"svg", "g", "rect", "path", "line", "text", "defs", "clipPath", "tspan", "title"}
                assert not [a for node in root.iter() for a in node.attrib if "href" in a or a.startswith("on")]
                assert "url(http" not in content.decode()


def test_nothing_to_draw_is_an_empty_archive():
    with ZipFile(BytesIO(pictures.pictures(empty(), counting=Counting()))) as archive:
        assert archive.namelist() == []


def test_a_failure_of_the_drawing_engine_is_an_error_and_not_the_end_of_the_page():
    with pytest.raises(DrawingError, match="drawing 1 charts failed"):
        draw([{"mark": "nothing that is drawn"}], {})


def test_the_engine_draws_with_the_version_that_the_charts_are_written_for():
    assert altair.SCHEMA_VERSION.removeprefix("v").startswith(f"{VEGA_LITE}.")
