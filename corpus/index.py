"""What takes a pass over all texts and claims, done once and kept: reprints, linked claims, where words stand."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from corpus.claims import sayings
from corpus.duplicates import reprints
from corpus.links import WORDS_ALONE, Judge, linked
from corpus.store import open_corpus
from corpus.tables import COPIES, LINKS, WORDS, write_rows, write_tables
from corpus.words import WORDS_OF_ARTICLES
from framing.writing import Write


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
        tables: dict[str, Write] = {
            COPIES: partial(write_rows, COPIES, copies),
            LINKS: partial(write_rows, LINKS, stories),
            WORDS: partial(with_texts.write, WORDS_OF_ARTICLES),
        }
        write_tables(folder, tables)
    finally:
        with_texts.close()
    return Indexed(len(copies), len({story for story, *_ in stories}))
