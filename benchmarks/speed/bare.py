"""The encoder without heads, without spans and without words: the work that nobody can avoid."""

from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor

import torch
from torch import Tensor

from models.cores import cores
from models.encoder import find_encoder, load_encoder
from models.encoding import WordPieces, load_wordpieces
from models.packed import ready
from models.plan import Encoding, Row
from models.precision import FORMATS
from models.rows import Pack, packs
from models.windows import MAX_PIECES


class BareEncoder:
    """The encoder alone, in the reader's number format: one row a sentence, no heads."""

    def __init__(self, number_format: str) -> None:
        files = find_encoder()
        self._pieces: WordPieces = load_wordpieces(files.tokenizer)
        self._encode = ready(load_encoder(files), FORMATS[number_format])
        self._threads = cores()
        self._workers = ThreadPoolExecutor(
            self._threads, thread_name_prefix="bare", initializer=torch.set_num_threads, initargs=(1,)
        )

    def read(self, sentences: Sequence[str]) -> list[Tensor]:
        """Hidden states of each different sentence, [pieces, width]."""
        return self.encode((None, row) for row in dict.fromkeys(self.rows(sentences)))

    def encode(self, encodings: Iterable[Encoding]) -> list[Tensor]:
        """Hidden states of these rows in the reader's packs and with all cores; through every turn alike."""
        dealt = packs(encodings, workers=self._threads)
        return [states for pack in self._workers.map(self._states, dealt) for states in pack]

    def rows(self, sentences: Sequence[str]) -> list[Row]:
        """The sentences as rows; of one longer than a window its beginning."""
        split = (self._pieces.split(sentence) for sentence in sentences)
        return [self._pieces.row(pieces, range(min(len(pieces), MAX_PIECES))) for pieces in split]

    def _states(self, pack: Pack) -> Sequence[Tensor]:
        with torch.inference_mode():
            return self._encode(pack.rows)
