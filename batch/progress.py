"""How far a run has come, on standard error only."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click
from tqdm import tqdm

LINES_PER_NOTE = 100  # where standard error is a file, one plain line in so many


@contextmanager
def progress(done: int, total: int) -> Iterator[Callable[[], object]]:
    """Yield what is to be called after each line."""
    if sys.stderr.isatty():
        with tqdm(total=total, initial=done, unit="line", file=sys.stderr) as bar:
            yield bar.update
        return

    def note() -> None:
        nonlocal done
        done += 1
        if done % LINES_PER_NOTE == 0:
            click.echo(f"{done} of {total} lines", err=True)

    yield note
