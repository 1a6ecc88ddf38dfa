"""Ten sessions in a real browser: each sees its own article, and who leaves takes no more of the server's time."""

import re
import time

import pytest
from playwright.sync_api import expect

from benchmarks.load import ALL_WORDS
from tests.browser.intake import FIELD, paste
from tests.browser.server import ROOT, serving
from tests.components import crowd

pytestmark = pytest.mark.browser
SOON = 30.0  # seconds
WAIT = 1000 * SOON  # milliseconds for ten pages on two cores


@pytest.fixture(scope="module")
def log(tmp_path_factory):
    return tmp_path_factory.mktemp("crowd") / "log.txt"


@pytest.fixture(scope="module")
def address(browser, log):
    """In the place of the page with the usual fake; `open_page` watches this one for errors."""
    with serving(ROOT / "tests/browser/crowd_page.py", log) as found:
        yield found


def told(log, line: str) -> str:
    """What the server's log says after these words, as soon as it has them."""
    end = time.monotonic() + SOON
    while (found := re.search(f"^{re.escape(line)}; (.*)$", log.read_text(), re.MULTILINE)) is None:
        assert time.monotonic() < end, f"{line}: not in the log\n{log.read_text()}"
        time.sleep(0.05)
    return found[1]


def test_ten_who_read_different_articles_at_once_each_see_their_own(open_page, log):
    pages = {name: open_page() for name in crowd.NAMES}
    for name, page in pages.items():
        paste(page, crowd.text_of(name))
    for name, page in pages.items():
        expect(page.locator(".text")).to_contain_text(f"{name} denied the accusation", timeout=WAIT)
    for name, page in pages.items():
        page.get_by_role("button", name="New article").click()  # the whole page is run again, beside nine others
        expect(page.get_by_label(FIELD)).to_be_visible()
        expect(page.get_by_role("radio", name=name)).to_be_visible()
        page.locator(f"path[aria-label*='actor: {name}']").first.wait_for()
        words = page.evaluate(ALL_WORDS)
        assert [other for other in (*crowd.NAMES, "Veria") if other in words] == [name]
    told_of = re.findall(r"^(begun|read) (?:\w{5}); (\d+) at the desk", log.read_text(), re.MULTILINE)
    assert [what for what, _ in told_of[:4]] == ["begun"] * 4  # they took turns
    assert max(int(jobs) for _, jobs in told_of) == len(crowd.NAMES)


def test_a_cancelled_reading_is_given_up_and_the_session_reads_on(page, log):
    paste(page, "endless and cancelled.")
    told(log, "begun endless and cancelled.")
    page.get_by_role("button", name="Cancel").click()
    told(log, "given up endless and cancelled.")
    page.get_by_label(FIELD).fill("A calm day after that.")
    page.get_by_role("button", name="Read", exact=True).click()
    expect(page.locator(".text")).to_contain_text("A calm day after that.")


def test_a_session_that_closes_in_the_middle_frees_the_desk(open_page, log):
    leaving, staying = open_page(), open_page()
    paste(leaving, "endless and left alone.")
    told(log, "begun endless and left alone.")
    leaving.context.close()
    assert told(log, "given up endless and left alone.").startswith("0 at the desk")
    paste(staying, "A calm day for those who stay.")
    expect(staying.locator(".text")).to_contain_text("A calm day for those who stay.")
