"""Ten people at once: what each waits for, whether anybody sees another's article, and what the server keeps of it.

`python -m benchmarks.load` serves the page with the real engine to sessions in Chromium. Each has an article of its
own, put together like those of `benchmarks.runs`, with a name planted in headline and claims that no other has. First
they are read one by one, then all at once; then a text of 20,000 words is read while somebody clicks, and the session
that asked for it is closed in the middle; then one session reads many articles, one after the other.

Waiting is told as a ratio to what one session waits alone in the same run. Server and browser share the machine, so
drawing ten pages is part of what ten people wait for here, and would not be with ten machines.
"""

import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from random import Random
from statistics import median
from typing import NamedTuple

import click
import psutil
from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.clicks import click_times
from benchmarks.page import WORDS, have_read, long_text, opened
from benchmarks.runs import articles, name
from tests.browser.server import ARGUMENTS, ROOT, find_chromium, running

SHELF = 32  # readings that the page keeps, `MAX_READINGS` of components/session.py
ALONE = 4  # articles that are read one by one before the others, and after them
CLICKS = 12
WAIT = 600_000  # milliseconds; for the slowest machine, not for a person
AHEAD = 1_500  # milliseconds until the moment at which all press the button
IDLE = 0.05  # of one core; below it the server does nothing
GLANCE = 1.0  # seconds over which it is looked whether the server works

# Presses "Read" at a moment of the clock; then milliseconds until the planted name stands in the article's headline and
# is drawn. Ten pages are looked at while they are measured, so a look costs next to nothing.
READ_AT = """([moment, planted]) => {
    let host = null;
    const headline = () => {
        const carries = (node) => node.shadowRoot?.querySelector("h2");
        if (!host?.isConnected) host = [...document.querySelectorAll(".st-key-left_pane *")].find(carries);
        return host?.shadowRoot.querySelector("h2")?.textContent ?? "";
    };
    window.taken = new Promise((done) => setTimeout(() => {
        const pressed = performance.now();
        [...document.querySelectorAll("button")].find((button) => button.innerText.trim() === "Read").click();
        const look = setInterval(() => {
            if (!headline().includes(planted)) return;
            clearInterval(look);
            requestAnimationFrame(() => setTimeout(() => done(performance.now() - pressed)));
        }, 20);
    }, Math.max(0, moment - Date.now())));
}"""

# All words of the page: text, evidence, charts, lists.
ALL_WORDS = """() => {
    const words = [];
    const take = (root) => {
        words.push(root.textContent);
        for (const node of root.querySelectorAll("*")) if (node.shadowRoot) take(node.shadowRoot);
    };
    take(document.body);
    return words.join(" ");
}"""


class Planted(NamedTuple):
    """An article, and the name that only it has."""

    name: str
    text: str


class Session(NamedTuple):
    """A browser session, and what went wrong in it."""

    page: Page
    troubles: list[str]


def planted(count: int, *, seed: int = 1) -> list[Planted]:
    """So many articles; those of another seed have other names and other words."""
    chance = Random(f"planted {seed}")
    names = [name(chance) + name(chance).lower() for _ in range(count)]
    return [Planted(*each) for each in zip(names, map(around, names, articles(count, seed=seed)), strict=True)]


def around(mayor: str, article: str) -> str:
    return (
        f"Mayor {mayor} warns of flood at old bridge\n\n"
        f"Mayor Anna {mayor} warned on Monday that the bridge may collapse. Police denied the warning of "
        f"Mayor {mayor}. Mayor {mayor} said that the council had known it for years.\n\n{article}"
    )


@contextmanager
def session(browser: Browser, address: str) -> Iterator[Session]:
    """A session of its own, as of another person, that has its first article."""
    page = opened(browser, address)
    troubles: list[str] = []
    page.on("pageerror", lambda error: troubles.append(f"page error: {error}"))
    page.on("console", lambda told: troubles.append(f"console: {told.text}") if told.type == "error" else None)
    page.set_default_timeout(WAIT)
    yield Session(page, troubles)
    page.close()


def together(pages: list[Page], texts: list[Planted]) -> list[float]:
    """Seconds that each page waits for its article when all ask at the same moment."""
    for page, text in zip(pages, texts, strict=True):
        page.get_by_role("button", name="New article").click()
        page.get_by_label("Text of the article").fill(text.text)
    moment = time.time() * 1000 + AHEAD
    for page, text in zip(pages, texts, strict=True):
        page.evaluate(READ_AT, [moment, text.name])
    return [page.evaluate("taken") / 1000 for page in pages]


def mixed(pages: list[Page], texts: list[Planted]) -> list[str]:
    """What is on a page that belongs to another one, or is not on it although it should."""
    wrong = []
    for page, own in zip(pages, texts, strict=True):
        page.get_by_role("radio", name=own.name).first.wait_for()  # who speaks, among the actors to choose from
        words = page.evaluate(ALL_WORDS)
        wrong += [f"{own.name}: shows {other.name}" for other in texts if other != own and other.name in words]
        if page.locator(".text").get_by_text(own.name).count() == 0:
            wrong.append(f"{own.name}: shows nothing of its own article")
        if page.get_by_text("Not read:").count():
            wrong.append(f"{own.name}: {page.get_by_text('Not read:').first.inner_text()}")
    return wrong


def until_idle(server: psutil.Process, *, within: float) -> float | None:
    """Seconds until the server does nothing; `None` if it does not come to that."""
    began = time.perf_counter()
    while (now := time.perf_counter()) - began < within:
        if server.cpu_percent(interval=GLANCE) / 100 < IDLE:
            return now - began
    return None


def memory(server: psutil.Process) -> float:
    return float(server.memory_info().rss) / 2**20


def processor(server: psutil.Process) -> float:
    used = server.cpu_times()
    return float(used.user + used.system)


def ten_at_once(browser: Browser, address: str, server: psutil.Process, count: int) -> None:
    texts, own = planted(2 * ALONE + count), slice(ALONE, -ALONE)
    before = memory(server)
    with ExitStack() as open_sessions:
        people = [open_sessions.enter_context(session(browser, address)) for _ in range(count)]
        pages = [each.page for each in people]
        spent = processor(server)
        alone = [together(pages[:1], [text])[0] for text in texts[:ALONE]]
        spent, each_alone = processor(server), (processor(server) - spent) / ALONE
        taken = together(pages, texts[own])
        each = (processor(server) - spent) / count
        wrong = [*mixed(pages, texts[own]), *(trouble for one in people for trouble in one.troubles)]
        alone += [together(pages[:1], [text])[0] for text in texts[-ALONE:]]
    single = median(alone)
    click.echo(
        f"one session alone, from Read to the article on screen: median {single:.2f} s of {len(alone)}\n"
        f"{count} at once: median {median(taken):.2f} s, {median(taken) / single:.1f} times as long; "
        f"first {min(taken):.2f} s ({min(taken) / single:.1f}), last {max(taken):.2f} s ({max(taken) / single:.1f})\n"
        f"processor time of the server for one of them {each:.2f} s, alone {each_alone:.2f} s\n"
        f"errors and mixed results: {'; '.join(wrong) or 'none'}\n"
        f"memory of the server: {before:,.0f} MiB before the first, {memory(server):,.0f} MiB after the last"
    )


def long_beside(browser: Browser, address: str) -> None:
    with session(browser, address) as one, session(browser, address) as other:
        quiet = click_times(one.page, clicks=CLICKS)
        alone = [together([one.page], [text])[0] for text in planted(ALONE, seed=2)]
        have_read(other.page, long_text())
        cancel = other.page.get_by_role("button", name="Cancel")
        busy = click_times(one.page, going=lambda: cancel.count() > 0, clicks=CLICKS)
        beside = [together([one.page], [text])[0] for text in planted(ALONE, seed=3) if cancel.count() > 0]
    article, press = (median(taken) if taken else float("nan") for taken in (beside, busy))
    click.echo(
        f"while {WORDS:,} words are read for somebody else\n"
        f"  an article: median {article:.2f} s of {len(beside)}, {article / median(alone):.1f} times as long as alone\n"
        f"  a click: median {press:.0f} ms of {len(busy)}, {press / median(quiet):.1f} times as long as alone"
    )


def closed_in_the_middle(browser: Browser, address: str, server: psutil.Process) -> None:
    with session(browser, address) as other:
        have_read(other.page, f"Not read to the end.\n\n{long_text()}")
        other.page.wait_for_timeout(3_000)
        begun = other.page.get_by_text("Reading:").count() > 0
    began, spent = time.perf_counter(), processor(server)
    idle = until_idle(server, within=120)
    spent = processor(server) - spent
    click.echo(
        f"closed while {WORDS:,} words are {'' if begun else 'NOT '}being read: "
        + (f"idle {idle:.0f} s later" if idle is not None else f"busy {time.perf_counter() - began:.0f} s later")
        + f", after {spent:.1f} s of processor time"
    )


def one_after_the_other(browser: Browser, address: str, server: psutil.Process, count: int) -> None:
    """More articles than the shelf holds."""
    resident = [memory(server)]
    with session(browser, address) as one:
        for text in planted(count, seed=4):
            together([one.page], [text])
            resident.append(memory(server))
    full = min(SHELF, count - 1)
    rest = (resident[-1] - resident[full]) / (count - full)
    click.echo(
        f"{count} articles one after the other: {resident[0]:,.0f} MiB before, {resident[full]:,.0f} after {full}, "
        f"{resident[-1]:,.0f} after all; once the shelf is full, {rest * 1024:+,.0f} KiB an article"
    )


@click.command(help=__doc__)
@click.option("--sessions", type=click.IntRange(min=2, max=16), default=10, show_default=True)
@click.option("--articles", "many", type=click.IntRange(min=2), default=40, show_default=True)
def main(sessions: int, many: int) -> None:
    chromium = find_chromium()
    if chromium is None:
        sys.exit("benchmarks.load: no Chromium found; install one or name it in HEDGEROW_CHROMIUM")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        with running(ROOT / "app.py", Path(folder) / "log.txt") as served:
            server = psutil.Process(served.pid)
            ten_at_once(browser, served.address, server, sessions)
            long_beside(browser, served.address)
            closed_in_the_middle(browser, served.address, server)
            one_after_the_other(browser, served.address, server, many)
        browser.close()


if __name__ == "__main__":
    main()
