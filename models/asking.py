"""What a head sees of an encoded sentence: the pieces it is asked about, and what those look at."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from models.heads import HeadKind


class Ask(nn.Module):
    """Spans look at the sentence: a bilinear attention whose question is the spans' own vector.

    It finds the words that bear on a span ("hailed" for its object) without marking the span in the input, so
    that one encoder pass serves all spans of a sentence.
    """

    def __init__(self, inputs: int, width: int, looks: int) -> None:
        super().__init__()
        self.looks, self.width = looks, width
        self.question = nn.Linear(inputs, looks * width, bias=False)
        nn.init.normal_(self.question.weight, std=0.02)  # begins as a plain mean

    def forward(self, vectors: Tensor, hidden: Tensor, seen: Tensor) -> Tensor:
        """Args: vectors [questions, inputs]; hidden [questions, pieces, width]; seen [questions, pieces].

        Returns: [questions, looks * width].
        """
        asked = self.question(vectors).view(len(vectors), self.looks, self.width)
        scores = asked @ hidden.transpose(1, 2) / self.width**0.5
        shares = torch.softmax(scores.masked_fill(~seen.unsqueeze(1), float("-inf")), dim=2)
        return (shares @ hidden).flatten(1)


def sees(kind: HeadKind) -> int:
    """How many looks at the sentence the spans of a question get."""
    return {HeadKind.SPAN: 2, HeadKind.PAIR: 1}.get(kind, 0)


def describe(kind: HeadKind, hidden: Tensor, seen: Tensor, spans: Tensor, ask: Ask | None = None) -> Tensor:
    """What a head labels.

    A sentence is its [CLS] and its mean. A span adds its own mean and what it looks at; a pair adds both spans,
    their product, the mean of what stands between them, and which comes first. Two claims are their means,
    product and distance. A word is its own vector; seen from a cue, also the cue's, their product and where
    it stands.

    Args:
        hidden: encoder output, each question's sentence, [questions, pieces, width].
        seen: false on padding, [questions, pieces].
        spans: piece positions, [questions, 0..2, 2].

    Returns:
        [questions, features]; of a wordwise kind [questions, pieces, features].

    Raises:
        ValueError: a span has no pieces.
    """
    if kind is HeadKind.WORDS:
        return hidden
    length = hidden.shape[1]
    pooled = [pool(hidden, within(spans[:, place], length)) for place in range(kind.spans)]
    if kind is HeadKind.ROLES:
        return _from_cue(hidden, pooled[0], spans[:, 0])
    parts = [hidden[:, 0], pool(hidden, seen), *pooled]
    if ask is not None:
        parts.append(ask(torch.cat(pooled, dim=1), hidden, seen))
    if kind is HeadKind.PAIR:
        first = (spans[:, 0, 0] < spans[:, 1, 0]).unsqueeze(1).to(hidden.dtype)
        parts.extend((pooled[0] * pooled[1], _between(hidden, spans), first))
    if kind is HeadKind.CLAIMS:
        parts.extend((pooled[0] * pooled[1], (pooled[0] - pooled[1]).abs()))
    return torch.cat(parts, dim=1)


def within(spans: Tensor, length: int) -> Tensor:
    """Half-open positions [questions, 2] as a mask [questions, length]."""
    places = torch.arange(length, device=spans.device)
    return (places >= spans[:, :1]) & (places < spans[:, 1:])


def pool(hidden: Tensor, mask: Tensor) -> Tensor:
    """Average the wordpieces of each span.

    Args:
        hidden: encoder output, each span's sentence, [spans, pieces, width].
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
    return torch.bmm(weights.unsqueeze(1), hidden).squeeze(1)


def _between(hidden: Tensor, spans: Tensor) -> Tensor:
    """Mean of the pieces between two spans; zeros where they touch or overlap."""
    gaps = torch.stack((spans[:, :, 1].amin(dim=1), spans[:, :, 0].amax(dim=1)), dim=1)
    mask = within(gaps, hidden.shape[1])
    return _mean(hidden, mask, mask.sum(dim=1, keepdim=True).clamp(min=1))


def _from_cue(hidden: Tensor, cue: Tensor, places: Tensor) -> Tensor:
    """Each piece with the cue, [questions, pieces, 3 * width + 3]; the cue's own pieces are at distance 0."""
    around = cue.unsqueeze(1).expand_as(hidden)
    pieces = torch.arange(hidden.shape[1], device=hidden.device)
    before = (places[:, :1] - pieces).clamp(min=0)
    after = (pieces - places[:, 1:] + 1).clamp(min=0)
    near = torch.stack((torch.log1p(before), torch.log1p(after), (before + after == 0)), dim=2).to(hidden.dtype)
    return torch.cat((hidden, around, hidden * around, near), dim=2)
