"""Logits of a network over a slice, batched as in training: for selection and calibration."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from models.encoding import WordPieces
from models.network import Network
from training.augment import first_mentions
from training.batches import NO_ANSWER, collate, prepare
from training.examples import Example

ROWS = 32


@dataclass(frozen=True, slots=True)
class Answers:
    """Logits [questions, labels] and gold label indices [questions] of one head."""

    logits: Tensor
    gold: Tensor


def predict(
    network: Network, wordpieces: WordPieces, examples: Sequence[Example], *, max_pieces: int
) -> Mapping[str, Answers]:
    """Ask every head that the slice has answers for; "no act" pairs are left out."""
    prepared = prepare([first_mentions(example) for example in examples], wordpieces, max_pieces=max_pieces)
    prepared.sort(key=lambda item: len(item.pieces))
    logits: dict[str, list[Tensor]] = {}
    gold: dict[str, list[Tensor]] = {}
    network.eval()
    with torch.inference_mode():
        for start in range(0, len(prepared), ROWS):
            batch = collate(prepared[start : start + ROWS], wordpieces, list(network.specs))
            outputs = network(batch.ids, batch.seen, batch.queries)
            for name, output in outputs.items():
                known = batch.labels[name] != NO_ANSWER
                logits.setdefault(name, []).append(output[known])
                gold.setdefault(name, []).append(batch.labels[name][known])
    joined = {name: Answers(torch.cat(parts), torch.cat(gold[name])) for name, parts in logits.items()}
    return {name: answers for name, answers in joined.items() if len(answers.gold)}
