"""What takes a pass over all texts and claims, done once and kept beside the results: reprints, linked claims."""

from dataclasses import dataclass
from pathlib import Path

from corpus.claims import sayings
from corpus.duplicates import reprints
from corpus.links import WORDS_ALONE, Judge, linked
from corpus.store import open_corpus
from corpus.tables import COPIES, LINKS, write_index_tables


@dataclass(frozen=True, slots=True)
class Indexed:
    reprints: int  # articles
    stories: int  # claims that several articles tell


def write_index(folder: Path, judge: Judge = WORDS_ALONE) -> Indexed:
    """Find what the articles of a folder share; an index of the same results is made anew.

    Raises:
        CorpusError: the folder holds no results.
        WriteError: the disk is full or read-only.
    """
    with_texts = open_corpus(folder)
    try:
        copies = [(copy.input, copy.row, first.input, first.row) for copy, first in reprints(with_texts)]
        stories = [
            (story, key.input, key.row, claim, against)
            for story, group in enumerate(linked(sayings(with_texts), judge))
            for saying, against in group.sayings
            for key, claim in saying.claims
        ]
    finally:
        with_texts.close()
    write_index_tables(folder, {COPIES: copies, LINKS: stories})
    return Indexed(len(copies), len({story for story, *_ in stories}))
