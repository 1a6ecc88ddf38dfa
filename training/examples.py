"""What every corpus is read into: one sentence with all the answers known for it."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from framing.types import PoliticalAct, Span, Stance, Tone


@dataclass(frozen=True, slots=True)
class TargetAnswer:
    """Tone toward one target; `mentions` are spans of it, the annotated one first."""

    mentions: tuple[Span, ...]
    label: Tone


@dataclass(frozen=True, slots=True)
class StanceAnswer:
    source: Span
    target: Span
    label: Stance


@dataclass(frozen=True, slots=True)
class ActAnswer:
    """`None`: the pair is known to have no act; it teaches the head to be unsure."""

    source: Span
    target: Span
    label: PoliticalAct | None


@dataclass(frozen=True, slots=True)
class Example:
    """One sentence; spans count code points into `text`, `document` keeps slices apart."""

    text: str
    document: str
    tone: Tone | None = None
    targets: tuple[TargetAnswer, ...] = ()
    stances: tuple[StanceAnswer, ...] = ()
    acts: tuple[ActAnswer, ...] = ()
    masked: tuple[Span, ...] = ()

    @property
    def spans(self) -> tuple[Span, ...]:
        """All spans that some answer is about."""
        mentions = (span for target in self.targets for span in target.mentions)
        return (*mentions, *(span for pair in self.pairs for span in pair))

    @property
    def pairs(self) -> tuple[tuple[Span, Span], ...]:
        """(source, target) of every stance, then of every act."""
        stances = tuple((answer.source, answer.target) for answer in self.stances)
        return (*stances, *((answer.source, answer.target) for answer in self.acts))


@dataclass(frozen=True, slots=True)
class Slices:
    """Train is for weights, selection for the checkpoint, calibration for thresholds, report for the card."""

    train: tuple[Example, ...]
    selection: tuple[Example, ...]
    calibration: tuple[Example, ...]
    report: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Shares:
    """Shares of the documents that are kept out of training, 0..1."""

    selection: float
    calibration: float
    report: float = 0.0


def cut(examples: Iterable[Example], shares: Shares, *, seed: int) -> Slices:
    """Slice by document: all sentences of one document fall into the same slice, whatever the order."""
    parts: dict[str, list[Example]] = {"train": [], "selection": [], "calibration": [], "report": []}
    for example in examples:
        parts[_slice_name(example.document, shares, seed)].append(example)
    return Slices(**{name: tuple(part) for name, part in parts.items()})


def _slice_name(document: str, shares: Shares, seed: int) -> str:
    digest = hashlib.sha256(f"{seed}:{document}".encode()).digest()
    place = int.from_bytes(digest[:8], "big") / 2**64
    for name, share in (
        ("report", shares.report),
        ("calibration", shares.calibration),
        ("selection", shares.selection),
    ):
        if place < share:
            return name
        place -= share
    return "train"


def join(parts: Sequence[Slices]) -> Slices:
    """Put the slices of several corpora together, in the order given."""
    return Slices(
        train=tuple(example for part in parts for example in part.train),
        selection=tuple(example for part in parts for example in part.selection),
        calibration=tuple(example for part in parts for example in part.calibration),
        report=tuple(example for part in parts for example in part.report),
    )
