"""One engine for all sessions. What is here runs in threads of its own and knows nothing of Streamlit."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING, Generic, NamedTuple, Protocol, TypeVar, cast

from components import source
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

    def forget(self) -> None:
        """Keep nothing of the texts that were read."""
        ...


Finished = TypeVar("Finished")


class Readings(Generic[Finished]):
    """Finished analyses by the key of their source, or what is made of them; the least recently used one goes first.

    A key that depends on several articles names them all, divided by spaces.
    """

    def __init__(self, size: int, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._size, self._clock = size, clock
        self._lock = threading.Lock()
        self._kept: OrderedDict[str, tuple[Finished, float]] = OrderedDict()  # with the time of the last use

    def get(self, key: str) -> Finished | None:
        with self._lock:
            if key not in self._kept:
                return None
            finished, _ = self._kept[key]
            self._use(key, finished)
            return finished

    def put(self, key: str, finished: Finished) -> None:
        with self._lock:
            self._use(key, finished)
            while len(self._kept) > self._size:
                self._kept.popitem(last=False)

    def _use(self, key: str, finished: Finished) -> None:
        self._kept[key] = finished, self._clock()
        self._kept.move_to_end(key)

    def forget(self, held: frozenset[str], *, unused: float) -> bool:
        """Drop what depends on an article that is not held, if it was not used for so many seconds.

        Returns:
            Whether some of it has been used since.
        """
        with self._lock:
            lost = {key: used for key, (_, used) in self._kept.items() if not held.issuperset(key.split())}
            for key, used in lost.items():
                if self._clock() - used >= unused:
                    del self._kept[key]
            return not lost.keys().isdisjoint(self._kept)


class Derived:
    """What is made of articles to be shown: drawings, and readings with corrections. It goes with its article.

    Args:
        size: of how many articles something is kept.
    """

    def __init__(self, size: int, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._pages: Readings[dict[Hashable, object]] = Readings(size, clock=clock)

    def get(self, key: str, what: Hashable, make: Callable[[], Finished]) -> Finished:
        """What was made under this name of the article, or articles, that `key` names; made by who asks first."""
        page = self._pages.get(key)
        if page is None:
            page = {}
            self._pages.put(key, page)
        if what not in page:
            page[what] = make()
        return cast(Finished, page[what])

    def forget(self, held: frozenset[str], *, unused: float) -> bool:
        """As `Readings.forget`."""
        return self._pages.forget(held, unused=unused)


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

    def forget(self) -> None:
        """Have the engine keep nothing of what it has read; the readings forget by themselves."""
        if self._engine is not None:
            self._engine.forget()

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


def forget(engine: Shared, compared: Comparisons, made: Derived, *, held: frozenset[str], unused: float) -> bool:
    """Drop what comes of articles that are not held; whether some of it was used within so many seconds and stays."""
    shelves = (engine.readings, compared.finished, made)
    waits = [shelf.forget(held, unused=unused) for shelf in shelves]
    source.forget()
    engine.forget()
    return any(waits)
