"""A training run as data: read from TOML, frozen, and refused when a key is unknown or missing."""

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from training.errors import TrainingError


@dataclass(frozen=True, slots=True)
class Config:
    """One training run. Rates are of AdamW; shares are 0..1; weights multiply a head's loss."""

    name: str
    seed: int
    heads: tuple[str, ...]
    epochs: int
    batch_size: int  # sentences
    encoder_rate: float  # learning rate of the topmost encoder layer
    layer_decay: float  # each lower layer learns by this factor slower
    head_rate: float
    weight_decay: float
    warmup: float  # share of all steps
    frozen_layers: int  # lowest encoder layers left as published; word embeddings always are
    dropout: float  # of the heads
    max_pieces: int  # longer training sentences are left out, not cut
    mask_share: float  # sentences with a random span masked
    other_mention_share: float  # targets read at another of their mentions, or at their last word
    no_act_weight: float  # weight of "no act here" pairs, taught as uniform probabilities
    dse_neutral_sentences: int  # of about 8,000 without any sentiment
    selection_share: float
    calibration_share: float
    plover_repeats: int  # times that its few train sentences are seen in an epoch
    plover_report_share: float  # PLOVER has no test split
    precision: float  # wanted of labels that are shown without "not sure"
    tone_weight: float
    target_tone_weight: float
    stance_weight: float
    act_weight: float

    @property
    def weights(self) -> dict[str, float]:
        """Loss weight per head."""
        return {
            "tone": self.tone_weight,
            "target_tone": self.target_tone_weight,
            "stance": self.stance_weight,
            "act": self.act_weight,
        }


def read_config(path: Path) -> Config:
    """Read a TOML file.

    Raises:
        TrainingError: the file is not TOML, or a key is unknown, missing or of another type.
    """
    try:
        body = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise TrainingError(f"{path}: cannot be read ({error})") from error
    return make_config(body, where=path.name)


def make_config(body: Mapping[str, Any], *, where: str) -> Config:
    """Check a mapping against the fields of `Config`.

    Raises:
        TrainingError: a key is unknown, missing or of another type; the message lists the valid ones.
    """
    known = {field.name: field.type for field in fields(Config)}
    unknown = sorted(body.keys() - known.keys())
    if unknown:
        raise TrainingError(f"{where}: unknown key {unknown[0]!r}; valid keys are {', '.join(known)}")
    missing = sorted(known.keys() - body.keys())
    if missing:
        raise TrainingError(f"{where}: key {missing[0]!r} is missing")
    return Config(**{name: _value(where, name, kind, body[name]) for name, kind in known.items()})


def _value(where: str, name: str, kind: object, value: object) -> Any:
    if kind is float and type(value) in (int, float):
        return float(value)  # type: ignore[arg-type]
    if kind in (int, str) and type(value) is kind:
        return value
    if kind not in (int, str, float) and isinstance(value, list) and all(type(item) is str for item in value):
        return tuple(value)
    wanted = getattr(kind, "__name__", str(kind))
    raise TrainingError(f"{where}: {name} = {value!r}, expected {wanted}")


def config_sha256(config: Config) -> str:
    """A digest over all values, independent of the file's layout."""
    lines = (f"{field.name} = {getattr(config, field.name)!r}\n" for field in fields(Config))
    return hashlib.sha256("".join(lines).encode()).hexdigest()
