"""The rules against the gold paragraphs: a figure may rise, and falls only with this table in hand."""

import tomllib
from functools import cache
from typing import Any

import pytest

from benchmarks.gold import BLIND, DEVELOPMENT, located
from benchmarks.ledger import MEASURES, Score, measure
from tests.framing.engine import read

# Measured without the network, less 0.01 for a change in the parser's last digit. What the two parts are is told in
# `tests/gold/README.md`. Raise a floor when its figure has risen; one that falls is a loss to be explained, not to be
# lowered.
FLOORS = {
    "development": {
        "claims F1": 0.941,
        "holder's side": 0.885,
        "hedged or not": 0.955,
        "factuality": 0.943,
        "contest links F1": 0.618,
        "contest kind": 0.973,
        "silences F1": 0.990,
        "hedge cues F1": 0.921,
        "hedge kind": 0.981,
        "actor mentions' side": 0.890,
        "actor mentions pairwise F1": 0.890,
    },
    "blind": {
        "claims F1": 0.926,
        "holder's side": 0.846,
        "hedged or not": 0.947,
        "factuality": 0.932,
        "contest links F1": 0.331,
        "contest kind": 0.990,
        "silences F1": 0.950,
        "hedge cues F1": 0.903,
        "hedge kind": 0.969,
        "actor mentions' side": 0.842,
        "actor mentions pairwise F1": 0.763,
    },
}
FOLDERS = {"development": DEVELOPMENT, "blind": BLIND}


@cache
def score(part: str) -> Score:
    return measure(read, FOLDERS[part])


@pytest.mark.parametrize("part", FLOORS)
def test_every_measure_has_a_floor(part: str) -> None:
    assert set(FLOORS[part]) == set(MEASURES)


@pytest.mark.parametrize(("part", "name"), [(part, name) for part in FLOORS for name in MEASURES])
def test_floor(part: str, name: str) -> None:
    assert score(part).figure(name) >= FLOORS[part][name]


def silences() -> list[Any]:
    """(text, words of the silence) for every silence of the gold."""
    paths = [path for folder in FOLDERS.values() for path in sorted(folder.glob("*.toml"))]
    golds = [(path.stem, tomllib.loads(path.read_text(encoding="utf-8"))) for path in paths]
    rows = [(stem, gold["text"], row) for stem, gold in golds for row in gold.get("silences", ())]
    return [pytest.param(text, row, id=f"{stem}-{number}") for number, (stem, text, row) in enumerate(rows)]


@pytest.mark.parametrize(("text", "row"), silences())
def test_a_silence_is_no_contest(text: str, row: dict[str, Any]) -> None:
    (kept,) = located(text, row, "evidence")
    record = read(text)
    assert not any(contest.evidence.overlaps(kept) for contest in record.contests)
