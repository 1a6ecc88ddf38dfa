"""Requests of many lengths for the network, made of the words that the tiny encoder knows."""

import random
from dataclasses import replace
from itertools import pairwise

from framing.ports import Request
from framing.types import Span

WORDS = "the kremlin beijing china russia rejected praised claims of said that officials war peace talks".split()


def sentence(count, seed):
    """A request for two targets, both directions between them, two events, and tags where that is soon done."""
    words = random.Random(seed).choices(WORDS, k=count)
    text = " ".join(words)
    first, last = Span(0, len(words[0])), Span(len(text) - len(words[-1]), len(text))
    return Request(text, (first, last), ((first, last), (last, first)), (last, first), tags=count < 100)


REQUESTS = [sentence(count, seed) for seed, count in enumerate((2, 5, 9, 17, 23, 24, 31, 40, 41, 90, 300, 520))]
LONG = replace(REQUESTS[-1], tags=True)  # several windows; an untrained head finds hundreds of cues in it
CLAIMS = [(one.text, other.text) for one, other in pairwise(REQUESTS)]
