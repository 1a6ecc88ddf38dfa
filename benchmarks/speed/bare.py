"""The encoder without heads, without spans and without words: the work that nobody can avoid."""

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import torch
from torch import Tensor, nn

from models.encoder import find_encoder, load_encoder
from models.encoding import WordPieces, load_wordpieces
from models.plan import Row
from models.precision import FORMATS
from models.rows import batches
from models.windows import MAX_PIECES

ROWS = 32  # sentences in one bare batch; larger ones are no faster on a CPU


class BareEncoder:
    """The encoder alone, in the reader's number format: one row a sentence, no heads."""

    def __init__(self, number_format: str) -> None:
        files = find_encoder()
        self._pieces: WordPieces = load_wordpieces(files.tokenizer)
        network: nn.Module = load_encoder(files)
        self._network = network.eval().to(dtype=FORMATS[number_format])
        self._workers = ThreadPoolExecutor(
            os.cpu_count() or 1, thread_name_prefix="bare", initializer=torch.set_num_threads, initargs=(1,)
        )

    def read(self, sentences: Sequence[str]) -> list[Tensor]:
        """Hidden states of each batch, [rows, pieces, width], sorted by length and with all cores on each batch."""
        rows = sorted(self.rows(sentences), key=len)
        groups = [rows[start : start + ROWS] for start in range(0, len(rows), ROWS)]
        return [self._padded(group) for group in groups]

    def read_in_small_batches(self, sentences: Sequence[str]) -> list[Tensor]:
        """The same in the batches of the reader, which are small, of fixed shapes, and one core's work each."""
        rows = dict.fromkeys(self.rows(sentences))
        small = batches([(None, row) for row in rows], pad=self._pieces.pad)
        return list(self._workers.map(lambda batch: self._states(batch.ids, batch.seen), small))

    def rows(self, sentences: Sequence[str]) -> list[Row]:
        """The sentences as rows; of one longer than a window its beginning."""
        split = (self._pieces.split(sentence) for sentence in sentences)
        return [self._pieces.row(pieces, range(min(len(pieces), MAX_PIECES))) for pieces in split]

    def _padded(self, rows: Sequence[Row]) -> Tensor:
        width = max(len(row) for row in rows)
        ids = torch.tensor([[*row, *[self._pieces.pad] * (width - len(row))] for row in rows])
        counts = torch.tensor([len(row) for row in rows])
        return self._states(ids, torch.arange(width) < counts.unsqueeze(1))

    def _states(self, ids: Tensor, seen: Tensor) -> Tensor:
        with torch.inference_mode():
            states: Tensor = self._network(ids, seen)
        return states
