"""`python -m training.evaluate BUNDLE --data FOLDER`: figures per head on the report-only splits."""

import argparse
import logging
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from framing.errors import HedgerowError
from framing.ports import Reader, Reading, Request, Verdict
from models.manifest import HeadCard
from models.reader import load_reader
from training.augment import first_mentions
from training.config import read_config
from training.corpora import Corpora, read_corpora
from training.data import data_folder
from training.examples import Example
from training.scores import Scores, score

LOG = logging.getLogger(__name__)
CONFIG = Path(__file__).parent / "configs" / "first.toml"
CHUNK = 200  # sentences per call of the reader, so that progress shows

_Answered = dict[str, list[tuple[Verdict, str]]]


@dataclass(frozen=True, slots=True)
class Measured:
    """One head on one report split."""

    head: str
    split: str
    scores: Scores


def measure(
    reader: Reader, cards: Mapping[str, HeadCard], reports: Sequence[tuple[str, Sequence[Example]]]
) -> list[Measured]:
    """Read every report split as the product reads it, and score each head that it has answers for."""
    measured: list[Measured] = []
    for split, examples in reports:
        for name, answered in _answer(reader, examples).items():
            figures = score_verdicts(cards[name], answered)
            measured.append(Measured(name, split, figures))
            LOG.info("%s", line_of(measured[-1]))
    return measured


def score_verdicts(card: HeadCard, answered: Sequence[tuple[Verdict, str]]) -> Scores:
    """Score verdicts against the gold labels beside them."""
    labels = card.spec.labels
    probabilities = torch.tensor([[share.value for share in verdict.probabilities] for verdict, _ in answered])
    gold = torch.tensor([labels.index(label) for _, label in answered])
    return score(probabilities, gold, _tensor(card.thresholds))


def no_act_share(reader: Reader, examples: Sequence[Example]) -> float:
    """Share of DSE pairs without sentiment whose act is shown as "not sure"; 0 when there are none."""
    pairs = [
        Request(example.text, pairs=example.pairs)
        for example in examples
        if all(pair.label == "neutral" for pair in example.stances)
    ]
    verdicts = [verdict for reading in reader.read(pairs) for verdict in reading.acts]
    return sum(verdict.unsure for verdict in verdicts) / len(verdicts) if verdicts else 0.0


def line_of(measured: Measured) -> str:
    """One line for people."""
    figures = measured.scores
    return (
        f"{measured.head:12} {measured.split:14} n={figures.count:5}  macro-F1 {figures.macro_f1:.3f}  "
        f"accuracy {figures.accuracy:.3f}  ECE {figures.calibration_error:.3f}  "
        f"sure {figures.sure:.3f} (accuracy {figures.sure_accuracy:.3f})"
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; 0 on success, 2 on unusable input."""
    parser = argparse.ArgumentParser(prog="python -m training.evaluate", description=__doc__)
    parser.add_argument("bundle", type=Path)
    parser.add_argument("--data", type=Path, help="data folder; else HEDGEROW_DATA")
    parser.add_argument("--config", type=Path, default=CONFIG, help="the configuration it was trained with")
    parser.add_argument("--encoder", type=Path, help="local folder with the encoder's files")
    given = parser.parse_args(arguments)
    logging.basicConfig(stream=sys.stderr, level=logging.INFO, format="%(message)s", force=True)
    try:
        corpora: Corpora = read_corpora(data_folder(given.data), read_config(given.config))
        reader = load_reader(given.bundle, encoder_folder=given.encoder)
        measured = measure(reader, reader.cards, corpora.reports)
    except HedgerowError as error:
        LOG.error("%s", error)
        return 2
    sys.stdout.writelines(f"{line_of(one)}\n" for one in measured)
    return 0


def _answer(reader: Reader, examples: Sequence[Example]) -> _Answered:
    answered: _Answered = {}
    for start in range(0, len(examples), CHUNK):
        chunk = [first_mentions(example) for example in examples[start : start + CHUNK]]
        for example, reading in zip(chunk, reader.read([_request(one) for one in chunk]), strict=True):
            _collect(example, reading, reader.heads, answered)
    return answered


def _request(example: Example) -> Request:
    return Request(
        text=example.text,
        targets=tuple(target.mentions[0] for target in example.targets),
        pairs=example.pairs,
        masked=example.masked,
    )


def _collect(example: Example, reading: Reading, heads: frozenset[str], answered: _Answered) -> None:
    if example.tone is not None and reading.tone is not None:
        answered.setdefault("tone", []).append((reading.tone, example.tone))
    if "target_tone" in heads:
        for target, verdict in zip(example.targets, reading.targets, strict=True):
            answered.setdefault("target_tone", []).append((verdict, target.label))
    if "stance" in heads:
        for stance, verdict in zip(example.stances, reading.stances[: len(example.stances)], strict=True):
            answered.setdefault("stance", []).append((verdict, stance.label))
    if "act" in heads:
        for act, verdict in zip(example.acts, reading.acts[len(example.stances) :], strict=True):
            if act.label is not None:
                answered.setdefault("act", []).append((verdict, act.label))


def _tensor(thresholds: Sequence[float]) -> Tensor:
    return torch.tensor(thresholds)


if __name__ == "__main__":
    sys.exit(main())
