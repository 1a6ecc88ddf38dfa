"""AdamW with slower learning further down the encoder, and a rate that warms up and falls to zero."""

import re

import torch
from torch import nn

from models.network import Network
from training.config import Config

_LAYER = re.compile(r"encoder\.(?:model\.)?encoder\.layer\.(\d+)\.")


def freeze(network: Network, layers: int) -> None:
    """Leave embeddings and the lowest layers as published: they are not stored in the bundle."""
    for name, parameter in network.named_parameters():
        layer = _layer_of(name)
        if name.startswith("encoder.embeddings.") or (layer is not None and layer < layers):
            parameter.requires_grad = False


def make_optimiser(network: Network, config: Config) -> torch.optim.AdamW:
    """Parameter groups by layer; biases and norms are not decayed."""
    layers = [layer for name, _ in network.named_parameters() if (layer := _layer_of(name)) is not None]
    top = max(layers, default=0)
    groups: dict[tuple[float, float], list[nn.Parameter]] = {}
    for name, parameter in network.named_parameters():
        if not parameter.requires_grad:
            continue
        layer = _layer_of(name)
        depth = 0 if layer is None else top - layer
        rate = config.head_rate if name.startswith("heads.") else config.encoder_rate * config.layer_decay**depth
        decay = config.weight_decay if parameter.dim() > 1 else 0.0
        groups.setdefault((rate, decay), []).append(parameter)
    return torch.optim.AdamW(
        [{"params": part, "lr": rate, "weight_decay": decay} for (rate, decay), part in groups.items()],
        fused=True,
    )


def make_schedule(optimiser: torch.optim.Optimizer, *, steps: int, warmup: float) -> torch.optim.lr_scheduler.LambdaLR:
    """Rise linearly over the warmup share of all steps, then fall linearly to zero."""
    rising = max(1, round(steps * warmup))

    def factor(step: int) -> float:
        if step < rising:
            return (step + 1) / rising
        return max(0.0, (steps - step) / max(1, steps - rising))

    return torch.optim.lr_scheduler.LambdaLR(optimiser, factor)


def _layer_of(name: str) -> int | None:
    match = _LAYER.match(name)
    return int(match.group(1)) if match else None
