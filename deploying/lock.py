"""Write the lock files: every package that runs Hedgerow, with the digests of the files that may be installed for it.

Usage: python -m deploying.lock

`requirements.lock` holds what `requirements.txt` and `constraints.txt` bring on any system;
`requirements-cuda.lock` adds what the default build of torch wants besides on Linux. uv resolves for all systems at
once; versions that the constraints name do not move.
"""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import click

from framing.writing import write_text

ROOT: Final = Path(__file__).resolve().parent.parent
COMMAND: Final = (
    *("uv", "pip", "compile", "requirements.txt", "--constraints", "constraints.txt", "--no-config", "--quiet"),
    *("--universal", "--python-version", "3.11", "--generate-hashes", "--no-header", "--no-annotate"),
    *("--no-emit-index-url", "--no-emit-find-links"),
)
ENTRY: Final = re.compile(r"^(?P<name>[\w.-]+)==(?:.*\\\n)*.*$", re.MULTILINE)
CUDA: Final = ("cuda-", "nvidia-", "triton")  # how the names of packages begin that only a build for CUDA wants
# The CPU build stands in an archive of its own and carries the same version, so pip takes it where it is offered.
# 2.13.0, CPython 3.11, 64-bit Linux on x86; `pip hash` tells the digest of another file.
CPU_BUILD: Final = "sha256:6746dbcbeb526eb61330b76b41ff1b4eb848951103a892eeb080dfa2b264667b"

NOTE: Final = "# Written by 'make lock'. Do not edit; docs/deploying.md tells what it covers.\n"


def entries(compiled: str) -> Iterator[tuple[str, str]]:
    """Each package of a lock file: its name, and its lines."""
    for match in ENTRY.finditer(compiled):
        yield match["name"], match[0] + "\n"


def locks(compiled: str) -> tuple[str, str]:
    """What uv has written, divided into the two files."""
    plain, cuda = NOTE, NOTE + "-r requirements.lock\n"
    for name, lines in entries(compiled):
        if name.startswith(CUDA):
            cuda += lines
        elif name == "torch":
            plain += lines.rstrip("\n") + f" \\\n    --hash={CPU_BUILD}\n"
        else:
            plain += lines
    return plain, cuda


def main() -> None:
    uv = Path(sys.executable).with_name(COMMAND[0])
    done = subprocess.run([uv, *COMMAND[1:]], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise click.ClickException(done.stderr.strip())
    for name, text in zip(("requirements.lock", "requirements-cuda.lock"), locks(done.stdout), strict=True):
        write_text(ROOT / name, text)


if __name__ == "__main__":
    main()
