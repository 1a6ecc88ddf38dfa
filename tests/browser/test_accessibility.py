"""Every state of the page that a person can bring about, audited in both themes, wide and on a phone."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from components.charts import discover
from components.tour import HINTS
from tests.browser.axe import violations
from tests.browser.server import ROOT, WIDE, serving

pytestmark = [pytest.mark.browser, pytest.mark.slow]
PHONE = {"width": 390, "height": 844}
SIZES = pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
PATIENCE = 15_000  # milliseconds: an audit leaves the processor little time for the page
Walk = Callable[[Page], Iterator[str]]  # brings about one state after the other, and names each


@pytest.fixture(autouse=True)
def _patient():
    expect.set_options(timeout=PATIENCE)
    yield
    expect.set_options(timeout=5_000)


def the_tour(page: Page) -> Iterator[str]:
    for number in range(1, len(HINTS) + 1):
        expect(page.get_by_text(f"{number} of {len(HINTS)}")).to_be_visible()
        yield f"hint {number}"
        page.get_by_role("button", name="Done" if number == len(HINTS) else "Next").click()
    expect(page.locator(".st-key-tour")).to_have_count(0)
    yield "after the tour"


def every_view(page: Page) -> Iterator[str]:
    page.locator("path[aria-label*='actor: Oskar']").first.wait_for()
    for name in ("Claims", "Contests", "Silences", "Hedges", "Actors", "Framing"):
        page.get_by_role("radio", name=name).click()
        expect(page.get_by_role("radio", name=name)).to_be_checked()
        yield name
    page.get_by_role("radio", name="Persons and bodies").click()
    page.locator("path[aria-label*='actor: Lena Brandt']").first.wait_for()
    yield "persons and bodies"


def the_intake(page: Page) -> Iterator[str]:
    page.get_by_role("button", name="New article").click()
    for way in ("Upload", "Sample", "Recent", "Paste"):
        page.get_by_role("radio", name=way).click()
        expect(page.get_by_role("radio", name=way)).to_be_checked()
        yield way
    page.get_by_role("button", name="Read", exact=True).click()
    expect(page.get_by_text("There is nothing to read yet.")).to_be_visible()
    yield "nothing to read"


def a_reading(page: Page) -> Iterator[str]:
    _paste(page, "endless and never mind.")
    expect(page.get_by_role("button", name="Cancel")).to_be_visible()
    yield "progress"
    page.get_by_role("button", name="Cancel").click()
    expect(page.get_by_label("Text of the article")).to_have_value("endless and never mind.")
    _paste(page, "Bonjour tout le monde.")
    expect(page.get_by_role("button", name="Read anyway")).to_be_visible()
    yield "refusal in the intake"
    page.keyboard.press("Escape")
    expect(page.get_by_label("Text of the article")).to_be_hidden()
    expect(page.get_by_text("Not read: French")).to_be_visible()
    yield "refusal on the page"


def _paste(page: Page, text: str) -> None:
    field = page.get_by_label("Text of the article")
    if not field.is_visible():
        page.get_by_role("button", name="New article").click()
    field.fill(text)
    page.get_by_role("button", name="Read", exact=True).click()


def the_popovers(page: Page) -> Iterator[str]:
    for name, inside in (("Export", "Record (JSON)"), ("left out", "Not read as news")):
        page.get_by_role("button", name=name).click()
        expect(page.get_by_text(inside)).to_be_visible()
        yield name
        page.keyboard.press("Escape")
        expect(page.get_by_text(inside)).to_be_hidden()


def the_method(page: Page) -> Iterator[str]:
    page.get_by_role("button", name="Method").click()
    tabs = page.get_by_role("dialog").get_by_role("tab")
    tabs.first.wait_for()
    for number in range(tabs.count()):
        tabs.nth(number).click()
        yield tabs.nth(number).inner_text()


def a_chart(page: Page) -> Iterator[str]:
    page.locator("path[aria-label*='opens: Oskar, certain']").first.click()
    expect(page.locator(".opened q")).to_have_count(2)
    yield "opened panel"
    page.locator(".opened .place").first.click()
    expect(page.locator(".opened .place").first).to_have_attribute("aria-current", "true")
    yield "a sentence of it"
    page.locator(".opened").get_by_role("button", name="Clear").click()
    expect(page.locator(".opened")).to_have_count(0)
    page.locator("[class*=chart_head_1]").get_by_role("button", name="Open by keyboard").press("Enter")
    marks = page.get_by_role("combobox", name=re.compile("Marks of"))
    expect(marks).to_be_visible()
    yield "list for the keyboard"
    marks.press("ArrowDown")
    expect(page.get_by_role("option").first).to_be_visible()
    yield "its options"


def the_reader(page: Page) -> Iterator[str]:
    page.get_by_role("button", name="names of actors").click()
    page.get_by_role("button", name="fill all claims").click()
    page.get_by_role("button", name="Count “not sure”: ").click()
    page.locator(".folded summary").first.click()
    page.get_by_label("Find in the text").fill("veria")
    expect(page.locator(".find output")).to_have_text("1 of 5")
    yield "everything switched on"
    page.get_by_role("radio", name="Daily Post").click()
    expect(page.locator(".text .piece.aside").first).to_be_attached()
    yield "an actor chosen"
    page.get_by_role("button", name="Clean text").click()
    expect(page.get_by_role("button", name="Show marks")).to_be_visible()
    yield "clean text"


def every_card(page: Page) -> Iterator[str]:
    for kind in ("claim", "contested", "contest", "silence", "hedge"):
        tag = page.locator(f".text .tag[data-kind={kind}]").first
        tag.press("Enter")
        expect(tag).to_have_attribute("aria-pressed", "true")
        expect(page.locator(f".card[data-kind={kind}]")).to_be_visible()
        if page.locator(".card details").count():
            page.locator(".card details").evaluate("node => { node.open = true }")
        yield f"card of a {kind}"
    page.locator(".text .strip").first.press("Enter")
    expect(page.locator(".card[data-kind=paragraph]")).to_be_visible()
    yield "card of a paragraph"


def corrections(page: Page) -> Iterator[str]:
    correct = page.get_by_role("button", name="Correct", exact=True)
    correct.click()
    page.get_by_label("With which of its words").fill("nowhere")
    page.get_by_role("button", name="Add the contest").click()
    expect(page.get_by_text("Not corrected")).to_be_visible()
    yield "a claim, and a refusal"
    holder = page.get_by_role("combobox", name="Holder")
    holder.scroll_into_view_if_needed()
    page.wait_for_timeout(500)  # a list closes while what it hangs from scrolls
    holder.press("ArrowDown")
    page.get_by_role("option", name="Daily Post", exact=True).click()
    page.get_by_role("button", name="1 correction").click()
    expect(page.get_by_role("button", name="Undo")).to_be_visible()
    yield "the list"
    page.keyboard.press("Escape")
    page.get_by_role("radio", name="Veria").click()
    page.get_by_role("radio", name="Actors").click()
    page.get_by_role("button", name="Correct this actor").click()
    expect(page.get_by_role("combobox", name="Which actor")).to_be_visible()
    yield "an actor"


WALKS: tuple[Walk, ...] = (
    corrections,
    the_tour,
    every_view,
    the_intake,
    a_reading,
    the_popovers,
    the_method,
    a_chart,
    the_reader,
    every_card,
)


@SIZES
@pytest.mark.parametrize("walk", WALKS, ids=lambda walk: walk.__name__)
def test_no_state_of_the_page_breaks_a_rule(open_page, walk, viewport):
    page = open_page(viewport=viewport)
    assert {state: found for state in walk(page) if (found := list(violations(page)))} == {}


@pytest.fixture(scope="module")
def without_samples(browser, tmp_path_factory):
    with serving(ROOT / "tests/browser/empty_page.py", tmp_path_factory.mktemp("empty") / "log.txt") as address:
        yield address


@SIZES
def test_the_page_without_an_article_breaks_no_rule(browser, without_samples, viewport):
    with browser.new_context(viewport=viewport, reduced_motion="reduce") as context:
        page = context.new_page()
        page.goto(without_samples)
        expect(page.get_by_role("heading", name="No article yet")).to_be_visible()
        assert list(violations(page)) == []
        page.get_by_role("button", name="New article").click()
        expect(page.get_by_label("Text of the article")).to_be_visible()
        assert list(violations(page)) == []


@pytest.mark.parametrize("width", [1440, 1024])
def test_the_toolbar_of_a_chart_leaves_its_button_free(open_page, width):
    page = open_page(viewport={"width": width, "height": 900})
    page.locator(".st-key-charts path[aria-label]").first.wait_for()
    seen = 0
    for place in range(len(discover())):
        chart = page.locator(f":is([class*=chart_wide_{place}], [class*=chart_half_{place}])")
        if not chart.get_by_test_id("stVegaLiteChart").count():
            continue  # nothing to draw
        chart.get_by_test_id("stVegaLiteChart").hover(position={"x": 5, "y": 5})
        toolbar = chart.get_by_test_id("stElementToolbar")
        expect(toolbar).to_have_css("opacity", "1")
        button = chart.get_by_role("button", name="Open by keyboard").bounding_box()
        card = toolbar.locator("> *").first.bounding_box()
        assert card["y"] >= button["y"] + button["height"], place
        seen += 1
    assert seen > 3


def test_the_audit_notices_what_is_wrong_on_the_page_and_in_a_component(page):
    page.evaluate("""() => {
        const pale = document.createElement('p');
        pale.textContent = 'pale';
        pale.style.color = '#888888';
        document.querySelector('.st-key-top h1').append(pale);
        const nameless = document.createElement('button');
        const host = [...document.querySelectorAll('*')].find(node => node.shadowRoot?.querySelector('.text'));
        host.shadowRoot.querySelector('.tools').append(nameless);
    }""")
    rules = {found.split(":")[0] for found in violations(page)}
    assert {"light, color-contrast", "light, button-name", "dark, button-name"} <= rules
