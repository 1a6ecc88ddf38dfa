"""Teachers: networks of one task each, whose answers the shipped network learns beside the labels.

A network that shares one encoder among all heads reads each of them a little worse than one that has the encoder for
itself. It comes close by learning what such networks say, not only what annotators said (Clark et al. 2019); and it
learns its heads on news, of which most corpora label one thing only.
"""

import hashlib
import logging
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from types import MappingProxyType

import torch
from torch import Tensor

from framing.types import Span, Tone
from models.calibration import Calibration
from models.encoder import EncoderFiles
from models.encoding import WordPieces, load_wordpieces
from models.heads import find_head
from models.network import Network
from models.plan import Row
from training.augment import first_mentions
from training.batches import Prepared, collate, prepare
from training.calibrate import scaled
from training.config import Config, Elder, Teacher, config_sha256
from training.corpora import Corpora, Sample
from training.elder import find_elder
from training.examples import Example, TargetAnswer, fold_of
from training.fit import computing, fit
from training.fresh import make_network
from training.predict import ROWS, predict
from training.taught import Asked, Taught, joined, mean

LOG = logging.getLogger(__name__)
ELDERS = Path("build/elders")


@dataclass(frozen=True, slots=True)
class School:
    """What all teachers share; `folder` is for checkpoints, and for answers that need not be asked for again."""

    corpora: Corpora
    config: Config
    encoder: EncoderFiles
    folder: Path

    def taught(self) -> Taught:
        """Train every teacher and ask it about the training sentences."""
        return joined([self._by(name, teacher) for name, teacher in self.config.teachers.items()])

    def _by(self, name: str, teacher: Teacher) -> Taught:
        return mean([self.said(name, teacher, number) for number in range(teacher.networks)])

    def said(self, name: str, teacher: Teacher, number: int) -> Taught:
        """What one network of a teacher says; it is trained unless its answers lie in the folder."""
        alone = replace(
            self.config,
            seed=self.config.seed + number,
            epochs=teacher.epochs,
            frozen_layers=0,
            weights=MappingProxyType({head: self.config.weights[head] for head in teacher.heads}),
            amounts=MappingProxyType({corpus: self.config.amounts[corpus] for corpus in teacher.corpora}),
            teachers=MappingProxyType({}),
            turns=MappingProxyType({}),
        )
        if teacher.elder:
            alone = at_pace_of(self.config.elder, alone)
        learned, asked = self._learned(teacher, number), self._asked(teacher)
        lesson = self._lesson(alone, [*learned.values(), asked, self.corpora.calibration])
        kept = self.folder / f"{name}-{number}.answers.pt"
        checkpoint = self.folder / f"{name}-{number}-{lesson[:12]}.pt"
        known = Taught.load(kept, lesson=lesson)
        if known is not None:
            return known
        LOG.info("teacher %s, network %d of %d", name, number + 1, teacher.networks)
        elder = find_elder(self.config.elder, ELDERS) if teacher.elder else None
        network = make_network(alone, self.encoder, elder=elder)
        wordpieces = load_wordpieces(self.encoder.tokenizer)
        fit(network, wordpieces, learned, (), alone, checkpoint=checkpoint)
        scales = self._calibrations(network, wordpieces)
        plain = [everything(first_mentions(example)) for example in asked]
        prepared = prepare(plain, wordpieces, max_pieces=alone.max_pieces, heads=alone.heads)
        if teacher.crossed:  # nothing that it has learned, whatever document that stood in
            own = _rows(learned, wordpieces, alone)
            prepared = [item for item in prepared if item.row not in own]
        with computing(alone, network.device):
            taught = Taught(answers(network, scales, prepared, pad=wordpieces.pad))
        taught.save(kept, lesson=lesson)
        checkpoint.unlink(missing_ok=True)
        return taught

    def _calibrations(self, network: Network, wordpieces: WordPieces) -> dict[str, Calibration]:
        found = predict(network, wordpieces, self.corpora.calibration, max_pieces=self.config.max_pieces)
        return {name: Calibration(scaled(spec, found.get(name))) for name, spec in network.specs.items()}

    def _learned(self, teacher: Teacher, number: int) -> Mapping[str, Sequence[Sample]]:
        """The samples that one network learns from, by corpus."""
        names = [name for name in teacher.corpora if name in self.corpora.train]
        return {name: [s for s in self.corpora.train[name] if not _kept_out(s, teacher, number)] for name in names}

    def _asked(self, teacher: Teacher) -> list[Example]:
        """The sentences that a teacher is asked about: its own corpora's, and those that all read."""
        names = dict.fromkeys((*teacher.corpora, *self.config.read_by_all))
        samples = (sample for name in names for sample in self.corpora.train.get(name, ()))
        return [sample for sample in samples if isinstance(sample, Example)]

    def _lesson(self, alone: Config, samples: Iterable[Sequence[Sample]]) -> str:
        """A digest over all that the answers hang on."""
        digest = hashlib.sha256(f"{config_sha256(alone)} {self.encoder.sha256}".encode())
        for sample in chain.from_iterable(samples):
            digest.update(repr(sample).encode())
        return digest.hexdigest()


def at_pace_of(elder: Elder, config: Config) -> Config:
    """The configuration for networks over the larger encoder."""
    return replace(
        config,
        batch_size=elder.batch_size,
        encoder_rate=elder.encoder_rate,
        head_rate=elder.head_rate,
        average_decay=elder.average_decay,
    )


def _rows(learned: Mapping[str, Sequence[Sample]], wordpieces: WordPieces, config: Config) -> set[Row]:
    samples = list(chain.from_iterable(learned.values()))
    return {item.row for item in prepare(samples, wordpieces, max_pieces=config.max_pieces, heads=config.heads)}


def _kept_out(sample: Sample, teacher: Teacher, number: int) -> bool:
    # Other folds than those of the figures, which would else leave one of five networks nothing to keep out.
    return teacher.crossed and fold_of(f"teacher {sample.document}", teacher.networks) == number


def answers(
    network: Network, scales: Mapping[str, Calibration], prepared: Iterable[Prepared], *, pad: int
) -> dict[Asked, Tensor]:
    """Calibrated answers to the questions of each row."""
    rows = sorted(prepared, key=lambda item: len(item.row))
    found: dict[Asked, Tensor] = {}
    network.eval()
    with torch.inference_mode():
        for start in range(0, len(rows), ROWS):
            items = rows[start : start + ROWS]
            batch = collate(items, pad=pad).to(network.device)
            for name, logits in network(batch.ids, batch.seen, batch.queries).items():
                places = [(item.row, one.places) for item in items for one in item.questions if one.head == name]
                for (row, place), answer in zip(places, scales[name](logits.cpu()), strict=True):
                    own = answer[1 : len(row) - 1] if find_head(name).kind.wordwise else answer
                    found[row, name, place] = own.half()
    return found


def everything(example: Example) -> Example:
    """The sentence with some answer to all that can be asked about it without more spans than its corpus names.

    The tone, the words of hedges and attributions, and the tone toward whoever takes part in a relation or is a
    source; what the answer is does not matter.
    """
    spans: tuple[Span, ...] = tuple(span for pair in example.pairs for span in pair)
    sources = tuple(answer.source[0] for answer in example.attributions or () if answer.source)
    asked = {target.mentions[0] for target in example.targets}
    others = dict.fromkeys(span for span in (*spans, *sources) if span not in asked)
    return replace(
        example,
        tone=example.tone or Tone.NEUTRAL,
        vague=bool(example.vague),
        targets=(*example.targets, *(TargetAnswer((span,), Tone.NEUTRAL) for span in others)),
        hedges=example.hedges or (),
        attributions=example.attributions or (),
    )
