"""How long a click takes in a real browser, from the mark to its evidence, beside the time of one reading.

`python -m benchmarks.page` serves the page with the real engine, opens it in Chromium and clicks marks in turn.
"""

import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, expect, sync_playwright

from tests.browser.server import ARGUMENTS, ROOT, WIDE, find_chromium, serving

CLICKS = 40  # after the first few, which fill caches
WARM_UP = 4


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
            page.wait_for_timeout(2_000)
            taken = sorted(click_times(page))
        browser.close()
    sys.stdout.write(
        f"first page with a sample read, models loaded: {opened:.1f} s\n"
        f"click on a mark to its evidence: median {median(taken) * 1000:.0f} ms, "
        f"nine of ten under {taken[int(0.9 * len(taken))] * 1000:.0f} ms ({len(taken)} clicks)\n"
    )


if __name__ == "__main__":
    main()
