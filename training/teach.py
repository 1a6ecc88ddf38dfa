"""Teachers: networks of one task each, whose answers the shipped network learns beside the labels.

A network that shares one encoder among all heads reads each of them a little worse than one that has the encoder for
itself. It comes close by learning what such networks say, not only what annotators said (Clark et al. 2019); and it
learns its heads on news, of which most corpora label one thing only.
"""

import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import torch

from framing.types import Span, Tone
from models.calibration import Calibration
from models.encoder import EncoderFiles
from models.encoding import WordPieces, load_wordpieces
from models.heads import find_head
from models.network import Network
from training.augment import first_mentions
from training.batches import collate, prepare
from training.calibrate import calibrated
from training.config import Config, Teacher, config_sha256
from training.corpora import Corpora
from training.examples import Example, TargetAnswer
from training.fit import fit
from training.fresh import make_network
from training.predict import ROWS, predict
from training.taught import Asked, Taught, joined, mean

LOG = logging.getLogger(__name__)


def teach(corpora: Corpora, config: Config, encoder: EncoderFiles, *, folder: Path) -> Taught:
    """Train every teacher and ask it about the training sentences.

    Args:
        folder: for checkpoints, and for the answers of each network, which is not trained again.
    """
    return joined(
        [
            mean(
                [_taught(name, teacher, number, corpora, config, encoder, folder) for number in range(teacher.networks)]
            )
            for name, teacher in config.teachers.items()
        ]
    )


def _taught(
    name: str, teacher: Teacher, number: int, corpora: Corpora, config: Config, encoder: EncoderFiles, folder: Path
) -> Taught:
    kept = folder / f"{config.name}-{name}-{number}.answers.pt"
    digest = config_sha256(config)
    if (known := Taught.load(kept, config_sha256=digest)) is not None:
        return known
    LOG.info("teacher %s, network %d of %d", name, number + 1, teacher.networks)
    alone = replace(
        config,
        seed=config.seed + number,
        epochs=teacher.epochs,
        frozen_layers=0,
        weights=MappingProxyType({head: config.weights[head] for head in teacher.heads}),
        amounts=MappingProxyType({corpus: config.amounts[corpus] for corpus in teacher.corpora}),
    )
    network, wordpieces = make_network(alone, encoder), load_wordpieces(encoder.tokenizer)
    train = {corpus: corpora.train[corpus] for corpus in teacher.corpora if corpus in corpora.train}
    checkpoint = kept.with_suffix(".checkpoint")
    fit(network, wordpieces, train, (), alone, checkpoint=checkpoint)
    found = predict(network, wordpieces, corpora.calibration, max_pieces=config.max_pieces)
    cards = [calibrated(find_head(head), found.get(head), precision=config.precision) for head in teacher.heads]
    scales = {card.spec.name: Calibration(card) for card in cards}
    read = [
        sample
        for corpus in dict.fromkeys((*teacher.corpora, *config.read_by_all))
        for sample in corpora.train.get(corpus, ())
        if isinstance(sample, Example)
    ]
    taught = Taught(dict(_ask(network, scales, wordpieces, read, max_pieces=config.max_pieces)))
    taught.save(kept, config_sha256=digest)
    checkpoint.unlink(missing_ok=True)
    return taught


def _ask(
    network: Network,
    scales: Mapping[str, Calibration],
    wordpieces: WordPieces,
    examples: Sequence[Example],
    *,
    max_pieces: int,
) -> Iterator[tuple[Asked, torch.Tensor]]:
    """Calibrated answers to all that the heads can be asked about each sentence."""
    asked = [_everything(first_mentions(example)) for example in examples]
    prepared = prepare(asked, wordpieces, max_pieces=max_pieces, heads=list(scales))
    prepared.sort(key=lambda item: len(item.row))
    network.eval()
    with torch.inference_mode():
        for start in range(0, len(prepared), ROWS):
            items = prepared[start : start + ROWS]
            batch = collate(items, pad=wordpieces.pad)
            for name, logits in network(batch.ids, batch.seen, batch.queries).items():
                places = [(item.row, one.places) for item in items for one in item.questions if one.head == name]
                for (row, place), answer in zip(places, scales[name](logits), strict=True):
                    own = answer[1 : len(row) - 1] if find_head(name).kind.wordwise else answer
                    yield (row, name, place), own.half().clone()


def _everything(example: Example) -> Example:
    """The sentence with some answer to whatever a head could be asked about it; what the answer is does not matter."""
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
