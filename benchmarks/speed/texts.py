"""What is read: an article of the size of the reference article, long texts, and many articles."""

import os
from dataclasses import dataclass
from pathlib import Path
from random import Random

from benchmarks.runs import anew, paragraphs
from samples import all_samples

SEED = "HEDGEROW_SEED"  # names the folder of the reference article, which is no part of the project
STAND_IN = "01_moscow_visit"  # is read where that folder is not there; it has more sentences
GAP = "\n\n"


@dataclass(frozen=True, slots=True)
class Text:
    name: str
    text: str

    @property
    def words(self) -> int:
        return len(self.text.split())


def sample() -> Text:
    """A sample of the project."""
    return next(Text(f"`{one.name}`", one.text) for one in all_samples() if one.name == STAND_IN)


def reference() -> Text:
    """The reference article, else the sample."""
    folder = os.environ.get(SEED)
    if folder is None:
        return sample()
    path = min(Path(folder).glob("*.txt"))
    return Text("reference article", path.read_text(encoding="utf-8"))


def long(words: int, *, seed: int = 1) -> Text:
    """One text of about so many words: paragraphs of the samples and the gold, with names and figures made up anew.

    A shorter one is the beginning of a longer one, and next to no sentence comes twice.
    """
    chance, pool = Random(seed), paragraphs()
    parts: list[str] = []
    count = 0
    while count < words:
        parts.append(anew(chance.choice(pool), chance))
        count += len(parts[-1].split())
    return Text(f"{words:,} words", GAP.join(parts))
