"""Waiting for a long text in a real browser: progress, Cancel, and the page usable meanwhile."""

import re

import pytest
from playwright.sync_api import expect

from components import progress
from tests.browser.intake import FIELD, paste
from tests.browser.server import WIDE

pytestmark = pytest.mark.browser


def test_a_long_text_tells_its_progress_while_the_page_stays_usable(page):
    paste(page, "slow but sure.")
    expect(page.get_by_text(re.compile(r"Reading: attribution, \d+ of 40 paragraphs"))).to_be_visible()
    expect(page.get_by_label(FIELD)).to_be_hidden()
    page.locator(".text .piece[data-fill=contested]").first.click()
    expect(page.locator(".card")).to_contain_text("Lena Brandt")
    expect(page.locator(".text")).to_contain_text("slow but sure.", timeout=30_000)
    expect(page.get_by_text("Reading: attribution")).to_have_count(0)


def test_cancel_brings_the_intake_back_with_what_was_typed(page):
    paste(page, "endless and never mind.")
    page.get_by_role("button", name="Cancel").click()
    expect(page.get_by_role("button", name="Cancel")).to_have_count(0)
    expect(page.get_by_label(FIELD)).to_have_value("endless and never mind.")
    expect(page.locator(".text")).to_contain_text("Harbour talks stall")


def test_the_intake_stays_open_though_the_page_looks_at_the_progress_once_more(browser, address):
    """The browser asks by the clock, right behind the click on Cancel, and says as yet that the intake is closed."""
    held: list[str | bytes] | None = None
    with browser.new_context(viewport=WIDE) as context:
        page = context.new_page()

        def line(socket):
            nonlocal server
            server = socket.connect_to_server()
            socket.on_message(lambda said: server.send(said) if held is None else held.append(said))

        server = None
        page.route_web_socket(re.compile("_stcore/stream"), line)
        page.goto(address)
        page.locator(".text .block").first.wait_for()
        paste(page, "endless and far away.")
        expect(page.get_by_text("Reading: attribution")).to_be_visible()
        held = []
        page.get_by_role("button", name="Cancel").click()
        page.wait_for_timeout(3_000 * progress.EVERY)
        late, held = held, None
        assert len(late) > 1
        for said in late:
            server.send(said)
        expect(page.get_by_role("button", name="Cancel")).to_have_count(0)
        expect(page.get_by_label(FIELD)).to_have_value("endless and far away.")


def test_the_reader_keeps_its_place_and_the_focus_while_something_is_read(page):
    paste(page, "slow but steady.")
    expect(page.get_by_text("Reading: attribution")).to_be_visible()
    page.get_by_label("Find in the text").fill("steady")
    page.get_by_text("Reading: attribution").wait_for(state="detached", timeout=30_000)
    expect(page.locator(".text")).to_contain_text("slow but steady.")
    expect(page.get_by_label("Find in the text")).to_be_focused()
    expect(page.locator(".find output")).to_have_text("1 of 1")


def test_the_last_article_comes_back_from_the_intake(page):
    paste(page, "A calm day.")
    expect(page.locator(".text")).to_contain_text("A calm day.")
    page.get_by_role("button", name="New article").click()
    page.get_by_role("radio", name="Recent").click()
    page.get_by_role("button", name=re.compile("^Harbour talks")).click()
    expect(page.locator(".text")).to_contain_text("Harbour talks stall")
