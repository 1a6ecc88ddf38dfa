"""Samples to tensors: one batch with, per head, what is asked and what the answers are."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Self

import torch
from torch import Tensor

from models.encoding import SpanError, WordPieces
from models.heads import find_head
from models.network import Query
from models.plan import Row
from training.examples import ClaimPair, Example
from training.questions import Question, questions


@dataclass(frozen=True, slots=True)
class Goal:
    """What a head should answer.

    `values` are wanted probabilities, [questions, labels] or, word by word, [questions, pieces, labels];
    `weights`, [questions] or [questions, pieces], are 0 on what is not counted: padding, and in figures also
    pairs that have no act. A question that only a teacher has answered counts less than one with a label.
    """

    values: Tensor
    weights: Tensor
    known: Tensor  # false where the answer is "none of the labels", [questions]

    def to(self, device: torch.device) -> Self:
        return replace(
            self, values=self.values.to(device), weights=self.weights.to(device), known=self.known.to(device)
        )


@dataclass(frozen=True, slots=True)
class Batch:
    """ids and seen [rows, pieces]; per head a query and its goal."""

    ids: Tensor
    seen: Tensor
    queries: Mapping[str, Query]
    goals: Mapping[str, Goal]

    def to(self, device: torch.device) -> Self:
        return replace(
            self,
            ids=self.ids.to(device),
            seen=self.seen.to(device),
            queries={name: query.to(device) for name, query in self.queries.items()},
            goals={name: goal.to(device) for name, goal in self.goals.items()},
        )


@dataclass(frozen=True, slots=True)
class Prepared:
    """A sample as one row of wordpieces with its questions."""

    row: Row
    questions: tuple[Question, ...]


@dataclass(slots=True)
class _Asked:
    rows: list[int] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)


def prepare(
    samples: Sequence[Example | ClaimPair], wordpieces: WordPieces, *, max_pieces: int, heads: Sequence[str]
) -> list[Prepared]:
    """Split into wordpieces; rows above the limit and answers without pieces are left out."""
    prepared: list[Prepared] = []
    for sample in samples:
        try:
            row, asked = questions(sample, wordpieces)
        except SpanError:
            continue
        kept = tuple(question for question in asked if question.head in heads)
        if kept and 2 < len(row) <= max_pieces + 2:
            prepared.append(Prepared(row, kept))
    return prepared


def order(prepared: Sequence[Prepared], *, size: int, draw: random.Random) -> Iterator[list[Prepared]]:
    """Shuffled batches of rows of similar length, so that little is padded."""
    shuffled = list(prepared)
    draw.shuffle(shuffled)
    pool = size * 40
    batches: list[list[Prepared]] = []
    for start in range(0, len(shuffled), pool):
        near = sorted(shuffled[start : start + pool], key=lambda item: len(item.row))
        batches.extend(near[first : first + size] for first in range(0, len(near), size))
    draw.shuffle(batches)
    yield from batches


def collate(items: Sequence[Prepared], *, pad: int, trust: float = 0.0) -> Batch:
    """Pad to the longest row and gather the questions by head.

    Args:
        trust: a teacher's share in what is wanted where there is a label too, 0..1.
    """
    width = max(len(item.row) for item in items)
    ids = torch.tensor([[*item.row, *[pad] * (width - len(item.row))] for item in items])
    lengths = torch.tensor([len(item.row) for item in items])
    asked: dict[str, _Asked] = {}
    for place, item in enumerate(items):
        for question in item.questions:
            one = asked.setdefault(question.head, _Asked())
            one.rows.append(place)
            one.questions.append(question)
    return Batch(
        ids=ids,
        seen=torch.arange(width) < lengths.unsqueeze(1),
        queries={name: _query(one) for name, one in asked.items()},
        goals={name: _goal(name, one.questions, width, trust) for name, one in asked.items()},
    )


def _query(asked: _Asked) -> Query:
    spans = torch.tensor([question.places for question in asked.questions], dtype=torch.long)
    return Query(torch.tensor(asked.rows), spans.reshape(len(asked.rows), -1, 2))


def _goal(name: str, asked: Sequence[Question], width: int, trust: float) -> Goal:
    spec = find_head(name)
    known = torch.tensor([question.known for question in asked])
    weights = torch.tensor([1.0 if question.labelled else trust for question in asked])
    if not spec.kind.wordwise:
        nothing = (0.0,) * len(spec.labels)
        values = [_wanted(torch.tensor(question.values or nothing), question, trust) for question in asked]
        return Goal(torch.stack(values), weights, known)
    words = torch.zeros(len(asked), width, len(spec.labels))
    counted = torch.zeros(len(asked), width)
    for place, question in enumerate(asked):
        inside = slice(1, question.length + 1)
        counted[place, inside] = weights[place]
        for label, start, end in question.runs:
            words[place, start:end, label] = 1.0
        words[place, inside] = _wanted(words[place, inside], question, trust)
    return Goal(words, counted, known)


def _wanted(labels: Tensor, question: Question, trust: float) -> Tensor:
    """Between what the label says and what the teachers say."""
    if question.taught is None:
        return labels
    return torch.lerp(labels, question.taught.float(), trust if question.labelled else 1.0)
