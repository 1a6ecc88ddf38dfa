"""`python -m training.train CONFIG --data FOLDER --out BUNDLE`: teachers, training, calibration, figures, bundle."""

import argparse
import logging
import random
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from framing.errors import HedgerowError
from models.encoder import DEFAULT_ENCODER, DEFAULT_SHA256, EncoderFiles, find_encoder
from models.encoding import load_wordpieces
from training.config import Config, read_config
from training.corpora import Corpora, Sample, read_corpora
from training.data import add_data_option, data_folder
from training.device import make_repeatable
from training.finish import finish
from training.fit import fit
from training.fresh import make_network
from training.teach import School

LOG = logging.getLogger(__name__)
CHECKPOINTS = Path("build/training")


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line says."""

    config: Path
    data: Path
    out: Path
    encoder: EncoderFiles
    checkpoint: Path
    limit: int | None


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; 0 on success, 2 on unusable input."""
    logging.basicConfig(stream=sys.stderr, level=logging.INFO, format="%(asctime)s %(message)s", force=True)
    try:
        train(_options(arguments))
    except HedgerowError as error:
        LOG.error("%s", error)
        return 2
    return 0


def train(options: Options) -> None:
    """Everything from the corpora to the sealed bundle.

    Raises:
        HedgerowError: configuration, data, encoder or checkpoint cannot be used.
    """
    config = short(read_config(options.config), options.limit)
    make_repeatable()
    corpora = taken(read_corpora(options.data, config, limit=options.limit), config)
    _log_sizes(corpora)
    encoder = options.encoder
    teachers = options.checkpoint.with_suffix("")
    taught = School(corpora, config, encoder, teachers).taught()
    network = make_network(config, encoder)
    wordpieces = load_wordpieces(encoder.tokenizer)
    fit(network, wordpieces, corpora.train, corpora.selection, config, checkpoint=options.checkpoint, taught=taught)
    finish(options.out, network, corpora=corpora, config=config, encoder=encoder, checkpoints=teachers)
    options.checkpoint.unlink(missing_ok=True)
    shutil.rmtree(teachers, ignore_errors=True)


def short(config: Config, limit: int | None) -> Config:
    """With a limit, one epoch of few samples, for the teachers too: it shows that all runs, and measures nothing."""
    if limit is None:
        return config
    amounts = {name: min(amount, limit) for name, amount in config.amounts.items()}
    teachers = {
        name: replace(teacher, networks=min(2, teacher.networks), epochs=1) for name, teacher in config.teachers.items()
    }
    turns = {name: replace(turn, epochs=1) for name, turn in config.turns.items()}
    return replace(
        config,
        epochs=1,
        amounts=MappingProxyType(amounts),
        teachers=MappingProxyType(teachers),
        turns=MappingProxyType(turns),
    )


def taken(corpora: Corpora, config: Config) -> Corpora:
    """Of each corpus as many train samples as the epochs draw, so that teachers read no others."""
    most = {name: config.amounts[name] * config.epochs for name in corpora.train}
    return replace(corpora, train={name: _some(part, most[name], config.seed) for name, part in corpora.train.items()})


def _some(samples: tuple[Sample, ...], most: int, seed: int) -> tuple[Sample, ...]:
    return samples if len(samples) <= most else tuple(random.Random(seed).sample(samples, most))


def _log_sizes(corpora: Corpora) -> None:
    for name, samples in (*corpora.train.items(), *corpora.turned.items()):
        LOG.info("train: %s, %d samples", name, len(samples))
    LOG.info("selection %d, calibration %d", len(corpora.selection), len(corpora.calibration))
    for name, held_out in (*corpora.reports, *corpora.pair_reports):
        LOG.info("report: %s, %d samples", name, len(held_out))


def _options(arguments: Sequence[str] | None) -> Options:
    parser = argparse.ArgumentParser(prog="python -m training.train", description=__doc__)
    parser.add_argument("config", type=Path)
    add_data_option(parser)
    parser.add_argument("--out", type=Path, required=True, help="bundle folder to write")
    parser.add_argument("--encoder", type=Path, help="local folder with the encoder's files")
    parser.add_argument("--encoder-name", default=DEFAULT_ENCODER)
    parser.add_argument("--encoder-sha256", default=DEFAULT_SHA256, help="of its model.safetensors")
    parser.add_argument("--checkpoint", type=Path, help="continued from when it exists")
    parser.add_argument("--limit", type=int, help="samples of each corpus in one epoch, for a smoke run")
    given = parser.parse_args(arguments)
    return Options(
        config=given.config,
        data=data_folder(given.data),
        out=given.out,
        encoder=find_encoder(given.encoder, name=given.encoder_name, sha256=given.encoder_sha256),
        checkpoint=given.checkpoint or CHECKPOINTS / f"{given.out.name}.pt",
        limit=given.limit,
    )


if __name__ == "__main__":
    sys.exit(main())
