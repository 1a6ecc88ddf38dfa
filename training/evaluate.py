"""`python -m training.evaluate BUNDLE --data FOLDER`: figures per head on the report-only splits."""

import argparse
import logging
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from framing.errors import HedgerowError
from framing.ports import Reader, Reading, Request, Verdict
from models.manifest import HeadCard
from models.reader import load_reader
from training.config import read_config
from training.corpora import read_corpora
from training.data import add_data_option, data_folder
from training.examples import ClaimPair, Example
from training.judges import judge, judge_verdicts

LOG = logging.getLogger(__name__)
CONFIG = Path(__file__).parent / "configs" / "joint.toml"
ALL_SPLITS = "all splits"
CHUNK = 200  # sentences, or pairs of claims, per call of the reader, so that progress shows

Reports = Sequence[tuple[str, Sequence[Example]]]
PairReports = Sequence[tuple[str, Sequence[ClaimPair]]]


@dataclass(frozen=True, slots=True)
class Measured:
    """One head on one report split; `count` answers were compared: verdicts, words, or whole attributions."""

    head: str
    split: str
    count: int
    figures: Mapping[str, float]


def measure(
    reader: Reader, cards: Mapping[str, HeadCard], reports: Reports, pair_reports: PairReports = ()
) -> list[Measured]:
    """Read every report split as the product reads it, and score each head of `cards` that it has answers for."""
    measured: list[Measured] = []
    for one in _measure(reader, cards, reports, pair_reports):
        LOG.info("%s", line_of(one))
        measured.append(one)
    return [*measured, *overall(measured)]


def overall(measured: Sequence[Measured]) -> Iterator[Measured]:
    """For each head with several splits, a bound of its calibration error over all their answers.

    It is the mean of the splits' errors, each counted as often as it has answers. The error of all answers in one
    table is never above it: there, gaps that point different ways cancel each other.
    """
    for head in dict.fromkeys(one.head for one in measured):
        own = [one for one in measured if one.head == head and "ECE" in one.figures]
        if len(own) > 1:
            count = sum(one.count for one in own)
            yield Measured(head, ALL_SPLITS, count, {"ECE": sum(one.count * one.figures["ECE"] for one in own) / count})


def line_of(measured: Measured) -> str:
    """One line for people."""
    figures = "  ".join(f"{name} {value:.3f}" for name, value in measured.figures.items())
    return f"{measured.head:12} {measured.split:20} n={measured.count:6}  {figures}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; 0 on success, 2 on unusable input."""
    parser = argparse.ArgumentParser(prog="python -m training.evaluate", description=__doc__)
    parser.add_argument("bundle", type=Path)
    add_data_option(parser)
    parser.add_argument("--config", type=Path, default=CONFIG, help="the configuration it was trained with")
    parser.add_argument("--encoder", type=Path, help="local folder with the encoder's files")
    given = parser.parse_args(arguments)
    logging.basicConfig(stream=sys.stderr, level=logging.INFO, format="%(message)s", force=True)
    try:
        corpora = read_corpora(data_folder(given.data), read_config(given.config))
        reader = load_reader(given.bundle, encoder_folder=given.encoder)
        measured = measure(reader, reader.cards, corpora.reports, corpora.pair_reports)
    except HedgerowError as error:
        LOG.error("%s", error)
        return 2
    sys.stdout.writelines(f"{line_of(one)}\n" for one in measured)
    return 0


def _measure(
    reader: Reader, cards: Mapping[str, HeadCard], reports: Reports, pair_reports: PairReports
) -> Iterator[Measured]:
    for split, examples in reports:
        read = list(zip(examples, _read(reader, split, examples), strict=True))
        for name, card in cards.items():
            scored = judge(card.spec, read)
            if scored is not None:
                yield Measured(name, split, *scored)
    for split, pairs in pair_reports:
        for name, card in cards.items():
            own = [pair for pair in pairs if pair.head == name]
            answered = list(zip(_compare(reader, split, own, name), (pair.label for pair in own), strict=True))
            scored = judge_verdicts(card.spec, answered)
            if scored is not None:
                yield Measured(name, split, *scored)


def _read(reader: Reader, split: str, examples: Sequence[Example]) -> Iterator[Reading]:
    for start in range(0, len(examples), CHUNK):
        yield from reader.read([_request(example) for example in examples[start : start + CHUNK]])
        LOG.info("%s: read %d of %d", split, min(start + CHUNK, len(examples)), len(examples))


def _compare(reader: Reader, split: str, pairs: Sequence[ClaimPair], head: str) -> Iterator[Verdict]:
    for start in range(0, len(pairs), CHUNK):
        yield from reader.compare([(pair.first, pair.second) for pair in pairs[start : start + CHUNK]], head=head)
        LOG.info("%s: compared %d of %d", split, min(start + CHUNK, len(pairs)), len(pairs))


def _request(example: Example) -> Request:
    return Request(
        text=example.text,
        targets=tuple(target.mentions[0] for target in example.targets),
        pairs=example.pairs,
        events=tuple(event.span for event in example.events),
        tags=example.hedges is not None or example.attributions is not None,
        masked=example.masked,
    )


if __name__ == "__main__":
    sys.exit(main())
