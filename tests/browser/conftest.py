"""A server and a browser; every page is watched for errors and for requests that leave it."""

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[2]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
BOOT = 60  # seconds until the server answers
WIDE = {"width": 1440, "height": 900}


def chromium() -> str:
    """The system's Chromium; without one the tests are skipped, and on CI they fail."""
    found = os.environ.get("HEDGEROW_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        reason = "no Chromium found: install one or name it in HEDGEROW_CHROMIUM"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    return found


@contextlib.contextmanager
def serving(script: Path, log: Path):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(port)]
    with log.open("w") as output:
        server = subprocess.Popen(
            command,
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            yield wait_for(f"http://127.0.0.1:{port}", server, log)
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(server.pid, signal.SIGTERM)
            server.wait(10)


def wait_for(address: str, server: subprocess.Popen, log: Path) -> str:
    end = time.monotonic() + BOOT
    while time.monotonic() < end and server.poll() is None:
        with (
            contextlib.suppress(OSError),
            urllib.request.urlopen(f"{address}/_stcore/health", timeout=1) as answer,
        ):
            if answer.read() == b"ok":
                return address
        time.sleep(0.05)
    raise RuntimeError(f"the server did not start:\n{log.read_text()}")


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

        def visit(path: str = "/", *, viewport: dict | None = None, scheme: str = "light"):
            context = browser.new_context(
                viewport=viewport or WIDE, color_scheme=scheme, reduced_motion="reduce", accept_downloads=True
            )
            opened.callback(context.close)
            page = context.new_page()
            page.set_default_timeout(15_000)
            page.on("pageerror", lambda error: troubles.append(f"page error: {error}"))
            page.on("console", lambda m: troubles.append(f"console: {m.text}") if m.type == "error" else None)
            inside = (address, "blob:", "data:")
            page.on(
                "request",
                lambda r: None if r.url.startswith(inside) else troubles.append(f"request: {r.url}"),
            )
            page.goto(address + path)
            page.locator(".text .block").first.wait_for()
            return page

        yield visit
    assert troubles == []


@pytest.fixture
def page(open_page):
    return open_page()
