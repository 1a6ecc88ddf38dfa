"""One encoder, several small heads: a text is encoded once and each head asks about parts of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from models.asking import Ask, describe, sees
from models.heads import HeadSpec

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
        self.specs = {head.name: head for head in heads}
        width = encoder_width(encoder)
        self.heads = nn.ModuleDict({head.name: Head(head, width, dropout) for head in heads})

    def add_head(self, spec: HeadSpec, head: Head) -> None:
        """Take up a head that was trained on the finished encoder."""
        self.specs[spec.name] = spec
        self.heads[spec.name] = head

    @property
    def device(self) -> torch.device:
        """Where its weights lie, and so where it must be asked."""
        return next(self.parameters()).device

    def encode(self, ids: Tensor, seen: Tensor) -> Tensor:
        """Run the encoder.

        Args:
            ids: wordpiece ids, [rows, pieces].
            seen: false on padding, [rows, pieces].

        Returns:
            [rows, pieces, width].
        """
        states: Tensor = self.encoder(ids, seen)
        return states

    def answer(self, name: str, hidden: Tensor, seen: Tensor, query: Query) -> Tensor:
        """Logits of one head: [questions, labels], or [questions, pieces, labels] of a wordwise one."""
        logits: Tensor = self.heads[name](hidden[query.rows], seen[query.rows], query.spans)
        return logits

    def forward(self, ids: Tensor, seen: Tensor, queries: Mapping[str, Query]) -> dict[str, Tensor]:
        """All heads that are asked something, over one batch."""
        hidden = self.encode(ids, seen)
        return {name: self.answer(name, hidden, seen, query) for name, query in queries.items()}


def encoder_width(encoder: nn.Module) -> int:
    """The length of the encoder's vectors."""
    width = encoder.width
    if not isinstance(width, int):
        raise TypeError(f"an encoder's width is {width!r}, expected a number")
    return width
