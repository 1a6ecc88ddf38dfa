"""A run over a corpus, into a folder of Parquet: what is missing is read in blocks and put in place one by one."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from math import ceil
from pathlib import Path
from typing import Protocol

from filelock import FileLock, Timeout

from batch.engine import Engine
from batch.folder import Block, Folder, check_folder, commit, expect_engine, gaps, prepare, sweep_parts
from batch.inputs import LeftOut, Survey, find, survey
from batch.worker import GROUP, Done, Job
from framing.errors import RunError
from framing.settings import Settings
from framing.types import Setting

BLOCK = 96  # articles written at once: what a kill costs each worker at most, and how many files there are


class Runner(Protocol):
    """Reads blocks, in this process's children or elsewhere."""

    def __call__(
        self, job: Job, blocks: Sequence[Block], *, workers: int, on_articles: Callable[[int], object]
    ) -> Iterator[Done]: ...


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for."""

    source: str
    out: Path
    columns: dict[str, str]
    settings: Settings
    workers: int
    limit: int | None = None
    block: int = BLOCK  # articles


@dataclass(frozen=True, slots=True)
class Counts:
    read: int
    failed: int
    kept: int  # rows that stood already
    left_out: LeftOut = ()  # files of no kind that is read, by suffix


Watch = Callable[[int, int], AbstractContextManager[Callable[[int], object]]]


def run_corpus(order: Order, load: Callable[[Settings], Engine], runner: Runner, *, watch: Watch) -> Counts:
    """Read the rows that are missing.

    Args:
        watch: given how many rows are done and how many there are, yields what is to hear how many are read since.

    Raises:
        InputError: the input is unusable, or not the one of the run that is resumed.
        RunError: another run writes to this folder, or this one lost its workers.
        HedgerowError: the engine is broken; the run can be resumed.
    """
    folder = Folder(order.out)
    check_folder(folder)
    found = find(order.source, out=order.out)
    surveyed = survey(found, columns=order.columns)
    folder.lock.parent.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(folder.lock, blocking=False):
            return replace(_run(order, folder, surveyed, load, runner, watch), left_out=found.left_out)
    except Timeout as error:
        raise RunError(f"another run writes to {folder.path}; wait for it to end, or name another --out") from error


def _run(
    order: Order,
    folder: Folder,
    surveyed: Survey,
    load: Callable[[Settings], Engine],
    runner: Runner,
    watch: Watch,
) -> Counts:
    columns = tuple(Setting(*item) for item in sorted(order.columns.items()))
    manifest, done = prepare(folder, surveyed, columns)
    stop = surveyed.rows if order.limit is None else min(order.limit, surveyed.rows)
    blocks = tuple(gaps(done, stop, _size(stop, order)))
    kept = sum(block.stop - block.start for block in done)
    job = Job(folder, surveyed.files, columns, order.settings, load)
    read = failed = 0
    with watch(kept, max(stop, kept)) as on_articles:
        for one in runner(job, blocks, workers=order.workers, on_articles=on_articles) if blocks else ():
            manifest = expect_engine(folder, manifest, one.engine)
            commit(folder, one.block, one.tables, one.token)
            read, failed = read + one.block.articles, failed + one.block.failures
    sweep_parts(folder)
    return Counts(read, failed, kept)


def _size(rows: int, order: Order) -> int:
    """Articles in a block: fewer where there are not enough for every worker, always whole groups."""
    share = ceil(rows / order.workers / GROUP) * GROUP
    return max(1, min(order.block, share))
