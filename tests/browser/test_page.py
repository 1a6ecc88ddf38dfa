"""Journeys through the page in a real browser: what a person sees, clicks and presses."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.intake import FIELD, paste
from tests.components import article
from tests.components.fake import HOSTILE_TEXT

pytestmark = pytest.mark.browser
PHONE = {"width": 390, "height": 844}


def card(page):
    return page.locator(".card")


def view(page, name: str) -> None:
    page.get_by_role("radio", name=name).click()


def test_from_a_contested_mark_to_its_contester_to_a_filtered_table(page):
    expect(page.get_by_role("heading", name=re.compile("Harbour talks stall"))).to_be_visible()
    contested = page.locator(".text .piece[data-fill=contested]").first
    expect(contested).to_be_visible()
    page.locator(".text .piece", has_text="reopen the harbour").click()
    expect(card(page)).to_contain_text("Daily Post")
    contested.click()
    expect(card(page)).to_contain_text("Lena Brandt")
    expect(card(page)).to_contain_text("Denied by Veria")
    expect(card(page)).to_contain_text("denied the accusation")
    page.get_by_role("radio", name="Daily Post").click()
    expect(page).to_have_url(re.compile("actor=Daily"))
    expect(page.locator(".text .piece.aside").first).to_be_visible()
    view(page, "Contests")
    expect(page.get_by_text("Contests: none for the chosen actor.")).to_be_visible()
    page.get_by_role("radio", name="Veria").click()
    expect(page.get_by_text("Contests: none for the chosen actor.")).to_have_count(0)


def test_the_keyboard_reaches_and_opens_every_mark(page):
    stops = page.locator(".text .stop")
    expect(page.locator(".text .stop[tabindex='0']")).to_have_count(1)
    stops.first.focus()
    expect(page.locator(".tip")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".tip")).to_be_hidden()
    page.keyboard.press("ArrowRight")
    expect(stops.nth(1)).to_be_focused()
    page.keyboard.press("End")
    expect(stops.last).to_be_focused()
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    expect(card(page).locator("h3")).to_contain_text("Daily Post")
    expect(stops.first).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".text .stop[tabindex='0']")).to_have_count(1)


def test_the_legend_hides_a_kind_and_clean_text_hides_all(page):
    page.get_by_role("button", name="hedge").first.click()
    expect(page.locator(".text .piece[data-line]:not(.sample)")).to_have_count(0)
    expect(page.locator(".text .piece[data-fill]").first).to_be_visible()
    page.get_by_role("button", name="Clean text").click()
    expect(page.locator(".text .piece[data-fill]")).to_have_count(0)
    page.get_by_role("button", name="Show marks").click()
    expect(page.locator(".text .piece[data-line]").first).to_be_visible()


def test_a_bar_chooses_its_actor_and_opens_its_sentences(page):
    page.locator("path[aria-label*='opens: Oskar, certain']").first.click()
    expect(page.get_by_role("radio", name="Oskar")).to_be_checked()
    expect(page).to_have_url(re.compile("actor=Oskar"))
    opened = page.locator(".opened")
    expect(opened.locator("h4")).to_have_text("2 sentences: Certainty of its claims, Oskar, certain")
    expect(opened.locator("q")).to_have_count(2)
    opened.locator("button", has_text="shelled the pier").click()
    page.wait_for_function("[...(CSS.highlights.get('hedgerow-at') ?? [])].join('').includes('shelled the pier')")
    opened.get_by_role("button", name="Clear").click()
    expect(opened).to_have_count(0)
    expect(page.get_by_role("radio", name="Oskar")).not_to_be_checked()


def test_the_keyboard_opens_the_same_sentences(page):
    page.locator("[class*=chart_head_1]").get_by_role("button", name="Open by keyboard").press("Enter")
    page.get_by_role("combobox", name=re.compile("Marks of")).press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(".opened h4")).to_contain_text("Certainty of its claims")


def test_a_paragraph_left_out_is_folded_with_its_reason(page):
    expect(page.get_by_text("asks for money")).to_be_hidden()
    page.locator(".folded summary").first.click()
    expect(page.get_by_text("Left out: asks for money")).to_be_visible()


def test_a_pasted_article_is_read_and_the_intake_closes(page):
    paste(page, "A calm day.\n\nNothing happened 🌊.")
    expect(page.locator(".text")).to_contain_text("Nothing happened 🌊.")
    expect(page.get_by_label(FIELD)).to_be_hidden()


def test_markup_in_an_article_stays_text(page):
    paste(page, HOSTILE_TEXT)
    expect(page.locator(".text")).to_contain_text(article.HOSTILE)
    page.locator(".text .piece[data-fill=contested]").first.click()
    expect(card(page)).to_contain_text("window.hacked")
    for name in ("Claims", "Contests", "Actors"):
        view(page, name)
        expect(page.get_by_test_id("stDataFrame").first).to_be_visible()
        expect(page.get_by_role("radio", name=name)).to_be_checked()
    page.get_by_role("radio", name=re.compile("^Veria")).click()
    expect(page.get_by_role("radio", name=re.compile("^Veria"))).to_be_checked()
    assert page.evaluate("window.hacked") is None
    assert page.locator(".text :is(img, script), .card :is(img, script), [data-testid=stPills] img").count() == 0


def test_a_refusal_shows_its_message_and_keeps_the_text(page):
    paste(page, f"refuse {article.HOSTILE}")
    expect(page.get_by_text("Not read: refused")).to_be_visible()
    expect(page.get_by_label(FIELD)).to_have_value(re.compile("^refuse"))
    assert page.evaluate("window.hacked") is None


def test_the_record_can_be_taken_away(page):
    page.get_by_role("button", name="Export").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Record (JSON)").click()
    record = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    assert record["schema"] == "hedgerow/1"
    assert record["article"]["text"] == article.TEXT


def test_two_people_do_not_see_each_other(open_page):
    one, other = open_page(), open_page()
    paste(one, "Mine alone.")
    expect(one.locator(".text")).to_contain_text("Mine alone.")
    expect(other.locator(".text")).to_contain_text("Harbour talks stall")


def test_on_a_phone_the_text_comes_first_and_the_evidence_to_the_thumb(open_page):
    page = open_page(viewport=PHONE)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.locator(".text .piece[data-fill=contested]").first.click()
    expect(card(page)).to_be_in_viewport()
    sheet = page.locator(".st-key-evidence_chosen")
    sheet.evaluate("node => node.scrollTop = node.scrollHeight")
    expect(page.locator(".card").get_by_role("button", name="Close")).to_be_in_viewport(ratio=1)
    view(page, "Actors")
    expect(page.get_by_role("radio", name="Actors")).to_be_checked()
