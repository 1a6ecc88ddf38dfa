"""A server and a browser; every page is watched for errors and for requests that leave it."""

import contextlib
import os

import pytest
from playwright.sync_api import expect, sync_playwright

from tests.browser.server import ARGUMENTS, ROOT, WIDE, find_chromium, serving

PATIENCE = 30_000  # milliseconds; a busy machine is no defect of the page, and models are loaded first
expect.set_options(timeout=PATIENCE)


def chromium() -> str:
    """The system's Chromium; without one the tests are skipped, and on CI they fail."""
    found = find_chromium()
    if found is None:
        reason = "no Chromium found: install one or name it in HEDGEROW_CHROMIUM"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    return found


@pytest.fixture(scope="session")
def browser():
    path = chromium()
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def address(browser, tmp_path_factory):
    """The page with the engine that needs no models."""
    with serving(ROOT / "tests/browser/fake_page.py", tmp_path_factory.mktemp("server") / "log.txt") as found:
        yield found


@pytest.fixture
def open_page(browser, address):
    """Open the page in a context of its own; afterwards nothing may have failed or left the machine."""
    with contextlib.ExitStack() as opened:
        troubles: list[str] = []

        def visit(path: str = "/", *, viewport: dict | None = None, scheme: str = "light", ready: str = ".text .block"):
            context = browser.new_context(
                viewport=viewport or WIDE, color_scheme=scheme, reduced_motion="reduce", accept_downloads=True
            )
            opened.callback(context.close)
            page = context.new_page()
            page.set_default_timeout(PATIENCE)
            page.on("pageerror", lambda error: troubles.append(f"page error: {error}"))
            page.on(
                "console", lambda m: troubles.append(f"console: {m.text}") if m.type in ("error", "warning") else None
            )
            inside = (address, "blob:", "data:")
            page.on(
                "request",
                lambda r: None if r.url.startswith(inside) else troubles.append(f"request: {r.url}"),
            )
            page.goto(address + path)
            page.locator(ready).first.wait_for()
            return page

        yield visit
    assert troubles == []


@pytest.fixture
def page(open_page):
    return open_page()
