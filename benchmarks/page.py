"""How long a click takes in a real browser, from the mark to its evidence, beside the time of one reading.

`python -m benchmarks.page` serves the page with the real engine, opens it in Chromium and clicks marks in turn: alone,
while another session has 20,000 words read, and in those, where marks are many.
"""

import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, expect, sync_playwright

from samples import all_samples
from tests.browser.server import ARGUMENTS, ROOT, WIDE, find_chromium, serving

CLICKS = 40  # after the first few, which fill caches
WARM_UP = 4
WORDS = 20_000  # of the long text: the samples, again and again
WAIT = 300_000  # milliseconds for reading it


def click_times(page: Page) -> list[float]:
    """Seconds from each click on a mark until the card shows other words than before."""
    stops = page.locator(".text .stop")
    count = stops.count()
    taken = []
    for turn in range(WARM_UP + CLICKS):
        before = page.locator(".card").inner_text()
        start = time.perf_counter()
        stops.nth((turn * 3) % count).click()
        expect(page.locator(".card")).not_to_have_text(before)
        taken.append(time.perf_counter() - start)
    return taken[WARM_UP:]


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


def told(what: str, taken: list[float]) -> str:
    ordered = sorted(taken)
    nine = ordered[int(0.9 * len(ordered))]
    middle = median(ordered)
    return f"{what}: median {middle * 1000:.0f} ms, nine of ten under {nine * 1000:.0f} ms ({len(taken)} clicks)\n"


def main() -> None:
    chromium = find_chromium()
    if chromium is None:
        sys.exit("benchmarks.page: no Chromium found; install one or name it in HEDGEROW_CHROMIUM")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        with serving(ROOT / "app.py", Path(folder) / "log.txt") as address:
            page = browser.new_page(viewport=WIDE, reduced_motion="reduce")
            page.set_default_timeout(120_000)
            start = time.perf_counter()
            page.goto(address)
            page.locator(".text .stop").first.wait_for()
            opened = time.perf_counter() - start
            page.locator(".card").wait_for()
            page.get_by_role("button", name="Skip the tour").click()
            page.wait_for_timeout(2_000)
            sys.stdout.write(f"first page with a sample read, models loaded: {opened:.1f} s\n")
            sys.stdout.write(told("click on a mark to its evidence", click_times(page)))
            other = browser.new_page(viewport=WIDE, reduced_motion="reduce")
            other.set_default_timeout(WAIT)
            other.goto(address)
            other.locator(".text .stop").first.wait_for()
            start = time.perf_counter()
            have_read(other, long_text())
            sys.stdout.write(told(f"the same while another session has {WORDS:,} words read", click_times(page)))
            busy = other.get_by_role("button", name="Cancel").count()
            other.get_by_role("button", name="Cancel").wait_for(state="detached")
            taken = time.perf_counter() - start
            sys.stdout.write(f"which {'still went on then and ' if busy else ''}took {taken:.0f} s\n")
            other.wait_for_timeout(5_000)
            marks = other.locator(".text .stop").count()
            sys.stdout.write(told(f"click in that text, {marks:,} marks", click_times(other)))
        browser.close()


if __name__ == "__main__":
    main()
