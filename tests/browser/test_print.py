"""The article on paper: everything that the analyst reads is on it once, and nothing that is pressed."""

import io
import re
import unicodedata

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from components.reader.document import LEGEND
from tests.components import article

pytestmark = pytest.mark.browser
CONTROLS = (
    *("New article", "Export", "Method", "Find in the text", "Clean text", "Copy link", "fill all claims"),
    *("names of actors", "Skip the tour", "Copy with citation", "Open by keyboard", "Choose an actor"),
)
LETTERS = r"[\W_]*(?:[CXDSH]\??[\W_]+)*"  # of the marks, and white space, between two words


def printed(page) -> str:
    page.locator(".st-key-charts path[aria-label]").first.wait_for()
    pages = PdfReader(io.BytesIO(page.pdf(format="A4", print_background=True))).pages
    assert len(pages) == 1
    return unicodedata.normalize("NFKC", "\n".join(page.extract_text() for page in pages))


def times(words: str, text: str) -> int:
    return len(re.findall(LETTERS.join(map(re.escape, re.findall(r"\w+", words))), text))


def parts(paragraph: str) -> list[str]:
    """Without pictures, for which a machine may have no letters to print."""
    return [part for part in re.split(r"[\U00010000-\U0010FFFF]", paragraph) if part.strip()]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_printed_article_is_whole_and_has_no_controls(open_page, scheme):
    text = printed(open_page(scheme=scheme))
    for number, sentences in enumerate(article.SENTENCES):
        included = article.KINDS[number] != "boilerplate"
        for part in parts(" ".join(sentences)):
            assert times(part, text) == included, part
    assert [label for label in LEGEND.values() if label not in text] == []
    assert times("Denied by Veria “denied the accusation”", text) == 1
    assert [label for label in CONTROLS if label in text] == []


def test_what_is_switched_off_stays_off_on_paper(page):
    page.get_by_role("button", name="Clean text").click()
    expect(page.get_by_role("button", name="Show marks")).to_be_visible()
    assert times("Denied by Veria", printed(page)) == 0


def test_on_paper_the_article_stands_with_its_marks_and_no_controls(page):
    page.emulate_media(media="print")
    expect(page.locator(".text [data-fill=contested]").first).to_be_visible()
    expect(page.locator(".legend")).to_be_visible()
    for hidden in (".tools", ".map", ".card", ".st-key-tour", ".st-key-views"):
        expect(page.locator(hidden).first).to_be_hidden()
    expect(page.get_by_role("button", name="New article")).to_be_hidden()
