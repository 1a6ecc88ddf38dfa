"""The Dockerfile as its last stage would run it, and what `COPY . .` brings into the image."""

import fnmatch
import json
import re
import shlex
import shutil
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parents[2]


def instructions(text: str) -> list[tuple[str, str]]:
    """Name and rest of each instruction of the last stage; lines that go on are joined."""
    lines = "\n".join(line for line in text.splitlines() if not line.lstrip().startswith("#"))
    found = [line.strip().partition(" ") for line in re.sub(r"\\\n\s*", " ", lines).splitlines() if line.strip()]
    last = max(number for number, (name, _, _) in enumerate(found) if name == "FROM")
    return [(name, rest.strip()) for name, _, rest in found[last + 1 :]]


def only(text: str, name: str) -> str:
    (rest,) = [rest for found, rest in instructions(text) if found == name]
    return rest


def environment(text: str) -> dict[str, str]:
    """What ENV sets, but for the path, which names the environment inside the image."""
    pairs = [part.partition("=") for part in shlex.split(only(text, "ENV"))]
    return {name: value for name, _, value in pairs if name != "PATH"}


def command(text: str) -> list[str]:
    return json.loads(only(text, "CMD"))


def health_check(text: str) -> list[str]:
    return json.loads(only(text, "HEALTHCHECK").partition("CMD ")[2])


def checks(text: str) -> list[list[str]]:
    """The commands that the image is tried with while it is built."""
    return [shlex.split(rest) for name, rest in instructions(text) if name == "RUN" and rest.startswith("python -m")]


def left_out(path: PurePosixPath, rules: list[str]) -> bool:
    """Whether .dockerignore leaves the file out: the last rule that fits it, or a folder above it, decides."""
    out = False
    for rule in rules:
        pattern = rule.removeprefix("!")
        if any(fits(part, pattern) for part in (path, *path.parents)):
            out = not rule.startswith("!")
    return out


def fits(path: PurePosixPath, pattern: str) -> bool:
    deep = pattern.startswith("**/")
    return fnmatch.fnmatchcase(path.name if deep else str(path), pattern.removeprefix("**/")) and path.name != ""


def copy_context(target: Path) -> None:
    """Lay the files of the image into a folder."""
    lines = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    rules = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
    for path in ROOT.rglob("*"):
        place = path.relative_to(ROOT)
        if place.parts[0] not in {".git", ".venv"} and path.is_file() and not left_out(PurePosixPath(place), rules):
            (target / place).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, target / place)
