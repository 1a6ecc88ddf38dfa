"""An analyst's way through the page with the real engine: paste, see, ask why, choose, count, share."""

import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.server import ROOT, WIDE, serving

pytestmark = [pytest.mark.browser, pytest.mark.slow]
FOCUSED = "document.activeElement.shadowRoot.activeElement.getAttribute('aria-label')"
PATIENCE = 30_000  # milliseconds; the models are loaded first


@pytest.fixture(scope="module")
def real(browser, tmp_path_factory):
    with serving(ROOT / "app.py", tmp_path_factory.mktemp("real") / "log.txt") as address:
        yield address


@pytest.fixture
def visit(browser, real):
    contexts = []

    def opened(path="/"):
        contexts.append(browser.new_context(viewport=WIDE, reduced_motion="reduce"))
        page = contexts[-1].new_page()
        page.set_default_timeout(PATIENCE)
        expect.set_options(timeout=PATIENCE)
        page.goto(real + path)
        page.locator(".text .stop").first.wait_for()
        page.get_by_role("button", name="Skip the tour").click()
        return page

    yield opened
    expect.set_options(timeout=5_000)
    for context in contexts:
        context.close()


def reference() -> str:
    folder = os.environ.get("HEDGEROW_SEED")
    if not folder:
        pytest.skip("HEDGEROW_SEED does not name the folder of the reference article")
    return next(iter(sorted(Path(folder).glob("*.txt")))).read_text(encoding="utf-8")


def read(page, text: str) -> None:
    page.get_by_role("button", name="New article").click()
    page.get_by_label("Text of the article").fill(text)
    page.get_by_role("button", name="Read", exact=True).click()
    page.locator(".text .piece", has_text="lethal support").first.wait_for()


def asks_why(page) -> None:
    """The open card names the two sides, the kind of contest, and quotes both."""
    card = page.locator(".card")
    expect(card).to_contain_text("United States")
    expect(card).to_contain_text("Denied by China")
    expect(card).to_contain_text("lethal support")


def test_the_reference_article_is_asked_why_by_mouse(visit):
    page = visit()
    read(page, reference())
    page.locator(".text [data-fill='contested']", has_text="lethal support").first.click()
    asks_why(page)
    page.get_by_role("radio", name="China").click()
    expect(page.locator(".text .piece.aside").first).to_be_attached()
    page.locator("[class*=chart_wide] path[aria-label*='opens: China']").last.click(force=True)
    heading = page.locator(".opened h4")
    expect(heading).to_contain_text("China")
    count = int(re.match(r"(\d+) sentence", heading.inner_text()).group(1))
    expect(page.locator(".opened q")).to_have_count(count)
    page.locator(".opened").get_by_role("button", name="Clear").click()
    expect(page.locator(".opened")).to_have_count(0)
    assert "lethal" not in page.url


def test_the_reference_article_is_asked_why_by_keyboard(visit):
    page = visit()
    read(page, reference())
    page.locator(".text .stop[tabindex='0']").focus()
    for _ in range(page.locator(".text .stop").count()):
        if (page.evaluate(FOCUSED) or "").startswith("Claim by United States"):
            break
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    asks_why(page)
    expect(page.locator(".text .tag[aria-pressed='true']")).to_have_attribute("aria-label", re.compile("United States"))
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(page.get_by_text("Choose a mark in the text")).to_be_visible()


def test_a_link_to_a_sample_opens_the_same_view_elsewhere(visit):
    page = visit()
    page.get_by_role("radio", name="China").click()
    page.get_by_role("radio", name="Contests").click()
    expect(page).to_have_url(re.compile("view=Contests"))
    page.get_by_role("button", name="names of actors").click()
    expect(page).to_have_url(re.compile("layers="))
    other = visit(re.sub(r"^https?://[^/]+", "", page.url))
    expect(other.get_by_role("radio", name="China")).to_be_checked()
    expect(other.get_by_role("radio", name="Contests")).to_be_checked()
    expect(other.locator(".text .name").first).to_be_visible()
