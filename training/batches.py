"""Examples to tensors: one batch with, per head, what is asked and what the answers are."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import torch
from torch import Tensor

from framing.types import Span
from models.encoding import Pieces, SpanError, WordPieces
from models.heads import find_head
from models.network import Query
from models.windows import locate
from training.examples import Example

NO_ANSWER = -1  # the pair is known to have no act; the loss teaches uniform probabilities


@dataclass(frozen=True, slots=True)
class Batch:
    """ids and seen [rows, pieces]; per head a query and its label indices [questions] (-1: none of them)."""

    ids: Tensor
    seen: Tensor
    queries: Mapping[str, Query]
    labels: Mapping[str, Tensor]


@dataclass(slots=True)
class _Asked:
    rows: list[int] = field(default_factory=list)
    spans: list[list[tuple[int, int]]] = field(default_factory=list)
    labels: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Prepared:
    """An example with its wordpieces."""

    example: Example
    pieces: Pieces


def prepare(examples: Sequence[Example], wordpieces: WordPieces, *, max_pieces: int) -> list[Prepared]:
    """Split into wordpieces; sentences above the limit and answers without pieces are left out."""
    prepared: list[Prepared] = []
    for example in examples:
        pieces = wordpieces.split(example.text, example.masked)
        if 0 < len(pieces) <= max_pieces and _readable(example, pieces):
            prepared.append(Prepared(example, pieces))
    return prepared


def _readable(example: Example, pieces: Pieces) -> bool:
    try:
        for span in example.spans:
            pieces.range_of(span)
    except SpanError:
        return False
    return True


def order(prepared: Sequence[Prepared], *, size: int, draw: random.Random) -> Iterator[list[Prepared]]:
    """Shuffled batches of sentences of similar length, so that little is padded."""
    shuffled = list(prepared)
    draw.shuffle(shuffled)
    pool = size * 40
    batches: list[list[Prepared]] = []
    for start in range(0, len(shuffled), pool):
        near = sorted(shuffled[start : start + pool], key=lambda item: len(item.pieces))
        batches.extend(near[first : first + size] for first in range(0, len(near), size))
    draw.shuffle(batches)
    yield from batches


def collate(items: Sequence[Prepared], wordpieces: WordPieces, heads: Sequence[str]) -> Batch:
    """Pad to the longest and collect the questions of the heads named."""
    rows = [wordpieces.row(item.pieces, range(len(item.pieces))) for item in items]
    width = max(len(row) for row in rows)
    ids = torch.tensor([[*row, *[wordpieces.pad] * (width - len(row))] for row in rows])
    lengths = torch.tensor([len(row) for row in rows])
    asked: dict[str, _Asked] = {name: _Asked() for name in heads}
    for row, item in enumerate(items):
        for name, spans, label in _questions(item.example):
            if name in asked:
                asked[name].rows.append(row)
                asked[name].spans.append([_place(span, item.pieces) for span in spans])
                asked[name].labels.append(label)
    used = {name: one for name, one in asked.items() if one.rows}
    return Batch(
        ids=ids,
        seen=torch.arange(width) < lengths.unsqueeze(1),
        queries={name: Query(torch.tensor(one.rows), _span_tensor(one.spans)) for name, one in used.items()},
        labels={name: torch.tensor(one.labels) for name, one in used.items()},
    )


def _questions(example: Example) -> Iterator[tuple[str, tuple[Span, ...], int]]:
    if example.tone is not None:
        yield "tone", (), _index("tone", example.tone)
    for target in example.targets:
        yield "target_tone", target.mentions[:1], _index("target_tone", target.label)
    for stance in example.stances:
        yield "stance", (stance.source, stance.target), _index("stance", stance.label)
    for act in example.acts:
        label = NO_ANSWER if act.label is None else _index("act", act.label)
        yield "act", (act.source, act.target), label


def _index(head: str, label: str) -> int:
    return find_head(head).labels.index(label)


def _place(span: Span, pieces: Pieces) -> tuple[int, int]:
    return locate(pieces.range_of(span), range(len(pieces)))


def _span_tensor(spans: Sequence[Sequence[tuple[int, int]]]) -> Tensor:
    return torch.tensor(spans, dtype=torch.long).reshape(len(spans), -1, 2)
