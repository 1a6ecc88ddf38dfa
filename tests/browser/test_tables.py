"""Rows of a table and marks of the text choose each other, also twice; the table is a canvas, so clicks are by place."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
HEAD, ROW = 38, 35  # pixels


def click_row(page, number: int) -> None:
    table = page.locator("[data-testid=stDataFrame]").first
    table.scroll_into_view_if_needed()
    table.click(position={"x": 14, "y": HEAD + ROW * number + ROW // 2})


def test_a_row_that_a_mark_has_chosen_can_be_let_go(page):
    page.get_by_role("radio", name="Claims").click()
    table = page.locator("[data-testid=stDataFrame]").first
    expect(table).to_be_visible()
    page.locator(".text .piece", has_text="reopen the harbour").click()
    expect(page.locator(".card")).to_contain_text("Daily Post")
    page.wait_for_timeout(1_000)
    table.hover()
    page.get_by_role("button", name="Clear selection").click()
    expect(page.get_by_text("Choose a mark in the text")).to_be_visible()
    click_row(page, 1)
    expect(page.locator(".card")).to_contain_text("Lena Brandt")


def test_a_pill_chosen_while_the_table_comes_stays_chosen(page):
    page.get_by_role("radio", name="Actors").click()
    page.get_by_role("radio", name="Veria").click()
    expect(page.locator("[data-testid=stDataFrame]").first).to_be_visible()
    page.wait_for_timeout(2_000)
    expect(page.get_by_role("radio", name="Veria")).to_be_checked()
