"""How long the page takes from the start of its process to the first article, and in how much memory.

`python -m benchmarks.start` starts the page as `make run` does and opens it in Chromium, several times, in turn with a
page of one line. Seconds belong to one machine and to what else it does; that page of one line waits for the same
process, the same browser and the same neighbours, and the processor time of the server has no neighbours in it.
"""

import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import click
import psutil
from playwright.sync_api import Browser, sync_playwright

from tests.browser.server import ARGUMENTS, ROOT, WIDE, find_chromium, running

PAGES = {"a page of one line": ROOT / "tests/browser/bare_page.py", "Hedgerow": ROOT / "app.py"}
FIRST = {"a page of one line": "[data-testid=stText]", "Hedgerow": ".text .stop"}  # what is waited for
WAIT = 120_000  # milliseconds
GLANCE = 0.02  # seconds between two looks at the memory
STAGES = ("server answers", "first paint", "first run of the script", "first article drawn", "charts and card drawn")

# From when the browser asks, milliseconds; the page has painted when this is asked.
_PAINTED = "performance.getEntriesByName('first-contentful-paint')[0].startTime"


@dataclass(frozen=True, slots=True)
class Start:
    """One start: seconds since the process began, at which each of STAGES was reached."""

    reached: tuple[float, ...]
    processor: float  # seconds, of the server
    peak: int  # bytes resident in the server


class Peak:
    """The most that a process has resident, looked at again and again in a thread."""

    def __init__(self, process: psutil.Process) -> None:
        self._process = process
        self._enough = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self.bytes = 0

    def __enter__(self) -> "Peak":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._enough.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._enough.wait(GLANCE):
            self.bytes = max(self.bytes, self._process.memory_info().rss)


def start(browser: Browser, name: str, log: Path) -> Start:
    began = time.perf_counter()

    def since() -> float:
        return time.perf_counter() - began

    with running(PAGES[name], log) as server:
        process = psutil.Process(server.pid)
        with Peak(process) as peak:
            answers = since()
            context = browser.new_context(viewport=WIDE, reduced_motion="reduce")
            page = context.new_page()
            page.set_default_timeout(WAIT)
            asked = since()
            page.goto(server.address, wait_until="commit")
            page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()
            ran = since()
            page.locator(FIRST[name]).first.wait_for()
            drawn = since()
            if name == "Hedgerow":
                page.locator(".card").first.wait_for()
                page.locator("[data-testid=stVegaLiteChart] svg").first.wait_for()
            stands = since()
            painted = asked + page.evaluate(_PAINTED) / 1000
            used = process.cpu_times()
            context.close()
        return Start((answers, painted, ran, drawn, stands), used.user + used.system, peak.bytes)


def told(starts: Sequence[Start], bare: Sequence[Start]) -> str:
    """A table of medians, of Hedgerow beside the page of one line."""
    lines = ["| from the start of the process to | Hedgerow | a page of one line |", "|---|--:|--:|"]
    for number, stage in enumerate(STAGES):
        own, other = (median(each.reached[number] for each in some) for some in (starts, bare))
        lines.append(f"| {stage} | {own:.1f} s | {other:.1f} s |")
    own, other = (median(each.processor for each in some) for some in (starts, bare))
    lines.append(f"| processor time of the server until then | {own:.1f} s | {other:.1f} s |")
    peaks = [max(each.peak for each in some) / 2**20 for some in (starts, bare)]
    lines.append("| most memory of the server | {:,.0f} MiB | {:,.0f} MiB |".format(*peaks))
    return "\n".join(lines)


@click.command(help=__doc__)
@click.option("--turns", type=click.IntRange(min=1), default=3, show_default=True)
def main(turns: int) -> None:
    chromium = find_chromium()
    if chromium is None:
        sys.exit("benchmarks.start: no Chromium found; install one or name it in HEDGEROW_CHROMIUM")
    starts: dict[str, list[Start]] = {name: [] for name in PAGES}
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        for _ in range(turns):
            for name in PAGES:
                starts[name].append(start(browser, name, Path(folder) / "log.txt"))
        browser.close()
    click.echo(told(starts["Hedgerow"], starts["a page of one line"]))


if __name__ == "__main__":
    main()
