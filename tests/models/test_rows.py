"""Rows come in few shapes, and what is kept of them changes no figure."""

import random

import pytest
import torch

from framing.ports import Request
from framing.types import Span
from models.rows import LENGTHS, ROWS, Encoded, RowCache, batches


def rows_of(lengths, turns=(None,)):
    """Different rows, each through one of the turns; the first id tells them apart."""
    return [(turns[n % len(turns)], (n + 10, *[5] * (length - 1))) for n, length in enumerate(lengths)]


@pytest.mark.parametrize("seed", range(5))
def test_every_row_is_encoded_once_in_a_fixed_shape(seed):
    wanted = rows_of(random.Random(seed).choices(range(2, LENGTHS[-1] + 1), k=23), turns=(None, "contest"))
    found = list(batches(wanted, pad=0))
    assert sorted(map(str, (one for batch in found for one in batch.encodings))) == sorted(map(str, wanted))
    for batch in found:
        rows_there, length = batch.ids.shape
        assert rows_there == ROWS
        assert length in LENGTHS
        assert batch.seen.shape == batch.ids.shape
        assert {turn for turn, _ in batch.encodings} == {batch.turn}
        for place, (_, row) in enumerate(batch.encodings):
            assert length == min(shape for shape in LENGTHS if shape >= len(row))
            assert tuple(batch.ids[place][batch.seen[place]].tolist()) == row
            assert not batch.ids[place][~batch.seen[place]].any()


def test_missing_rows_are_filled_with_the_first():
    (batch,) = batches(rows_of([5]), pad=0)
    assert batch.encodings == rows_of([5])
    assert torch.equal(batch.ids[0], batch.ids[1])
    assert torch.equal(batch.seen[0], batch.seen[1])
    assert list(batches([], pad=0)) == []


def encoded(pieces):
    """Four bytes a piece."""
    return Encoded(torch.zeros(1, pieces, 1), torch.ones(1, pieces, dtype=torch.bool))


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
    """The batches that the encoder reads, as they come."""
    read = []
    encode = reader._network.encode
    monkeypatch.setattr(reader._network, "encode", lambda ids, *rest: read.append(ids.shape) or encode(ids, *rest))
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
