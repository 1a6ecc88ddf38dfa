"""SEntFiN 1.0 (Sinha et al. 2022): tone toward each company, index or good named in a financial headline.

CSV; `Title` and `Decisions`, a JSON object from entity to positive, neutral or negative.
"""

import csv
import json
import re
from collections.abc import Mapping
from pathlib import Path

from framing.types import Span, Tone
from training.datasets.form import published
from training.examples import Example, TargetAnswer

TRAIN = Path("sentfin/dataset_1.csv")


def read(path: Path) -> tuple[Example, ...]:
    """Read the file without its repeated headlines; entities that the headline does not hold are left out.

    Raises:
        TrainingError: a column or a label is not of the published form.
    """
    examples: dict[str, Example] = {}
    with path.open(encoding="utf-8", newline="") as stream:
        for number, row in enumerate(csv.DictReader(stream), start=2):
            with published(f"{path}, row {number}", "SEntFiN's form"):
                example = _example(row["Title"], json.loads(row["Decisions"]))
            if example.targets:
                examples.setdefault(example.text, example)
    return tuple(examples.values())


def _example(title: str, decisions: Mapping[str, str]) -> Example:
    answers = ((find(title, entity.strip()), Tone(label)) for entity, label in decisions.items())
    targets = tuple(TargetAnswer((span,), tone) for span, tone in answers if span is not None)
    return Example(text=title, document=title, targets=targets)


def find(title: str, entity: str) -> Span | None:
    """The first place of the entity: as a word of the same case, else of any case, else inside a word.

    The last is for lost apostrophes: "Infratechs IPO" is about Infratech.
    """
    if not entity:
        return None
    literal = re.escape(entity)
    whole = rf"(?<!\w){literal}(?!\w)"
    for pattern in (whole, rf"(?i:{whole})", literal, rf"(?i:{literal})"):
        match = re.search(pattern, title)
        if match is not None:
            return Span(match.start(), match.end())
    return None
