"""The reader in a real browser: finding, jumping, filtering, copying and printing, as a person sees it."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.server import ROOT, serving
from tests.components import article

pytestmark = pytest.mark.browser


def highlighted(page, name: str) -> str:
    """The words that the browser draws under this name."""
    return page.evaluate("name => [...(CSS.highlights.get(name) ?? [])].map(range => `${range}`).join('|')", name)


def clipboard(page) -> str:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    return page.evaluate("navigator.clipboard.readText()")


def test_words_are_found_counted_and_stepped_through(page):
    field = page.get_by_label("Find in the text")
    field.fill("veria")
    count = page.locator(".find output")
    expect(count).to_have_text("1 of 5")
    assert highlighted(page, "hedgerow-found") == "|".join(["Veria"] * 5)
    field.press("Enter")
    expect(count).to_have_text("2 of 5")
    field.press("Shift+Enter")
    field.press("ArrowUp")
    expect(count).to_have_text("5 of 5")
    field.fill("veria had “shelled")  # over the border of a mark
    expect(count).to_have_text("1 of 1")
    field.fill("donations")  # in a paragraph that is folded away
    expect(page.get_by_text(article.SENTENCES[1][0])).to_be_visible()
    field.fill("(.*")
    expect(count).to_have_text("no match")
    field.press("Escape")
    expect(count).to_have_text("")


def test_words_are_found_in_a_browser_that_cannot_highlight_them(page):
    page.evaluate("Object.defineProperty(CSS, 'highlights', {value: undefined}); delete globalThis.Highlight")
    page.set_viewport_size({"width": 1000, "height": 400})
    page.get_by_label("Find in the text").fill("winter")
    expect(page.locator(".find output")).to_have_text("1 of 1")
    expect(page.locator(".block p", has_text="Brandt warned")).to_be_in_viewport()
    page.locator(".card dd .place", has_text="said").click()
    expect(page.locator(".block p", has_text="shelled the pier")).to_be_focused()


def test_both_ends_of_a_denial_are_reached_by_keyboard(page):
    tags = page.locator(".text .tag")
    expect(page.locator(".lines .link")).to_have_count(1)
    page.locator(".text .note").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".card")).to_contain_text("DDenialVeria")
    expect(tags.and_(page.locator("[data-id=contest-0]"))).to_be_focused()
    expect(page.locator(".lines .link.lit")).to_have_count(1)
    assert page.locator(".lines .leader").evaluate("line => getComputedStyle(line).strokeDasharray") != "none"
    expect(page.locator(".lines .ring")).to_have_count(1)
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(page.get_by_text("Choose a mark in the text")).to_be_visible()


def test_the_arrow_keys_reach_the_names_of_actors_and_say_for_whom_they_speak(page):
    stops = page.locator(".text .stop")
    before = stops.count()
    page.get_by_role("button", name="names of actors").click()
    name = page.locator(".text .stop.name", has_text="Lena Brandt")
    expect(name).to_be_visible()
    assert stops.count() > before
    page.locator(".text .stop[tabindex='0']").focus()
    page.keyboard.press("Home")
    for _ in range(stops.count()):
        if name.evaluate("node => node === node.getRootNode().activeElement"):
            break
        page.keyboard.press("ArrowRight")
    expect(name).to_be_focused()
    expect(page.locator(".tip")).to_contain_text("Lena Brandt, person, speaking for Oskar")
    page.get_by_role("button", name="names of actors").click()
    expect(stops).to_have_count(before)
    expect(page.locator(".text .stop[tabindex='0']")).to_have_count(1)


def test_the_map_leads_to_a_paragraph(page):
    cells = page.locator(".map .cell")
    expect(cells).to_have_count(3)
    cells.last.click()
    expect(page.locator(".block p", has_text="Brandt warned")).to_be_focused()
    expect(page.locator(".block p", has_text="Brandt warned")).to_be_in_viewport()


def test_the_legend_counts_and_filters_and_the_address_remembers(page):
    claims = page.locator(".legend .kind").first
    expect(claims).to_have_text(re.compile("claim 3$"))
    page.get_by_role("button", name="Count “not sure”").click()
    expect(claims).to_have_text(re.compile("claim 4$"))
    page.get_by_role("button", name="names of actors").click()
    expect(page.locator(".text .name", has_text="Lena Brandt")).to_be_visible()
    page.get_by_role("button", name="silence").first.click()
    expect(page).to_have_url(re.compile("layers=claim%2Ccontested%2Ccontest%2Chedge%2Cnames"))
    expect(page.locator(".text [data-fill=silence]")).to_have_count(0)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_role("button", name="Link copied")).to_be_visible()
    assert "sample=harbour" in clipboard(page)


def test_a_link_restores_what_was_shown(open_page):
    page = open_page("/?sample=harbour&layers=contested&view=Claims")
    expect(page.locator(".text [data-fill=contested]").first).to_be_visible()
    expect(page.locator(".text [data-line], .text [data-fill=silence]")).to_have_count(0)
    expect(page.get_by_role("radio", name="Claims")).to_be_checked()


def test_a_claim_is_copied_with_its_citation_and_a_quotation_leads_back(page):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy with citation").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert clipboard(page).startswith("“Veria had “shelled the pier” in March”, Lena Brandt, in “Harbour talks stall")
    page.locator(".card dd .place", has_text="said").click()
    assert highlighted(page, "hedgerow-at") == "said"
    expect(page.locator(".block p", has_text="shelled the pier")).to_be_focused()


def test_sentences_behind_a_chart_are_emphasised_and_the_one_read_comes_into_view(browser, tmp_path):
    with serving(ROOT / "tests/browser/reader_page.py", tmp_path / "log.txt") as address:
        page = browser.new_page(viewport={"width": 500, "height": 300}, reduced_motion="reduce")
        page.goto(address)
        page.locator(".text .block").first.wait_for()
        said, last = article.SENTENCES[3][0], article.SENTENCES[4][2]
        page.wait_for_function("CSS.highlights.get('hedgerow-said')?.size > 0")
        assert highlighted(page, "hedgerow-said").replace("|", "") == said + last
        page.get_by_role("radio", name="6").click()
        expect(page.locator(".block p", has_text="Brandt warned")).to_be_in_viewport()
        assert highlighted(page, "hedgerow-at").replace("|", "") == last
        page.close()
