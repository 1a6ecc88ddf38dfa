"""How far two readers of the same articles agree: what no figure of the ledger can be expected to exceed by much.

`python -m benchmarks.agreement` lays `tests/gold/second`, a third of the gold read again by a reader who saw none of
it, beside the first reader's files, with the ledger's own matching. `--differences` lists where they part. F1 is
symmetric; a rate is over what both found.
"""

import argparse
import sys
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from benchmarks.gold import DEVELOPMENT, ENOUGH, GOLD, located, mention_places, occurrences, overlap, pair
from benchmarks.ledger import Score, rows
from framing.types import Span

SECOND = GOLD / "second"

Reading = Mapping[str, Any]
Placed = tuple[dict[str, Any], list[Span]]  # a row with the places of the words that decide a match


def compare(first: Reading, second: Reading, score: Score, name: str) -> None:
    """Count where two readings of one article agree.

    Raises:
        ValueError: they are not of the same text.
    """
    if first["text"] != second["text"]:
        raise ValueError(f"{name}: the second reader read another text")
    sides = _sides(first, second)
    same = _claims(first, second, sides, score, name)
    _contests(first, second, sides, same, score, name)
    _marks(first, second, score, name)


def _sides(first: Reading, second: Reading) -> dict[str, str]:
    """The second reader's names of sides → the first one's: the actor with most of the same mentions."""
    text = first["text"]
    mine = {row["name"]: _mentions(row, text) for row in first["actors"]}
    found = {"": ""}
    for row in second["actors"]:
        theirs = _mentions(row, text)
        shared = {name: len(mentions & theirs) for name, mentions in mine.items()}
        best = max(shared, key=lambda one: (shared[one], one == row["name"]))
        found[row["name"]] = best if shared[best] else row["name"]
    return found


def _mentions(row: Mapping[str, Any], text: str) -> set[Span]:
    return {span for _, places in mention_places(row, text, occurrences) for span in places}


def _claims(first: Reading, second: Reading, sides: Mapping[str, str], score: Score, name: str) -> dict[str, str]:
    """The second reader's claims → the first one's."""

    def fit(one: Placed, other: Placed) -> float:
        value = overlap(one[1], other[1], first["text"])
        if value < ENOUGH or (one[0]["voice"] == "author") != (other[0]["voice"] == "author"):
            return 0.0
        return value + 0.1 * float(one[0]["side"] == sides.get(other[0]["side"]))

    pairs = _paired("claims F1", first, second, "claims", "content", fit, score, name)
    for one, other in pairs:
        what = f"{name} {one['content'][0][:60]}"
        score.rate("holder's side", one["side"] == sides.get(other["side"]), f"{what}: {one['side']}, {other['side']}")
        score.rate("hedged or not", one["hedged"] == other["hedged"], what)
        score.rate("factuality", one["factuality"] == other["factuality"], what)
    return {other["id"]: one["id"] for one, other in pairs}


def _contests(
    first: Reading, second: Reading, sides: Mapping[str, str], same: Mapping[str, str], score: Score, name: str
) -> None:
    def fit(one: Placed, other: Placed) -> float:
        claim = same.get(other[0]["claim"]) if other[0]["claim"] else ""
        agreed = claim == one[0]["claim"] and one[0]["side"] == sides.get(other[0]["side"])
        return _meet(one, other) if agreed else 0.0

    for one, other in _paired("contest links F1", first, second, "contests", "evidence", fit, score, name):
        score.rate("contest kind", one["kind"] == other["kind"], f"{name} {one['evidence']}: {other['kind']}")


def _marks(first: Reading, second: Reading, score: Score, name: str) -> None:
    _paired("silences F1", first, second, "silences", "evidence", _meet, score, name)
    mine, theirs = (
        {**reading, "hedges": [{**row, "cue_in": row["in"]} for row in reading.get("hedges", ())]}
        for reading in (first, second)
    )
    for one, other in _paired("hedge cues F1", mine, theirs, "hedges", "cue", _meet, score, name):
        score.rate("hedge kind", one["kind"] == other["kind"], f"{name} {one['in']}: {other['kind']}")


def _paired(
    measure: str,
    first: Reading,
    second: Reading,
    table: str,
    key: str,
    fit: Callable[[Placed, Placed], float],
    score: Score,
    name: str,
) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Rows of one table that both readers have."""
    mine, theirs = (
        [(row, located(first["text"], row, key)) for row in reading.get(table, ())] for reading in (first, second)
    )
    pairs = pair(mine, theirs, fit)
    score.f1(
        measure,
        len(pairs),
        [f"{name} {row[key]}" for row, _ in theirs if not any(row is other[0] for _, other in pairs)],
        [f"{name} {row[key]}" for row, _ in mine if not any(row is one[0] for one, _ in pairs)],
    )
    return [(one[0], other[0]) for one, other in pairs]


def _meet(one: Placed, other: Placed) -> float:
    return float(any(a.overlaps(b) for a in one[1] for b in other[1]))


def agreement(second: Path = SECOND, first: Path = DEVELOPMENT) -> Score:
    """The two readings of every article that was read twice."""
    score = Score()
    for path in sorted(second.glob("*.toml")):
        compare(_read(first / path.name), _read(path), score, path.stem)
    return score


def _read(path: Path) -> Reading:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--differences", action="store_true", help="list where the readers part")
    score = agreement()
    if options.parse_args().differences:
        sys.stdout.write("\n".join(sorted(score.misses)) + "\n\n")
    sys.stdout.write("\n".join(row for row in rows(score) if "actor mentions" not in row) + "\n")


if __name__ == "__main__":
    main()
