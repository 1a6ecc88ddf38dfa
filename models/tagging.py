"""From probabilities per wordpiece to runs of words: hedge cues, and attributions with their parts."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from torch import Tensor

from framing.types import Span
from models.encoding import Pieces

Run = tuple[int, int, float]  # half-open positions and the mean probability of the words between


def words_of(text: str, pieces: Pieces) -> tuple[range, ...]:
    """The pieces of each word: those that touch and are letters or digits belong together."""
    starts = [0, *(place for place in range(1, len(pieces)) if not _continues(text, pieces, place)), len(pieces)]
    return tuple(range(start, end) for start, end in pairwise(starts) if start < end)


def _continues(text: str, pieces: Pieces, place: int) -> bool:
    touching = pieces.ends[place - 1] == pieces.starts[place]
    return touching and text[pieces.starts[place]].isalnum() and text[pieces.ends[place - 1] - 1].isalnum()


def runs(probabilities: Tensor, words: Sequence[range], thresholds: Sequence[float]) -> list[list[Run]]:
    """Per label, the stretches of neighbouring words at or above its threshold.

    Args:
        probabilities: [pieces, labels].
        words: the pieces of each word, in order and without gaps.
        thresholds: one per label.
    """
    found: list[list[Run]] = [[] for _ in thresholds]
    if not words:
        return found
    starts = [word.start for word in words]
    sizes = np.diff([*starts, words[-1].stop])
    means = np.add.reduceat(probabilities.numpy(), starts) / sizes[:, None]
    chosen = np.zeros((len(thresholds), len(words) + 2), dtype=bool)  # nothing before the first word or after the last
    chosen[:, 1:-1] = (means >= np.asarray(thresholds, dtype=means.dtype)).T
    if not chosen.any():
        return found
    places = np.argwhere(chosen[:, 1:] != chosen[:, :-1]).tolist()  # where a label begins and ends, in turn
    for (label, first), (_, end) in zip(places[::2], places[1::2], strict=True):
        found[label].append((words[first].start, words[end - 1].stop, float(means[first:end, label].mean())))
    return found


def span_of(run: Run, pieces: Pieces) -> Span:
    """A run's words in the text."""
    return Span(pieces.starts[run[0]], pieces.ends[run[1] - 1])


def over_text(answers: Sequence[Tensor], windows: Sequence[Sequence[int]], count: int) -> Tensor:
    """One row of probabilities per piece of the text, [pieces, labels].

    Args:
        answers: per window, [pieces of the window, labels].
        windows: the positions in the text of each window's pieces; where windows overlap, the one counts in which
            the piece stands further from the edge.
        count: pieces of the text.
    """
    if len(windows) == 1:
        return answers[0]
    whole = answers[0].new_zeros(count, answers[0].shape[1])
    depth = [-1] * count
    for values, window in zip(answers, windows, strict=True):
        for place, piece in enumerate(window):
            inside = min(place, len(window) - 1 - place)
            if inside > depth[piece]:
                depth[piece], whole[piece] = inside, values[place]
    return whole
