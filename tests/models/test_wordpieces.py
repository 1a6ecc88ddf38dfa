"""Offsets, masks and windows: every span finds its pieces and no text is cut."""

from itertools import pairwise

import pytest

from framing.types import Span
from models.encoding import GAP, SpanError, load_wordpieces
from models.windows import MAX_PIECES, OVERLAP, cover, holding, locate


@pytest.fixture(scope="module")
def wordpieces(encoder_folder):
    return load_wordpieces(encoder_folder / "tokenizer.json")


TEXTS = [
    "Beijing rejected the claims.",
    "\ufeffThe  Kremlin,\r\n“said” that",
    "Qeijing 🙂 praised Éire in the war",
    "",
]


@pytest.mark.parametrize("text", TEXTS)
def test_offsets_point_at_the_words_they_came_from(wordpieces, text):
    pieces = wordpieces.split(text)
    assert all(0 <= start < end <= len(text) for start, end in zip(pieces.starts, pieces.ends, strict=True))
    covered = {place for start, end in zip(pieces.starts, pieces.ends, strict=True) for place in range(start, end)}
    assert all(place in covered for place, letter in enumerate(text) if letter.isalnum())


def test_a_span_finds_exactly_its_words(wordpieces):
    text = "Beijing rejected the claims of China"
    pieces = wordpieces.split(text)
    assert pieces.range_of(Span(8, 20)) == range(1, 3)


def test_special_pieces_cannot_be_written_into_a_text(wordpieces):
    assert wordpieces.mask not in wordpieces.split("the [MASK] said [SEP]").ids
    assert wordpieces.sep not in wordpieces.split("the [MASK] said [SEP]").ids


def test_a_masked_span_is_one_piece_whatever_stands_in_it(wordpieces):
    first = wordpieces.split("China said war of the talks today", (Span(11, 27),))
    second = wordpieces.split("China said peace qqqqqqqqq today", (Span(11, 26),))
    assert first.ids == second.ids
    assert first.ids.count(wordpieces.mask) == 1
    assert first.range_of(Span(15, 17)) == range(2, 3)  # a target inside the mask is read at the mask


def test_overlapping_masks_are_one_and_touching_ones_stay_two(wordpieces):
    text = "the kremlin said that"
    assert wordpieces.split(text, (Span(4, 11), Span(8, 16))).ids.count(wordpieces.mask) == 1
    assert wordpieces.split(text, (Span(4, 11), Span(11, 16))).ids.count(wordpieces.mask) == 2
    assert wordpieces.split(text, (Span(0, 21), Span(4, 11))).ids == (wordpieces.mask,)


@pytest.mark.parametrize("span", [Span(3, 4), Span(3, 3)])
def test_a_span_without_pieces_is_refused(wordpieces, span):
    with pytest.raises(SpanError, match="no wordpieces"):
        wordpieces.split("the war").range_of(span)


def test_a_mask_outside_the_text_is_refused(wordpieces):
    with pytest.raises(SpanError, match="outside a text of 3"):
        wordpieces.split("war", (Span(2, 9),))


@pytest.mark.parametrize("count", [0, 1, MAX_PIECES, MAX_PIECES + 1, 700, 5000])
def test_windows_hold_every_piece_and_are_full(count):
    windows = cover(count)
    assert {index for window in windows for index in window} == set(range(count))
    assert all(len(window) == min(count, MAX_PIECES) for window in windows)
    for left, right in pairwise(windows):
        assert len(set(left) & set(right)) >= OVERLAP


@pytest.mark.parametrize(
    "spans",
    [
        [range(0, 1)],
        [range(999, 1000)],
        [range(200, 240)],
        [range(100, 900)],  # longer than any window
        [range(0, 3), range(990, 993)],  # farther apart than any window
        [range(990, 993), range(0, 3)],
        [range(500, 501), range(500, 501)],
        [range(0, 600), range(700, 1000)],
    ],
)
def test_every_span_has_pieces_in_the_window_it_is_read_in(spans):
    window = holding(spans, cover(1000))
    assert 0 < len(window) <= MAX_PIECES
    for span in spans:
        start, end = locate(span, window)
        assert 1 <= start < end <= len(window) + 1
        assert {window[place - 1] for place in range(start, end)} - {GAP} <= set(span)


def test_a_stitched_window_shows_its_gap():
    window = holding([range(0, 3), range(990, 993)], cover(1000))
    assert window.count(GAP) == 1
