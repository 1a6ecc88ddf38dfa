"""The blocks of a run on this machine: one process per core, each with a model of its own."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing.sharedctypes import Synchronized
from threading import Thread

from batch.folder import Block
from batch.worker import Done, Job, Worker
from framing.errors import RunError

AHEAD = 2  # blocks handed out per process, so that none waits for its next one
TICK = 0.5  # seconds between two looks at how many articles are done

_job: Job  # of this process, set when it begins
_read: Synchronized[int]  # articles read by all processes of the run
_worker: Worker | None = None


def read_blocks(
    job: Job, blocks: Sequence[Block], *, workers: int, on_articles: Callable[[int], object]
) -> Iterator[Done]:
    """Every block as soon as it is read, in no order; `on_articles` hears how many articles are read so far.

    Raises:
        RunError: a process was ended from outside.
        HedgerowError: from a worker.
    """
    context = multiprocessing.get_context("spawn")  # a fork would inherit locks that torch's threads hold
    before = set(multiprocessing.active_children())
    counter: Synchronized[int] = context.Value("q", 0)
    pool = ProcessPoolExecutor(
        max_workers=max(1, min(workers, len(blocks))), mp_context=context, initializer=_begin, initargs=(job, counter)
    )
    finished = False
    try:
        left = iter(blocks)
        pending: set[Future[Done]] = {pool.submit(_read_block, block) for block in islice(left, workers * AHEAD)}
        while pending:
            done, pending = wait(pending, timeout=TICK, return_when=FIRST_COMPLETED)
            pending |= {pool.submit(_read_block, block) for block in islice(left, len(done))}
            for future in done:
                yield future.result()
            on_articles(counter.value)
        finished = True
    except BrokenProcessPool as error:
        raise RunError(
            "a worker was ended from outside, perhaps for want of memory; run the same command again to go on, with "
            "fewer --workers if it happens again"
        ) from error
    finally:
        pool.shutdown(wait=finished, cancel_futures=True)
        if not finished:
            for process in set(multiprocessing.active_children()) - before:
                process.terminate()


def _begin(job: Job, counter: Synchronized[int]) -> None:
    global _job, _read
    _job, _read = job, counter
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a keyboard interrupts the whole group; the parent ends its workers
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A worker whose parent was killed would wait for its next block for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _read_block(block: Block) -> Done:
    global _worker
    if _worker is None:  # not while the process begins: an error there would reach the parent without its message
        _worker = Worker(_job, on_article=_count)
    return _worker.read(block)


def _count() -> None:
    with _read.get_lock():
        _read.value += 1
