"""Neither a home nor a folder for temporary files that can be written to: the page opens and the command line reads."""

import http.client
import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.faults.children import BATCH, ROOT, batch, bound_by_permissions, posix, read_only, run
from tests.faults.commands import COMMANDS

pytestmark = [posix, pytest.mark.slow]
PATIENCE = 120  # seconds until the page answers
# Python falls back to these and to the current folder, so each is as closed as the one that is named.
CLOSED = """
import os
real = os.open
def closed(path, flags, *more, **named):
    if flags & os.O_CREAT and os.path.dirname(os.fsdecode(path)) in {"/tmp", "/var/tmp", "/usr/tmp", os.getcwd()}:
        raise PermissionError(13, "Permission denied", path)
    return real(path, flags, *more, **named)
os.open = closed
"""


@pytest.fixture
def nowhere(tmp_path) -> dict[str, str | None]:
    """Variables that name a home and a folder for temporary files that cannot be written to."""
    folder = tmp_path / "closed"
    folder.mkdir()
    folder.chmod(0o555)
    names = ("HOME", "TMPDIR", "TEMP", "TMP", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "HF_HOME")
    return {**dict.fromkeys(names, str(folder)), "HEDGEROW_CORPUS": None}


def test_the_command_line_reads_with_the_models_that_are_shipped(nowhere, tmp_path):
    (tmp_path / "article.txt").write_text("Lima denied the claim on Monday. Quito had said so.", encoding="utf-8")
    arguments = ("-m", "batch", "analyse", tmp_path / "article.txt", "--format", "text")
    done = run(*arguments, environment=nowhere, before=bound_by_permissions)
    assert (done.code, done.error) == (0, "")
    assert "CONTESTS" in done.out.decode()
    assert list((tmp_path / "closed").iterdir()) == []


@pytest.mark.parametrize("name", ["lines", "folder"])
def test_runs_need_no_temporary_files(name, command, place, nowhere, undisturbed):
    done = command.run(place, first=CLOSED, environment=nowhere, before=bound_by_permissions)
    assert done.code == 0, done.error
    assert command.written(place) == undisturbed[name]


def test_a_corpus_that_has_no_room_to_work_in_says_what_to_set(tmp_path, nowhere):
    index = COMMANDS["index"]
    index.prepare(tmp_path)
    done = index.run(tmp_path, first=CLOSED, environment=nowhere, before=bound_by_permissions)
    assert done.is_a_plain_refusal("No usable temporary directory", "set TMPDIR to a folder that can be written to")


def test_the_page_opens(nowhere):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = [f"--server.port={port}", "--server.address=127.0.0.1", "--server.headless=true"]
    environment = {name: value for name, value in {**os.environ, **nowhere}.items() if value is not None}
    server = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", "app.py", *options],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        preexec_fn=bound_by_permissions,
    )
    try:
        assert answer(port, "/") == (200, True)
        assert server.poll() is None
    finally:
        server.terminate()
        told, _ = server.communicate(timeout=30)
    assert b"Traceback" not in told


def answer(port: int, path: str) -> tuple[int, bool]:
    """The status, and whether it is the page."""
    deadline = time.monotonic() + PATIENCE
    while True:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        try:
            connection.request("GET", path)
            response = connection.getresponse()
            return response.status, b"<title>Streamlit</title>" in response.read()
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.3)
        finally:
            connection.close()


def test_a_checkout_that_nobody_may_write_to_reads(tmp_path):
    """As installed for several people: the program lies in a folder of somebody else."""
    article = tmp_path / "article.txt"
    article.write_text("Lakeland spoke of the dam.", encoding="utf-8")
    with read_only(tmp_path):
        done = run("-c", BATCH, "analyse", article, folder=tmp_path, before=bound_by_permissions)
    assert (done.code, done.error) == (0, "")
    assert batch("analyse", Path(article)).out == done.out
