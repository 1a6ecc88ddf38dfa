"""What training changed in the encoder, in eight bits a number.

The change to a published matrix is small, so the rounding of the change is smaller still: a bundle keeps the change
of every row as whole numbers and their scale, at half the size of float16.
"""

from collections.abc import Mapping

import torch
from torch import Tensor

LEVELS = 127
SCALE = ".scale"


def pack(trained: Mapping[str, Tensor], published: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Published matrices as their change, int8 with a scale per row; all the rest as float16."""
    packed: dict[str, Tensor] = {}
    for name, value in trained.items():
        if name not in published or value.dim() < 2:
            packed[name] = value.detach().to(torch.float16).contiguous()
            continue
        change = value.detach() - published[name]
        scale = change.abs().amax(dim=1, keepdim=True).clamp(min=torch.finfo(torch.float32).tiny) / LEVELS
        packed[name], packed[name + SCALE] = torch.round(change / scale).to(torch.int8).contiguous(), scale
    return packed


def unpack(packed: Mapping[str, Tensor], published: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """The trained weights, float32.

    Raises:
        KeyError: a change lacks its scale or what it was made to.
    """
    changes = {name for name, value in packed.items() if value.dtype == torch.int8}
    scales = {name + SCALE for name in changes}
    return {
        name: published[name] + value * packed[name + SCALE] if name in changes else value.float()
        for name, value in packed.items()
        if name not in scales
    }
