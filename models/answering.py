"""A head as it is asked: questions about rows of any length, none padded, the labels of all of them in one step.

What it sees is what `models.asking.describe` says, which the heads were trained on in padded batches; a test holds
the two to the same figures. Here a question's figures do not move with its neighbours: what is read of a row is read
for each question by itself, and what follows treats every question by itself (`models.dense`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from models.dense import GELU, Dense
from models.heads import HeadKind
from models.network import Head
from models.plan import Places, Question


@dataclass(frozen=True, slots=True, eq=False)
class Described:
    """Questions of one kind as all heads of that kind see them; what a head looks at by itself comes between."""

    rows: Sequence[Tensor]  # of each question, [pieces, width]
    front: Tensor  # [questions, features]; of a wordwise kind of all their pieces, [pieces, features]
    asked: Tensor  # the spans' vectors, [questions, spans * width]
    back: Tensor  # [questions, features]


def describe_each(questions: Sequence[Question], rows: Sequence[Tensor]) -> Described:
    """What heads see of each question, whose row stands in the same place."""
    kind, places = questions[0].kind, [question.places for question in questions]
    none = rows[0].new_zeros(len(rows), 0)
    if kind is HeadKind.WORDS:
        return Described(rows, torch.cat(list(rows)), none, none)
    spans = [torch.stack([_mean(row, *of[n]) for row, of in zip(rows, places, strict=True)]) for n in range(kind.spans)]
    if kind is HeadKind.ROLES:
        around = [_around(row, cue, *of[0]) for row, cue, of in zip(rows, spans[0], places, strict=True)]
        return Described(rows, torch.cat(around), none, none)
    front = [torch.stack([row[0] for row in rows]), torch.stack([row.mean(dim=0) for row in rows]), *spans]
    back = []
    if kind is HeadKind.PAIR:
        between = torch.stack([_between(row, of) for row, of in zip(rows, places, strict=True)])
        back = [spans[0] * spans[1], between, between.new_tensor([[of[0][0] < of[1][0]] for of in places])]
    if kind is HeadKind.CLAIMS:
        back = [spans[0] * spans[1], (spans[0] - spans[1]).abs()]
    return Described(rows, torch.cat(front, dim=1), torch.cat([none, *spans], dim=1), torch.cat([none, *back], dim=1))


def _mean(row: Tensor, start: int, end: int) -> Tensor:
    return row[start:end].mean(dim=0)


def _between(row: Tensor, places: Places) -> Tensor:
    """Mean of the pieces between two spans; zeros where they touch or overlap."""
    start, end = min(end for _, end in places), max(start for start, _ in places)
    return _mean(row, start, end) if start < end else torch.zeros_like(row[0])


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
        _, inner, _, _, outer = head.label
        self._inner = Dense(inner.weight, inner.bias, number_format=number_format, then=GELU)
        self._outer = Dense(outer.weight, outer.bias, number_format=number_format)
        self._looks = head.ask.looks if head.ask is not None else 0
        if head.ask is not None:
            weight = head.ask.question.weight
            self._question = Dense(weight, weight.new_zeros(len(weight)), number_format=number_format)

    def __call__(self, described: Described) -> Tensor:
        """Logits, [questions, labels]; of a wordwise head those of all pieces, [pieces, labels]."""
        parts = (described.front, self._seen(described), described.back)
        return self._outer(self._inner(described.front if self._wordwise else torch.cat(parts, dim=1)))

    def _seen(self, described: Described) -> Tensor:
        """What the spans look at, [questions, looks * width]; see `models.asking.Ask`."""
        if not self._looks:
            return described.front.new_zeros(len(described.front), 0)
        width = described.rows[0].shape[1]
        asked = self._question(described.asked).view(len(described.rows), self._looks, width)
        looks = [torch.softmax(one @ row.T / width**0.5, dim=1) @ row for one, row in zip(asked, described.rows, strict=True)]
        return torch.stack(looks).flatten(1)
