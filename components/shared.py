"""One engine for all sessions. What is here runs in threads of its own and knows nothing of Streamlit."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, NamedTuple, Protocol, TypeVar

from components.desk import Desk
from components.source import Source
from framing.codec import from_json
from framing.settings import Settings
from framing.steps import Step, Watch
from framing.types import Analysis

if TYPE_CHECKING:  # these bring libraries along that the first page can do without
    from framing.comparing.types import Comparison
    from framing.document.types import Document
    from framing.ports import Meaning


class Engine(Protocol):
    def analyse(self, document: Document, settings: Settings, watch: Watch) -> Analysis: ...


Finished = TypeVar("Finished")


class Readings(Generic[Finished]):
    """Finished analyses by the key of their source, or comparisons; the least recently used one goes first."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._lock = threading.Lock()
        self._kept: OrderedDict[str, Finished] = OrderedDict()

    def get(self, key: str) -> Finished | None:
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def put(self, key: str, finished: Finished) -> None:
        with self._lock:
            self._kept[key] = finished
            self._kept.move_to_end(key)
            while len(self._kept) > self._size:
                self._kept.popitem(last=False)


class Shared:
    """What all sessions share: the engine, the desk before it, and what was read.

    Args:
        load: brings parser and network; called once, in the thread of whoever needs them first.
        open: cuts a source into a document.
        keep: how many finished analyses.
    """

    def __init__(self, load: Callable[[], Engine], open: Callable[[Source], Document], *, keep: int) -> None:
        self._load, self._open = load, open
        self.readings: Readings[Analysis] = Readings(keep)
        self.desk: Desk[Source, Step, Analysis] = Desk(self._read)
        self._loading = threading.Lock()
        self._engine: Engine | None = None

    @property
    def loaded(self) -> bool:
        return self._engine is not None

    def engine(self) -> Engine:
        """The engine, loaded by the first who needs it.

        Raises:
            HedgerowError: a model is missing or altered; the next call tries again.
        """
        with self._loading:
            if self._engine is None:
                self._engine = self._load()
            return self._engine

    def _read(self, source: Source, watch: Watch) -> Analysis:
        known = self.readings.get(source.key)
        if known is not None:
            return known
        if source.record is not None and not source.cut:
            analysis = from_json(source.record)
        else:
            analysis = self.engine().analyse(self._open(source), source.settings, watch)
        self.readings.put(source.key, analysis)
        return analysis


class Pair(NamedTuple):
    """Two articles that are to be compared, as they are read and corrected; `key` names both."""

    key: str
    first: Analysis
    second: Analysis


class Comparisons:
    """The desk of comparisons, in turns like readings because those of long articles take as long, and its shelf.

    Args:
        load: brings the judge of meaning, in the thread of the first comparison; `None` has only words compared.
        keep: how many comparisons.
    """

    def __init__(self, load: Callable[[], Meaning | None], *, keep: int) -> None:
        self._load = load
        self.finished: Readings[Comparison] = Readings(keep)
        self.desk: Desk[Pair, None, Comparison] = Desk(lambda pair, _: self._compare(pair))
        self._loading = threading.Lock()
        self._meaning: tuple[Meaning | None] | tuple[()] = ()  # empty until it is loaded

    def _compare(self, pair: Pair) -> Comparison:
        from framing.compare import compare

        with self._loading:
            if not self._meaning:
                self._meaning = (self._load(),)
            (meaning,) = self._meaning
        comparison = compare(pair.first, pair.second, meaning=meaning)
        self.finished.put(pair.key, comparison)
        return comparison
