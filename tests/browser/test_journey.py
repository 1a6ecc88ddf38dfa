"""An analyst's way through the page with the real engine: paste, see, ask why, choose, count, share."""

import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from samples import all_samples
from tests.browser.intake import paste
from tests.browser.keys import arrow_to, tab_to
from tests.browser.server import ROOT, WIDE, serving

pytestmark = [pytest.mark.browser, pytest.mark.slow]
LOADING = 120_000  # milliseconds for parser, network and the first sample
STANCE = "Stance of one toward another"
SAMPLE = all_samples()[0]
LAST_WORDS = "quiet about the date"  # of its headline
HEADLINE = "Xi to Visit Russia"  # of the reference article


@pytest.fixture(scope="module")
def real(browser, tmp_path_factory):
    with serving(ROOT / "app.py", tmp_path_factory.mktemp("real") / "log.txt") as address:
        yield address


@pytest.fixture
def visit(browser, real):
    contexts = []

    def opened(path="/"):
        contexts.append(browser.new_context(viewport=WIDE, reduced_motion="reduce"))
        contexts[-1].grant_permissions(["clipboard-read", "clipboard-write"])
        page = contexts[-1].new_page()
        page.goto(real + path)
        page.locator(".text .stop").first.wait_for(timeout=LOADING)
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def reference() -> str:
    folder = os.environ.get("HEDGEROW_SEED")
    if not folder:
        pytest.skip("HEDGEROW_SEED does not name the folder of the reference article")
    return next(iter(sorted(Path(folder).glob("*.txt")))).read_text(encoding="utf-8")


def is_read(page, title: str) -> None:
    expect(page.locator(".text h2")).to_contain_text(title)
    expect(page.get_by_text("Reading: ")).to_have_count(0)


def answers_why(page) -> None:
    """The open card names the two sides, the kind of contest, and quotes both."""
    card = page.locator(".card")
    expect(card).to_contain_text("United States")
    expect(card).to_contain_text("Denied by China")
    expect(card.locator("q, .place", has_text="lethal support").first).to_be_visible()
    expect(card.locator("q, .place", has_text="has rejected").first).to_be_visible()


def only_china_stays(page) -> None:
    """What keeps its fill is China's part: its own claims, and those that it contests or that are about it."""
    expect(page.get_by_role("radio", name="China")).to_be_checked()
    expect(page.locator(".text .piece.aside").first).to_be_attached()
    kept = page.locator(".text .piece[data-fill]:not(.aside)")
    aside = page.locator(".text .piece[data-fill].aside")
    expect(kept.filter(has_text="lethal support").first).to_be_attached()
    expect(aside.filter(has_text="lethal support")).to_have_count(0)
    assert "Reuters" not in " ".join(kept.all_inner_texts())


def opens_what_it_counts(page) -> None:
    """The heading of the opened panel counts the sentences under it, and the text emphasises just these."""
    heading = page.locator(".opened h4")
    expect(heading).to_contain_text(STANCE)
    expect(heading).to_contain_text("China")
    count = int(re.match(r"(\d+) sentence", heading.inner_text()).group(1))
    quotes = page.locator(".opened q")
    expect(quotes).to_have_count(count)
    said = "".join(quotes.all_text_contents())
    page.wait_for_function("said => [...(CSS.highlights.get('hedgerow-said') ?? [])].join('') === said", arg=said)


def opens_elsewhere_as_it_is_here(visit, page) -> None:
    """The link that was copied brings a stranger to the sample, the actor and the view of this page."""
    expect(page.get_by_role("button", name="Link copied")).to_be_visible()
    link = page.evaluate("navigator.clipboard.readText()")
    assert "sample=" in link
    other = visit(re.sub(r"^https?://[^/]+", "", link))
    for one in (page, other):
        expect(one.get_by_role("radio", name="China")).to_be_checked()
        expect(one.get_by_role("radio", name="Contests")).to_be_checked()
        expect(one.locator(".text .name").first).to_be_visible()
    assert other.locator(".text").inner_text() == page.locator(".text").inner_text()
    assert other.locator(".text .aside").all_inner_texts() == page.locator(".text .aside").all_inner_texts()


def test_the_reference_article_is_asked_why_by_mouse(visit, reference):
    page = visit()
    page.get_by_role("button", name="Skip the tour").click()
    paste(page, reference)
    is_read(page, HEADLINE)
    page.locator(".text [data-fill='contested']", has_text="lethal support").first.click()
    answers_why(page)
    page.get_by_role("radio", name="China").click()
    only_china_stays(page)
    matrix = page.locator("[class*=chart_wide]").filter(has=page.get_by_role("heading", name=STANCE))
    matrix.locator("path[aria-label*='opens: China']").first.click(force=True)
    opens_what_it_counts(page)
    page.locator(".opened").get_by_role("button", name="Clear").click()
    expect(page.locator(".opened")).to_have_count(0)
    assert not re.search("sample|actor|China", page.url)  # nothing of a text of one's own
    page.get_by_role("button", name="New article").click()
    page.get_by_role("radio", name="Sample").click()
    page.get_by_role("button", name=SAMPLE.title).click()
    is_read(page, LAST_WORDS)
    page.get_by_role("radio", name="China").click()
    page.get_by_role("radio", name="Contests").click()
    page.get_by_role("button", name="names of actors").click()
    expect(page).to_have_url(re.compile("layers=.*view=Contests|view=Contests.*layers="))
    page.get_by_role("button", name="Copy link").click()
    opens_elsewhere_as_it_is_here(visit, page)


def test_the_reference_article_is_asked_why_by_keyboard(visit, reference):
    page = visit()
    press = page.keyboard.press
    tab_to(page, "Skip the tour")
    press("Enter")
    tab_to(page, "New article")
    press("Enter")
    tab_to(page, "Text of the article")
    page.keyboard.insert_text(reference)
    tab_to(page, "Read")
    press("Enter")
    is_read(page, HEADLINE)
    tab_to(page, "Claim by", "About this paragraph")  # the text is one stop, wherever the arrow keys stood last
    press("Home")
    arrow_to(page, "Claim by United States")
    press("Enter")
    answers_why(page)
    tab_to(page, "China", "Russia")
    arrow_to(page, "China")
    press("Enter")
    only_china_stays(page)
    tab_to(page, f"Show data: {STANCE}")
    press("Shift+Tab")
    press("Enter")
    tab_to(page, "Marks of")
    page.keyboard.type("opposing China")
    press("Enter")
    opens_what_it_counts(page)
    press("Escape")
    tab_to(page, "Clear")
    press("Enter")
    expect(page.locator(".opened")).to_have_count(0)
    tab_to(page, "New article")
    press("Enter")
    tab_to(page, "Paste")
    arrow_to(page, "Sample")
    press("Enter")
    tab_to(page, SAMPLE.title)
    press("Enter")
    is_read(page, LAST_WORDS)
    tab_to(page, "names of actors")
    press("Enter")
    tab_to(page, "China", "Russia")
    arrow_to(page, "China")
    press("Enter")
    tab_to(page, "Framing")
    arrow_to(page, "Contests")
    press("Enter")
    expect(page).to_have_url(re.compile("layers=.*view=Contests|view=Contests.*layers="))
    tab_to(page, "Copy link")
    press("Enter")
    opens_elsewhere_as_it_is_here(visit, page)
