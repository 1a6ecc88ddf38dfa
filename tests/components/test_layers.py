"""What the reader draws by default, and how an address writes it."""

import tomllib
from pathlib import Path
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.reader import layers
from framing.marks import MarkKind

GOLD = sorted((Path(__file__).parents[1] / "gold" / "development").glob("*.toml"))
FILLED = {MarkKind.CONTESTED, MarkKind.CONTEST, MarkKind.SILENCE}  # in the style sheet
MOST = 0.35  # of the characters may carry fill


@given(st.sets(st.sampled_from(layers.ALL)).map(frozenset))
def test_layers_survive_an_address(chosen):
    assert layers.parse(layers.write(chosen)) == chosen


@pytest.mark.parametrize("text", [None, "", "everything", "claim,<script>", "claim,"])
def test_what_is_no_layer_gives_the_default(text):
    assert layers.parse(text) == layers.DEFAULT


def covered(text: str, words: list[str]) -> set[int]:
    return {place for part in words if part in text for place in range(text.index(part), text.index(part) + len(part))}


def share_filled(path: Path) -> float:
    gold = tomllib.loads(path.read_text(encoding="utf-8"))
    contested = {contest.get("claim") for contest in gold.get("contests", ())}
    words = {
        MarkKind.CLAIM: [part for claim in gold["claims"] if claim["id"] not in contested for part in claim["content"]],
        MarkKind.CONTESTED: [part for claim in gold["claims"] if claim["id"] in contested for part in claim["content"]],
        MarkKind.CONTEST: [contest["evidence"] for contest in gold.get("contests", ())],
        MarkKind.SILENCE: [silence["evidence"] for silence in gold.get("silences", ())],
    }
    filled = set().union(*(covered(gold["text"], words[kind]) for kind in FILLED))
    return len(filled) / len(gold["text"])


def test_a_third_of_the_text_at_most_is_filled():
    assert median(map(share_filled, GOLD)) <= MOST


def test_the_style_sheet_fills_claims_only_when_asked_to():
    css = (Path(layers.__file__).parent / "reader.css").read_text(encoding="utf-8")
    rules = {
        kind: [line for line in css.splitlines() if line.startswith(f'[data-fill="{kind}"] {{')] for kind in MarkKind
    }
    filled = {kind for kind, lines in rules.items() if any("background" in line for line in lines)}
    assert filled == FILLED
