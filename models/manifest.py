"""bundle.json: what a bundle says about its heads, their calibration and their measured figures."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from framing.errors import BundleError
from models.heads import HeadSpec, find_head

FORMAT = "hedgerow-bundle/1"


@dataclass(frozen=True, slots=True)
class HeadCard:
    """A trained head: its calibration and thresholds in the order of the labels, its measured figures."""

    spec: HeadSpec
    temperature: float = 1.0  # logits are divided by it; > 1 softens
    thresholds: tuple[float, ...] = ()  # below it the label is shown as "not sure"
    scores: tuple[tuple[str, float], ...] = ()  # name and figure, on sentences that chose nothing
    bias: tuple[float, ...] = ()  # added to the divided logits in the order of the labels; empty: zeros

    @property
    def biases(self) -> tuple[float, ...]:
        """One per label."""
        return self.bias or (0.0,) * len(self.spec.labels)


@dataclass(frozen=True, slots=True)
class Manifest:
    """The contents of bundle.json."""

    name: str
    encoder: str
    encoder_sha256: str
    heads: tuple[HeadCard, ...]
    config_sha256: str  # of the training configuration


def manifest_text(manifest: Manifest) -> str:
    """The manifest as JSON."""
    heads = [
        {
            "name": card.spec.name,
            "kind": card.spec.kind.value,
            "labels": list(card.spec.labels),
            "temperature": card.temperature,
            "bias": dict(zip(card.spec.labels, card.biases, strict=True)),
            "thresholds": dict(zip(card.spec.labels, card.thresholds, strict=True)),
            "scores": dict(card.scores),
        }
        for card in manifest.heads
    ]
    body = {
        "format": FORMAT,
        "name": manifest.name,
        "encoder": {"name": manifest.encoder, "sha256": manifest.encoder_sha256},
        "config_sha256": manifest.config_sha256,
        "heads": heads,
    }
    return json.dumps(body, indent=2, ensure_ascii=False) + "\n"


def read_manifest(path: Path) -> Manifest:
    """Read bundle.json.

    Raises:
        BundleError: another format, a field is missing, or a head's labels are not those of this version.
    """
    try:
        body = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, RecursionError, ValueError) as error:
        raise BundleError(f"{path}: cannot be read ({error}); get the bundle again") from error
    if not isinstance(body, dict) or body.get("format") != FORMAT:
        raise BundleError(f"{path}: not of format {FORMAT!r}; train the bundle again with this version")
    try:
        return Manifest(
            name=body["name"],
            encoder=body["encoder"]["name"],
            encoder_sha256=body["encoder"]["sha256"],
            heads=tuple(_head_card(path, head) for head in body["heads"]),
            config_sha256=body["config_sha256"],
        )
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise BundleError(f"{path}: field {error} is missing or malformed; get the bundle again") from error


def _head_card(path: Path, head: Mapping[str, Any]) -> HeadCard:
    spec = find_head(head["name"])
    labels = tuple(head["labels"])
    if labels != spec.labels or head["kind"] != spec.kind.value:
        raise BundleError(
            f"{path.name}: head {spec.name!r} has labels {labels}, expected {spec.labels}; "
            "retrain or update models/heads.py"
        )
    return HeadCard(
        spec=spec,
        temperature=float(head["temperature"]),
        bias=tuple(float(head["bias"][label]) for label in labels),
        thresholds=tuple(float(head["thresholds"][label]) for label in labels),
        scores=tuple((name, float(value)) for name, value in head["scores"].items()),
    )
