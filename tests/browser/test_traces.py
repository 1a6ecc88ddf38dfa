"""What a session leaves behind: nothing in the logs, and soon nothing in memory."""

import time
import urllib.request

import pytest
from playwright.sync_api import expect

from tests.browser.intake import FIELD
from tests.browser.server import ROOT, serving

pytestmark = pytest.mark.browser
WORD = "quillwort"  # stands in every text and file name here
SOON = 90  # seconds; the setting below three times


@pytest.fixture(scope="module")
def log(tmp_path_factory):
    return tmp_path_factory.mktemp("telling") / "log.txt"


@pytest.fixture(scope="module")
def telling(browser, log):
    setting = {"STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL": "30"}
    with serving(ROOT / "tests/browser/telling_asgi.py", log, environment=setting) as address:
        yield address


@pytest.fixture
def visit(browser, telling):
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(telling)
        page.locator(".text .block").first.wait_for()
        yield page


def paste(page, text: str) -> None:
    page.get_by_role("button", name="New article").click()
    page.get_by_role("radio", name="Paste").click()
    page.get_by_label(FIELD).fill(text)
    page.get_by_role("button", name="Read", exact=True).click()


def upload(page, name: str, data: bytes) -> None:
    page.get_by_role("button", name="New article").click()
    page.get_by_role("radio", name="Upload", exact=True).click()
    page.locator("input[type=file]").set_input_files({"name": name, "mimeType": "text/plain", "buffer": data})
    page.get_by_text(name).first.wait_for()
    page.get_by_role("button", name="Read", exact=True).click()


def held(telling: str) -> list[str]:
    with urllib.request.urlopen(f"{telling}/held/{WORD[::-1]}", timeout=60) as answer:
        return answer.read().decode().splitlines()


def test_a_text_that_is_read_leaves_no_word_in_the_log(visit, log):
    paste(visit, f"The {WORD} is calm.")
    expect(visit.locator(".text")).to_contain_text(WORD)
    assert WORD not in log.read_text()


def test_a_refusal_leaves_no_word_in_the_log(visit, log):
    paste(visit, f"A refused {WORD}.")
    expect(visit.get_by_text("Not read: refused").first).to_be_visible()
    assert WORD not in log.read_text()


def test_a_broken_file_leaves_neither_its_words_nor_its_name(visit, log):
    upload(visit, f"{WORD}.pdf", b"%PDF-1.7\n" + WORD.encode())
    expect(visit.get_by_text("Not read: ").first).to_be_visible()
    assert WORD not in log.read_text()


def test_a_fault_of_the_program_is_logged_by_kind_and_place_alone(visit, log):
    paste(visit, f"A faulty {WORD}.")
    visit.locator("[data-testid=stException]").first.wait_for()
    assert "builtins.ValueError (what it says is not logged)" in log.read_text()
    assert "telling_asgi.py" in log.read_text()
    assert WORD not in log.read_text()
    assert WORD not in visit.locator("[data-testid=stException]").first.inner_text()


@pytest.mark.slow
def test_what_was_read_is_forgotten_when_nobody_holds_it(browser, telling):
    """Neither the session that leaves first nor the one that leaves while that one is waited for."""
    others, mine, brief = (browser.new_context() for _ in range(3))
    other, page, passing = others.new_page(), mine.new_page(), brief.new_page()
    for opened in (other, page, passing):
        opened.goto(telling)
        opened.locator(".text .block").first.wait_for()
    paste(passing, f"Passing {WORD}.")
    expect(passing.locator(".text")).to_contain_text(f"Passing {WORD}")
    upload(page, f"{WORD}.txt", f"The {WORD} is calm, and stays so.".encode())
    expect(page.locator(".text")).to_contain_text(f"{WORD} is calm")
    paste(page, f"The {WORD} is here.")
    expect(page.locator(".text")).to_contain_text(f"{WORD} is here")
    time.sleep(25)  # while it is looked at, it stays
    assert held(telling)
    brief.close()
    time.sleep(5)
    mine.close()
    end = time.monotonic() + SOON
    while (left := held(telling)) and time.monotonic() < end:
        time.sleep(5)
    others.close()
    assert left == []
