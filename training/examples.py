"""What every corpus is read into: a sentence, or two claims, with all the answers known for it."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from framing.types import Frame, PoliticalAct, Span, Stance, Tone


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
class EventAnswer:
    """Whether the event that a word names happened, -3 (certainly not) to 3 (certainly)."""

    span: Span
    value: float


@dataclass(frozen=True, slots=True)
class CueAnswer:
    """A hedge cue; `label` is one of the `hedge` head's."""

    span: Span
    label: str


@dataclass(frozen=True, slots=True)
class AttributionAnswer:
    """One attribution; each part may be split, source and content may be empty."""

    cue: tuple[Span, ...]
    source: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """One sentence; spans count code points into `text`, `document` keeps slices apart.

    `None` means that the corpus says nothing of it, an empty tuple that there is none.
    """

    text: str
    document: str
    tone: Tone | None = None
    vague: bool | None = None
    frames: tuple[Frame, ...] | None = None
    targets: tuple[TargetAnswer, ...] = ()
    stances: tuple[StanceAnswer, ...] = ()
    acts: tuple[ActAnswer, ...] = ()
    events: tuple[EventAnswer, ...] = ()
    hedges: tuple[CueAnswer, ...] | None = None
    attributions: tuple[AttributionAnswer, ...] | None = None
    masked: tuple[Span, ...] = ()

    @property
    def spans(self) -> tuple[Span, ...]:
        """All spans that some answer is about."""
        return (
            *(span for target in self.targets for span in target.mentions),
            *(span for pair in self.pairs for span in pair),
            *(event.span for event in self.events),
            *(cue.span for cue in self.hedges or ()),
            *(
                span
                for attribution in self.attributions or ()
                for part in (attribution.cue, attribution.source, attribution.content)
                for span in part
            ),
        )

    @property
    def pairs(self) -> tuple[tuple[Span, Span], ...]:
        """(source, target) of every stance, then of every act."""
        stances = tuple((answer.source, answer.target) for answer in self.stances)
        return (*stances, *((answer.source, answer.target) for answer in self.acts))


@dataclass(frozen=True, slots=True)
class ClaimPair:
    """Two claims; `label` says what the second does to the first, one of the head's."""

    first: str
    second: str
    document: str
    label: str
    head: str = "pair"


Sample = TypeVar("Sample", Example, ClaimPair)


@dataclass(frozen=True, slots=True)
class Slices(Generic[Sample]):
    """Train is for weights, selection for the checkpoint, calibration for thresholds, report for the card."""

    train: tuple[Sample, ...] = ()
    selection: tuple[Sample, ...] = ()
    calibration: tuple[Sample, ...] = ()
    report: tuple[Sample, ...] = ()


@dataclass(frozen=True, slots=True)
class Shares:
    """Shares of the documents that are kept out of training, 0..1."""

    selection: float
    calibration: float
    report: float = 0.0


def cut(samples: Iterable[Sample], shares: Shares, *, seed: int) -> Slices[Sample]:
    """Slice by document: all samples of one document fall into the same slice, whatever the order."""
    parts: dict[str, list[Sample]] = {"train": [], "selection": [], "calibration": [], "report": []}
    for sample in samples:
        parts[_slice_name(sample.document, shares, seed)].append(sample)
    return Slices(**{name: tuple(part) for name, part in parts.items()})


def fold_of(document: str, folds: int) -> int:
    """The fold of a document, the same in every run and whatever else there is."""
    return int.from_bytes(hashlib.sha256(document.encode()).digest()[:8], "big") % folds


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
