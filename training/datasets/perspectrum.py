"""Perspectrum (Chen et al. 2019): perspectives that support or undermine a debated claim.

JSON: claims with clusters of perspectives, a pool of the perspectives' texts, claim id -> split. The members
of a cluster say the same in other words and share its label; all are read. Nothing in it is unrelated: such
pairs are drawn, from claims whose topics (18 broad ones, several per claim) have none in common.
Its splits are by claim, but many perspectives were collected for claims of several splits: see `without`.
"""

import json
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import Any

from training.datasets.form import published
from training.errors import TrainingError
from training.examples import ClaimPair

FOLDER = Path("perspectrum")
CLAIMS = "perspectrum_with_answers_v1.0.json"
POOL = "perspective_pool_v1.0.json"
SPLITS = "dataset_split_v1.0.json"

LABELS = {"SUPPORT": "strengthens", "UNDERMINE": "weakens"}


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim with its perspectives as (text, label)."""

    id: int
    text: str
    topics: frozenset[str]
    perspectives: tuple[tuple[str, str], ...]


def read(folder: Path, split: str, *, unrelated: int, seed: int) -> tuple[ClaimPair, ...]:
    """Read a split ("train", "dev" or "test") and add `unrelated` drawn pairs, the same for the same seed.

    Raises:
        TrainingError: a file is not of the published form, the split has no claims, or too few pairs of it
            are unrelated.
    """
    claims = _claims(folder, split)
    if not claims:
        raise TrainingError(f"{folder / SPLITS}: no claim is in split {split!r}; splits are train, dev, test")
    stances = tuple(
        ClaimPair(claim.text, text, str(claim.id), label) for claim in claims for text, label in claim.perspectives
    )
    return (*stances, *_draw(claims, unrelated, Random(seed)))


def without(pairs: Sequence[ClaimPair], held_out: Sequence[ClaimPair]) -> tuple[ClaimPair, ...]:
    """Drop pairs one of whose texts stands in another split, so that nothing reported was learned."""
    seen = {text for pair in held_out for text in (pair.first, pair.second)}
    return tuple(pair for pair in pairs if pair.first not in seen and pair.second not in seen)


def _claims(folder: Path, split: str) -> list[Claim]:
    pool = {row["pId"]: row["text"].strip() for row in _load(folder / POOL, list, ("pId", "text"))}
    splits = _load(folder / SPLITS, dict)
    claims: list[Claim] = []
    for number, row in enumerate(_load(folder / CLAIMS, list, ("cId", "text", "topics")), start=1):
        with published(f"{folder / CLAIMS}, item {number}", "Perspectrum's form"):
            if splits[str(row["cId"])] == split:
                claims.append(_claim(row, pool))
    return claims


def _load(path: Path, form: type[Any], fields: Sequence[str] = ()) -> Any:
    """A file's content, of the type `form`; each row of a list is an object that has the fields."""
    try:
        content: Any = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise TrainingError(f"{path}: {error!r}; expected JSON") from error
    if not isinstance(content, form):
        raise TrainingError(f"{path}: holds a {type(content).__name__}, expected a {form.__name__}")
    for number, row in enumerate(content, start=1):
        if fields and (not isinstance(row, dict) or any(field not in row for field in fields)):
            raise TrainingError(f"{path}, item {number}: expected the fields {', '.join(fields)}")
    return content


def _claim(row: dict[str, Any], pool: dict[int, str]) -> Claim:
    perspectives = tuple(
        (pool[identifier], LABELS[cluster["stance_label_3"]])
        for cluster in row["perspectives"]
        for identifier in cluster["pids"]
    )
    return Claim(row["cId"], row["text"].strip(), frozenset(row["topics"]), perspectives)


def _draw(claims: Sequence[Claim], count: int, random: Random) -> list[ClaimPair]:
    """Different pairs of a claim and a perspective of claims that all have other topics.

    A claim without topics (121 of 907) may be about anything: neither it nor its perspectives are drawn.
    """
    about = _topics(claims)
    drawable = [claim for claim in claims if claim.topics]
    far = [[text for text, topics in about.items() if topics.isdisjoint(claim.topics)] for claim in drawable]
    ends = list(accumulate(len(texts) for texts in far))
    total = ends[-1] if ends else 0
    if count > total:
        raise TrainingError(f"{count} unrelated pairs asked of Perspectrum, {total} are possible; ask for fewer")
    pairs: list[ClaimPair] = []
    for place in random.sample(range(total), count):
        index = bisect_right(ends, place)
        claim, text = drawable[index], far[index][place - ends[index]]
        pairs.append(ClaimPair(claim.text, text, str(claim.id), "unrelated"))
    return pairs


def _topics(claims: Sequence[Claim]) -> dict[str, frozenset[str]]:
    """All topics of the claims that a perspective was collected for, by its text."""
    about: dict[str, frozenset[str]] = {}
    bare: set[str] = set()
    for claim in claims:
        for text, _ in claim.perspectives:
            about[text] = about.get(text, frozenset()) | claim.topics
            if not claim.topics:
                bare.add(text)
    return {text: topics for text, topics in about.items() if text not in bare}
