"""Runs of sentences that two articles carry almost word for word, as both take them from a news agency."""

from rapidfuzz.distance import Indel

from framing.comparing.assignment import assigned
from framing.comparing.types import Passage
from framing.comparing.wording import WORD
from framing.types import Analysis

NEARLY = 0.8  # of the words, in their order, that two sentences must share
FEWEST = 6  # words below which a sentence is alike by chance


def shared_passages(first: Analysis, second: Analysis) -> tuple[Passage, ...]:
    """The longest runs, in the order of the first article."""
    ones, others = _words(first), _words(second)
    scores = [
        [Indel.normalized_similarity(a, b, score_cutoff=NEARLY) if a and b else 0.0 for b in others] for a in ones
    ]
    runs: list[list[tuple[int, int, float]]] = []
    for one, (other, score) in sorted(assigned(scores, least=NEARLY).items()):
        if runs and runs[-1][-1][:2] == (one - 1, other - 1):
            runs[-1].append((one, other, score))
        else:
            runs.append([(one, other, score)])
    return tuple(Passage(*zip(*run, strict=True)) for run in runs)


def _words(analysis: Analysis) -> list[list[str]]:
    """Each sentence's words in lower case; none of one that is too short."""
    found = [
        [word.lower() for word in WORD.findall(analysis.article.text[sentence.start : sentence.end])]
        for sentence in analysis.sentences
    ]
    return [words if len(words) >= FEWEST else [] for words in found]
