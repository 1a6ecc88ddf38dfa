"""Texts into sentences without a parse: a cutter that goes by punctuation alone, for whole corpora."""

from functools import cache

from spacy.lang.en import English


@cache
def cutter() -> English:
    """spaCy's rule-based cutter for English."""
    pipeline = English()
    pipeline.add_pipe("sentencizer")
    return pipeline
