"""A turn of the encoder for one head: the same layers, each with a small change of its own (Hu et al. 2021).

Pairs of texts are rows of their own and need a pass of their own, so a head that reads them may read otherwise than
the rest. A change of low rank says how at a twentieth of the encoder's size, and shares every weight with it.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TypeVar

import torch
from torch import Tensor, nn

SCALE = 2.0  # how much the change counts for; what it starts from is no change at all

Encoder = TypeVar("Encoder", bound=nn.Module)


class Turned(nn.Module):
    """A linear layer that is left as it is, plus a product of two thin matrices."""

    def __init__(self, shared: nn.Linear, rank: int) -> None:
        super().__init__()
        self.shared = shared
        self.down = nn.Parameter(torch.randn(rank, shared.in_features) / shared.in_features**0.5)
        self.up = nn.Parameter(torch.zeros(shared.out_features, rank))

    def forward(self, given: Tensor) -> Tensor:
        """Args: given [..., inputs]. Returns: [..., outputs]."""
        plain: Tensor = self.shared(given)
        return plain + SCALE * (given @ self.down.T) @ self.up.T


def turned(encoder: Encoder, rank: int) -> Encoder:
    """The encoder once more, its linear layers turned; all weights but the change are the same objects."""
    twin = deepcopy(encoder, {id(weight): weight for weight in encoder.parameters()})
    for module in list(twin.modules()):
        for name, child in list(module.named_children()):
            if isinstance(child, nn.Linear):
                setattr(module, name, Turned(child, rank))
    return twin


def merged(layer: nn.Linear | Turned) -> tuple[Tensor, Tensor]:
    """Weight and bias of a linear layer, a turned one's with its change in them: what is only asked needs no more."""
    if isinstance(layer, Turned):
        return layer.shared.weight + SCALE * (layer.up @ layer.down), layer.shared.bias
    return layer.weight, layer.bias
