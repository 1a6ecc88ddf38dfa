"""From logits to probabilities that mean what they say: one temperature and one bias per label."""

from __future__ import annotations

import torch
from torch import Tensor

from models.manifest import HeadCard


class Calibration:
    """A head's temperature scaling with bias (Guo et al. 2017; Alexandari et al. 2020)."""

    def __init__(self, card: HeadCard) -> None:
        self._temperature = card.temperature
        self._bias = torch.tensor(card.biases)
        self._exclusive = card.spec.exclusive

    def __call__(self, logits: Tensor) -> Tensor:
        """Probabilities, [.., labels]: of an exclusive head they add up to 1, of another each is for itself."""
        scaled = logits / self._temperature + self._bias
        if self._exclusive:
            return torch.softmax(scaled, dim=-1)
        # The same as `torch.sigmoid`, whose last digit would depend on where in the tensor a number stands.
        return torch.softmax(torch.stack((scaled, torch.zeros_like(scaled)), dim=-1), dim=-1)[..., 0]
