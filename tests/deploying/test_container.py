"""What the image would run, run here without Docker: its files, its environment, its commands."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

import framing
from tests.deploying.dockerfile import checks, command, copy_context, environment, health_check, only
from tests.serving.sockets import begin
from tests.serving.sockets import socket as opened_socket

ROOT = Path(__file__).resolve().parents[2]
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
COMPOSE = (ROOT / "compose.yaml").read_text(encoding="utf-8")
READY = 180  # seconds until the models are loaded, on a busy machine
STOPPED = 10  # seconds, after which Docker kills


@pytest.fixture(scope="module")
def image(tmp_path_factory):
    """The files of the image in a folder that nothing else lies in."""
    folder = tmp_path_factory.mktemp("image")
    copy_context(folder)
    return folder


def told(port: int | None = None) -> dict[str, str]:
    """The variables of the image; none of those by which tests or this machine are set up."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("HEDGEROW_", "STREAMLIT_"))}
    kept.pop("PYTHONPATH", None)
    return kept | environment(DOCKERFILE) | ({"STREAMLIT_SERVER_PORT": str(port)} if port is not None else {})


def here(words: list[str]) -> list[str]:
    assert words[0] == "python"
    return [sys.executable, *words[1:]]


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def healthy(image: Path, port: int) -> "subprocess.CompletedProcess[str]":
    check = here(health_check(DOCKERFILE))
    return subprocess.run(check, cwd=image, env=told(port), capture_output=True, text=True)


def members(group: int) -> list[str]:
    """The processes of a group that have not ended, as the system tells them."""
    listed = subprocess.run(["ps", "-e", "-o", "pgid=,stat=,args="], capture_output=True, text=True, check=True).stdout
    rows = [line.split(None, 2) for line in listed.splitlines()]
    return [row[2] for row in rows if int(row[0]) == group and not row[1].startswith("Z")]


def test_the_image_carries_what_runs_and_nothing_else(image):
    assert {path.name for path in image.iterdir()} == {
        *(".streamlit", "LICENSE", "README.md", "app.py", "asgi.py", "requirements.lock", "requirements-cuda.lock"),
        *("batch", "components", "corpus", "deploying", "framing", "models", "samples", "sources"),
    }
    assert (image / "models/bundles/joint/weights.safetensors").is_file()
    assert (image / ".streamlit/config.toml").is_file()


@pytest.mark.slow
def test_what_the_build_tries_works(image):
    """As the last step of the build: weights and wheels are checked, and an article is read."""
    tried = checks(DOCKERFILE)
    assert [words[:4] for words in tried] == [
        ["python", "-m", "compileall", "-q"],
        ["python", "-m", "batch", "analyse"],
    ]
    for words in tried:
        done = subprocess.run(here(words), cwd=image, env=told(), capture_output=True, text=True)
        assert done.returncode == 0, done.stderr


def test_who_serves_has_no_rights():
    assert int(only(DOCKERFILE, "USER")) > 0


def test_without_a_server_the_check_fails(image):
    done = healthy(image, free_port())
    assert done.returncode == 1
    assert "/ready" in done.stderr


@pytest.mark.slow
def test_the_command_of_the_image_serves_and_stops(image, tmp_path):
    """From every address of the machine: 127.0.0.2 is one that a server on 127.0.0.1 alone does not have."""
    port = free_port()
    with (tmp_path / "log.txt").open("w") as log:
        server = subprocess.Popen(
            here(command(DOCKERFILE)), cwd=image, env=told(port), stdout=log, stderr=log, start_new_session=True
        )
    try:
        end = time.monotonic() + READY
        seen = []
        while (state := healthy(image, port)).returncode != 0 and time.monotonic() < end and server.poll() is None:
            seen.append(state.stderr)
        assert state.returncode == 0, (tmp_path / "log.txt").read_text()
        assert any("503" in text for text in seen), "it was never seen loading, so this shows nothing"
        for host in ("127.0.0.1", "127.0.0.2"):
            with urllib.request.urlopen(f"http://{host}:{port}/") as answer:
                assert b"<title>Streamlit</title>" in answer.read()
            with opened_socket(f"http://{host}:{port}") as session:
                assert begin(session)
        assert len(members(server.pid)) == 1
        server.send_signal(signal.SIGTERM)
        assert server.wait(STOPPED) in {0, 128 + signal.SIGTERM, -signal.SIGTERM}
        assert members(server.pid) == []
    finally:
        if server.poll() is None:
            os.killpg(server.pid, signal.SIGKILL)
    assert "Traceback" not in (tmp_path / "log.txt").read_text()


# compose.yaml; `docker compose config` says whether it is well formed


def test_compose_confines_the_container():
    lines = {line.strip() for line in COMPOSE.splitlines()}
    assert lines >= {
        "read_only: true",
        "cap_drop: [ALL]",
        'security_opt: ["no-new-privileges:true"]',
        "restart: unless-stopped",
        '- "127.0.0.1:${PORT:-8501}:8501"',
    }
    assert re.search(r"^    mem_limit: \$\{MEMORY:-\d+g\}$", COMPOSE, re.MULTILINE)


def test_compose_and_image_agree():
    assert f"image: hedgerow:{framing.__version__}\n" in COMPOSE
    assert environment(DOCKERFILE)["STREAMLIT_SERVER_PORT"] == only(DOCKERFILE, "EXPOSE") == "8501"
    arguments = set(re.findall(r"^ARG (\w+)", DOCKERFILE, re.MULTILINE))
    assert arguments == set(re.findall(r"^        ([A-Z_]+):(?: \$\{\1|  #|$)", COMPOSE, re.MULTILINE))


def test_what_nobody_has_set_is_not_set_in_the_container():
    """An empty default is read literally by some engines: the server would be told of sites named `${…:-}`."""
    assert ":-}" not in COMPOSE
    assert {"HEDGEROW_CORPUS:", "HEDGEROW_FRAMED_BY:"} <= {line.strip() for line in COMPOSE.splitlines()}


def test_the_check_ends_before_docker_gives_it_up():
    from deploying import health

    seconds = float(re.search(r"--timeout=(\d+)s", DOCKERFILE)[1])
    assert seconds > 2 * health.PATIENCE
    assert json.dumps(health_check(DOCKERFILE)) in DOCKERFILE
