"""What a batch costs: the heads' losses, weighted and added up."""

import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, log_softmax

from models.network import Network
from training.batches import Batch, Goal
from training.config import Config

WORDS_AT_ONCE = 12  # a wordwise question counts as its words over this; a sentence has two to three times as many


def batch_loss(network: Network, batch: Batch, config: Config) -> Tensor:
    """Weighted sum over the heads of the questions' losses, per row of the batch."""
    outputs = network(batch.ids, batch.seen, batch.queries)
    losses = [
        config.weights[name]
        * head_loss(
            output.float(), batch.goals[name], exclusive=network.specs[name].exclusive, unknown=config.no_act_weight
        )
        for name, output in outputs.items()
    ]
    return torch.stack(losses).sum() / len(batch.ids)


def head_loss(logits: Tensor, goal: Goal, *, exclusive: bool, unknown: float) -> Tensor:
    """Cross-entropy against wanted probabilities, added up over questions, or over words and labels.

    Args:
        unknown: weight of questions to which none of the labels is the answer.
    """
    if exclusive:
        each = -(goal.values * log_softmax(logits, dim=-1)).sum(dim=-1)
    else:
        each = binary_cross_entropy_with_logits(logits, goal.values, reduction="none").sum(dim=-1)
    if each.dim() == 2:
        return (each * goal.weights).sum() / WORDS_AT_ONCE
    weights = torch.where(goal.known, 1.0, unknown)
    return (each * goal.weights * weights).sum()
