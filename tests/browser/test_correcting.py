"""Correcting in a real browser: another holder, undone; an actor renamed; what is refused says why."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def choose(page, label: str, option: str) -> None:
    page.get_by_role("combobox", name=label).click()
    page.get_by_role("option", name=option, exact=True).click()


def test_another_holder_is_followed_by_text_card_and_charts_and_undone(page):
    card = page.locator(".card h2, .card h3").first
    expect(card).to_contain_text("Lena Brandt")
    page.get_by_role("button", name="Correct", exact=True).click()
    choose(page, "Holder", "Daily Post")
    expect(card).to_contain_text("Daily Post")
    expect(page.get_by_role("combobox", name="Certainty")).to_be_visible()  # it stays open for the next one
    expect(page.locator(".text .tag[aria-label^='Claim by Daily Post']")).to_have_count(2)
    page.get_by_role("button", name="1 correction").click()
    expect(page.get_by_text(re.compile("Holder of .*: Lena Brandt → Daily Post"))).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(card).to_contain_text("Lena Brandt")
    expect(page.get_by_role("button", name="0 corrections")).to_be_visible()
    page.get_by_role("button", name="Redo").click()
    expect(card).to_contain_text("Daily Post")


def test_what_is_no_claim_loses_its_mark(page):
    expect(page.locator(".text [data-fill=contested]").first).to_be_visible()
    page.get_by_role("button", name="Correct", exact=True).click()
    page.get_by_role("button", name="No claim").click()
    expect(page.locator(".text [data-fill=contested]")).to_have_count(0)
    expect(page.get_by_role("button", name="1 correction")).to_be_visible()


def test_a_contest_of_words_that_are_not_there_is_refused(page):
    page.get_by_role("button", name="Correct", exact=True).click()
    page.get_by_label("With which of its words").fill("<img src=x onerror=alert(1)>")
    page.get_by_role("button", name="Add the contest").click()
    expect(page.get_by_text("Not corrected: these words do not stand in the chosen sentence")).to_be_visible()
    expect(page.get_by_label("With which of its words")).to_have_value("<img src=x onerror=alert(1)>")


def test_an_actor_is_corrected_where_there_is_room(page):
    page.get_by_role("radio", name="Veria").click()
    page.get_by_role("radio", name="Actors").click()
    page.get_by_role("button", name="Correct this actor").click()
    expect(page.get_by_role("button", name="Split")).to_be_attached()
    page.wait_for_function("document.querySelector('[data-testid=stPopoverBody]').getBoundingClientRect().height > 380")
    box = page.get_by_test_id("stPopoverBody").bounding_box()
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= page.viewport_size["height"]


def test_a_name_that_is_taken_is_refused_and_stays_typed(page):
    page.get_by_role("radio", name="Veria").click()
    page.get_by_role("radio", name="Actors").click()
    page.get_by_role("button", name="Correct this actor").click()
    page.get_by_label("Name", exact=True).first.fill("Oskar")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Not corrected: Oskar is the name of another actor")).to_be_visible()
    expect(page.get_by_role("radio", name="Veria")).to_be_checked()


def test_an_actor_is_renamed_everywhere(page):
    page.get_by_role("radio", name="Veria").click()
    page.get_by_role("radio", name="Actors").click()
    page.get_by_role("button", name="Correct this actor").click()
    page.get_by_label("Name", exact=True).first.fill("Republic of Veria")
    page.keyboard.press("Enter")
    expect(page.get_by_role("radio", name="Republic of Veria")).to_be_checked()
    expect(page.locator(".text .note").first).to_contain_text("Denied by Republic of Veria")
