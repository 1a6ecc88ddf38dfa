"""Rows of wordpieces and questions about them in batches of fixed shapes, and what was encoded of late."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import TypeVar

import torch
from torch import Tensor

from models.plan import Encoding, Question

_Item = TypeVar("_Item")

# A row is encoded in a batch of one fixed shape, so its figures cannot move with its neighbours.
LENGTHS = (16, 24, 32, 40, 48, 64, 80, 96, 128, 160, 192, 256)  # wordpieces; a row is padded to the next
ROWS = 2  # per batch; more rows gain a tenth on long texts and waste more on short ones
QUESTIONS = 16  # of one kind in a group; smaller groups cost more calls, larger ones more filling
CACHE_BYTES = 128 * 2**20  # about 1,700 sentences: an article is asked about twice and encoded once


@dataclass(frozen=True, slots=True, eq=False)
class Batch:
    """`encodings` stand first in the tensors, all through one turn; the rest is filling."""

    turn: str | None
    encodings: list[Encoding]
    ids: Tensor  # [ROWS, pieces]
    seen: Tensor  # false on padding, [ROWS, pieces]


@dataclass(frozen=True, slots=True, eq=False)
class Encoded:
    """One row behind the encoder."""

    hidden: Tensor  # [pieces, width]
    seen: Tensor  # [pieces]


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """Questions for the same heads about rows of one length; of each its row."""

    questions: list[Question]
    rows: list[Encoded]

    def stacked(self) -> tuple[Tensor, Tensor, Tensor]:
        """What a head reads: hidden [QUESTIONS, pieces, width], seen [QUESTIONS, pieces], spans [QUESTIONS, 0..2, 2].

        The questions stand first, the rest is filling. It is stacked here, by whoever labels the group, so that no
        more of it exists than is being worked on.
        """
        rows = filled(self.rows, QUESTIONS)
        places = [question.places for question in filled(self.questions, QUESTIONS)]
        spans = torch.tensor(places, dtype=torch.long).reshape(QUESTIONS, self.questions[0].kind.spans, 2)
        return torch.stack([row.hidden for row in rows]), torch.stack([row.seen for row in rows]), spans


def batches(encodings: Sequence[Encoding], *, pad: int) -> Iterator[Batch]:
    """Batches of one shape per turn and length; missing rows are filled with the batch's first row."""
    alike: dict[tuple[str, int], list[Encoding]] = {}
    for turn, row in encodings:
        length = next(length for length in LENGTHS if len(row) <= length)
        alike.setdefault((turn or "", length), []).append((turn, row))
    for (_, length), group in sorted(alike.items()):
        for start in range(0, len(group), ROWS):
            batch = group[start : start + ROWS]
            whole = [row for _, row in filled(batch, ROWS)]
            ids = torch.tensor([[*row, *[pad] * (length - len(row))] for row in whole])
            counts = torch.tensor([len(row) for row in whole])
            yield Batch(batch[0][0], batch, ids, torch.arange(length) < counts.unsqueeze(1))


def groups(questions: Iterable[Question], encoded: Mapping[Encoding, Encoded]) -> Iterator[Group]:
    """Groups of one shape per kind of question and length of row; missing ones are filled with the group's first."""
    alike: dict[tuple[tuple[str, ...], int], list[Question]] = {}
    for question in questions:
        alike.setdefault((question.heads, len(encoded[question.encoding].hidden)), []).append(question)
    for same in alike.values():
        for start in range(0, len(same), QUESTIONS):
            group = same[start : start + QUESTIONS]
            yield Group(group, [encoded[question.encoding] for question in group])


def filled(items: Sequence[_Item], size: int) -> list[_Item]:
    """As many items as `size`, missing ones made up by the first."""
    return [*items, *[items[0]] * (size - len(items))]


class RowCache:
    """The rows encoded last, up to a size; safe for threads. What it holds never changes a figure."""

    def __init__(self, limit: int = CACHE_BYTES) -> None:
        self._limit, self._size = limit, 0
        self._rows: OrderedDict[Encoding, Encoded] = OrderedDict()
        self._lock = Lock()

    def get(self, encoding: Encoding) -> Encoded | None:
        with self._lock:
            found = self._rows.get(encoding)
            if found is not None:
                self._rows.move_to_end(encoding)
            return found

    def put(self, encoding: Encoding, encoded: Encoded) -> None:
        with self._lock:
            if encoding in self._rows:
                return
            self._rows[encoding] = encoded
            self._size += encoded.hidden.nbytes
            while self._size > self._limit and self._rows:
                _, dropped = self._rows.popitem(last=False)
                self._size -= dropped.hidden.nbytes
