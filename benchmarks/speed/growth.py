"""How the engine's time grows with a text: to which power of its words, 1 where twice as many take twice as long.

Measured in processor time, each text once.
"""

from __future__ import annotations

import math
import time
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import linear_regression

from benchmarks.rows import Engine
from benchmarks.speed.markdown import seconds, table
from benchmarks.speed.stages import by_stage
from benchmarks.speed.texts import Text, long

WORDS = (1_000, 2_000, 5_000, 10_000, 20_000, 50_000)
LENGTHS = ("words", "time of a word / of one in the shortest", "time of 1,000 words", "processor time")
LEAST = 0.01  # share of the time of the longest text; of what takes less no exponent is shown


@dataclass(frozen=True, slots=True)
class Reading:
    """One text read once."""

    words: int
    spent: dict[str, float]  # seconds of processor time, by stage

    @property
    def taken(self) -> float:
        return sum(self.spent.values())


def measure_growth(engine: Engine, words: Sequence[int] = WORDS) -> list[Reading]:
    engine.read(long(words[0], seed=2).text)  # fills caches
    return [_reading(engine, long(count)) for count in words]


def _reading(engine: Engine, text: Text) -> Reading:
    return Reading(text.words, by_stage(engine, text.text, time.process_time))


def exponent(words: Sequence[int], taken: Sequence[float]) -> float:
    """The slope of log time over log words."""
    return linear_regression([math.log(count) for count in words], [math.log(one) for one in taken]).slope


def exponents(readings: Sequence[Reading]) -> dict[str, float]:
    """Of each stage that takes a share of the time which can be measured."""
    words, longest = [one.words for one in readings], readings[-1]
    return {
        stage: exponent(words, [one.spent[stage] for one in readings])
        for stage, taken in longest.spent.items()
        if taken > LEAST * longest.taken and all(one.spent.get(stage, 0.0) > 0 for one in readings)
    }


def growth_table(readings: Sequence[Reading]) -> str:
    """A row for each text, then one for each stage with its power and its share of the first and of the last text."""
    first, last = readings[0], readings[-1]
    lengths = [
        [
            f"{one.words:,}",
            f"{one.taken / one.words / (first.taken / first.words):.2f}",
            seconds(1000 * one.taken / one.words),
            seconds(one.taken),
        ]
        for one in readings
    ]
    stages = [
        [stage, f"{power:.2f}", *(f"{one.spent[stage] / one.taken:.0%}" for one in (first, last))]
        for stage, power in exponents(readings).items()
    ]
    whole = exponent([one.words for one in readings], [one.taken for one in readings])
    return (
        f"{table(LENGTHS, lengths, named=0)}\n"
        f"Processor time grows with words to the power of {whole:.2f}, by stage:\n\n"
        f"{table(('stage', 'power', f'of {first.words:,} words', f'of {last.words:,}'), stages)}"
    )
