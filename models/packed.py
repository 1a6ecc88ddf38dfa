"""An encoder as it is asked: rows of any length, none padded, and a row's figures do not move with its neighbours.

All steps but attention treat every piece by itself, so the rows are laid end to end and go through them as one.
Attention runs row by row at the row's own length.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias, cast

import torch
from torch import Tensor, nn
from torch.nn.functional import layer_norm, scaled_dot_product_attention

from models.bert import Added, Attention, Bert, Layer
from models.dense import GELU, Dense
from models.lowrank import merged
from models.plan import Row

Encode: TypeAlias = Callable[[Sequence[Row]], Sequence[Tensor]]  # of each row its vectors, [pieces, width]


def ready(encoder: nn.Module, number_format: torch.dtype) -> Encode:
    """The encoder for reading rows; BERT's end to end, those of other families one by one."""
    return Packed(encoder, number_format) if isinstance(encoder, Bert) else OneByOne(encoder, number_format)


class OneByOne:
    """An encoder of which no more is known than that it reads rows."""

    def __init__(self, encoder: nn.Module, number_format: torch.dtype) -> None:
        self._encoder = encoder.eval().to(dtype=number_format)

    def __call__(self, rows: Sequence[Row]) -> list[Tensor]:
        ids = [torch.tensor([row]) for row in rows]
        return [self._encoder(row, torch.ones_like(row, dtype=torch.bool))[0] for row in ids]


class Packed:
    """BERT over rows end to end."""

    def __init__(self, encoder: Bert, number_format: torch.dtype) -> None:
        parts = encoder.embeddings
        self._words = parts.word_embeddings.weight.detach().to(number_format)
        self._kind = parts.token_type_embeddings.weight[0].detach().to(number_format)
        self._places = parts.position_embeddings.weight.detach().to(number_format)
        self._norm = Norm(parts.LayerNorm, number_format)
        self._layers = [PackedLayer(cast(Layer, layer), number_format) for layer in encoder.encoder.layer]

    def __call__(self, rows: Sequence[Row]) -> Sequence[Tensor]:
        lengths = [len(row) for row in rows]
        ids = torch.tensor([piece for row in rows for piece in row])
        places = torch.cat([self._places[:length] for length in lengths])
        hidden = self._norm(self._words[ids] + self._kind + places)
        for layer in self._layers:
            hidden = layer(hidden, lengths)
        found: Sequence[Tensor] = torch.split(hidden, lengths)
        return found


class PackedLayer:
    """`models.bert.Layer` over rows end to end."""

    def __init__(self, layer: Layer, number_format: torch.dtype) -> None:
        inner = cast(nn.Linear, layer.intermediate["dense"])
        self._looks = Looks(cast(Attention, layer.attention["self"]), number_format)
        self._mixed, self._mixed_norm = added(cast(Added, layer.attention["output"]), number_format)
        self._inner = Dense(*merged(inner), number_format=number_format, then=GELU)
        self._outer, self._outer_norm = added(layer.output, number_format)

    def __call__(self, hidden: Tensor, lengths: Sequence[int]) -> Tensor:
        """Args: hidden [pieces, width], of rows of these lengths. Returns: [pieces, width]."""
        hidden = self._mixed_norm(self._mixed(self._looks(hidden, lengths)) + hidden)
        return self._outer_norm(self._outer(self._inner(hidden)) + hidden)


class Looks:
    """`models.bert.Attention`: query, key and value in one step, then each row for itself."""

    def __init__(self, attention: Attention, number_format: torch.dtype) -> None:
        weights, biases = zip(*map(merged, (attention.query, attention.key, attention.value)), strict=True)
        self._heads = attention.heads
        self._asked = Dense(torch.cat(weights), torch.cat(biases), number_format=number_format)

    def __call__(self, hidden: Tensor, lengths: Sequence[int]) -> Tensor:
        asked = self._asked(hidden).float().view(len(hidden), 3, self._heads, -1)  # for so little faster than bfloat16
        return torch.cat([self._of_row(row) for row in torch.split(asked, list(lengths))]).to(hidden.dtype)

    def _of_row(self, asked: Tensor) -> Tensor:
        """Args: asked [pieces, 3, heads, width of a head]. Returns: [pieces, width]."""
        query, key, value = asked.permute(1, 2, 0, 3).unsqueeze(1)  # each [1, heads, pieces, width of a head]
        return scaled_dot_product_attention(query, key, value)[0].transpose(0, 1).flatten(1)


class Norm:
    """A layer norm whose figures are in the number format."""

    def __init__(self, norm: nn.LayerNorm, number_format: torch.dtype) -> None:
        self._shape, self._eps = norm.normalized_shape, norm.eps
        self._weight, self._bias = (part.detach().to(number_format) for part in (norm.weight, norm.bias))

    def __call__(self, states: Tensor) -> Tensor:
        return layer_norm(states, self._shape, self._weight, self._bias, self._eps)


def added(step: Added, number_format: torch.dtype) -> tuple[Dense, Norm]:
    return Dense(*merged(step.dense), number_format=number_format), Norm(step.LayerNorm, number_format)
