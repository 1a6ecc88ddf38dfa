"""Nothing that reads an article opens a connection, as Python's own audit events tell."""

import contextlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from websockets.exceptions import InvalidStatus

from tests.browser.server import ROOT, serving
from tests.serving.sockets import begin, socket

HEARING = Path(__file__).with_name("hearing")
ARTICLE = "Harbour talks stall\n\nThe minister said that the port will close in May, but the union denied the claim."


@pytest.fixture
def heard(tmp_path):
    """The settings under which a program is listened to; its file holds what was heard."""
    return {"PYTHONPATH": os.pathsep.join((str(HEARING), str(ROOT))), "HEARD": str(tmp_path / "heard.txt")}


def told(heard: dict[str, str]) -> str:
    file = Path(heard["HEARD"])
    return file.read_text(encoding="utf-8") if file.exists() else ""


def run(heard: dict[str, str], *command: str) -> "subprocess.CompletedProcess[str]":
    environment = {**os.environ, **heard}
    return subprocess.run([sys.executable, *command], cwd=ROOT, env=environment, capture_output=True, text=True)


@pytest.mark.parametrize(
    "command",
    [
        "import socket; socket.getaddrinfo('name.invalid', 80)",
        "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).connect(('192.0.2.1', 9))",
        "import httpcore2; httpcore2.request('GET', 'http://name.invalid/')",
        "import subprocess, sys; subprocess.run([sys.executable, '-c', 'import socket; socket.gethostbyname(\"a.invalid\")'])",
    ],
)
def test_a_connection_would_be_heard(heard, command):
    run(heard, "-c", command)
    assert told(heard)


def test_a_served_page_opens_none(heard, tmp_path):
    """On every address of the machine, where Streamlit likes to ask which one the internet sees."""
    heard["STREAMLIT_SERVER_ADDRESS"] = "0.0.0.0"
    with serving(ROOT / "tests/browser/fake_asgi.py", tmp_path / "log.txt", environment=heard) as address:
        with socket(address) as opened:
            assert begin(opened)
        with contextlib.suppress(InvalidStatus), socket(address, origin="https://elsewhere.example"):
            pytest.fail("the page of another site was let in")
    assert told(heard) == ""


@pytest.mark.slow
def test_reading_one_article_opens_none(heard, tmp_path):
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    done = run(heard, "-m", "batch", "analyse", str(tmp_path / "a.txt"), "--format", "text")
    assert (done.returncode, told(heard)) == (0, "")
    assert "union" in done.stdout


@pytest.mark.slow
def test_a_run_and_its_corpus_open_none(heard, tmp_path):
    lines = [json.dumps({"id": name, "text": ARTICLE}) + "\n" for name in "ab"]
    (tmp_path / "in.jsonl").write_text("".join(lines), encoding="utf-8")
    done = run(heard, "-m", "batch", "run", str(tmp_path / "in.jsonl"), "--out", str(tmp_path / "out"))
    assert (done.returncode, told(heard)) == (0, ""), done.stderr
    asked = run(heard, "-m", "corpus", str(tmp_path / "out"))
    assert told(heard) == ""
    assert asked.returncode == 0, asked.stderr
