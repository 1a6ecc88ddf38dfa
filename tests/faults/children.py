"""Commands in a process of their own, under what a machine may do to them."""

import ctypes
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DROP_FROM_BOUND = 24  # prctl(2), PR_CAPBSET_DROP
OVERRIDES = (1, 2)  # capabilities(7): CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH
TIMEOUT = 300  # seconds
# The command line on an engine without models: what is tested here is what happens around the reading.
BATCH = """
import sys
from batch.cli import main
from tests.batch.engines import CORPUS
if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], parts=CORPUS))
"""

posix = pytest.mark.skipif(os.name != "posix", reason="needs POSIX limits, signals or permissions")


@dataclass(frozen=True, slots=True)
class Done:
    code: int
    out: bytes
    error: str

    def is_a_plain_refusal(self, *words: str) -> bool:
        """One line that names what is wrong, exit code 2, and nothing on standard output."""
        lines = self.error.splitlines()
        assert (self.code, self.out) == (2, b""), self
        assert len(lines) == 1, self.error
        assert not re.search(r"Traceback|Error\b.*Error\b", self.error)
        return all(word in self.error for word in words)


def run(
    *arguments: object,
    environment: Mapping[str, str | None] | None = None,
    before: Callable[[], object] | None = None,
    folder: Path = ROOT,
    out: int = subprocess.PIPE,
) -> Done:
    """Run Python with these arguments.

    Args:
        environment: variables that are set beside this process's, or taken out.
        before: called in the child before the command begins.
    """
    changed = {**os.environ, "PYTHONPATH": str(ROOT), **(environment or {})}
    done = subprocess.run(
        [sys.executable, *map(str, arguments)],
        cwd=folder,
        env={name: value for name, value in changed.items() if value is not None},
        stdout=out,
        stderr=subprocess.PIPE,
        timeout=TIMEOUT,
        preexec_fn=before,
    )
    return Done(done.returncode, done.stdout or b"", done.stderr.decode())


def batch(*arguments: object, **how: object) -> Done:
    return run("-c", BATCH, *arguments, **how)


def bound_by_permissions() -> None:
    """Take from the child what lets the superuser write into anything; others do not have it."""
    library = ctypes.CDLL(None)
    for capability in OVERRIDES:
        library.prctl(DROP_FROM_BOUND, capability, 0, 0, 0)


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """A folder and all in it that a child with `bound_by_permissions` cannot write to."""
    inside = [folder, *folder.rglob("*")]
    for path in inside:
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        yield
    finally:
        for path in inside:
            path.chmod(0o755 if path.is_dir() else 0o644)


def names(folder: Path) -> list[str]:
    """Everything below a folder."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def contents(folder: Path, *, but: Sequence[str] = ()) -> dict[str, bytes]:
    """Every file below a folder, but those that end so."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in files if not path.name.endswith(tuple(but))
    }
