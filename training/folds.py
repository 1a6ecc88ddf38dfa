"""`python -m training.folds CONFIG CORPUS --data FOLDER`: five-fold figures by document.

For corpora without a test part. Each fold is trained on its corpus alone, without teachers, in small batches and
with amounts of its own, and scored on the documents that it has not seen. Where the best published figure is
cross-validated, this is the one to lay beside it.
"""

import argparse
import logging
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import mean
from types import MappingProxyType

from framing.errors import HedgerowError
from framing.ports import Identity
from models.encoder import EncoderFiles, find_encoder
from models.encoding import load_wordpieces
from models.reader import NetworkReader
from training.calibrate import calibrated
from training.config import Config, in_small_batches, read_config
from training.corpora import FOLDS, read_corpora
from training.data import add_data_option, data_folder
from training.device import make_repeatable
from training.evaluate import Measured, line_of, measure
from training.examples import Example, Shares, cut, fold_of
from training.fit import fit
from training.fresh import make_network
from training.predict import predict
from training.train import CHECKPOINTS

LOG = logging.getLogger(__name__)
CALIBRATION = 0.08  # share of a fold's training documents


@dataclass(frozen=True, slots=True)
class Task:
    """What a corpus is folded for: its head, its parts with their amounts in an epoch, its held-out split."""

    head: str
    amounts: Mapping[str, int]
    report: str


TASKS = {
    "szeged": Task("hedge", {"szeged_wiki": 3400, "szeged_wiki_plain": 3400, "szeged_bio": 1200}, "szeged_report"),
    "plover": Task("act", {"plover": 1700}, "plover_report"),
}


def cross_validate(
    task: Task, config: Config, data: Path, encoder: EncoderFiles, *, folds: Sequence[int]
) -> list[Measured]:
    """Train and score the folds named; what stands in the corpus' report split takes part like the rest."""
    config = replace(
        in_small_batches(config),
        amounts=MappingProxyType(dict(task.amounts)),
        weights=MappingProxyType({task.head: 1.0}),
        selection_share=0.0,
        calibration_share=0.0,
    )
    corpora = read_corpora(data, config)
    parts = {name: [s for s in samples if isinstance(s, Example)] for name, samples in corpora.train.items()}
    first = next(iter(task.amounts))
    for example in dict(corpora.reports)[task.report]:
        bare = f"{first}_plain" in parts and not (example.hedges or example.vague)
        parts[f"{first}_plain" if bare else first].append(example)
    return [_fold(fold, parts, task, config, encoder) for fold in folds]


def _fold(
    fold: int, parts: Mapping[str, Sequence[Example]], task: Task, config: Config, encoder: EncoderFiles
) -> Measured:
    train: dict[str, tuple[Example, ...]] = {}
    calibration: list[Example] = []
    held_out: list[Example] = []
    for name, examples in parts.items():
        rest = [example for example in examples if fold_of(example.document, FOLDS) != fold]
        slices = cut(rest, Shares(0.0, CALIBRATION), seed=config.seed)
        train[name] = slices.train
        if name.removesuffix("_plain") == next(iter(task.amounts)):  # other corpora help, and are not what is scored
            calibration.extend(slices.calibration)
            held_out.extend(example for example in examples if fold_of(example.document, FOLDS) == fold)
    network = make_network(config, encoder)
    wordpieces = load_wordpieces(encoder.tokenizer)
    checkpoint = CHECKPOINTS / f"fold-{task.head}-{fold}.pt"
    fit(network, wordpieces, train, (), config, checkpoint=checkpoint)
    network.cpu()  # it is measured where the product runs
    answers = predict(network, wordpieces, calibration, max_pieces=config.max_pieces)
    card = calibrated(network.specs[task.head], answers.get(task.head), precision=config.precision)
    nobody = Identity(f"fold {fold}", "")
    reader = NetworkReader(network, wordpieces, (card,), identity=nobody, encoder=nobody)
    (measured,) = measure(reader, {task.head: card}, [(f"fold {fold + 1} of {FOLDS}", held_out)])
    checkpoint.unlink(missing_ok=True)
    return measured


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; 0 on success, 2 on unusable input."""
    parser = argparse.ArgumentParser(prog="python -m training.folds", description=__doc__)
    parser.add_argument("config", type=Path)
    parser.add_argument("corpus", choices=sorted(TASKS))
    add_data_option(parser)
    parser.add_argument("--epochs", type=int, help="instead of the configuration's")
    parser.add_argument("--folds", type=int, default=FOLDS, help="only the first so many")
    given = parser.parse_args(arguments)
    logging.basicConfig(stream=sys.stderr, level=logging.INFO, format="%(asctime)s %(message)s", force=True)
    try:
        make_repeatable()
        config = read_config(given.config)
        config = replace(config, epochs=given.epochs or config.epochs)
        found = cross_validate(
            TASKS[given.corpus], config, data_folder(given.data), find_encoder(), folds=range(given.folds)
        )
    except HedgerowError as error:
        LOG.error("%s", error)
        return 2
    sys.stdout.writelines(f"{line_of(one)}\n" for one in found)
    for name in found[0].figures:
        sys.stdout.write(f"mean of {len(found)}: {name} {mean(one.figures[name] for one in found):.4f}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
