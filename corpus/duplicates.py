"""Which articles are reprints: wire copy, also cut or under another headline, found by MinHash over their words."""

import re
from collections.abc import Iterable, Iterator
from zlib import crc32

from datasketch import LeanMinHash, MinHash, MinHashLSH

from corpus.store import Corpus
from corpus.types import Key

RUN = 5  # words of a shingle: long enough that two writers do not choose the same ones
PERMUTATIONS = 128  # the likeness of two texts is then known to about 0.04
CANDIDATES = 0.3  # likeness from which two texts are looked at more closely: below that of a text cut by half
CONTAINED = 0.8  # of the shorter text, how much stands in the longer one of a reprint
SHORT = 30  # shingles; a shorter text says too little to be called a reprint
WORD = re.compile(r"\w+")

# By day, so that a text belongs to whoever has it first.
_TEXTS = """
SELECT input, row, text FROM articles JOIN (
    SELECT input, row, string_agg(words, ' ' ORDER BY id) AS text FROM sentences GROUP BY input, row) USING (input, row)
ORDER BY day NULLS LAST, input, row"""


def reprints(corpus: Corpus) -> Iterator[tuple[Key, Key]]:
    """Each reprint with where its text stands first."""
    return grouped((Key(input_, row), text) for input_, row, text in corpus.stream(_TEXTS))


def grouped(texts: Iterable[tuple[Key, str]]) -> Iterator[tuple[Key, Key]]:
    """Each text that an earlier one holds, or that holds it, with the earliest such.

    Only texts that are no reprints themselves are kept to compare with, so that a chain of small changes does not lead
    from one article to another.
    """
    index = MinHashLSH(threshold=CANDIDATES, num_perm=PERMUTATIONS)
    kept: list[tuple[Key, LeanMinHash, int]] = []
    empty = MinHash(num_perm=PERMUTATIONS, hashfunc=crc32)
    for key, text in texts:
        found = shingles(text)
        if len(found) < SHORT:
            continue
        filled = empty.copy()
        filled.update_batch(found)
        sketch = LeanMinHash(filled)
        near = sorted(
            place
            for place in index.query(sketch)
            if contained(sketch.jaccard(kept[place][1]), len(found), kept[place][2]) >= CONTAINED
        )
        if near:
            yield key, kept[near[0]][0]
        else:
            index.insert(len(kept), sketch)
            kept.append((key, sketch, len(found)))


def shingles(text: str) -> set[bytes]:
    """Every run of words, in lower case and without what stands between them."""
    words = [word.lower().encode() for word in WORD.findall(text)]
    return {b" ".join(words[start : start + RUN]) for start in range(len(words) - RUN + 1)}


def contained(jaccard: float, size: int, other: int) -> float:
    """How much of the smaller set stands in the larger, 0..1, from their likeness and their sizes."""
    return min(1.0, jaccard * (size + other) / (1 + jaccard) / min(size, other))
