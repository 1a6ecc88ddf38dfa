"""The network that a run begins with."""

import torch

from models.encoder import EncoderFiles, load_encoder
from models.heads import find_head
from models.network import Network
from training.config import Config
from training.device import find_device
from training.optimiser import freeze


def make_network(config: Config, encoder: EncoderFiles) -> Network:
    """A network with fresh heads, drawn from the seed, and the configured layers frozen, on the device."""
    torch.manual_seed(config.seed)
    heads = [find_head(name) for name in config.heads]
    network = Network(load_encoder(encoder), heads, dropout=config.dropout)
    freeze(network, config.frozen_layers)
    return network.to(find_device())
