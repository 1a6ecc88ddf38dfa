"""NewsMTSC (Hamborg & Donnay 2021): tone toward targets in sentences of political news.

One JSON object per line; polarity 2 / 4 / 6. The train file is cut by article; devtest files are report only.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from framing.types import Span, Tone
from training.datasets.form import published
from training.examples import Example, TargetAnswer

TONES = {2.0: Tone.NEGATIVE, 4.0: Tone.NEUTRAL, 6.0: Tone.POSITIVE}
TRAIN = Path("newsmtsc/train.jsonl")
REPORT = {"rw": Path("newsmtsc/devtest_rw.jsonl"), "mt": Path("newsmtsc/devtest_mt.jsonl")}


def read(path: Path) -> tuple[Example, ...]:
    """Read one file.

    Raises:
        TrainingError: a line is not of the published form; the message names it.
    """
    examples: list[Example] = []
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            with published(f"{path}, line {number}", "NewsMTSC's form"):
                examples.append(_example(json.loads(line)))
    return tuple(examples)


def without(examples: Sequence[Example], held_out: Sequence[Example]) -> tuple[Example, ...]:
    """Drop examples whose text stands in another split, so that nothing reported was learned."""
    seen = {example.text for example in held_out}
    return tuple(example for example in examples if example.text not in seen)


def _example(row: Mapping[str, Any]) -> Example:
    text = row["sentence_normalized"]
    targets = tuple(_target(text, target) for target in row["targets"])
    labels = {target.label for target in targets}
    return Example(
        text=text,
        document=document_of(row["primary_gid"]),
        tone=next(iter(labels)) if len(labels) == 1 else None,
        targets=targets,
    )


def _target(text: str, target: Mapping[str, Any]) -> TargetAnswer:
    first = Span(target["from"], target["to"])
    if first.of(text) != target["mention"]:
        raise ValueError(f"offsets give {first.of(text)!r}, mention is {target['mention']!r}")
    others = (Span(other["from"], other["to"]) for other in target.get("further_mentions", ()))
    kept = (span for span in others if span.start < span.end and span.of(text).strip())
    return TargetAnswer((first, *kept), TONES[target["polarity"]])


def document_of(identifier: str) -> str:
    """The article of a sentence: `allsides_1000_401_25_…` and `polusa_v1_184_-1_9_…` keep three parts."""
    return "_".join(identifier.split("_")[:3])
