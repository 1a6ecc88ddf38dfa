"""The blocks of a run on Ray, on this machine or a cluster: actors that load the model once, fed by Ray Data.

Every node must see the input and the result folder under the same paths, and have Hedgerow installed.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np

from batch.folder import Block
from batch.worker import Done, Job, Worker
from framing.errors import HedgerowError, RunError

INSTALL = "python -m pip install -r requirements-ray.txt -c constraints.txt"
RETRIES = 4  # of one block whose actor was lost; without a limit an article that ends its process would be met for ever


class _Actor:
    """A worker as Ray Data wants it: columns in, columns out. An error travels as a value, with its class."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._worker: Worker | None = None

    def __call__(self, batch: dict[str, Any]) -> dict[str, Any]:
        blocks = [Block(int(start), int(stop)) for start, stop in zip(batch["start"], batch["stop"], strict=True)]
        outcomes = np.empty(len(blocks), dtype=object)
        for place, block in enumerate(blocks):
            outcomes[place] = self._read(block)
        return {"outcome": outcomes}

    def _read(self, block: Block) -> Done | HedgerowError:
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
    """Every block as soon as it is read, in no order.

    Args:
        address: of a cluster that runs; None starts Ray on this machine for as long as the run takes.

    Raises:
        RunError: Ray is not installed, or it lost an actor.
        HedgerowError: from a worker.
    """
    if not blocks:
        return
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # nothing about a run leaves the machine
    os.environ.setdefault("RAY_BACKEND_LOG_LEVEL", "fatal")
    try:
        import ray
        import ray.data
    except ModuleNotFoundError as error:
        raise RunError(f"--engine ray needs Ray, which is not installed: {INSTALL}") from error
    _start(ray, address, workers)
    try:
        rows = ray.data.from_items(
            [{"start": block.start, "stop": block.stop} for block in blocks], override_num_blocks=len(blocks)
        )
        outcomes = rows.map_batches(
            _Actor,
            fn_constructor_args=(job,),
            batch_size=1,
            num_cpus=1,
            max_task_retries=RETRIES,
            compute=ray.data.ActorPoolStrategy(size=max(1, min(workers, len(blocks)))),
        )
        read = 0
        for row in outcomes.iter_rows():
            outcome = row["outcome"]
            if isinstance(outcome, HedgerowError):
                raise outcome
            yield outcome
            read += outcome.block.stop - outcome.block.start
            on_articles(read)
    except ray.exceptions.RayError as error:
        raise RunError(f"Ray could not go on; run the same command again to resume. It says: {error}") from error
    finally:
        ray.shutdown()


def _start(ray: Any, address: str | None, workers: int) -> None:
    quiet = {"log_to_driver": False, "logging_level": "ERROR"}
    if address is not None:
        ray.init(address=address, **quiet)
    else:
        ray.init(address="local", num_cpus=workers, include_dashboard=False, **quiet)  # never one that happens to run
    ray.data.DataContext.get_current().enable_progress_bars = False
    logging.getLogger("ray.data").setLevel(logging.ERROR)  # the run tells its own progress
