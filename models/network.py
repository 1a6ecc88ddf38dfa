"""One encoder, several small heads: a text is encoded once and each head asks about parts of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from models.asking import Ask, describe, sees
from models.heads import HeadSpec
from models.lowrank import turned

HIDDEN = 256  # width of a head's inner layer; all heads together stay below 11 MB in float16


@dataclass(frozen=True, slots=True)
class Query:
    """What one head is asked: rows of the batch, [questions], and spans in them, [questions, 0..2, 2].

    Spans are half-open piece positions; a pair is (source, target).
    """

    rows: Tensor
    spans: Tensor

    def to(self, device: torch.device) -> Query:
        return Query(self.rows.to(device), self.spans.to(device))


class Head(nn.Module):
    """Describes what a question is about and labels the description."""

    def __init__(self, spec: HeadSpec, width: int, dropout: float) -> None:
        super().__init__()
        self.kind = spec.kind
        looks = sees(spec.kind)
        self.ask = Ask(spec.kind.spans * width, width, looks) if looks else None
        self.label = nn.Sequential(
            nn.Dropout(dropout),
            nn.LazyLinear(HIDDEN),
            nn.GELU(),
            nn.Dropout(dropout),
            nn.Linear(HIDDEN, len(spec.labels)),
        )
        self.build(width)

    def build(self, width: int) -> None:
        """Give the lazy layer its size by describing one question about nothing."""
        spans = torch.tensor([[0, 1]] * self.kind.spans, dtype=torch.long).reshape(1, -1, 2)
        with torch.no_grad():
            self(torch.zeros(1, 2, width), torch.ones(1, 2, dtype=torch.bool), spans)

    def forward(self, hidden: Tensor, seen: Tensor, spans: Tensor) -> Tensor:
        """Logits, [questions, labels]; of a wordwise head [questions, pieces, labels]."""
        logits: Tensor = self.label(describe(self.kind, hidden, seen, spans, self.ask))
        return logits


class Network(nn.Module):
    """Encoder and heads; `heads` are those of one bundle, a bundle may lack some."""

    def __init__(self, encoder: nn.Module, heads: Sequence[HeadSpec], *, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = encoder
        self.specs: dict[str, HeadSpec] = {}
        self.heads, self.turns = nn.ModuleDict(), nn.ModuleDict()
        width = encoder_width(encoder)
        for spec in heads:
            self.add_head(spec, Head(spec, width, dropout))

    def add_head(self, spec: HeadSpec, head: Head, turn: nn.Module | None = None) -> None:
        """Take up a head.

        Args:
            turn: of the encoder, for a head that has one; a fresh one changes nothing.
        """
        self.specs[spec.name] = spec
        self.heads[spec.name] = head
        if spec.rank:
            self.turns[spec.name] = turn if turn is not None else turned(self.encoder, spec.rank)

    @property
    def device(self) -> torch.device:
        """Where its weights lie, and so where it must be asked."""
        return next(self.parameters()).device

    def encode(self, ids: Tensor, seen: Tensor, turn: str | None = None) -> Tensor:
        """Run the encoder.

        Args:
            ids: wordpiece ids, [rows, pieces].
            seen: false on padding, [rows, pieces].
            turn: the head through whose turn to read; None reads as most heads do.

        Returns:
            [rows, pieces, width].
        """
        states: Tensor = (self.encoder if turn is None else self.turns[turn])(ids, seen)
        return states

    def turn_of(self, name: str) -> str | None:
        """Through whose turn of the encoder a head reads."""
        return name if name in self.turns else None

    def answer(self, name: str, hidden: Tensor, seen: Tensor, query: Query) -> Tensor:
        """Logits of one head: [questions, labels], or [questions, pieces, labels] of a wordwise one."""
        logits: Tensor = self.heads[name](hidden[query.rows], seen[query.rows], query.spans)
        return logits

    def forward(self, ids: Tensor, seen: Tensor, queries: Mapping[str, Query]) -> dict[str, Tensor]:
        """All heads that are asked something, over one batch."""
        turns = {self.turn_of(name) for name in queries}
        hidden = {turn: self.encode(ids, seen, turn) for turn in turns}
        return {name: self.answer(name, hidden[self.turn_of(name)], seen, query) for name, query in queries.items()}


def encoder_width(encoder: nn.Module) -> int:
    """The length of the encoder's vectors."""
    width = encoder.width
    if not isinstance(width, int):
        raise TypeError(f"an encoder's width is {width!r}, expected a number")
    return width
