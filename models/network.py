"""One encoder, several small heads: a text is encoded once and each head asks about parts of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn

from models.heads import HeadKind, HeadSpec

if TYPE_CHECKING:
    from transformers import BertModel

HIDDEN = 256  # width of a head's inner layer; four heads of it stay below 4 MB in float16


@dataclass(frozen=True, slots=True)
class Query:
    """What one head is asked: rows of the batch, [questions], and spans in them, [questions, 0..2, 2].

    Spans are half-open piece positions; a pair is (source, target).
    """

    rows: Tensor
    spans: Tensor


class Network(nn.Module):
    """Encoder and heads; `heads` are those of one bundle, a bundle may lack some."""

    def __init__(self, encoder: BertModel, heads: Sequence[HeadSpec], *, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = encoder
        self.specs = {head.name: head for head in heads}
        width = int(encoder.config.hidden_size)
        self.heads = nn.ModuleDict({head.name: _head(head, width, dropout) for head in heads})

    def encode(self, ids: Tensor, seen: Tensor | None = None) -> Tensor:
        """Run the encoder.

        Args:
            ids: wordpiece ids, [rows, pieces].
            seen: false on padding, [rows, pieces]; None when there is none.

        Returns:
            [rows, pieces, width].
        """
        mask = None if seen is None else seen.long()
        states: Tensor = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        return states

    def answer(self, name: str, hidden: Tensor, seen: Tensor, query: Query) -> Tensor:
        """Logits of one head, [questions, labels]."""
        inputs = features(self.specs[name].kind, hidden[query.rows], seen[query.rows], query.spans)
        logits: Tensor = self.heads[name](inputs)
        return logits

    def forward(self, ids: Tensor, seen: Tensor, queries: Mapping[str, Query]) -> dict[str, Tensor]:
        """All heads that are asked something, over one batch."""
        hidden = self.encode(ids, seen)
        return {name: self.answer(name, hidden, seen, query) for name, query in queries.items()}


def _head(head: HeadSpec, width: int, dropout: float) -> nn.Sequential:
    inputs = {HeadKind.SENTENCE: 2 * width, HeadKind.SPAN: 3 * width, HeadKind.PAIR: 6 * width + 1}
    return nn.Sequential(
        nn.Dropout(dropout),
        nn.Linear(inputs[head.kind], HIDDEN),
        nn.GELU(),
        nn.Dropout(dropout),
        nn.Linear(HIDDEN, len(head.labels)),
    )


def features(kind: HeadKind, hidden: Tensor, seen: Tensor, spans: Tensor) -> Tensor:
    """What a head sees: [CLS] and the sentence mean, then the spans asked about.

    A pair adds both spans, their product, the mean of what stands between them, and which comes first.

    Args:
        hidden: encoder output, one sentence per question or one for all, [questions or 1, pieces, width].
        seen: false on padding, [questions or 1, pieces].
        spans: piece positions, [questions, 0..2, 2].

    Returns:
        [questions, 2 * width], [questions, 3 * width] or [questions, 6 * width + 1].

    Raises:
        ValueError: a span has no pieces.
    """
    count = len(spans)
    parts = [hidden[:, 0].expand(count, -1), pool(hidden, seen).expand(count, -1)]
    if kind is not HeadKind.SENTENCE:
        length = hidden.shape[1]
        parts.append(pool(hidden, within(spans[:, 0], length)))
    if kind is HeadKind.PAIR:
        source, target = parts[-1], pool(hidden, within(spans[:, 1], length))
        first = (spans[:, 0, 0] < spans[:, 1, 0]).unsqueeze(1).to(hidden.dtype)
        parts.extend((target, source * target, _between(hidden, spans), first))
    return torch.cat(parts, dim=1)


def within(spans: Tensor, length: int) -> Tensor:
    """Half-open positions [questions, 2] as a mask [questions, length]."""
    places = torch.arange(length, device=spans.device)
    return (places >= spans[:, :1]) & (places < spans[:, 1:])


def pool(hidden: Tensor, mask: Tensor) -> Tensor:
    """Average the wordpieces of each span.

    Args:
        hidden: encoder output, one sentence per span or one for all, [spans or 1, pieces, width].
        mask: true on the span's own pieces, [spans, pieces].

    Returns:
        [spans, width].

    Raises:
        ValueError: a span has no pieces.
    """
    counts = mask.sum(dim=1, keepdim=True)
    if not bool((counts > 0).all()):
        raise ValueError("a span has no pieces; widen the window that it is read in")
    return _mean(hidden, mask, counts)


def _mean(hidden: Tensor, mask: Tensor, counts: Tensor) -> Tensor:
    weights = mask.to(hidden.dtype) / counts
    if len(hidden) == 1:  # one product for all spans of a sentence, without copies of it
        return weights @ hidden[0]
    return torch.bmm(weights.unsqueeze(1), hidden).squeeze(1)


def _between(hidden: Tensor, spans: Tensor) -> Tensor:
    """Mean of the pieces between two spans; zeros where they touch or overlap."""
    gaps = torch.stack((spans[:, :, 1].amin(dim=1), spans[:, :, 0].amax(dim=1)), dim=1)
    mask = within(gaps, hidden.shape[1])
    return _mean(hidden, mask, mask.sum(dim=1, keepdim=True).clamp(min=1))
