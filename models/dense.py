"""A linear step as it is asked, not trained: its weights are laid out once in the order the processor wants them.

`torch.nn.Linear` lays them out anew in every call, and its float32 runs at half speed on processors that are not
Intel's. What comes out for one piece is the same to the bit whatever other pieces are asked with it.
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

GELU = "gelu"
STEP = (
    32  # pieces are filled up to the next one: for each number of pieces oneDNN writes and keeps a program of its own
)


class Dense:
    """Vectors to vectors, with GELU behind if so asked."""

    def __init__(self, weight: Tensor, bias: Tensor, *, number_format: torch.dtype, then: str = "none") -> None:
        self._weight, self._bias, self._then = weight.detach().to(number_format), bias.detach().to(number_format), then
        self._laid_out = can_lay_out(number_format)
        if self._laid_out:
            self._weight = torch.ops.mkldnn._reorder_linear_weight(self._weight.contiguous())

    def __call__(self, given: Tensor) -> Tensor:
        """Args: given [pieces, inputs]. Returns: [pieces, outputs]."""
        filling = given.new_zeros(-len(given) % STEP, given.shape[1])
        made = self._made(torch.cat((given, filling)) if len(filling) else given)
        return made[: len(given)]

    def _made(self, given: Tensor) -> Tensor:
        if not self._laid_out:
            plain = functional.linear(given, self._weight, self._bias)
            return functional.gelu(plain) if self._then == GELU else plain
        made: Tensor = torch.ops.mkldnn._linear_pointwise(given, self._weight, self._bias, self._then, [], "none")
        return made


def can_lay_out(number_format: torch.dtype) -> bool:
    """Whether torch was built with oneDNN, and oneDNN has this format here."""
    if not torch.backends.mkldnn.is_available():  # type: ignore[no-untyped-call]
        return False
    supported: bool = number_format is torch.float32 or torch.ops.mkldnn._is_mkldnn_bf16_supported()
    return supported
