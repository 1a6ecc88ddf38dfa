"""The blocks of a run on Ray, on this machine or a cluster: actors that load the model once and read one block each.

Every node must see the input and the result folder under the same paths, and have Hedgerow installed. Blocks are handed
out here and not by Ray Data, which may wait for ever when an actor is lost while it works.
"""

from __future__ import annotations

import os
from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from batch.folder import Block
from batch.worker import Done, Job, Worker
from framing.errors import HedgerowError, RunError

INSTALL = "python -m pip install -r requirements-ray.txt -c constraints.txt"
TRIES = 5  # actors that one block may lose: an article that ends every process is not to be met for ever


class _Actor:
    """A worker in a process of Ray. An error travels as a value, with its class."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._worker: Worker | None = None

    def ready(self) -> None:
        """Answered once there is a process."""

    def read(self, block: Block) -> Done | HedgerowError:
        try:
            if self._worker is None:
                self._worker = Worker(self._job)
            return self._worker.read(block)
        except HedgerowError as error:
            return error


def read_blocks(
    job: Job,
    blocks: Sequence[Block],
    *,
    workers: int,
    on_articles: Callable[[int], object],
    address: str | None = None,
) -> Iterator[Done]:
    """Every block as soon as it is read, in no order. That of an actor that is lost is read by another one.

    Args:
        address: of a cluster that runs; None starts Ray on this machine for as long as the run takes.

    Raises:
        RunError: Ray is not installed, cannot be reached, or loses every actor over one block.
        HedgerowError: from a worker.
    """
    if not blocks:
        return
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # nothing about a run leaves the machine
    os.environ.setdefault("RAY_BACKEND_LOG_LEVEL", "fatal")
    try:
        import ray
    except ModuleNotFoundError as error:
        raise RunError(f"--engine ray needs Ray, which is not installed: {INSTALL}") from error
    try:
        _start(ray, address, workers)
        read = 0
        for outcome in _handed_out(ray, job, blocks, workers):
            if isinstance(outcome, HedgerowError):
                raise outcome
            yield outcome
            read += outcome.block.stop - outcome.block.start
            on_articles(read)
    except (ray.exceptions.RayError, ConnectionError) as error:
        raise RunError(f"Ray could not go on; run the same command again to resume. It says: {error}") from error
    finally:
        ray.shutdown()


def _handed_out(ray: Any, job: Job, blocks: Sequence[Block], workers: int) -> Iterator[Done | HedgerowError]:
    """What becomes of each block.

    An actor gets its first block when its process stands, so that a block never waits for a machine that is gone.
    """
    start = ray.remote(num_cpus=1)(_Actor).remote
    left, lost = deque(blocks), Counter[Block | None]()  # None: before its first block
    working: dict[Any, tuple[Any, Block | None]] = {}  # by the answer that is awaited: its actor and its block

    def begin() -> None:
        actor = start(job)
        working[actor.ready.remote()] = (actor, None)

    for _ in range(max(1, min(workers, len(blocks)))):
        begin()
    while left or any(block is not None for _, block in working.values()):
        (answer,), _ = ray.wait(list(working))
        actor, block = working.pop(answer)
        try:
            outcome = ray.get(answer)
        except ray.exceptions.RayTaskError:
            raise  # the actor lives, and would fail again
        except ray.exceptions.RayError as error:
            ray.kill(actor)  # it may only seem to be lost
            lost[block] += 1
            if lost[block] == TRIES:
                raise RunError(_told(block, error)) from error
            if block is not None:
                left.appendleft(block)
            begin()
            continue
        del lost[block]
        if left:
            following = left.popleft()
            working[actor.read.remote(following)] = (actor, following)
        if block is not None:
            yield outcome


def _told(block: Block | None, error: Exception) -> str:
    doing = "began" if block is None else f"read rows {block.start + 1} to {block.stop}"
    return (
        f"{TRIES} actors of Ray were lost one after another as they {doing}, "
        "perhaps for want of memory; run the same command again to go on, with fewer --workers if it happens again. "
        f"Ray says: {str(error).strip().splitlines()[0]}"
    )


def _start(ray: Any, address: str | None, workers: int) -> None:
    quiet = {"log_to_driver": False, "logging_level": "ERROR"}
    if address is not None:
        ray.init(address=address, **quiet)
    else:
        ray.init(address="local", num_cpus=workers, include_dashboard=False, **quiet)  # never one that happens to run
