"""Rows of wordpieces in batches of fixed shapes, and what was encoded of late."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from threading import Lock

import torch
from torch import Tensor

from models.plan import Row

# A row is encoded in a batch of one fixed shape, so its figures cannot move with its neighbours.
LENGTHS = (16, 24, 32, 40, 48, 64, 80, 96, 128, 160, 192, 256)  # wordpieces; a row is padded to the next
ROWS = 2  # per batch; more rows gain a tenth on long texts and waste more on short ones
CACHE_BYTES = 128 * 2**20  # about 1,700 sentences: an article is asked about twice and encoded once


@dataclass(frozen=True, slots=True, eq=False)
class Batch:
    """`rows` stand first in the tensors; the rest is filling."""

    rows: list[Row]
    ids: Tensor  # [ROWS, pieces]
    seen: Tensor  # false on padding, [ROWS, pieces]


@dataclass(frozen=True, slots=True, eq=False)
class Encoded:
    """One row behind the encoder."""

    hidden: Tensor  # [1, pieces, width]
    seen: Tensor  # [1, pieces]


def batches(rows: Sequence[Row], *, pad: int) -> Iterator[Batch]:
    """Batches of one shape per length; missing rows are filled with the batch's first row."""
    by_length: dict[int, list[Row]] = {}
    for row in rows:
        length = next(length for length in LENGTHS if len(row) <= length)
        by_length.setdefault(length, []).append(row)
    for length, group in sorted(by_length.items()):
        for start in range(0, len(group), ROWS):
            batch = group[start : start + ROWS]
            filled = batch + batch[:1] * (ROWS - len(batch))
            ids = torch.tensor([[*row, *[pad] * (length - len(row))] for row in filled])
            counts = torch.tensor([len(row) for row in filled])
            yield Batch(batch, ids, torch.arange(length) < counts.unsqueeze(1))


class RowCache:
    """The rows encoded last, up to a size; safe for threads. What it holds never changes a figure."""

    def __init__(self, limit: int = CACHE_BYTES) -> None:
        self._limit, self._size = limit, 0
        self._rows: OrderedDict[Row, Encoded] = OrderedDict()
        self._lock = Lock()

    def get(self, row: Row) -> Encoded | None:
        with self._lock:
            found = self._rows.get(row)
            if found is not None:
                self._rows.move_to_end(row)
            return found

    def put(self, row: Row, encoded: Encoded) -> None:
        with self._lock:
            if row in self._rows:
                return
            self._rows[row] = encoded
            self._size += encoded.hidden.nbytes
            while self._size > self._limit and self._rows:
                _, dropped = self._rows.popitem(last=False)
                self._size -= dropped.hidden.nbytes
