"""The network that a run begins with."""

import torch

from models.encoder import EncoderFiles, load_encoder
from models.heads import find_head
from models.network import Network
from training.config import Config
from training.device import find_device
from training.elder import load_elder
from training.optimiser import freeze


def make_network(config: Config, encoder: EncoderFiles, *, elder: EncoderFiles | None = None) -> Network:
    """A network with fresh heads, drawn from the seed, and the configured layers frozen, on the device.

    Args:
        elder: reads the encoder's wordpieces in its place.
    """
    torch.manual_seed(config.seed)
    heads = [find_head(name) for name in config.heads]
    body = load_encoder(encoder) if elder is None else load_elder(elder, encoder)
    network = Network(body, heads, dropout=config.dropout)
    freeze(network, config.frozen_layers)
    return network.to(find_device())
