"""docs/deploying.md lists the settings by environment, all of them and no others, and the limits as they are."""

import re
import tomllib
from pathlib import Path

import pytest

from components import session
from framing.settings import DEFAULTS
from sources.fetch import PUBLIC
from tests.test_project import project_files

ROOT = Path(__file__).resolve().parents[2]
GUIDE = (ROOT / "docs/deploying.md").read_text(encoding="utf-8")
SERVER = tomllib.loads((ROOT / ".streamlit/config.toml").read_text(encoding="utf-8"))["server"]
FOLDERS = "batch benchmarks components corpus deploying framing models sources tests training".split()
# What a program is told of the shell, and what tests set for the programs that they start.
NO_SETTINGS = {"PATH", "HEARD"}
READ = re.compile(r'\benviron(?:ment)?(?:\.get\(|\.setdefault\(|\[)"([A-Z_]+)"')


def read_by_code() -> set[str]:
    files = [path for path in project_files() if path.suffix == ".py" and path.relative_to(ROOT).parts[0] in FOLDERS]
    text = "\n".join(path.read_text(encoding="utf-8") for path in [*files, ROOT / "asgi.py", ROOT / "app.py"])
    return set(re.findall(r'"(HEDGEROW_[A-Z_]+)"', text)) | set(READ.findall(text))


def read_by_the_image() -> set[str]:
    image = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    compose = (ROOT / "compose.yaml").read_text(encoding="utf-8")
    told = set(re.findall(r"^ARG (\w+)|\b(STREAMLIT_\w+)=", image, re.MULTILINE))
    return {one or other for one, other in told} | set(re.findall(r"\$\{(\w+)", compose))


def listed() -> list[str]:
    return re.findall(r"^\| `([A-Z_]+)` \|", GUIDE, re.MULTILINE)


def test_the_table_lists_every_setting_once_and_nothing_else():
    assert sorted(listed()) == sorted((read_by_code() | read_by_the_image()) - NO_SETTINGS)


@pytest.mark.parametrize(
    ("what", "limit"),
    [
        ("an article", f"{DEFAULTS.max_code_points:,} code points"),
        ("an upload", f"{SERVER['maxUploadSize']} MB"),
        ("a message of a browser", f"{SERVER['maxWidgetStateSize']} MB"),
        ("a message to a browser", f"{SERVER['maxMessageSize']} MB"),
        ("a fetched page", f"{PUBLIC.max_bytes // 10**6} MB, {PUBLIC.seconds:.0f} seconds"),
        ("finished articles kept for all sessions", f"{session.MAX_READINGS}"),
        (
            "what is kept of an article that no session holds",
            f"{SERVER['disconnectedSessionTTL'] * 2 // 3 // 60} minutes",
        ),
    ],
)
def test_limits_are_told_as_they_are(what, limit):
    assert f"\n| {what} | {limit} |" in GUIDE
