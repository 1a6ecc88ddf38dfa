"""The joint training loop: seeded, resumable at any step, a running mean of the weights kept."""

import logging
import random
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from framing.writing import write_whole
from models.encoding import WordPieces
from models.network import Network
from models.precision import FORMATS
from training.augment import vary
from training.batches import Prepared, collate, order, prepare
from training.config import Config, config_sha256
from training.errors import TrainingError
from training.examples import ClaimPair, Example
from training.loss import batch_loss
from training.optimiser import make_optimiser, make_schedule
from training.predict import predict
from training.scores import macro_f1
from training.taught import Taught

LOG = logging.getLogger(__name__)
SAVE_EVERY = 60  # seconds; a stopped run loses little more
LOG_EVERY = 20
GRADIENT_NORM = 1.0

Sample = Example | ClaimPair


@dataclass(slots=True)
class Progress:
    """Where a run stands."""

    epoch: int = 0
    step: int = 0  # finished steps of this epoch
    total: int = 0  # finished steps of the run


def fit(
    network: Network,
    wordpieces: WordPieces,
    train: Mapping[str, Sequence[Sample]],
    selection: Sequence[Sample],
    config: Config,
    *,
    checkpoint: Path,
    taught: Taught | None = None,
) -> None:
    """Train in place and leave the running mean of the weights in the network.

    Args:
        train: samples by corpus.
        selection: a slice whose figures are logged after every epoch; it changes no weight.
        checkpoint: written while training and continued from when it exists; removed by the caller.
        taught: what teachers say of the train samples, to be learned beside their labels.

    Raises:
        TrainingError: the checkpoint is of another configuration.
    """
    trainer = _Trainer(network, wordpieces, train, config, checkpoint, taught or Taught({}))
    trainer.resume()
    while trainer.progress.epoch < config.epochs:
        trainer.run_epoch()
        with trainer.averaged():
            log_figures(network, wordpieces, selection, config)
    network.load_state_dict(trainer.average, strict=False)
    network.eval()


class _Trainer:
    def __init__(
        self,
        network: Network,
        wordpieces: WordPieces,
        train: Mapping[str, Sequence[Sample]],
        config: Config,
        checkpoint: Path,
        taught: Taught,
    ) -> None:
        self.network, self.wordpieces, self.train, self.config = network, wordpieces, train, config
        self.checkpoint, self.taught = checkpoint, taught
        self.optimiser = make_optimiser(network, config)
        size = sum(config.amounts[name] for name in train)
        self.schedule = make_schedule(
            self.optimiser, steps=config.epochs * (size // config.batch_size + 1), warmup=config.warmup
        )
        self.average = {name: value.clone() for name, value in self._trained().items()}
        self.progress = Progress()
        self.saved = time.monotonic()

    def run_epoch(self) -> None:
        progress, config = self.progress, self.config
        batches = list(order(self._drawn(), size=config.batch_size, draw=self._draw("order")))
        started, skipped = time.monotonic(), progress.step
        for items in batches[skipped:]:
            loss = self._learn(items)
            progress.step += 1
            progress.total += 1
            if progress.step % LOG_EVERY == 0:
                pace = (progress.step - skipped) * config.batch_size / (time.monotonic() - started)
                LOG.info(
                    "epoch %d step %d/%d loss %.3f, %.1f samples/s, %.0f minutes left in this epoch",
                    *(progress.epoch + 1, progress.step, len(batches), loss, pace),
                    (len(batches) - progress.step) * config.batch_size / pace / 60,
                )
            if time.monotonic() >= self.saved + SAVE_EVERY:
                self.save()
        progress.epoch += 1
        progress.step = 0
        self.save()

    def _draw(self, purpose: str) -> random.Random:
        return random.Random(f"{self.config.seed}:{self.progress.epoch}:{purpose}")

    def _drawn(self) -> list[Prepared]:
        """This epoch's samples: of each corpus its amount, varied."""
        draw, config = self._draw("vary"), self.config
        prepared: list[Prepared] = []
        for name, samples in self.train.items():
            chosen = draw_amount(samples, config.amounts[name], draw)
            varied = [
                vary(one, draw, mask_share=config.mask_share, other_mention_share=config.other_mention_share)
                if isinstance(one, Example)
                else one
                for one in chosen
            ]
            kept = prepare(varied, self.wordpieces, max_pieces=config.max_pieces, heads=config.heads)
            LOG.info("epoch %d: %s, %d of %d samples", self.progress.epoch + 1, name, len(kept), len(chosen))
            prepared.extend(map(self.taught.beside, kept))
        return prepared

    def _learn(self, items: Sequence[Prepared]) -> Tensor:
        torch.manual_seed(self.config.seed * 1_000_000 + self.progress.total)  # dropout resumes alike
        self.network.train()
        batch = collate(items, pad=self.wordpieces.pad, trust=self.config.trust).to(self.network.device)
        with computing(self.config, self.network.device):
            loss = batch_loss(self.network, batch, self.config)
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), GRADIENT_NORM)
        self.optimiser.step()
        self.schedule.step()
        self._update_average()
        return loss.detach()

    def _update_average(self) -> None:
        # A short run forgets its beginning too: the decay grows from 0 with the steps.
        decay = min(self.config.average_decay, (1 + self.progress.total) / (10 + self.progress.total))
        trained = self._trained()
        names = list(trained)
        torch._foreach_lerp_([self.average[name] for name in names], [trained[name] for name in names], 1 - decay)

    def _trained(self) -> dict[str, Tensor]:
        return {name: value.detach() for name, value in self.network.named_parameters() if value.requires_grad}

    @contextmanager
    def averaged(self) -> Iterator[None]:
        """The network with its averaged weights, for as long as the context lasts."""
        own = {name: value.clone() for name, value in self._trained().items()}
        self.network.load_state_dict(self.average, strict=False)
        yield
        self.network.load_state_dict(own, strict=False)

    def save(self) -> None:
        """Write the checkpoint beside its place first, so that a stop while writing leaves the old one."""
        state = {
            "config": config_sha256(self.config),
            "network": self._trained(),
            "average": self.average,
            "optimiser": self.optimiser.state_dict(),
            "schedule": self.schedule.state_dict(),
            "progress": [self.progress.epoch, self.progress.step, self.progress.total],
        }
        self.checkpoint.parent.mkdir(parents=True, exist_ok=True)
        write_whole(self.checkpoint, lambda file: torch.save(state, file))
        self.saved = time.monotonic()

    def resume(self) -> None:
        """Continue from the checkpoint, if there is one."""
        if not self.checkpoint.is_file():
            return
        state: dict[str, Any] = torch.load(self.checkpoint, map_location=self.network.device, weights_only=True)
        if state["config"] != config_sha256(self.config):
            raise TrainingError(f"{self.checkpoint}: of another configuration; remove it to start anew")
        self.network.load_state_dict(state["network"], strict=False)
        self.average = state["average"]
        self.optimiser.load_state_dict(state["optimiser"])
        self.schedule.load_state_dict(state["schedule"])
        self.progress = Progress(*state["progress"])
        LOG.info("continuing at epoch %d, step %d", self.progress.epoch + 1, self.progress.step)


def computing(config: Config, device: torch.device) -> torch.autocast:
    """Products in the configured number format, for as long as the context lasts."""
    return torch.autocast(device.type, FORMATS[config.number_format], enabled=config.number_format != "float32")


def draw_amount(samples: Sequence[Sample], amount: int, draw: random.Random) -> list[Sample]:
    """So many samples: all of them as often as they fit, the rest drawn without repetition."""
    if not samples:
        return []
    whole, rest = divmod(amount, len(samples))
    return [*list(samples) * whole, *draw.sample(list(samples), rest)]


def log_figures(network: Network, wordpieces: WordPieces, samples: Sequence[Sample], config: Config) -> None:
    """Macro-F1 per head on a slice; of a head with independent labels, of each label against the rest."""
    for name, part in predict(network, wordpieces, samples, max_pieces=config.max_pieces).items():
        if network.specs[name].exclusive:
            figure = macro_f1(part.logits.argmax(dim=1), part.gold, labels=part.logits.shape[1])
            LOG.info("selection slice, %s: macro-F1 %.4f over %d", name, figure, len(part.gold))
        else:
            figures = [
                macro_f1((part.logits[:, label] > 0).long(), part.wanted[:, label].long(), labels=2)
                for label in range(part.logits.shape[1])
            ]
            LOG.info("selection slice, %s: F1 of label and rest %s", name, " ".join(f"{f:.3f}" for f in figures))
