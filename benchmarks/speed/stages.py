"""Where the time of the engine goes, by its own stages: what rules take, what the parser, what the network."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.rows import Engine
from benchmarks.speed.clock import WARM_UP
from benchmarks.speed.markdown import seconds, table
from benchmarks.speed.texts import Text
from framing import laws
from framing.document import from_text
from framing.pipeline import analyse
from framing.ports import Identity, Parser, Reading, Request, Verdict
from framing.relayed import Relayed
from framing.steps import Stage, Step
from framing.types import Analysis

if TYPE_CHECKING:
    from spacy.tokens import Doc

DOCUMENT, PARSER, RECORD, LAWS = "document, language", "parser", "record", "laws"
NETWORK = "network: "


@dataclass(slots=True, eq=False)
class Stopwatch:
    """Seconds by what they went into; at each moment that is one thing."""

    clock: Callable[[], float]
    spent: dict[str, float] = field(default_factory=dict)
    _what: str = DOCUMENT
    _since: float = 0.0
    _stage: Stage = Stage.GRAMMAR

    def start(self) -> None:
        self._since = self.clock()

    def turn_to(self, what: str) -> str:
        """Count for something else from now on; what it was before."""
        before, now = self._what, self.clock()
        self.spent[before] = self.spent.get(before, 0.0) + now - self._since
        self._what, self._since = what, now
        return before

    def watch(self, step: Step) -> None:
        """Follow the stages of a reading."""
        if self._what == DOCUMENT or step.stage is not self._stage:
            self._stage = step.stage
            self.turn_to(str(step.stage))

    @property
    def network(self) -> str:
        return f"{NETWORK}{self._stage}"

    @property
    def after(self) -> str:
        """For what the rules work when the network has answered: behind its last answers the record is put together."""
        return RECORD if self._stage is Stage.TONE else str(self._stage)


@dataclass(frozen=True, slots=True)
class _TimedParser:
    inner: Parser
    stopwatch: Stopwatch

    @property
    def identity(self) -> Identity:
        return self.inner.identity

    def parse(self, texts: Sequence[str]) -> list[Doc]:
        before = self.stopwatch.turn_to(PARSER)
        docs = self.inner.parse(texts)
        self.stopwatch.turn_to(before)
        return docs


@dataclass(slots=True, eq=False)
class _TimedReader(Relayed):
    stopwatch: Stopwatch

    def read(self, requests: Sequence[Request]) -> list[Reading]:
        self.stopwatch.turn_to(self.stopwatch.network)
        readings = self.inner.read(requests)
        self.stopwatch.turn_to(self.stopwatch.after)
        return readings

    def compare(self, pairs: Sequence[tuple[str, str]], *, head: str = "pair") -> list[Verdict]:
        self.stopwatch.turn_to(self.stopwatch.network)
        verdicts = self.inner.compare(pairs, head=head)
        self.stopwatch.turn_to(self.stopwatch.after)
        return verdicts


def by_stage(engine: Engine, text: str, clock: Callable[[], float] = time.perf_counter) -> dict[str, float]:
    """Seconds of one reading by what they went into, in the order in which it is first done."""
    engine.reader.forget()
    stopwatch = Stopwatch(clock)
    stopwatch.start()
    analysis = analyse(
        from_text(text),
        parser=_TimedParser(engine.parser, stopwatch),
        reader=_TimedReader(engine.reader, stopwatch),
        watch=stopwatch.watch,
    )
    stopwatch.turn_to(LAWS)
    return {**stopwatch.spent, **_laws(analysis, clock, stopwatch.spent)}


def _laws(analysis: Analysis, clock: Callable[[], float], spent: dict[str, float]) -> dict[str, float]:
    """The laws are checked last and without a step of their own, so they are checked again, and taken off there."""
    start = clock()
    laws.check(analysis)
    taken = clock() - start
    last = RECORD if RECORD in spent else str(Stage.TONE)
    return {last: max(spent[last] - taken, 0.0), LAWS: taken}


def measure_stages(engine: Engine, text: Text, rounds: int) -> dict[str, float]:
    """Median seconds of each stage."""
    taken = [by_stage(engine, text.text) for _ in range(WARM_UP + rounds)][WARM_UP:]
    return {stage: median(one.get(stage, 0.0) for one in taken) for stage in taken[0]}


def stages_table(texts: Sequence[Text], spent: Sequence[dict[str, float]]) -> str:
    """A row for each stage, and of each text the share and the time."""
    head = ["stage", *(cell for text in texts for cell in (text.name, "time"))]
    rows = []
    for stage in dict.fromkeys(stage for one in spent for stage in one):
        cells = [(one.get(stage, 0.0) / sum(one.values()), one.get(stage, 0.0)) for one in spent]
        rows.append([stage, *(cell for share, taken in cells for cell in (f"{share:.0%}", seconds(taken)))])
    return table(head, [*rows, ["all", *(cell for one in spent for cell in ("", seconds(sum(one.values()))))]])
