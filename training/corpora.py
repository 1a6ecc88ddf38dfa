"""All corpora of one run, sliced: what is learned from, chosen on, calibrated on and reported."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from framing.types import Stance
from training.config import Config
from training.datasets import dse, newsmtsc, plover
from training.errors import TrainingError
from training.examples import ActAnswer, Example, Shares, Slices, cut, join


@dataclass(frozen=True, slots=True)
class Corpora:
    """The slices of a run and the report-only splits by name."""

    slices: Slices
    reports: tuple[tuple[str, tuple[Example, ...]], ...]


def read_corpora(data: Path, config: Config, *, limit: int | None = None) -> Corpora:
    """Read the three corpora below `data`.

    Args:
        limit: keep only so many sentences of each corpus and split, for a smoke run.

    Raises:
        TrainingError: a file is missing or malformed.
    """
    paths = (newsmtsc.TRAIN, *newsmtsc.REPORT.values(), dse.TRAIN, dse.VALID, plover.TRAIN)
    for path in paths:
        if not (data / path).is_file():
            raise TrainingError(f"{data / path}: missing; give the data folder by --data or HEDGEROW_DATA")
    reports = {f"newsmtsc_{name}": newsmtsc.read(data / path) for name, path in newsmtsc.REPORT.items()}
    reports["dse_valid"] = dse.read(data / dse.VALID)
    reports = {name: examples[:limit] for name, examples in reports.items()}
    held_out = [example for examples in reports.values() for example in examples]
    tone = newsmtsc.without(newsmtsc.read(data / newsmtsc.TRAIN), held_out)[:limit]
    stance = dse.without(dse.read(data / dse.TRAIN), held_out)[:limit]
    acts = plover.read(data / plover.TRAIN)[:limit]
    shares = Shares(config.selection_share, config.calibration_share)
    cuts = (
        cut(tone, shares, seed=config.seed),
        _thin(cut(stance, shares, seed=config.seed), config),
        _teach_direction(
            cut(acts, replace(shares, report=config.plover_report_share), seed=config.seed),
            repeats=config.plover_repeats,
        ),
    )
    slices = join(cuts)
    return Corpora(slices, (*reports.items(), ("plover_report", slices.report)))


def _thin(slices: Slices, config: Config) -> Slices:
    """Keep every DSE train sentence with a sentiment and some without; the other slices stay as they are.

    Pairs without any sentiment also tell the act head what "no act" looks like.
    """
    felt = [example for example in slices.train if not _is_neutral(example)]
    neutral = [example for example in slices.train if _is_neutral(example)]
    random.Random(config.seed).shuffle(neutral)
    kept = [_without_act(example) for example in neutral[: config.dse_neutral_sentences]]
    return replace(slices, train=(*felt, *kept))


def _is_neutral(example: Example) -> bool:
    return all(answer.label is Stance.NEUTRAL for answer in example.stances)


def _without_act(example: Example) -> Example:
    return replace(example, acts=tuple(ActAnswer(pair.source, pair.target, None) for pair in example.stances))


def _teach_direction(slices: Slices, *, repeats: int) -> Slices:
    """Add to PLOVER's train pairs their reverse as "no act": who is acted upon has not acted."""
    return replace(slices, train=tuple(_with_reverse(slices.train) * repeats))


def _with_reverse(examples: Sequence[Example]) -> list[Example]:
    return [
        replace(
            example,
            acts=(*example.acts, *(ActAnswer(act.target, act.source, None) for act in example.acts)),
        )
        for example in examples
    ]
