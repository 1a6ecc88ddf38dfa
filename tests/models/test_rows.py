"""Rows are dealt out to workers, and what is kept of them changes no figure."""

import random

import pytest
import torch

from framing.ports import Request
from framing.types import Span
from models.heads import HeadKind
from models.packed import Packed
from models.plan import Question
from models.rows import PIECES, QUESTIONS, RowCache, groups, packs


def rows_of(lengths, turns=(None,)):
    """Different rows, each through one of the turns; the first id tells them apart."""
    return [(turns[n % len(turns)], (n + 10, *[5] * (length - 1))) for n, length in enumerate(lengths)]


@pytest.mark.parametrize("workers", [1, 2, 8])
@pytest.mark.parametrize("seed", range(5))
def test_every_row_is_in_one_pack_of_its_turn_and_packs_are_even(seed, workers):
    wanted = rows_of(random.Random(seed).choices(range(2, 257), k=23), turns=(None, "contest"))
    found = packs(wanted, workers=workers)
    assert sorted(str((pack.turn, row)) for pack in found for row in pack.rows) == sorted(map(str, wanted))
    for turn in (None, "contest"):
        sizes = [pack.pieces for pack in found if pack.turn == turn]
        assert sizes == [sum(map(len, pack.rows)) for pack in found if pack.turn == turn]
        assert max(sizes) <= PIECES + 256
        assert max(sizes) - min(sizes) <= 256
        assert len(sizes) % workers == 0


def test_few_pieces_are_left_to_one_worker():
    assert len(packs(rows_of([5] * 6), workers=8)) == 1
    assert len(packs(rows_of([40] * 6), workers=2)) == 2
    assert packs([], workers=2) == []


def test_groups_hold_questions_for_the_same_heads():
    rows = [row for _, row in rows_of([5] * (QUESTIONS + 3))]
    asked = [Question(HeadKind.SENTENCE, (name,), row) for row in rows for name in ("tone", "vague")]
    found = list(groups(asked))
    assert [len(group) for group in found] == [QUESTIONS, 3, QUESTIONS, 3]
    assert all(len({question.heads for question in group}) == 1 for group in found)
    assert {question for group in found for question in group} == set(asked)


def encoded(pieces):
    """Four bytes a piece."""
    return torch.zeros(pieces, 1)


def test_what_was_not_used_longest_goes_first():
    cache = RowCache(limit=120)
    for name in (1, 2, 3):
        cache.put((None, (name,)), encoded(10))
    assert cache.get((None, (1,))) is not None
    cache.put((None, (4,)), encoded(10))
    assert [cache.get((None, (name,))) is not None for name in (1, 2, 3, 4)] == [True, False, True, True]


def test_a_large_row_makes_as_much_room_as_it_needs():
    cache = RowCache(limit=120)
    for name in (1, 2, 3):
        cache.put((None, (name,)), encoded(10))
    cache.put((None, (4,)), encoded(20))
    assert [cache.get((None, (name,))) is not None for name in (1, 2, 3, 4)] == [False, False, True, True]


def test_a_row_that_is_known_counts_once():
    cache = RowCache(limit=120)
    first = encoded(10)
    cache.put((None, (1,)), first)
    for _ in range(5):
        cache.put((None, (1,)), encoded(10))
    cache.put((None, (2,)), encoded(20))
    assert cache.get((None, (1,))) is first
    assert cache.get((None, (2,))) is not None


def test_a_row_above_the_limit_is_not_kept_and_does_not_harm():
    cache = RowCache(limit=120)
    cache.put((None, (1,)), encoded(31))
    cache.put((None, (2,)), encoded(30))
    assert cache.get((None, (1,))) is None
    assert cache.get((None, (2,))) is not None


# In the reader

TEXTS = ("china rejected the claims of the kremlin", "officials said that talks of peace", "war", "beijing " * 300)
FIRST = Span(0, 3)
REQUESTS = [Request(text, (FIRST,), ((FIRST, FIRST),), (FIRST,), tags=len(text) < 100) for text in TEXTS]


@pytest.fixture
def passes(reader, monkeypatch):
    """The packs that the encoder reads, as they come."""
    read, encode = [], Packed.__call__
    monkeypatch.setattr(Packed, "__call__", lambda self, rows: read.append(rows) or encode(self, rows))
    return read


def test_a_text_is_encoded_once_whatever_is_asked_of_it(reader, passes):
    first = reader.read([Request(REQUESTS[0].text)])
    count = len(passes)
    assert count == 1
    again = reader.read(REQUESTS[:1])
    assert len(passes) == count
    assert again[0].tone == first[0].tone


def test_reading_again_gives_the_same(reader):
    first = reader.read(REQUESTS)
    assert reader.read(REQUESTS) == first
    reader.read([Request(f"{text} of china", tags=True) for text in TEXTS[:3]])
    reader.compare([("war", "peace"), (TEXTS[0], TEXTS[1])])
    assert reader.read(REQUESTS[::-1]) == first[::-1]


def test_keeping_nothing_gives_the_same(reader, passes):
    kept = reader.read(REQUESTS)
    reader._encoded = RowCache(limit=0)
    before = len(passes)
    assert reader.read(REQUESTS) == kept
    assert len(passes) > before
