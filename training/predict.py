"""Logits of a network over a slice, batched as in training: for selection and calibration; and what they come to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from models.encoding import WordPieces
from models.network import Network
from training.augment import first_mentions
from training.batches import collate, prepare
from training.examples import ClaimPair, Example
from training.scores import macro_f1

ROWS = 128


@dataclass(frozen=True, slots=True)
class Answers:
    """Logits and wanted probabilities of one head, [questions or words, labels]."""

    logits: Tensor
    wanted: Tensor

    @property
    def gold(self) -> Tensor:
        """The most wanted label, [questions or words]."""
        return self.wanted.argmax(dim=1)


def predict(
    network: Network, wordpieces: WordPieces, samples: Sequence[Example | ClaimPair], *, max_pieces: int
) -> Mapping[str, Answers]:
    """Ask every head that the slice has answers for; "no act" pairs are left out."""
    plain = [first_mentions(sample) if isinstance(sample, Example) else sample for sample in samples]
    prepared = prepare(plain, wordpieces, max_pieces=max_pieces, heads=list(network.specs))
    prepared.sort(key=lambda item: len(item.row))
    logits: dict[str, list[Tensor]] = {}
    wanted: dict[str, list[Tensor]] = {}
    network.eval()
    with torch.inference_mode():
        for start in range(0, len(prepared), ROWS):
            batch = collate(prepared[start : start + ROWS], pad=wordpieces.pad).to(network.device)
            for name, output in network(batch.ids, batch.seen, batch.queries).items():
                goal = batch.goals[name]
                counted = (goal.weights > 0) & (goal.known if goal.weights.dim() == 1 else goal.known.unsqueeze(1))
                logits.setdefault(name, []).append(output[counted].cpu())
                wanted.setdefault(name, []).append(goal.values[counted].cpu())
    joined = {name: Answers(torch.cat(parts), torch.cat(wanted[name])) for name, parts in logits.items()}
    return {name: answers for name, answers in joined.items() if len(answers.logits)}


def figure(answers: Answers, *, exclusive: bool) -> float:
    """Macro-F1 of the labels; of independent labels the mean F1 of each, over words."""
    if exclusive:
        return macro_f1(answers.logits.argmax(dim=1), answers.gold, labels=answers.logits.shape[1])
    found, wanted = answers.logits > 0, answers.wanted > 0.5
    hits = (found & wanted).sum(dim=0)
    return float((2 * hits / (found.sum(dim=0) + wanted.sum(dim=0)).clamp(min=1)).mean())
