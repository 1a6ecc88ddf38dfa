"""ClaimDiff (Ko et al. 2023): does claim B, from another outlet, strengthen or weaken claim A?

Two JSON files over the same pairs, `relation` 0 or 1 in each. Claim A is the one affected: `rationale` quotes
its affected parts, and all but 2 of its 2,022 quotes stand in A alone.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from training.datasets.form import published
from training.errors import TrainingError
from training.examples import ClaimPair

FOLDER = Path("claimdiff")
STRENGTH = "ClaimDiff-strength-train.json"
WEAK = "ClaimDiff-weak-train.json"

# (relation in the strength file, relation in the weak file); a pair with both says nothing clear and is left out
LABELS = {(1, 0): "strengthens", (0, 1): "weakens", (0, 0): "unrelated", (1, 1): None}


def read(folder: Path) -> tuple[ClaimPair, ...]:
    """Read both files, in the order of the one on strength.

    Raises:
        TrainingError: an item is not of the published form, or the files hold different pairs.
    """
    stronger, weaker = _items(folder / STRENGTH), _items(folder / WEAK)
    if set(stronger) != set(weaker):
        odd = sorted(set(stronger) ^ set(weaker))[0]
        raise TrainingError(f"{folder / WEAK}: pair {odd} stands in one of two files; expected the pairs of {STRENGTH}")
    pairs: list[ClaimPair] = []
    for identifier, item in stronger.items():
        relations = (item["relation"], weaker[identifier]["relation"])
        label = LABELS[relations]
        if label is not None:
            pairs.append(ClaimPair(item["claim_a"].strip(), item["claim_b"].strip(), item["topic"], label))
    return tuple(pairs)


def _items(path: Path) -> dict[str, Mapping[str, Any]]:
    """The items of one file by their pair id."""
    with published(path, "ClaimDiff's form"):
        rows = list(json.loads(path.read_text(encoding="utf-8"))["data"])
    items: dict[str, Mapping[str, Any]] = {}
    for number, row in enumerate(rows, start=1):
        with published(f"{path}, item {number}", "ClaimDiff's form"):
            _check(row)
            items[row["pair_id"]] = row
    return items


def _check(row: Mapping[str, Any]) -> None:
    for field in ("claim_a", "claim_b", "topic"):
        if not isinstance(row[field], str) or not row[field].strip():
            raise ValueError(f"{field} is {row[field]!r}")
    if row["relation"] not in {0, 1}:
        raise ValueError(f"relation is {row['relation']!r}")
