"""A long text in a real browser: what is out of sight is neither laid out nor painted again, and clicks come fast."""

import pytest
from playwright.sync_api import expect

from tests.browser.server import ROOT, WIDE, serving

pytestmark = pytest.mark.browser

# Counts the nodes of the text that are written to, and remembers what is measured though it is out of sight.
WATCH = """() => {
    const host = [...document.querySelectorAll("*")].find((node) => node.shadowRoot?.querySelector(".text"));
    const text = host.shadowRoot.querySelector(".text");
    window.written = new Set();
    new MutationObserver((records) => records.forEach(({ target }) => {
        if (!target.closest(".lines") && target !== text) window.written.add(target);
    })).observe(text, { attributes: true, childList: true, subtree: true });
    window.hidden = [];
    for (const name of ["getClientRects", "getBoundingClientRect"]) {
        const measure = Element.prototype[name];
        Element.prototype[name] = function () {
            if (this.closest(".block")?.firstChild.checkVisibility({ contentVisibilityAuto: true }) === false) {
                window.hidden.push(this.outerHTML);
            }
            return measure.call(this);
        };
    }
}"""
SCROLLS = """() => {
    window.scrolls = 0;
    const scroll = Element.prototype.scrollIntoView;
    Element.prototype.scrollIntoView = function (...how) { window.scrolls += 1; return scroll.apply(this, how); };
}"""
BELOW = """(line, tag) => {
    const words = line.getRootNode().querySelector(`${tag} + .piece`);
    return line.getBoundingClientRect().bottom - words.getClientRects()[0].bottom;
}"""  # pixels from the words of a mark to the line that ends under them
TWO_CLICKS = "(tags, [one, other, gap]) => { tags[one].click(); setTimeout(() => tags[other].click(), gap); }"


@pytest.fixture(scope="module")
def served(browser, tmp_path_factory):
    with serving(ROOT / "tests/browser/long_reader_page.py", tmp_path_factory.mktemp("long") / "log.txt") as found:
        yield found


@pytest.fixture
def long(browser, served):
    page = browser.new_page(viewport=WIDE, reduced_motion="reduce")
    page.goto(served)
    page.locator(".lines .link").first.wait_for()
    yield page
    page.close()


def test_a_click_writes_to_the_marks_that_it_opens_and_closes_and_to_no_others(long):
    tags = long.locator(".text .tag")
    assert tags.count() > 300
    tags.nth(1).click()
    expect(tags.nth(1)).to_have_attribute("aria-pressed", "true")
    long.evaluate(WATCH)
    tags.nth(3).click()
    expect(tags.nth(3)).to_have_attribute("aria-pressed", "true")
    expect(tags.nth(1)).to_have_attribute("aria-pressed", "false")
    expect(long.locator(".text .stop[tabindex='0']")).to_have_count(1)
    assert 2 <= long.evaluate("written.size") < 20


def test_neither_pointing_nor_focus_nor_a_click_measures_what_is_out_of_sight(long):
    tags = long.locator(".text .tag")
    long.evaluate(WATCH)
    tags.nth(2).hover()
    expect(long.locator(".tip")).to_be_visible()
    tags.nth(2).focus()
    long.keyboard.press("ArrowRight")
    long.locator(".text [data-id=contest-0].tag").click()
    expect(long.locator(".lines .lit")).to_have_count(1)
    assert long.evaluate("hidden") == []


def test_lines_are_drawn_where_the_text_is_read(long):
    long.locator(".text [data-id=contest-78].tag").focus()  # in the last copy; each has two
    expect(long.locator(".lines .lit")).to_have_count(1)
    long.wait_for_timeout(500)  # what has come into view is laid out, and the lines follow
    assert long.locator(".lines .lit .line").evaluate(BELOW, ".tag[data-id=contest-78]") == pytest.approx(3, abs=2)
    assert long.locator(".lines .link").count() < 20


@pytest.mark.parametrize("gap", [0, 20, 50, 80, 120])
def test_of_two_quick_clicks_the_last_one_wins_and_the_text_stays_where_it_is(page, gap):
    tags = page.locator(".text .tag")
    page.evaluate(SCROLLS)
    for one, other in ((1, 2), (3, 0)):
        tags.evaluate_all(TWO_CLICKS, [one, other, gap])
        page.wait_for_timeout(gap + 600)
        expect(page.locator(".text .tag[aria-pressed=true]")).to_have_count(1)
        expect(tags.nth(other)).to_have_attribute("aria-pressed", "true")
    assert page.evaluate("scrolls") == 0
