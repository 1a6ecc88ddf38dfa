"""How alike the words of two articles are: stems, weighted by how few sentences hold them, and meaning if asked."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import NDArray
from snowballstemmer import stemmer

from framing.ports import Meaning

WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
BLUNT = 0.3  # cosine below which two texts have nothing to do with each other
Stems = frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """The weights of the stems of two articles."""

    weights: dict[str, float]

    def weight(self, found: Iterable[str]) -> float:
        return sum(self.weights.get(stem, 1.0) for stem in sorted(found))

    def alike(self, one: Stems, other: Stems) -> float:
        """The weight that both share, of the mean of theirs: 0..1."""
        shared = one & other
        return 2 * self.weight(shared) / (self.weight(one) + self.weight(other)) if shared else 0.0

    def held(self, part: Stems, whole: Stems) -> float:
        """How much of the part's weight stands in the whole: 0..1."""
        shared = part & whole
        return self.weight(shared) / self.weight(part) if shared else 0.0


def stemming() -> Callable[[str], Stems]:
    """The stems of a text's content words, or of all its words where it has no others.

    A stemmer keeps its word while it works, so that each comparison takes one of its own.
    """
    from spacy.lang.en.stop_words import STOP_WORDS  # the page starts without spaCy

    one = stemmer("english")

    def stems(text: str) -> Stems:
        words = [word.lower() for word in WORD.findall(text)]
        telling = [word for word in words if word not in STOP_WORDS and len(word) > 1] or words
        return frozenset(one.stemWords(telling))

    return stems


def weigh(sentences: Sequence[Stems]) -> Wording:
    """A stem that few sentences hold says more about what they tell."""
    held = Counter(stem for sentence in sentences for stem in sentence)
    return Wording({stem: log(1 + len(sentences) / count) for stem, count in held.items()})


def meant(meaning: Meaning | None, firsts: Sequence[str], seconds: Sequence[str]) -> NDArray[np.float64]:
    """How near each first text is to each second in meaning, [firsts, seconds], 0..1; 0 without a judge."""
    if meaning is None or not firsts or not seconds:
        return np.zeros((len(firsts), len(seconds)))
    vectors = np.asarray(meaning.vectors([*firsts, *seconds]), dtype=np.float64)
    cosines = vectors[: len(firsts)] @ vectors[len(firsts) :].T
    near: NDArray[np.float64] = np.clip((cosines - BLUNT) / (1 - BLUNT), 0.0, 1.0).round(6)
    return near
