"""The start of a process: from nothing to the first Analysis, what is imported for it, and how much memory it takes."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.runs import KILOBYTES
from benchmarks.speed.clock import Times, middle
from benchmarks.speed.markdown import seconds, table
from benchmarks.speed.texts import Text

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = 8  # shown, those that take most
IMPORTED = re.compile(r"^import time:\s+(\d+) \|\s+\d+ \| +([\w.]+)", re.M)  # own microseconds, module


@dataclass(frozen=True, slots=True)
class Start:
    """Medians of some processes that read one text each."""

    text: str
    times: Times
    peak: int  # bytes


def measure_start(text: Text, rounds: int) -> Start:
    """Processes that print the Analysis of one file; the first one only fills the disk's cache."""
    with _written(text) as file:
        ran = [_run(file) for _ in range(1 + rounds)][1:]
    return Start(text.name, middle([times for times, _ in ran]), int(median(peak for _, peak in ran)))


@contextmanager
def _written(text: Text) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "article.txt")
        file.write_text(text.text, encoding="utf-8")
        yield file


def _run(file: Path) -> tuple[Times, int]:
    """Seconds and the peak of memory in bytes of one process.

    Raises:
        CalledProcessError: it did not end well.
    """
    start = time.perf_counter()
    with subprocess.Popen(_command(file), cwd=ROOT, stdout=subprocess.DEVNULL) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - start
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, process.args)
    return Times(wall, used.ru_utime + used.ru_stime), used.ru_maxrss * KILOBYTES


def _command(file: Path, *options: str) -> list[str]:
    return [sys.executable, *options, "-m", "batch", "analyse", str(file)]


def measure_imports(text: Text) -> Counter[str]:
    """Microseconds for the modules of each package, as the interpreter counts them, in one process."""
    with _written(text) as file:
        command = _command(file, "-X", "importtime")
        ran = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    return imported(ran.stderr.decode())


def imported(report: str) -> Counter[str]:
    """Microseconds by package, from what `-X importtime` writes."""
    taken: Counter[str] = Counter()
    for microseconds, module in IMPORTED.findall(report):
        taken[module.partition(".")[0]] += int(microseconds)
    return taken


def start_table(starts: Sequence[Start], imports: Counter[str]) -> str:
    rows = [
        [start.text, seconds(start.times.wall), seconds(start.times.processor), f"{start.peak / 2**20:,.0f} MiB"]
        for start in starts
    ]
    most = ", ".join(f"{package} {seconds(taken / 1e6)}" for package, taken in imports.most_common(PACKAGES))
    head = ("a new process, its text", "to the Analysis", "processor time", "peak of memory")
    return f"{table(head, rows)}\nOf this, imports: {seconds(imports.total() / 1e6)} ({most}, …).\n"
