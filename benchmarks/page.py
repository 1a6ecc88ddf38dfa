"""How long a click takes in a real browser, from the mark to its evidence, beside the time of one reading.

`python -m benchmarks.page` serves the page with the real engine, opens it in Chromium and clicks marks: alone, while
another session has 20,000 words read, and in texts with about 300 and 5,000 marks. It also chooses actors, which draws
all charts anew.
"""

import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.clicks import choice_times, click_times, told
from samples import all_samples
from tests.browser.server import ARGUMENTS, ROOT, WIDE, find_chromium, serving

WORDS = 20_000  # of the long text: the samples, again and again
WAIT = 60_000  # milliseconds for anything but reading it
READING = 300_000
ARTICLES = ("some_marks", "many_marks")  # of many_page, with about 300 and 5,000 of them


def long_text() -> str:
    texts = [sample.text for sample in all_samples()]
    once = sum(len(text.split()) for text in texts)
    return "\n\n".join(texts * -(-WORDS // once))


def have_read(page: Page, text: str) -> None:
    """Paste a text and have it read; it is not waited for."""
    page.get_by_role("button", name="New article").click()
    page.get_by_label("Text of the article").fill(text)
    page.get_by_role("button", name="Read", exact=True).click()
    page.get_by_role("button", name="Cancel").wait_for()


def opened(browser: Browser, address: str) -> Page:
    """A new session that has its article."""
    page = browser.new_page(viewport=WIDE, reduced_motion="reduce")
    page.set_default_timeout(WAIT)
    page.goto(address)
    page.locator(".text .stop").first.wait_for()
    page.locator(".card").wait_for()
    page.get_by_role("button", name="Skip the tour").click()
    page.wait_for_timeout(2_000)  # charts are drawn until then
    return page


def main() -> None:
    chromium = find_chromium()
    if chromium is None:
        sys.exit("benchmarks.page: no Chromium found; install one or name it in HEDGEROW_CHROMIUM")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        with serving(ROOT / "tests/browser/many_page.py", Path(folder) / "log.txt") as address:
            start = time.perf_counter()
            page = opened(browser, address)
            sys.stdout.write(f"first page with a sample read, models loaded: {time.perf_counter() - start:.1f} s\n")
            sys.stdout.write(told("click on a mark of a sample to its evidence", click_times(page)))
            sys.stdout.write(told("choice of an actor until the charts stand", choice_times(page)))
            other = opened(browser, address)
            start = time.perf_counter()
            have_read(other, long_text())
            cancel = other.get_by_role("button", name="Cancel")
            beside = click_times(page, going=lambda: cancel.count() > 0)
            sys.stdout.write(told(f"the same while another session has {WORDS:,} words read", beside))
            cancel.wait_for(state="detached", timeout=READING)
            sys.stdout.write(f"which took {time.perf_counter() - start:.0f} s\n")
            for article in ARTICLES:
                long = opened(browser, f"{address}/?sample={article}")
                marks = long.locator(".text .tag").count()
                sys.stdout.write(told(f"click in a text with {marks:,} marks", click_times(long)))
                long.close()
        browser.close()


if __name__ == "__main__":
    main()
