"""The weights of `framing.weights`, learned from the gold: which claim a contest is about, or none.

`python -m benchmarks.weights` prints the table that it learns, and how many contests it links right when each article
is judged by weights learned without it, beside the weights that are shipped.
It is a conditional logit: one choice per contest among all claims within reach and none. The weights are kept
small (`PRIOR`), so that what few contests show counts for little. A contest whose claim we did not extract is a
choice of none, at half weight.
"""

import argparse
import sys
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from benchmarks.gold import ENOUGH, GOLD, located, overlap, pair
from framing import fits, opposition
from framing.document import from_text
from framing.drafts import Draft
from framing.pipeline import Told, tell
from framing.ports import Reader
from framing.types import Voice
from framing.weights import NEEDED, WEIGHTS

FOLDERS = (GOLD / "development",)
PRIOR = 1.4  # standard deviation that a weight is expected to have
LOOSE = 10.0  # the same for the bar, which nothing should hold back
LOST = 0.5  # how much a contest counts whose claim was not extracted
STEPS = 200

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True, eq=False)
class Choice:
    """One contest of the gold that we found: its claims within reach, and which of them are right (none: no claim)."""

    article: str
    claims: tuple[Mapping[str, float], ...]
    right: frozenset[int]
    lost: bool  # the right claim is not among them


@dataclass(frozen=True, slots=True, eq=False)
class Learned:
    weights: Mapping[str, float]
    needed: float

    def choose(self, choice: Choice) -> int | None:
        totals = [sum(self.weights[name] * value for name, value in claim.items()) for claim in choice.claims]
        best = max(range(len(totals)), key=lambda place: (totals[place], place), default=None)
        return best if best is not None and totals[best] >= self.needed else None


def choices(told: Told, gold: Row, text: str, article: str, reader: Reader | None = None) -> Iterator[Choice]:
    """The contests of one article, each with the features of its claims."""
    right = matched(told, gold, text)
    rows = [(row, located(text, row, "evidence")[0]) for row in gold.get("contests", ())]
    trials = list(fits.trials(told.acts, told.drafts, told.cast))
    for trial in opposition.weigh(trials, text, reader, everything=True):
        meant = [row["claim"] for row, evidence in rows if trial.dispute.evidence.overlaps(evidence)]
        if meant:
            wanted = [d for name in meant for d in right.get(name, ())]
            places = frozenset(n for n, fit in enumerate(trial.fits) if any(fit.claim is d for d in wanted))
            claims = tuple(dict(fit.observed) for fit in trial.fits)
            yield Choice(article, claims, places, lost=not places and any(meant))


def matched(told: Told, gold: Row, text: str) -> dict[str, list[Draft]]:
    """The gold's claims → ours of the same content, whoever is said to hold them."""
    rows = [(row, located(text, row, "content")) for row in gold.get("claims", ())]

    def fit(draft: Draft, entry: tuple[Row, list[Any]]) -> float:
        alike = overlap(draft.content, entry[1], text)
        return alike if alike >= ENOUGH and (draft.voice == Voice.AUTHOR) == (entry[0]["voice"] == "author") else 0.0

    pairs = pair(told.drafts, rows, fit)
    return {row["id"]: [d for d in told.drafts if d.content == draft.content] for draft, (row, _) in pairs}


def learn(given: Sequence[Choice], names: Sequence[str]) -> Learned:
    """The weights that make the right choices most probable; double precision, so that they are the same anywhere."""
    size = 1 + max(len(choice.claims) for choice in given)
    seen = torch.zeros(len(given), size, len(names) + 1, dtype=torch.float64)  # the last place is none: all zeros
    absent = torch.full((len(given), size), -torch.inf, dtype=torch.float64)
    wrong = absent.clone()
    for number, choice in enumerate(given):
        for place, claim in enumerate(choice.claims):
            seen[number, place] = torch.tensor([*(claim.get(name, 0.0) for name in names), -1.0])
        absent[number, [*range(len(choice.claims)), size - 1]] = 0.0
        wrong[number, list(choice.right) or [size - 1]] = 0.0
    counts = torch.tensor([LOST if choice.lost else 1.0 for choice in given], dtype=torch.float64)
    spread = torch.tensor([PRIOR] * len(names) + [LOOSE], dtype=torch.float64)
    found = torch.zeros(len(names) + 1, dtype=torch.float64, requires_grad=True)
    search = torch.optim.LBFGS([found], max_iter=STEPS, line_search_fn="strong_wolfe")

    def loss() -> Tensor:
        search.zero_grad()
        totals = seen @ found
        missed = torch.logsumexp(totals + absent, dim=1) - torch.logsumexp(totals + wrong, dim=1)
        value: Tensor = (counts * missed).sum() + 0.5 * ((found / spread) ** 2).sum()
        value.backward()  # type: ignore[no-untyped-call]
        return value

    search.step(loss)  # type: ignore[no-untyped-call]
    *weights, needed = (round(value, 1) for value in found.tolist())
    return Learned(dict(zip(names, weights, strict=True)), needed)


def without_its_own(given: Sequence[Choice], names: Sequence[str]) -> Callable[[Choice], int | None]:
    """Chooses for each article by weights learned from all others."""
    articles = sorted({choice.article for choice in given})
    by_article = {name: learn([c for c in given if c.article != name], names) for name in articles}
    return lambda choice: by_article[choice.article].choose(choice)


def right(choice: Choice, place: int | None) -> bool:
    return not choice.lost and (place in choice.right if choice.right else place is None)


def table(given: Sequence[Choice], choose: Callable[[Choice], int | None]) -> str:
    """Share of right links: over all, and by the first letter of the file's name."""
    parts = sorted({choice.article[0] for choice in given})
    shares = [(part, [right(c, choose(c)) for c in given if c.article[0] == part]) for part in parts]
    every = [value for _, values in shares for value in values]
    found = [("all", every), *shares]
    return "   ".join(f"{name} {sum(values)}/{len(values)} = {sum(values) / len(values):.3f}" for name, values in found)


def main() -> None:
    from models.parser import load_parser
    from models.reader import load_reader

    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--folder", type=Path, action="append", help="gold to learn from; may be given repeatedly")
    options.add_argument("--bundle", type=Path, help="learn from what is read with this bundle, too")
    chosen = options.parse_args()
    parser = load_parser()
    readers = [None, *([load_reader(chosen.bundle, number_format="float32")] if chosen.bundle is not None else [])]
    given: list[Choice] = []
    for path in sorted(p for folder in chosen.folder or FOLDERS for p in folder.glob("*.toml")):
        gold = tomllib.loads(path.read_text(encoding="utf-8"))
        for reader in readers:
            document = from_text(gold["text"])
            told = tell(document, parser=parser, reader=reader)
            given.extend(choices(told, gold, document.text, path.stem, reader))
    names = list(WEIGHTS)
    learned = learn(given, names)
    sys.stdout.write(f"without its own article   {table(given, without_its_own(given, names))}\n")
    sys.stdout.write(f"shipped                   {table(given, Learned(WEIGHTS, NEEDED).choose)}\n")
    sys.stdout.write(f"{sum(c.lost for c in given)} right claims were not among the candidates\n\n")
    sys.stdout.write("".join(f'    "{name}": {value},\n' for name, value in learned.weights.items()))
    sys.stdout.write(f"NEEDED = {learned.needed}\n")


if __name__ == "__main__":
    main()
