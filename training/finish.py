"""From written weights to a sealed bundle: calibrate what was stored, measure it, say so in its card."""

import logging
from dataclasses import replace
from pathlib import Path

import torch

from models.bundle import load_network, open_bundle, save_weights, seal
from models.encoder import EncoderFiles, load_encoder
from models.encoding import load_wordpieces
from models.heads import HeadSpec, find_head
from models.manifest import HeadCard, Manifest
from models.network import Network
from models.reader import load_reader
from training.calibrate import fit_temperature, fit_thresholds
from training.card import license_note, model_card
from training.config import Config, config_sha256
from training.corpora import Corpora
from training.evaluate import Measured, measure, no_act_share
from training.predict import Answers, predict

LOG = logging.getLogger(__name__)


def finish(folder: Path, network: Network, *, corpora: Corpora, config: Config, encoder: EncoderFiles) -> None:
    """Write weights, calibrate, measure on the report-only splits once, and seal.

    Args:
        folder: the bundle's folder; files of an older bundle in it are replaced.
    """
    save_weights(folder, network)
    specs = [find_head(name) for name in config.heads]
    plain = tuple(HeadCard(spec, thresholds=(0.0,) * len(spec.labels)) for spec in specs)
    manifest = Manifest(config.name, encoder.name, encoder.sha256, plain, config_sha256(config))
    _seal(folder, manifest, "", config)
    answers = _stored_answers(folder, corpora, config, encoder)
    manifest = replace(
        manifest, heads=tuple(_calibrated(spec, answers.get(spec.name), config.precision) for spec in specs)
    )
    _seal(folder, manifest, "", config)
    reader = load_reader(folder, encoder_folder=encoder.folder, number_format="float32")
    measured = measure(reader, reader.cards, corpora.reports)
    no_act = no_act_share(reader, dict(corpora.reports).get("dse_valid", ()))
    manifest = replace(manifest, heads=tuple(_scored(card, measured) for card in manifest.heads))
    sizes = {"train": len(corpora.slices.train), "calibration": len(corpora.slices.calibration)}
    _seal(folder, manifest, model_card(manifest, measured, config=config, sizes=sizes, no_act=no_act), config)


def _seal(folder: Path, manifest: Manifest, card: str, config: Config) -> None:
    seal(folder, manifest=manifest, card=card, license_note=license_note(config.name))


def _stored_answers(folder: Path, corpora: Corpora, config: Config, encoder: EncoderFiles) -> dict[str, Answers]:
    """Logits on the calibration slice of the weights as stored, in float16."""
    network = load_network(open_bundle(folder), load_encoder(encoder))
    wordpieces = load_wordpieces(encoder.tokenizer)
    return dict(predict(network, wordpieces, corpora.slices.calibration, max_pieces=config.max_pieces))


def _calibrated(spec: HeadSpec, answers: Answers | None, precision: float) -> HeadCard:
    """A head without calibration sentences (a smoke run) is never sure."""
    if answers is None:
        return HeadCard(spec, thresholds=(1.0,) * len(spec.labels))
    temperature = fit_temperature(answers)
    probabilities = torch.softmax(answers.logits / temperature, dim=1)
    thresholds = fit_thresholds(probabilities, answers.gold, precision=precision)
    LOG.info("%s: temperature %.3f, thresholds %s", spec.name, temperature, thresholds)
    return HeadCard(spec, temperature, thresholds)


def _scored(card: HeadCard, measured: list[Measured]) -> HeadCard:
    scores: list[tuple[str, float]] = []
    for one in measured:
        if one.head == card.spec.name:
            scores.append((f"{one.split} macro-F1", round(one.scores.macro_f1, 4)))
            scores.append((f"{one.split} accuracy", round(one.scores.accuracy, 4)))
            scores.append((f"{one.split} ECE", round(one.scores.calibration_error, 4)))
    return replace(card, scores=tuple(scores))
