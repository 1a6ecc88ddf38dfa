"""Rows of wordpieces and questions about them, dealt out to workers, and what was encoded of late."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from threading import Lock

from torch import Tensor

from models.plan import Encoding, Question, Row

PIECES = 256  # in a pack: a worker's cache holds what a layer makes of so many; larger packs are no faster
FEW = 64  # pieces that are not worth a second worker: each reads all weights
QUESTIONS = 64  # of one kind in a group, so that what is kept of them is bounded
CACHE_BYTES = 128 * 2**20  # about 3,000 sentences: an article is asked about twice and encoded once


@dataclass(slots=True, eq=False)
class Pack:
    """Rows that one worker encodes at once, all through one turn."""

    turn: str | None
    rows: list[Row] = field(default_factory=list)
    pieces: int = 0

    def add(self, row: Row) -> None:
        self.rows.append(row)
        self.pieces += len(row)


def packs(encodings: Iterable[Encoding], *, workers: int) -> list[Pack]:
    """Packs of much the same size, per turn: as few as keep every worker busy and none far above `PIECES`."""
    alike: dict[str | None, list[Row]] = {}
    for turn, row in encodings:
        alike.setdefault(turn, []).append(row)
    return [pack for turn, rows in alike.items() for pack in _dealt(turn, rows, workers)]


def _dealt(turn: str | None, rows: Sequence[Row], workers: int) -> list[Pack]:
    total = sum(map(len, rows))
    rounds = -(-total // (PIECES * workers))
    found = [Pack(turn) for _ in range(min(len(rows), -(-total // FEW), rounds * workers))]
    for row in sorted(rows, key=len, reverse=True):
        min(found, key=lambda pack: pack.pieces).add(row)
    return found


def groups(questions: Iterable[Question]) -> Iterator[list[Question]]:
    """Groups for the same heads, none above `QUESTIONS`."""
    alike: dict[tuple[str, ...], list[Question]] = {}
    for question in questions:
        alike.setdefault(question.heads, []).append(question)
    for same in alike.values():
        yield from (same[start : start + QUESTIONS] for start in range(0, len(same), QUESTIONS))


class RowCache:
    """The rows encoded last, [pieces, width] each, up to a size; safe for threads. It never changes a figure."""

    def __init__(self, limit: int = CACHE_BYTES) -> None:
        self._limit, self._size = limit, 0
        self._rows: OrderedDict[Encoding, Tensor] = OrderedDict()
        self._lock = Lock()

    def get(self, encoding: Encoding) -> Tensor | None:
        with self._lock:
            found = self._rows.get(encoding)
            if found is not None:
                self._rows.move_to_end(encoding)
            return found

    def kept(self) -> list[Encoding]:
        """All rows that lie here, those used last at the end."""
        with self._lock:
            return list(self._rows)

    def put(self, encoding: Encoding, encoded: Tensor) -> None:
        with self._lock:
            if encoding in self._rows:
                return
            self._rows[encoding] = encoded
            self._size += encoded.nbytes
            while self._size > self._limit and self._rows:
                _, dropped = self._rows.popitem(last=False)
                self._size -= dropped.nbytes
