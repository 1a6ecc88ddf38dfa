"""A head as it is asked: questions about rows of any length, none padded, the labels of all of them in one step.

What it sees is what `models.asking.describe` says, which the heads were trained on in padded batches; a test holds
the two to the same figures. Here a question's figures do not move with its neighbours: what is read of a row is read
for each question by itself, and what follows treats every question by itself (`models.dense`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import cast

import torch
from torch import Tensor, nn
from torch.nn.functional import embedding_bag, scaled_dot_product_attention

from models.dense import GELU, Dense
from models.heads import HeadKind
from models.network import Head
from models.plan import Encoding, Places, Question


@dataclass(frozen=True, slots=True, eq=False)
class Described:
    """Questions of one kind as all heads of that kind see them; what a head looks at by itself comes between."""

    runs: Sequence[tuple[Tensor, int]]  # a row, [pieces, width], and how many questions on end are about it
    front: Tensor  # [questions, features]; of a wordwise kind of all their pieces, [pieces, features]
    asked: Tensor  # the spans' vectors, [questions, spans * width]
    back: Tensor  # [questions, features]


def describe_each(questions: Sequence[Question], encoded: Mapping[Encoding, Tensor]) -> Described:
    """What heads see of each question; `encoded` are the rows behind the encoder, [pieces, width]."""
    kind, places = questions[0].kind, [question.places for question in questions]
    runs = [(encoded[one], len(list(same))) for one, same in groupby(questions, key=lambda each: each.encoding)]
    flat = torch.cat([row for row, _ in runs])
    none = flat.new_zeros(len(questions), 0)
    if kind is HeadKind.WORDS:
        return Described(runs, flat, none, none)
    starts, ends = zip(*_bounds(runs), strict=True)
    spans = [
        _means(flat, [_moved(of[n], by) for of, by in zip(places, starts, strict=True)]) for n in range(kind.spans)
    ]
    if kind is HeadKind.ROLES:
        rows = [row for row, count in runs for _ in range(count)]
        around = [_around(row, cue, *of[0]) for row, cue, of in zip(rows, spans[0], places, strict=True)]
        return Described(runs, torch.cat(around), none, none)
    front = [flat[list(starts)], _means(flat, list(zip(starts, ends, strict=True))), *spans]
    back = [none]
    if kind is HeadKind.PAIR:
        between = _means(flat, [_moved(_gap(of), by) for of, by in zip(places, starts, strict=True)])
        back = [spans[0] * spans[1], between, flat.new_tensor([[of[0][0] < of[1][0]] for of in places])]
    if kind is HeadKind.CLAIMS:
        back = [spans[0] * spans[1], (spans[0] - spans[1]).abs()]
    return Described(runs, torch.cat(front, dim=1), torch.cat([none, *spans], dim=1), torch.cat(back, dim=1))


def _bounds(runs: Sequence[tuple[Tensor, int]]) -> Iterator[tuple[int, int]]:
    """Where each question's row begins and ends among all pieces."""
    start = 0
    for row, count in runs:
        yield from [(start, start + len(row))] * count
        start += len(row)


def _moved(place: tuple[int, int], by: int) -> tuple[int, int]:
    return place[0] + by, place[1] + by


def _gap(places: Places) -> tuple[int, int]:
    """What stands between two spans; nothing where they touch or overlap."""
    start, end = min(end for _, end in places), max(start for start, _ in places)
    return start, max(start, end)


def _means(flat: Tensor, places: Sequence[tuple[int, int]]) -> Tensor:
    """The mean of each stretch of pieces, [stretches, width]; zeros of an empty one."""
    within = torch.tensor([piece for start, end in places for piece in range(start, end)], dtype=torch.long)
    sizes = torch.tensor([0, *(end - start for start, end in places)])
    return embedding_bag(within, flat.float(), sizes.cumsum(0)[:-1], mode="mean").to(flat.dtype)


def _around(row: Tensor, cue: Tensor, start: int, end: int) -> Tensor:
    """Each piece with the cue and where it stands to it, [pieces, 3 * width + 3]."""
    pieces = torch.arange(len(row))
    before, after = (start - pieces).clamp(min=0), (pieces - end + 1).clamp(min=0)
    near = torch.stack((torch.log1p(before), torch.log1p(after), before + after == 0), dim=1).to(row.dtype)
    return torch.cat((row, cue.expand_as(row), row * cue, near), dim=1)


class AskedHead:
    """A trained head over described questions."""

    def __init__(self, head: Head, number_format: torch.dtype) -> None:
        self._wordwise = head.kind.wordwise
        inner, outer = cast(nn.Linear, head.label[1]), cast(nn.Linear, head.label[4])
        self._inner = Dense(inner.weight, inner.bias, number_format=number_format, then=GELU)
        self._outer = Dense(outer.weight, outer.bias, number_format=number_format)
        self._looks = head.ask.looks if head.ask is not None else 0
        if head.ask is not None:
            weight = head.ask.question.weight
            self._question = Dense(weight, weight.new_zeros(len(weight)), number_format=number_format)

    def __call__(self, described: Described) -> Tensor:
        """Logits, [questions, labels]; of a wordwise head those of all pieces, [pieces, labels]."""
        parts = [described.front] if self._wordwise else [described.front, *self._seen(described), described.back]
        return self._outer(self._inner(torch.cat(parts, dim=1)))

    def _seen(self, described: Described) -> Iterator[Tensor]:
        """What the spans look at, [questions, looks * width]; see `models.asking.Ask`."""
        if self._looks:
            asked = self._question(described.asked).view(len(described.asked), self._looks, -1)
            looking = torch.split(asked, [count for _, count in described.runs])
            yield torch.cat([self._looked(one, row) for one, (row, _) in zip(looking, described.runs, strict=True)])

    def _looked(self, asked: Tensor, row: Tensor) -> Tensor:
        """Args: asked [questions, looks, width]; row [pieces, width]. Returns: [questions, looks * width]."""
        shown = row.expand(1, len(asked), -1, -1)  # each question is a head of its own, so it is read for itself
        return scaled_dot_product_attention(asked.unsqueeze(0), shown, shown)[0].flatten(1)
