"""The page served for a browser, on a port of its own."""

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from playwright.sync_api import ViewportSize

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
WIDE: ViewportSize = {"width": 1440, "height": 900}


def find_chromium() -> str | None:
    """The system's Chromium, or the one that HEDGEROW_CHROMIUM names."""
    return os.environ.get("HEDGEROW_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


class Server(NamedTuple):
    """A page that is served: where, and by which process."""

    address: str
    pid: int


@contextlib.contextmanager
def serving(script: Path, log: Path, *, environment: Mapping[str, str] = MappingProxyType({})) -> Iterator[str]:
    """Serve the page of a script; the settings of `environment` are added to those of this process."""
    with running(script, log, environment=environment) as server:
        yield server.address


@contextlib.contextmanager
def running(script: Path, log: Path, *, environment: Mapping[str, str] = MappingProxyType({})) -> Iterator[Server]:
    """The same, with the process that serves it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(port)]
    with log.open("w") as output:
        server = subprocess.Popen(
            command,
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            yield Server(wait_for(f"http://127.0.0.1:{port}", server, log), server.pid)
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(server.pid, signal.SIGTERM)
            server.wait(10)


def wait_for(address: str, server: "subprocess.Popen[bytes]", log: Path) -> str:
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
