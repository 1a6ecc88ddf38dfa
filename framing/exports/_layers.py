"""The layers of the stand-off annotations, with the names and types of their features."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from framing.types import Span

Feature: TypeAlias = str | int | float | bool | None


class Layer(StrEnum):
    PARAGRAPH = "Paragraph"
    ACTOR = "Actor"
    CLAIM = "Claim"
    CUE = "Cue"
    HOLDER = "Holder"
    HEDGE = "Hedge"
    SCOPE = "Scope"
    CONTEST = "Contest"
    ABOUT = "About"
    SILENCE = "Silence"
    STANCE = "Stance"
    ACT = "Act"
    TONE = "Tone"
    FRAME = "Frame"


# Names and types of the features of each layer, besides `number` (the id in the record) and `label`.
FEATURES: Mapping[Layer, Mapping[str, type]] = {
    Layer.PARAGRAPH: {"included": bool, "reason": str},
    Layer.ACTOR: {"name": str, "side": str, "form": str},
    Layer.CLAIM: {
        "holder": str,
        "side": str,
        "act": str,
        "voice": str,
        "reporting": str,
        "targets": str,
        "anonymous": bool,
        "hedged": bool,
        "contested": bool,
        "score": float,
        "unsure": bool,
    },
    Layer.CUE: {},
    Layer.HOLDER: {"name": str},
    Layer.HEDGE: {"owner": str, "score": float},
    Layer.SCOPE: {},
    Layer.CONTEST: {"by": str, "against": str, "score": float, "unsure": bool},
    Layer.ABOUT: {},
    Layer.SILENCE: {"actor": str},
    Layer.STANCE: {"holder": str, "target": str, "probability": float, "unsure": bool},
    Layer.ACT: {"source": str, "target": str, "probability": float, "unsure": bool},
    Layer.TONE: {"toward": str, "holder": str, "probability": float, "unsure": bool},
    Layer.FRAME: {"probability": float, "unsure": bool},
}

# The links to other layers, by role.
SLOTS: Mapping[Layer, Mapping[str, Layer]] = {
    Layer.CLAIM: {"cue": Layer.CUE, "holder_words": Layer.HOLDER},
    Layer.HEDGE: {"claim": Layer.CLAIM, "scope": Layer.SCOPE},
    Layer.CONTEST: {"claim": Layer.CLAIM, "counter": Layer.CLAIM, "about": Layer.ABOUT},
    Layer.SILENCE: {"claim": Layer.CLAIM},
}


@dataclass(frozen=True, slots=True)
class Link:
    """From one annotation to the first part of another."""

    role: str
    layer: Layer
    number: int


@dataclass(frozen=True, slots=True, eq=False)
class Annotation:
    layer: Layer
    number: int  # id in the record; of readings without one their position
    part: int  # which stretch of it, from 0; only the first one has links
    span: Span
    label: str
    features: Mapping[str, Feature]
    links: tuple[Link, ...] = ()
