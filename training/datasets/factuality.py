"""Event factuality in the unified form of Jiang & de Marneffe (2021): UDS-IH2, UW, RP and MV2.

One JSON object per line: `text` in tokens parted by blanks, `targets` with `span1` (tokens, end left out) and
`label` (-3..3). RP also asks about whole clauses; they are kept as given. RP and MV2 are made-up sentences.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from statistics import fmean
from typing import Any

from framing.types import Span
from training.datasets.detokenise import cover, detokenise
from training.datasets.form import published
from training.examples import EventAnswer, Example

TRAIN = {name: Path("factuality", name, "train.jsonl") for name in ("UDS_IH2", "UW", "RP", "MV2")}
DEV = {name: Path("factuality", name, "dev.jsonl") for name in ("UDS_IH2", "UW", "RP", "MV2")}
TEST = {name: Path("factuality", name, "test.jsonl") for name in ("UDS_IH2", "RP", "MV2")}  # UW has none here
LOWEST, HIGHEST = -3.0, 3.0


def read(path: Path) -> tuple[Example, ...]:
    """Read one file: one example per distinct sentence, with a word's mean value where it was asked about twice.

    The sentence itself is the document, so that it stays in one slice also when two corpora share it.

    Raises:
        TrainingError: a line is not of the published form; the message names it.
    """
    events: dict[str, dict[Span, list[float]]] = {}
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            with published(f"{path}, line {number}", "the unified factuality form"):
                _add(events, json.loads(line))
    return tuple(_example(text, values) for text, values in events.items())


def _add(events: dict[str, dict[Span, list[float]]], row: Mapping[str, Any]) -> None:
    tokens = row["text"].split()
    text, places = detokenise(tokens)
    values = events.setdefault(text, {})
    for target in row["targets"]:
        first, end = target["span1"]
        words = " ".join(tokens[first:end])
        # A few clauses of RP were published with an empty text; their indices are right.
        if target["span_text"] not in {words, ""}:
            raise ValueError(f"span1 gives {words!r}, span_text is {target['span_text']!r}")
        value = float(target["label"])
        if not LOWEST <= value <= HIGHEST:
            raise ValueError(f"label {value} is not between {LOWEST:g} and {HIGHEST:g}")
        values.setdefault(cover(places, first, end), []).append(value)


def _example(text: str, values: Mapping[Span, list[float]]) -> Example:
    return Example(
        text=text,
        document=" ".join(text.lower().split()),
        events=tuple(EventAnswer(span, fmean(given)) for span, given in values.items()),
    )
