"""A corpus in a real browser: opened by its path, asked by mouse and by keyboard, and hostile names in it stay text."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.test_injection import inert
from tests.components import planted

pytestmark = pytest.mark.browser
VIEWS = ("Coverage", "Framing", "Stances", "Dropped denials", "Articles")
PHONE = {"width": 390, "height": 844}
SMALL = {"width": 320, "height": 640}
MARK = "[class*=st-key-corpus_chart] path[aria-label*='opens: ']"


def open_folder(page, folder) -> None:
    page.get_by_role("button", name="Corpus").click()
    page.get_by_label("Folder on this machine").fill(str(folder))
    page.get_by_role("button", name="Open", exact=True).click()
    page.get_by_role("heading", name="Corpus", exact=True).wait_for()


def show(page, view: str) -> None:
    page.get_by_role("radio", name=view, exact=True).click()
    expect(page.get_by_role("radio", name=view, exact=True)).to_be_checked()


@pytest.fixture(scope="module")
def results(tmp_path_factory):
    return planted.write(tmp_path_factory.mktemp("planted") / "results")


@pytest.mark.parametrize("viewport", [None, PHONE], ids=["wide", "phone"])
def test_no_view_breaks_a_rule_of_accessibility(open_page, results, viewport):
    page = open_page(viewport=viewport)
    open_folder(page, results)
    for view in VIEWS:
        show(page, view)
        if view != "Dropped denials":  # its table comes before its chart
            expect(page.locator(MARK if view != "Articles" else "[data-testid=stDataFrame]").first).to_be_visible()
        assert list(violations(page)) == []


def test_on_a_small_phone_every_choice_is_in_sight_and_the_menu_leaves_with_the_page(open_page, results):
    page = open_page(viewport=SMALL)
    in_sight(page, "Framing", "Claims", "Contests", "Silences", "Hedges", "Actors")
    open_folder(page, results)
    in_sight(page, *VIEWS)
    menu = page.get_by_test_id("stMainMenuButton")
    expect(menu).to_be_in_viewport()
    page.get_by_test_id("stMain").evaluate("page => page.scrollTo(0, 300)")
    expect(menu).not_to_be_in_viewport()
    page.keyboard.press("Shift")  # whoever uses keys
    menu.focus()
    expect(menu).to_be_in_viewport()


def in_sight(page, *names: str) -> None:
    for name in names:
        box = page.get_by_role("radio", name=name, exact=True).bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= SMALL["width"]


def test_a_mark_opens_its_sentences_by_mouse_and_by_keyboard(open_page, results):
    page = open_page()
    open_folder(page, results)
    show(page, "Framing")
    page.locator(f"{MARK}[aria-label*='Quayside Post, tone negative']").click()
    heading = page.get_by_text("Quayside Post, tone negative: 13 of 34")
    expect(heading).to_be_visible()
    expect(page.get_by_test_id("stDataFrame")).to_be_visible()
    page.get_by_role("button", name="Close list").click()
    expect(heading).to_be_hidden()
    page.get_by_role("button", name="Open by keyboard").press("Enter")
    page.get_by_role("combobox", name=re.compile("Marks of")).press_sequentially("Quayside Post, tone negative")
    page.keyboard.press("Enter")
    expect(heading).to_be_visible()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Close corpus").click()
    expect(page.locator(".reader .text")).to_contain_text("Harbour talks stall")


def test_hostile_names_of_outlets_actors_and_folders_are_text(open_page, tmp_path):
    page = open_page()
    open_folder(page, planted.write_hostile(tmp_path / "<img src=x onerror=hacked=1> **y** :material_delete:"))
    for view in VIEWS:
        show(page, view)
        expect(
            page.locator(f"{MARK}, [data-testid=stDataFrame], .st-key-corpus [data-testid=stText]").last
        ).to_be_visible()
        inert(page)
    page.get_by_label("Outlets").click()
    page.get_by_role("option").first.click()
    page.keyboard.press("Escape")
    inert(page)
    page.get_by_label("Words").fill("<script>hacked=1</script>")
    page.get_by_label("Words").press("Enter")
    inert(page)


def test_a_refused_path_is_text(open_page):
    page = open_page()
    page.get_by_role("button", name="Corpus").click()
    page.get_by_label("Folder on this machine").fill("![x](http://192.0.2.1/p.png) <img src=x onerror=hacked=1>")
    page.get_by_role("button", name="Open", exact=True).click()
    expect(page.get_by_test_id("stAlert")).to_contain_text("no such folder")
    inert(page)
