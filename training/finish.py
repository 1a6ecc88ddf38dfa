"""From written weights to a sealed bundle: calibrate what was stored, measure it, say so in its card."""

import logging
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import torch

from framing.writing import part_of
from models.bundle import load_network, open_bundle, put_in_place, save_weights, seal
from models.calibration import Calibration
from models.encoder import EncoderFiles, load_encoder
from models.encoding import load_wordpieces
from models.heads import find_head
from models.manifest import HeadCard, Manifest
from models.network import Network
from models.reader import load_reader
from training.calibrate import calibrated
from training.card import license_note, model_card
from training.config import Config, config_sha256
from training.corpora import Corpora
from training.evaluate import Measured, measure
from training.examples import ClaimPair
from training.failures import failures
from training.frames import learn_frames
from training.predict import Answers, predict
from training.scores import calibration_error
from training.turns import learn_turn, take_over

LOG = logging.getLogger(__name__)


def finish(
    folder: Path,
    network: Network,
    *,
    corpora: Corpora,
    config: Config,
    encoder: EncoderFiles,
    checkpoints: Path,
) -> None:
    """Write weights, learn on them what is learned last, calibrate, measure on the report-only splits once, and seal.

    Args:
        folder: the bundle's folder; an older bundle in it stays until this one is whole.
        checkpoints: a folder for those of the heads that are learned last.
    """
    built = part_of(folder)
    _build(built, network, corpora=corpora, config=config, encoder=encoder, checkpoints=checkpoints)
    put_in_place(built, folder)


def _build(
    folder: Path, network: Network, *, corpora: Corpora, config: Config, encoder: EncoderFiles, checkpoints: Path
) -> None:
    network.cpu()  # it is measured where the product runs
    wordpieces = load_wordpieces(encoder.tokenizer)
    stored, manifest = _store(folder, network, config, encoder)
    found: dict[str, Answers] = {}
    if corpora.articles:
        learned = learn_frames(stored, wordpieces, corpora.articles, seed=config.seed)
        found["frame"] = learned.answers
        network.add_head(find_head("frame"), learned.head)
    for name, turn in config.turns.items():
        samples = {corpus: corpora.turned[corpus] for corpus in turn.corpora}
        learn_turn(stored, name, wordpieces, samples, config, checkpoint=checkpoints / f"{name}.pt")
        take_over(network, name, stored)
    stored, manifest = _store(folder, network, config, encoder)
    plain = [one for one in corpora.near if not (isinstance(one, ClaimPair) and one.head in config.turns)]
    found |= predict(stored, wordpieces, plain, max_pieces=config.max_pieces)
    for name, turn in config.turns.items():
        pairs = [sample for sample in corpora.near if isinstance(sample, ClaimPair) and sample.head == name]
        found |= predict(stored, wordpieces, pairs, max_pieces=turn.max_pieces)
    cards = tuple(calibrated(spec, found.get(name), precision=config.precision) for name, spec in stored.specs.items())
    for card in cards:
        LOG.info("%s: temperature %.3f, thresholds %s", card.spec.name, card.temperature, card.thresholds)
    manifest = replace(manifest, heads=cards)
    _seal(folder, manifest, "", config)
    frames = [_frames_measured(card, found["frame"]) for card in cards if card.spec.name == "frame"]
    reader = load_reader(folder, encoder_folder=encoder.folder, number_format="float32")
    measured = [*measure(reader, reader.cards, corpora.reports, corpora.pair_reports), *frames]
    manifest = replace(manifest, heads=tuple(_scored(card, measured) for card in cards))
    told = model_card(manifest, measured, failures(reader), config=config, corpora=corpora)
    _seal(folder, manifest, told, config)


def _store(folder: Path, network: Network, config: Config, encoder: EncoderFiles) -> tuple[Network, Manifest]:
    """Write a bundle without calibration, and read it: what is calibrated and measured is what was stored."""
    plain = tuple(HeadCard(spec, thresholds=(0.5,) * len(spec.labels)) for spec in network.specs.values())
    manifest = Manifest(config.name, encoder.name, encoder.sha256, plain, config_sha256(config))
    save_weights(folder, network, load_encoder(encoder))
    _seal(folder, manifest, "", config)
    return load_network(open_bundle(folder), load_encoder(encoder)), manifest


def _seal(folder: Path, manifest: Manifest, card: str, config: Config) -> None:
    seal(folder, manifest=manifest, card=card, license_note=license_note(config))


def _frames_measured(card: HeadCard, answers: Answers) -> Measured:
    """Per frame, F1 over articles of heads that had not seen them; the majority answer's beside the mean."""
    probabilities, wanted = Calibration(card)(answers.logits), answers.wanted > 0
    found = probabilities >= 0.5
    each = _f1(found, wanted)
    always = _f1(torch.ones_like(wanted), wanted)
    figures = {f"{label} F1": value for label, value in zip(card.spec.labels, each, strict=True)}
    gaps = [
        calibration_error(torch.stack((1 - one, one), dim=1), two.long())
        for one, two in zip(probabilities.T, wanted.T, strict=True)
    ]
    figures |= {
        "macro-F1": sum(each) / len(each),
        "macro-F1 of saying yes always": sum(always) / len(always),
        "ECE": sum(gaps) / len(gaps),
    }
    return Measured("frame", "narrative_framing 5-fold", len(wanted), figures)


def _f1(found: torch.Tensor, wanted: torch.Tensor) -> list[float]:
    hits = 2 * (found & wanted).sum(dim=0)
    values: list[float] = (hits / (found.sum(dim=0) + wanted.sum(dim=0)).clamp(min=1)).tolist()
    return values


def _scored(card: HeadCard, measured: Sequence[Measured]) -> HeadCard:
    scores = tuple(
        (f"{one.split} {name}", round(value, 4))
        for one in measured
        if one.head == card.spec.name
        for name, value in one.figures.items()
    )
    return replace(card, scores=scores)
