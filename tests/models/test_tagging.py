"""Words, runs of words, and one answer per piece of a long text."""

import random
import re
from itertools import pairwise

import pytest
import torch

from models.encoding import Pieces, load_wordpieces
from models.tagging import over_text, runs, span_of, words_of
from models.windows import cover


@pytest.fixture(scope="module")
def wordpieces(encoder_folder):
    return load_wordpieces(encoder_folder / "tokenizer.json")


@pytest.mark.parametrize(
    "text",
    [
        "Beijing rejected the claims.",
        "“War,” said the Kremlin (in 2023): peace—talks!",
        "re-opened U.S. bases, 3.5% up; can't",
        "  China\r\n\r\nRussia  ",
        "Qeijing 🙂 praised Éire in the war",
        "",
    ],
)
def test_pieces_of_one_word_are_joined_and_marks_stand_alone(wordpieces, text):
    pieces = wordpieces.split(text)
    words = words_of(text, pieces)
    assert [place for word in words for place in word] == list(range(len(pieces)))
    found = [text[pieces.starts[word.start] : pieces.ends[word.stop - 1]] for word in words]
    assert found == re.findall(r"\w+|[^\w\s]", text)


def test_a_word_of_several_pieces_is_one(wordpieces):
    pieces = wordpieces.split("zzz war")
    assert len(pieces) == 4
    assert words_of("zzz war", pieces) == (range(0, 3), range(3, 4))


WORDS = (range(0, 2), range(2, 3), range(3, 6), range(6, 7))


def run_of(*values, threshold=0.5, words=WORDS):
    return runs(torch.tensor(values)[:, None], words, (threshold,))[0]


def test_a_word_counts_as_a_whole_and_neighbours_are_one_run():
    # .75 by its two pieces, .5 just at the threshold, .4 by three pieces one of which is sure, .9
    ((start, end, mean), last) = run_of(1.0, 0.5, 0.5, 1.0, 0.1, 0.1, 0.9)
    assert (start, end) == (0, 3)
    assert mean == pytest.approx((0.75 + 0.5) / 2)  # over words, not over pieces
    assert last[:2] == (6, 7)


def test_no_word_above_the_threshold_is_no_run():
    assert run_of(*[0.49] * 7) == []
    assert run_of(words=()) == []


@pytest.mark.parametrize("seed", range(20))
def test_runs_are_whole_words_above_the_threshold_and_as_long_as_can_be(seed):
    draw = random.Random(seed)
    ends = [*sorted(draw.sample(range(1, 60), 20)), 60]
    words = [range(start, end) for start, end in zip([0, *ends[:-1]], ends, strict=True)]
    values = torch.rand(60, generator=torch.Generator().manual_seed(seed))
    chosen = {
        place
        for start, end, mean in runs(values[:, None], words, (0.45,))[0]
        for place, word in enumerate(words)
        if start <= word.start and word.stop <= end
    }
    assert chosen == {place for place, word in enumerate(words) if float(values[list(word)].mean()) >= 0.45}
    found = runs(values[:, None], words, (0.45,))[0]
    assert all(left[1] < right[0] for left, right in pairwise(found))
    assert all(0.45 <= mean <= 1 for *_, mean in found)


def test_a_run_spans_its_words_with_the_blanks_between():
    text = "China said no"
    pieces = Pieces((1, 2, 3), (0, 6, 11), (5, 10, 13))
    assert span_of((0, 2, 0.9), pieces).of(text) == "China said"


@pytest.mark.parametrize("count", [11, 20, 25, 26, 61])
def test_a_piece_is_answered_by_the_window_in_which_it_stands_deepest(count):
    windows = cover(count, limit=10, overlap=4)
    answers = [torch.full((len(window), 2), float(number)) for number, window in enumerate(windows)]
    whole = over_text(answers, windows, count)
    assert whole.shape == (count, 2)

    def depth(number, piece):
        window = windows[number]
        return min(piece - window[0], window[-1] - piece)

    for piece, values in enumerate(whole.tolist()):
        holding = [number for number, window in enumerate(windows) if piece in window]
        assert depth(int(values[0]), piece) == max(depth(number, piece) for number in holding)


def test_each_piece_keeps_its_own_answer():
    windows = cover(25, limit=10, overlap=4)
    answers = [torch.tensor([[float(piece)] for piece in window]) for window in windows]
    assert over_text(answers, windows, 25).flatten().tolist() == list(range(25))


def test_a_text_of_one_window_is_answered_by_it():
    answer = torch.rand(3, 2)
    assert over_text([answer], cover(3), 3) is answer
