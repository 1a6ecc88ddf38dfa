"""Reprints: what is cut or retitled is one, what only shares its subject or a quotation is not."""

from random import Random

import pytest

from corpus.duplicates import CONTAINED, contained, grouped, shingles
from corpus.types import Key

WORDS = [f"w{number}" for number in range(4_000)]


def text(seed, words=300):
    return " ".join(Random(seed).choices(WORDS, k=words))


def firsts(*texts):
    """The place of each text → the place where it stands first."""
    return {copy.row: first.row for copy, first in grouped((Key("x", row), one) for row, one in enumerate(texts))}


ARTICLE = text(1)
HALF = " ".join(ARTICLE.split()[:150])


@pytest.mark.parametrize(
    "reprint",
    [
        ARTICLE,
        ARTICLE.upper(),
        ARTICLE.replace(" ", ", "),
        HALF,
        f"{text(2, 20)} {ARTICLE}",
        f"{ARTICLE} {text(3, 40)}",
        " ".join(word if at % 60 else "changed" for at, word in enumerate(ARTICLE.split())),
    ],
)
def test_a_reprint(reprint):
    assert firsts(ARTICLE, reprint) == {1: 0}


@pytest.mark.parametrize(
    "other",
    [
        text(4),
        f"{text(5)} {' '.join(ARTICLE.split()[:60])}",  # a long quotation of it
        " ".join(ARTICLE.split()[:20]),  # too short to say
        " ".join(reversed(ARTICLE.split())),
        "",
    ],
)
def test_an_article_of_its_own(other):
    assert firsts(ARTICLE, other) == {}


def test_a_long_text_belongs_to_the_short_one_that_came_first():
    assert firsts(HALF, ARTICLE) == {1: 0}


def test_small_changes_do_not_lead_from_one_article_to_another():
    """Each text shares most with the next one, and the last nothing with the first."""
    words = text(6, 900).split()
    chain = [" ".join(words[start : start + 300]) for start in range(0, 601, 50)]
    found = firsts(*chain)
    for copy, first in found.items():
        one, other = shingles(chain[copy]), shingles(chain[first])
        assert len(one & other) / min(len(one), len(other)) > CONTAINED - 0.15
    assert len(chain) - 1 not in {copy for copy, first in found.items() if first == 0}


@pytest.mark.parametrize(("shared", "size", "other"), [(50, 50, 100), (30, 40, 80), (0, 5, 9), (7, 7, 7)])
def test_what_is_contained_follows_from_likeness_and_sizes(shared, size, other):
    jaccard = shared / (size + other - shared)
    assert contained(jaccard, size, other) == pytest.approx(shared / min(size, other))
