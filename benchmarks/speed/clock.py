"""Time by two clocks, and pieces of work measured in turn."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median

import torch

WARM_UP = 1  # rounds that fill caches and are thrown away

Work = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Times:
    """Seconds by two clocks, or ratios of them: beside other work the wall clock tells also of that."""

    wall: float
    processor: float  # of all threads together

    def over(self, other: Times) -> Times:
        return Times(self.wall / other.wall, self.processor / other.processor)

    def scaled(self, factor: float) -> Times:
        return Times(self.wall * factor, self.processor * factor)


def total(times: Iterable[Times]) -> Times:
    each = list(times)
    return Times(sum(one.wall for one in each), sum(one.processor for one in each))


def middle(times: Sequence[Times]) -> Times:
    """The median by each clock."""
    return Times(median(one.wall for one in times), median(one.processor for one in times))


def clocked(work: Work) -> Times:
    wall, processor = time.perf_counter(), time.process_time()
    work()
    return Times(time.perf_counter() - wall, time.process_time() - processor)


def in_turn(works: Sequence[Work], rounds: int, *, rare: Sequence[Work] = (), every: int = 1) -> list[Times]:
    """Median times of each piece of work, run one after the other in every round.

    Args:
        rare: long pieces of work, which run only in the first round that counts and in every so-manyth after it.
    """
    taken: list[list[Times]] = [[] for _ in [*works, *rare]]
    for turn in range(-WARM_UP, rounds):
        due = [*works, *rare] if turn >= 0 and turn % every == 0 else works
        for column, work in zip(taken, due, strict=False):
            took = clocked(work)
            if turn >= 0:
                column.append(took)
    return [middle(column) for column in taken]


@contextmanager
def one_core() -> Iterator[None]:
    """Torch computes in the thread that asks: threads that wait for each other spend processor time on waiting."""
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        yield
    finally:
        torch.set_num_threads(threads)
