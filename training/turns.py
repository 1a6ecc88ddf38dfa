"""Heads with a turn of their own, learned last on the finished encoder, which stays as it is for all others."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import torch

from models.encoding import WordPieces
from models.heads import find_head
from models.network import Head, Network, encoder_width
from training.config import Config
from training.corpora import Sample
from training.fit import fit


def learn_turn(
    network: Network,
    name: str,
    wordpieces: WordPieces,
    samples: Mapping[str, Sequence[Sample]],
    config: Config,
    *,
    checkpoint: Path,
) -> None:
    """Give the network the head and its turn, and train these alone.

    Args:
        network: as it was stored; nothing else of it changes.
        samples: by corpus, for this head.
        checkpoint: continued from when it exists; removed at the end.
    """
    torch.manual_seed(config.seed)
    spec, turn = find_head(name), config.turns[name]
    network.add_head(spec, Head(spec, encoder_width(network.encoder), config.dropout))
    for part, parameter in network.named_parameters():
        parameter.requires_grad = part.startswith(own_parts(name))
    alone = replace(
        config,
        epochs=turn.epochs,
        batch_size=turn.batch_size,
        encoder_rate=turn.turn_rate,
        head_rate=turn.head_rate,
        max_pieces=turn.max_pieces,
        weights=MappingProxyType({name: 1.0}),
        amounts=MappingProxyType({corpus: len(part) for corpus, part in samples.items()}),
        teachers=MappingProxyType({}),
        turns=MappingProxyType({}),
    )
    fit(network, wordpieces, samples, (), alone, checkpoint=checkpoint)
    checkpoint.unlink(missing_ok=True)


def take_over(network: Network, name: str, learned: Network) -> None:
    """Give another network over the same encoder the head and the turn that one has learned."""
    spec = find_head(name)
    network.add_head(spec, Head(spec, encoder_width(network.encoder), 0.0))
    weights = {part: value for part, value in learned.named_parameters() if part.startswith(own_parts(name))}
    network.load_state_dict(weights, strict=False)


def own_parts(name: str) -> tuple[str, str]:
    """How the names of a turned head's weights begin; what a turn shares has another name."""
    return f"heads.{name}.", f"turns.{name}."
