"""Two articles side by side in a real browser: chosen, filtered, opened in both places by mouse and by keyboard."""

import re
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import expect

from tests.browser.intake import paste
from tests.browser.keys import arrow_to, focused, tab_to
from tests.components import article, twin
from tests.components.fake import HOSTILE_TEXT

pytestmark = pytest.mark.browser
PHONE = {"width": 390, "height": 844}
LAPTOP = {"width": 1024, "height": 768}
AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")
DENIAL = "denied the accusation"
LONG = "\n\n".join(f"Nothing happened on day {day}, and it rained from morning to night." for day in range(60))


def compare(page, name: str) -> None:
    page.get_by_role("button", name="Compare").click()
    page.get_by_role("button", name=re.compile(name)).click()
    page.locator(".pair .side .text").first.wait_for()


@pytest.fixture
def laid(page):
    compare(page, "once more")
    return page


def sides(page):
    return page.locator(".side").nth(0), page.locator(".side").nth(1)


def test_a_sample_is_laid_beside_and_close_comes_back(laid):
    first, second = sides(laid)
    expect(first.locator("h3")).to_contain_text("Harbour talks stall")
    expect(second.locator("h3")).to_contain_text("Oskar's patience ends")
    counts = laid.locator(".legend .kind")
    expect(counts).to_have_text(["Hhedged in one 1", "Ddenial or doubt dropped 2", "Rreported otherwise 1"])
    expect(laid.locator(".entry")).to_have_count(4)
    laid.get_by_role("button", name="Close comparison").click()
    expect(laid.locator(".reader .text")).to_contain_text("Harbour talks stall")
    expect(laid.locator(".pair")).to_have_count(0)


def test_the_dropped_denial_opens_both_places_by_mouse(laid):
    first, second = sides(laid)
    laid.locator(".entry", has_text=DENIAL).click()
    expect(first.locator(".lit")).to_have_text(DENIAL)
    expect(first.locator(".lit")).to_be_in_viewport()
    expect(second.locator(".lit")).to_have_count(0)
    expect(second.locator(".near").first).to_be_in_viewport()
    assert "claimed Veria had" in "".join(second.locator(".near").all_inner_texts())
    expect(first.locator(".verdict")).to_have_text("denies")
    expect(second.locator(".verdict")).to_have_text("not told; nearest sentence marked")
    expect(laid.locator(".entry[aria-pressed=true] .more")).to_contain_text("not here; nearest sentence:")


def test_the_same_by_keyboard_alone(page):
    tab_to(page, "Compare")
    page.keyboard.press("Enter")
    tab_to(page, "once more")
    page.keyboard.press("Enter")
    page.locator(".pair .entry").first.wait_for()
    tab_to(page, "Lena Brandt:", "Daily Post:", "Veria:")
    arrow_to(page, DENIAL, "ArrowDown")
    page.keyboard.press("Enter")
    first, second = sides(page)
    expect(first.locator(".lit")).to_have_text(DENIAL)
    expect(second.locator(".near").first).to_be_in_viewport()
    assert DENIAL in focused(page)
    page.keyboard.press("Escape")
    expect(page.locator(".lit")).to_have_count(0)
    tab_to(page, "Text of article A")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page.locator(".entry[aria-pressed=true]")).to_have_count(1)
    tab_to(page, "Close comparison")
    page.keyboard.press("Enter")
    expect(page.locator(".reader .text")).to_contain_text("Harbour talks stall")


def test_a_mark_in_a_text_chooses_its_difference(laid):
    sides(laid)[1].locator(".piece", has_text="claimed").first.click()
    chosen = laid.locator(".entry[aria-pressed=true]")
    expect(chosen).to_contain_text("keeps a distance")
    expect(sides(laid)[0].locator(".lit").first).to_be_in_viewport()
    chosen.click()
    expect(laid.locator(".entry[aria-pressed=true]")).to_have_count(0)


def test_a_kind_is_hidden_and_what_both_carry_is_dimmed(laid):
    laid.locator(".kind", has_text="dropped").click()
    expect(laid.locator(".entry:visible")).to_have_count(2)
    expect(laid.locator(".piece[data-mark=contest]:not(.sample)")).to_have_count(0)
    laid.get_by_role("button", name="dim what both carry").click()
    expect(laid.get_by_role("button", name="dim what both carry")).to_have_attribute("aria-pressed", "true")
    expect(laid.locator(".pair.dimmed .piece.shared").first).to_have_css("color", "rgb(87, 93, 90)")
    laid.get_by_role("radio", name="Claims in both").click()
    expect(laid.locator(".entry[data-kind=claim]").first).to_be_visible()
    expect(laid.get_by_role("button", name="dim what both carry")).to_have_attribute("aria-pressed", "true")


def test_a_shared_passage_stands_in_both_margins(laid):
    for side in sides(laid):
        bar = side.locator(".bar-shared")
        expect(bar).to_have_text(["1", "2"])
        words = side.locator(".piece.shared").first.bounding_box()
        assert abs(bar.first.bounding_box()["y"] - words["y"]) < 3


def test_each_column_scrolls_by_itself_and_comes_to_its_place(page):
    paste(page, LONG)
    expect(page.locator(".text")).to_contain_text("on day 59")
    compare(page, "Harbour talks")
    first, second = sides(page)
    first.locator(".text").evaluate("node => node.scrollTop = 500")
    assert first.locator(".text").evaluate("node => node.scrollTop") == 500
    assert second.locator(".text").evaluate("node => node.scrollTop") == 0
    expect(page.get_by_text("No difference is reported.")).to_be_visible()
    expect(page.locator(".pair .list")).to_be_hidden()


def test_markup_in_both_articles_stays_text(page):
    paste(page, HOSTILE_TEXT)
    expect(page.locator(".text")).to_contain_text(article.HOSTILE)
    compare(page, "Harbour talks")
    expect(sides(page)[0].locator(".text")).to_contain_text(article.HOSTILE)
    for name in ("Actors", "Claims in one", "Claims in both"):
        page.get_by_role("radio", name=name).click()
        page.wait_for_timeout(300)
        if page.locator(".entry").count():
            page.locator(".entry").first.click()
    assert page.evaluate("window.hacked") is None
    assert page.locator(".pair :is(img, script)").count() == 0


def test_on_a_phone_nothing_is_wider_than_the_screen(open_page):
    page = open_page("/?sample=harbour&beside=twin", viewport=PHONE, ready=".pair .entry")
    page.locator(".entry", has_text=DENIAL).click()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    tops = [side.bounding_box()["y"] for side in (page.locator(".list"), *sides(page))]
    assert tops == sorted(tops)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [None, LAPTOP, PHONE], ids=["wide", "laptop", "phone"])
def test_no_accessibility_violation(open_page, scheme, viewport):
    page = open_page("/?sample=harbour&beside=twin", viewport=viewport, scheme=scheme, ready=".pair .entry")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    page.get_by_role("button", name="dim what both carry").click()
    for name in ("Differences", "Actors", "Claims in both"):
        page.get_by_role("radio", name=name).click()
        page.wait_for_timeout(500)
        page.locator(".entry").first.click()
        found = page.evaluate("axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa']})")["violations"]
        assert [(item["id"], item["nodes"][0]["html"][:200]) for item in found] == []


def test_the_address_of_two_samples_opens_both(open_page):
    page = open_page("/?sample=twin&beside=harbour", ready=".pair .entry")
    expect(sides(page)[0].locator(".text")).to_contain_text(twin.SENTENCES[0][0])
    expect(page).to_have_url(re.compile("beside=harbour"))
