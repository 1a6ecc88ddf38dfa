"""The joint training loop: seeded, resumable at any step, the best epoch kept."""

import logging
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor
from torch.nn.functional import cross_entropy, log_softmax

from models.encoding import WordPieces
from models.network import Network
from training.augment import vary
from training.batches import NO_ANSWER, Batch, Prepared, collate, order, prepare
from training.config import Config, config_sha256
from training.errors import TrainingError
from training.examples import Example, Slices
from training.optimiser import make_optimiser, make_schedule
from training.predict import predict
from training.scores import macro_f1

LOG = logging.getLogger(__name__)
SAVE_EVERY = 100  # steps; a stopped run loses at most a few minutes
LOG_EVERY = 20
GRADIENT_NORM = 1.0


@dataclass(slots=True)
class Progress:
    """Where a run stands; `best` is the state of the best epoch so far."""

    epoch: int = 0
    step: int = 0  # finished steps of this epoch
    best_score: float = -1.0
    best: dict[str, Tensor] | None = None


def fit(network: Network, wordpieces: WordPieces, slices: Slices, config: Config, *, checkpoint: Path) -> float:
    """Train in place and leave the best epoch's weights in the network.

    Args:
        checkpoint: written while training and continued from when it exists; removed by the caller.

    Returns:
        The best epoch's mean macro-F1 on the selection slice.

    Raises:
        TrainingError: the checkpoint is of another configuration.
    """
    trainer = _Trainer(network, wordpieces, slices, config, checkpoint)
    trainer.resume()
    while trainer.progress.epoch < config.epochs:
        trainer.run_epoch()
    if trainer.progress.best is not None:
        network.load_state_dict(trainer.progress.best, strict=False)
    network.eval()
    return trainer.progress.best_score


class _Trainer:
    def __init__(
        self, network: Network, wordpieces: WordPieces, slices: Slices, config: Config, checkpoint: Path
    ) -> None:
        self.network, self.wordpieces, self.slices, self.config = network, wordpieces, slices, config
        self.checkpoint = checkpoint
        self.optimiser = make_optimiser(network, config)
        steps = config.epochs * (len(slices.train) // config.batch_size + 1)
        self.schedule = make_schedule(self.optimiser, steps=steps, warmup=config.warmup)
        self.progress = Progress()

    def run_epoch(self) -> None:
        progress, config = self.progress, self.config
        batches = list(order(self._varied(progress.epoch), size=config.batch_size, draw=self._draw("order")))
        started, skipped = time.monotonic(), progress.step
        for step, items in enumerate(batches):
            if step < skipped:
                continue
            loss = self._learn(items, step)
            progress.step = step + 1
            if progress.step % LOG_EVERY == 0:
                pace = (progress.step - skipped) * config.batch_size / (time.monotonic() - started)
                LOG.info(
                    "epoch %d step %d/%d loss %.3f, %.1f sentences/s",
                    *(progress.epoch + 1, progress.step, len(batches), loss, pace),
                )
            if progress.step % SAVE_EVERY == 0:
                self.save()
        self._finish_epoch()

    def _finish_epoch(self) -> None:
        figure = selection_score(self.network, self.wordpieces, self.slices.selection, self.config)
        LOG.info("epoch %d: mean macro-F1 on the selection slice %.4f", self.progress.epoch + 1, figure)
        if figure > self.progress.best_score:
            self.progress.best_score = figure
            self.progress.best = {name: value.clone() for name, value in self._trained().items()}
        self.progress.epoch += 1
        self.progress.step = 0
        self.save()

    def _draw(self, purpose: str) -> random.Random:
        return random.Random(f"{self.config.seed}:{self.progress.epoch}:{purpose}")

    def _varied(self, epoch: int) -> list[Prepared]:
        draw = self._draw("vary")
        config = self.config
        varied = [
            vary(
                example,
                draw,
                mask_share=config.mask_share,
                other_mention_share=config.other_mention_share,
            )
            for example in self.slices.train
        ]
        prepared = prepare(varied, self.wordpieces, max_pieces=config.max_pieces)
        LOG.info("epoch %d: %d of %d sentences are short enough", epoch + 1, len(prepared), len(varied))
        return prepared

    def _learn(self, items: Sequence[Prepared], step: int) -> float:
        config = self.config
        torch.manual_seed((config.seed * 1000 + self.progress.epoch) * 1_000_000 + step)  # dropout resumes alike
        self.network.train()
        batch = collate(items, self.wordpieces, config.heads)
        loss = batch_loss(self.network, batch, config)
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), GRADIENT_NORM)
        self.optimiser.step()
        self.schedule.step()
        return float(loss.detach())

    def _trained(self) -> dict[str, Tensor]:
        return {name: value.detach() for name, value in self.network.named_parameters() if value.requires_grad}

    def save(self) -> None:
        """Write the checkpoint beside its place first, so that a stop while writing leaves the old one."""
        state = {
            "config": config_sha256(self.config),
            "network": self._trained(),
            "optimiser": self.optimiser.state_dict(),
            "schedule": self.schedule.state_dict(),
            "progress": [self.progress.epoch, self.progress.step, self.progress.best_score],
            "best": self.progress.best,
        }
        self.checkpoint.parent.mkdir(parents=True, exist_ok=True)
        fresh = self.checkpoint.with_suffix(".part")
        torch.save(state, fresh)
        fresh.replace(self.checkpoint)

    def resume(self) -> None:
        """Continue from the checkpoint, if there is one."""
        if not self.checkpoint.is_file():
            return
        state: dict[str, Any] = torch.load(self.checkpoint, weights_only=True)
        if state["config"] != config_sha256(self.config):
            raise TrainingError(f"{self.checkpoint}: of another configuration; remove it to start anew")
        self.network.load_state_dict(state["network"], strict=False)
        self.optimiser.load_state_dict(state["optimiser"])
        self.schedule.load_state_dict(state["schedule"])
        epoch, step, figure = state["progress"]
        self.progress = Progress(epoch, step, figure, state["best"])
        LOG.info("continuing at epoch %d, step %d", epoch + 1, step)


def batch_loss(network: Network, batch: Batch, config: Config) -> Tensor:
    """Weighted sum over the heads of the questions' losses, per sentence of the batch."""
    outputs = network(batch.ids, batch.seen, batch.queries)
    losses = [
        config.weights[name] * _head_loss(output, batch.labels[name], config.no_act_weight)
        for name, output in outputs.items()
    ]
    return torch.stack(losses).sum() / len(batch.ids)


def _head_loss(logits: Tensor, labels: Tensor, no_act_weight: float) -> Tensor:
    """Cross-entropy summed over questions; those without an answer pull toward uniform probabilities."""
    known = labels != NO_ANSWER
    loss = cross_entropy(logits[known], labels[known], reduction="sum")
    return loss - no_act_weight * log_softmax(logits[~known], dim=1).mean(dim=1).sum()


def selection_score(network: Network, wordpieces: WordPieces, examples: Sequence[Example], config: Config) -> float:
    """Mean macro-F1 of the heads on a slice; 0 when it is empty."""
    answers = predict(network, wordpieces, examples, max_pieces=config.max_pieces)
    figures = {
        name: macro_f1(part.logits.argmax(dim=1), part.gold, labels=part.logits.shape[1])
        for name, part in answers.items()
    }
    for name, figure in figures.items():
        LOG.info("selection slice, %s: macro-F1 %.4f over %d", name, figure, len(answers[name].gold))
    return sum(figures.values()) / len(figures) if figures else 0.0
