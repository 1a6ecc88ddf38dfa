"""How far a run has come, on standard error only."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click
from tqdm import tqdm

LINES_PER_NOTE = 100  # where standard error is a file, one plain line in so many

PLAIN = "{n_fmt} of {total_fmt} articles, {rate_noinv:.2f} a second, {remaining} left"


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


@contextmanager
def rate(done: int, total: int) -> Iterator[Callable[[int], object]]:
    """Yield what is to be told how many articles have been read since the beginning."""
    if sys.stderr.isatty():
        with tqdm(total=total, initial=done, unit="article", file=sys.stderr, smoothing=0.1) as bar:
            yield lambda read: bar.update(done + read - bar.n)
        return
    start, noted = time.monotonic(), 0

    def note(read: int) -> None:
        nonlocal noted
        if read // LINES_PER_NOTE > noted // LINES_PER_NOTE:
            taken = time.monotonic() - start
            click.echo(tqdm.format_meter(done + read, total, taken, initial=done, bar_format=PLAIN), err=True)
            noted = read

    yield note
