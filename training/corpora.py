"""All corpora of one run, sliced: what is learned from, calibrated on and reported."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ParamSpec, TypeVar

from framing.types import Stance
from training.config import Config
from training.data import missing
from training.datasets import (
    claimdiff,
    contests,
    dse,
    emergent,
    factuality,
    narrative_framing,
    newsmtsc,
    nli,
    persent,
    perspectrum,
    plover,
    polnear,
    sentfin,
    szeged,
    unscon,
    wikiweasel,
)
from training.examples import ActAnswer, ClaimPair, Example, Shares, Slices, cut, fold_of

Sample = Example | ClaimPair
One = TypeVar("One", Example, ClaimPair)
_Given = ParamSpec("_Given")
_Read = TypeVar("_Read")
FAR = frozenset({"szeged_bio", "szeged_bio_plain"})  # hedges so regular that a head is too sure of other texts by them
FOLDS = 5  # of Szeged's Wikipedia documents; the first one is reported


@dataclass(frozen=True, slots=True)
class Corpora:
    """What a run learns from, by corpus; what calibrates it; the report-only splits by name."""

    train: Mapping[str, tuple[Sample, ...]]
    turned: Mapping[str, tuple[Sample, ...]]  # what heads with a turn of their own learn from, last, by corpus
    selection: tuple[Sample, ...]
    calibration: tuple[Sample, ...]
    near: tuple[Sample, ...]  # the part of it that is not `FAR`; it calibrates what is shipped
    reports: tuple[tuple[str, tuple[Example, ...]], ...]
    pair_reports: tuple[tuple[str, tuple[ClaimPair, ...]], ...]
    articles: tuple[Example, ...]  # whole, with their frames


@dataclass(frozen=True, slots=True)
class _Source:
    """The corpora of one reader: its train parts and its report-only splits."""

    train: Mapping[str, Sequence[Sample]]
    reports: Mapping[str, Sequence[Sample]]


def read_corpora(data: Path, config: Config, *, limit: int | None = None) -> Corpora:
    """Read all corpora below `data`.

    Args:
        limit: keep only so many samples of each part and split, for a smoke run.

    Raises:
        TrainingError: a file is missing or malformed.
    """
    sources = [_open(source, data, config) for source in _SOURCES]
    shares = Shares(config.selection_share, config.calibration_share)
    parts = {name: list(samples)[:limit] for source in sources for name, samples in source.train.items()}
    last = {name for turn in config.turns.values() for name in turn.corpora}
    cuts = {
        name: cut_mixed(samples, shares, seed=config.seed)
        for name, samples in parts.items()
        if config.amounts.get(name) or name in last
    }
    reports = {name: tuple(samples)[:limit] for source in sources for name, samples in source.reports.items()}
    return Corpora(
        train={name: one.train for name, one in cuts.items() if name not in last},
        turned={name: one.train for name, one in cuts.items() if name in last},
        selection=tuple(sample for one in cuts.values() for sample in one.selection),
        calibration=tuple(sample for one in cuts.values() for sample in one.calibration),
        near=tuple(sample for name, one in cuts.items() if name not in FAR for sample in one.calibration),
        reports=tuple((name, _only(Example, samples)) for name, samples in reports.items() if _only(Example, samples)),
        pair_reports=tuple(
            (name, _only(ClaimPair, samples)) for name, samples in reports.items() if _only(ClaimPair, samples)
        ),
        articles=_open(narrative_framing.read, data / narrative_framing.PATH)[:limit],
    )


def _open(read: Callable[_Given, _Read], *given: _Given.args, **named: _Given.kwargs) -> _Read:
    try:
        return read(*given, **named)
    except FileNotFoundError as error:
        raise missing(error.filename) from error


def _newsmtsc(data: Path, _: Config) -> _Source:
    reports = {f"newsmtsc_{name}": newsmtsc.read(data / path) for name, path in newsmtsc.REPORT.items()}
    held_out = [example for examples in reports.values() for example in examples]
    return _Source({"newsmtsc": newsmtsc.without(newsmtsc.read(data / newsmtsc.TRAIN), held_out)}, reports)


def _other_tones(data: Path, _: Config) -> _Source:
    return _Source({"sentfin": sentfin.read(data / sentfin.TRAIN), "persent": persent.read(data / persent.DEV)}, {})


def _dse(data: Path, _: Config) -> _Source:
    valid = dse.read(data / dse.VALID)
    train = dse.without(dse.read(data / dse.TRAIN), valid)
    felt, neutral = _split(train, lambda example: any(stance.label != Stance.NEUTRAL for stance in example.stances))
    # Pairs without any sentiment also tell the act head what "no act" looks like.
    return _Source({"dse": felt, "dse_plain": [_without_act(example) for example in neutral]}, {"dse_valid": valid})


def _plover(data: Path, config: Config) -> _Source:
    report, train = _held_out(plover.read(data / plover.TRAIN), config)
    return _Source({"plover": [_with_reverse(example) for example in train]}, {"plover_report": report})


def _unscon(data: Path, _: Config) -> _Source:
    return _Source({"unscon": unscon.read(data / unscon.TRAIN)}, {})


def _szeged(data: Path, _: Config) -> _Source:
    """Wikipedia with both its labels, biology with hedges only."""
    wiki = wikiweasel.merge(szeged.read(data / szeged.WIKI), wikiweasel.read(data / wikiweasel.PATH))
    report, train = _split(wiki, lambda example: fold_of(example.document, FOLDS) == 0)
    biology = [example for path in szeged.BIO for example in szeged.read(data / path)]
    parts: dict[str, Sequence[Sample]] = {}
    for name, examples in (("szeged_wiki", train), ("szeged_bio", biology)):
        parts[name], parts[f"{name}_plain"] = _split(examples, lambda example: bool(example.hedges or example.vague))
    return _Source(parts, {"szeged_report": report})


def _polnear(data: Path, _: Config) -> _Source:
    train, dev = (polnear.read(data / folder) for folder in (polnear.TRAIN, polnear.DEV))
    marked, plain = _split(train, lambda example: bool(example.attributions))
    return _Source({"polnear": marked, "polnear_plain": plain}, {"polnear_dev": dev})


def _factuality(data: Path, _: Config) -> _Source:
    reports = {
        "factuality_uw_dev": factuality.read(data / factuality.DEV["UW"]),
        "factuality_uds_test": factuality.read(data / factuality.TEST["UDS_IH2"]),
    }
    held_out = {example.document for examples in reports.values() for example in examples}
    paths = {name: [path] for name, path in factuality.TRAIN.items()}
    for name in ("UDS_IH2", "RP", "MV2"):
        paths[name].append(factuality.DEV[name])
    parts = {
        name.lower(): [e for path in two for e in factuality.read(data / path) if e.document not in held_out]
        for name, two in paths.items()
    }
    return _Source(parts, reports)


def _claims(data: Path, config: Config) -> _Source:
    folder = data / perspectrum.FOLDER
    views = [view for split in ("train", "dev") for view in _views(folder, split, config.seed)]
    tested = _views(folder, "test", config.seed)
    # The published splits are by claim and share perspectives.
    parts: dict[str, Sequence[Sample]] = {"perspectrum": perspectrum.without(views, tested)}
    reports: dict[str, Sequence[Sample]] = {"perspectrum_test": tested}
    for name, pairs in (
        ("claimdiff", claimdiff.read(data / claimdiff.FOLDER)),
        ("emergent", emergent.read(data / emergent.PATH)),
        ("nli", [pair for path in nli.PATHS for pair in nli.read(data / path)]),
        ("contests", contests.read(data)),
    ):
        reports[f"{name}_report"], parts[name] = _held_out(pairs, config)
    return _Source(parts, reports)


def _views(folder: Path, split: str, seed: int) -> Sequence[ClaimPair]:
    """For, against, and half as many pairs that have nothing to do with each other."""
    sided = len(perspectrum.read(folder, split, unrelated=0, seed=seed))
    return perspectrum.read(folder, split, unrelated=sided // 2, seed=seed)


_SOURCES = (_newsmtsc, _other_tones, _dse, _plover, _unscon, _szeged, _polnear, _factuality, _claims)


def cut_mixed(samples: Sequence[Sample], shares: Shares, *, seed: int) -> Slices[Example] | Slices[ClaimPair]:
    """`cut`, for the samples of one corpus, which are all of one kind."""
    pairs = _only(ClaimPair, samples)
    return cut(pairs, shares, seed=seed) if pairs else cut(_only(Example, samples), shares, seed=seed)


def _held_out(samples: Sequence[One], config: Config) -> tuple[tuple[One, ...], tuple[One, ...]]:
    """A report part of a corpus that has no test part, by document, and the rest."""
    # Another seed than that of the other slices: else what they would take is what is gone already.
    slices = cut(samples, Shares(0.0, 0.0, config.report_share), seed=config.seed + 1)
    return slices.report, slices.train


def _split(samples: Iterable[One], chosen: Callable[[One], bool]) -> tuple[tuple[One, ...], tuple[One, ...]]:
    kept: tuple[list[One], list[One]] = ([], [])
    for sample in samples:
        kept[not chosen(sample)].append(sample)
    return tuple(kept[0]), tuple(kept[1])


def _only(kind: type[One], samples: Iterable[Sample]) -> tuple[One, ...]:
    return tuple(sample for sample in samples if isinstance(sample, kind))


def _without_act(example: Example) -> Example:
    return replace(example, acts=tuple(ActAnswer(pair.source, pair.target, None) for pair in example.stances))


def _with_reverse(example: Example) -> Example:
    """Who is acted upon has not acted: the reverse pair has no act."""
    return replace(example, acts=(*example.acts, *(ActAnswer(act.target, act.source, None) for act in example.acts)))
