"""Bodies that are packed, cut and too large."""

import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.errors import FetchError
from sources.body import read_body

LIMIT = 100_000


def cut(data: bytes, size: int) -> list[bytes]:
    return [data[start : start + size] for start in range(0, len(data), size)]


@given(st.binary(max_size=5_000), st.integers(1, 700), st.sampled_from(["", "identity", "gzip", "X-GZIP "]))
def test_a_body_is_the_same_however_it_is_cut(data, size, packing):
    sent = gzip.compress(data) if "gzip" in packing.lower() else data
    assert read_body(cut(sent, size), packing, limit=LIMIT) == data


def test_several_members_in_a_row_are_one_body():
    assert read_body([gzip.compress(b"one ") + gzip.compress(b"two")], "gzip", limit=LIMIT) == b"one two"


@pytest.mark.parametrize("size", [LIMIT, LIMIT + 1])
def test_the_limit_counts_what_is_unpacked(size):
    packed = gzip.compress(bytes(size))
    assert len(packed) < 1_000
    if size == LIMIT:
        assert len(read_body([packed], "gzip", limit=LIMIT)) == size
    else:
        with pytest.raises(FetchError, match="has more than"):
            read_body([packed], "gzip", limit=LIMIT)


def test_an_endless_body_is_left_after_the_limit():
    asked = 0

    def endless():
        nonlocal asked
        while True:
            asked += 1
            yield b"x" * 1_000

    with pytest.raises(FetchError, match="has more than"):
        read_body(endless(), "", limit=LIMIT)
    assert asked == 101


@pytest.mark.parametrize(
    ("sent", "packing", "reason"),
    [
        (gzip.compress(b"text")[:-6], "gzip", "broke off"),
        (b"", "gzip", "broke off"),
        (b"<p>plain</p>", "gzip", "not packed as it says"),
        (zlib.compress(b"text"), "gzip", "not packed as it says"),
        (b"text", "br", "not asked for"),
        (b"text", "gzip, gzip", "not asked for"),
    ],
)
def test_what_cannot_be_unpacked_is_refused(sent, packing, reason):
    with pytest.raises(FetchError, match=reason):
        read_body([sent], packing, limit=LIMIT)
