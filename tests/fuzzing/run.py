"""Fuzz the targets one after another: `python -m tests.fuzzing.run --minutes 10 [TARGET ...]`.

New inputs are kept in `build/fuzzing/TARGET`, beside the log; an input that brings out a fault is called `crash-…`,
`timeout-…` or `oom-…` and lies there too. `--merge` takes into `corpus/` what reaches branches that no input there
reaches, smallest first, and leaves out what is larger than `LARGEST`.
"""

import importlib.util
import re
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import click

from tests.fuzzing.seeds import CORPUS
from tests.fuzzing.targets import TARGETS

ROOT = Path(__file__).parent.parent.parent
BUILD = ROOT / "build" / "fuzzing"
MOST_FAULTS = 5  # of one target in one run: the next ones are mostly the same again
LARGEST = 1_200  # bytes of an input that the repository keeps
MOST_KEPT = 24  # inputs of one target besides its seeds
ABSENT = (
    "The fuzzer atheris is not installed: python -m pip install -r requirements-fuzz.txt (Linux on x86, Python 3.11 "
    "to 3.13). Without it, python -m pytest tests/fuzzing runs every input of the corpus."
)


@dataclass(frozen=True, slots=True)
class Outcome:
    name: str
    runs: int
    branches: int
    seconds: float
    faults: tuple[Path, ...]

    def __str__(self) -> str:
        faults = ", ".join(str(path.relative_to(ROOT)) for path in self.faults) or "none"
        return (
            f"{self.name:12} {self.runs:>9,} runs {self.branches:>6,} branches {self.seconds:>5.0f} s  faults: {faults}"
        )


@click.command(help=__doc__)
@click.argument("names", nargs=-1, type=click.Choice(list(TARGETS)))
@click.option("--minutes", default=10.0, show_default=True, help="For all targets together.")
@click.option("--merge", is_flag=True, help="Take new inputs into the corpus instead.")
def main(names: tuple[str, ...], minutes: float, merge: bool) -> None:
    if importlib.util.find_spec("atheris") is None:
        raise click.ClickException(ABSENT)
    chosen = names or tuple(TARGETS)
    if merge:
        for name in chosen:
            click.echo(f"{name:12} {take_in(name)} new inputs")
        return
    outcomes = []
    for name in chosen:
        outcomes.append(fuzz(name, 60 * minutes / len(chosen)))
        click.echo(str(outcomes[-1]))
    sys.exit(1 if any(outcome.faults for outcome in outcomes) else 0)


def fuzz(name: str, seconds: float) -> Outcome:
    """Run one target for so long, and on after each of the first faults."""
    folder = BUILD / name
    found = folder / "found"
    found.mkdir(parents=True, exist_ok=True)
    begun, runs, branches, faults = time.monotonic(), 0, 0, 0
    before = faulty(folder)
    with (folder / "log").open("w+", encoding="utf-8", errors="replace") as log:
        while (left := seconds - (time.monotonic() - begun)) > 1 and faults < MOST_FAULTS:
            start = log.tell()
            options = (f"-max_total_time={left:.0f}", "-print_final_stats=1", f"-artifact_prefix={folder}/")
            code = launch(name, str(found), str(CORPUS / name), *options, log=log)
            log.seek(start)
            told = log.read()
            runs += int((re.findall(r"stat::number_of_executed_units: +(\d+)", told) or [0])[-1])
            branches = max([branches, *map(int, re.findall(r" cov: (\d+)", told))])
            faults += code != 0
    return Outcome(name, runs, branches, time.monotonic() - begun, tuple(sorted(faulty(folder) - before)))


def faulty(folder: Path) -> set[Path]:
    """Inputs that brought out a fault; one that was merely slow on a busy machine is in the folder too, and is none."""
    return {path for kind in ("crash", "timeout", "oom") for path in folder.glob(f"{kind}-*")}


def launch(name: str, *options: str, log: object) -> int:
    command = [sys.executable, "-m", "tests.fuzzing.fuzz", name, *options]
    return subprocess.run(command, cwd=ROOT, stdout=log, stderr=subprocess.STDOUT, check=False).returncode


def take_in(name: str) -> int:
    """Add the smallest inputs that reach new branches."""
    with tempfile.TemporaryDirectory() as place, (BUILD / name / "log").open("a") as log:
        launch(name, "-merge=1", place, str(CORPUS / name), str(BUILD / name / "found"), log=log)
        known = {path.read_bytes() for path in (CORPUS / name).iterdir()}
        fresh = [path for path in Path(place).iterdir() if path.read_bytes() not in known]
        fresh = sorted((path for path in fresh if path.stat().st_size <= LARGEST), key=lambda path: path.stat().st_size)
        for path in fresh[:MOST_KEPT]:
            shutil.copyfile(path, CORPUS / name / path.name[:16])
    return min(len(fresh), MOST_KEPT)


if __name__ == "__main__":
    main()
