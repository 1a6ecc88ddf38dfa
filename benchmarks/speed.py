"""How long the engine takes, as a ratio to the bare encoder and the bare parser on the same sentences.

Seconds belong to one machine; the ratio says what the engine adds to work that nobody can avoid. All three
are measured in turn, round after round in one process, so that a busy moment hits them alike.
"""

import os
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import click
import torch
from torch import Tensor, nn

from framing.document.plain import from_text
from framing.pipeline import analyse
from framing.ports import Parser, Reader
from framing.settings import DEFAULTS
from framing.types import Analysis, Span
from models.encoder import find_encoder, load_encoder
from models.encoding import WordPieces, load_wordpieces
from models.parser import load_parser
from models.reader import load_reader
from models.windows import MAX_PIECES
from samples import all_samples

ROWS = 32  # sentences in one bare batch; larger ones are no faster on a CPU
WARM_UP = 2  # rounds that fill caches and are thrown away

Work = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Timing:
    """Median seconds for one article."""

    name: str
    sentences: int
    engine: float
    encoder: float
    parser: float

    @property
    def bare(self) -> float:
        return self.encoder + self.parser


@dataclass(frozen=True, slots=True)
class Engine:
    parser: Parser
    reader: Reader

    def run(self, text: str) -> Analysis:
        return analyse(from_text(text), parser=self.parser, reader=self.reader, settings=DEFAULTS)


class BareEncoder:
    """The encoder alone, in the reader's number format: one row a sentence, sorted by length, no heads."""

    def __init__(self, number_format: str) -> None:
        files = find_encoder()
        self._pieces: WordPieces = load_wordpieces(files.tokenizer)
        network: nn.Module = load_encoder(files)
        self._network = network.to(dtype=getattr(torch, number_format))

    def read(self, sentences: Sequence[str]) -> list[Tensor]:
        """Hidden states of each batch, [rows, pieces, width]."""
        rows = sorted((self._row(sentence) for sentence in sentences), key=len)
        batches = [rows[start : start + ROWS] for start in range(0, len(rows), ROWS)]
        with torch.inference_mode():
            return [self._states(batch) for batch in batches]

    def _row(self, sentence: str) -> tuple[int, ...]:
        pieces = self._pieces.split(sentence)
        return self._pieces.row(pieces, range(min(len(pieces), MAX_PIECES)))

    def _states(self, rows: Sequence[tuple[int, ...]]) -> Tensor:
        width = max(len(row) for row in rows)
        ids = torch.tensor([[*row, *[self._pieces.pad] * (width - len(row))] for row in rows])
        seen = torch.tensor([[1] * len(row) + [0] * (width - len(row)) for row in rows])
        states: Tensor = self._network(input_ids=ids, attention_mask=seen).last_hidden_state
        return states


def measure(name: str, text: str, engine: Engine, encoder: BareEncoder, rounds: int) -> Timing:
    """Time one article; its analysis says which paragraphs and sentences the bare passes get."""
    analysis = engine.run(text)
    sentences = [Span(s.start, s.end).of(text) for s in analysis.sentences]
    paragraphs = [Span(p.start, p.end).of(text) for p in analysis.paragraphs if p.included]
    seconds = in_turn(
        [
            lambda: engine.run(text),
            lambda: encoder.read(sentences),
            lambda: engine.parser.parse(paragraphs),
        ],
        rounds,
    )
    return Timing(name, len(sentences), *seconds)


def in_turn(works: Sequence[Work], rounds: int) -> list[float]:
    """Median seconds of each piece of work, run one after the other in every round."""
    taken = [[clocked(work) for work in works] for _ in range(WARM_UP + rounds)][WARM_UP:]
    return [median(column) for column in zip(*taken, strict=True)]


def clocked(work: Work) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def articles() -> Iterator[tuple[str, str]]:
    """The samples, then the reference article where HEDGEROW_SEED names its folder."""
    for sample in all_samples():
        yield sample.name, sample.text
    folder = os.environ.get("HEDGEROW_SEED")
    if folder is not None:
        for path in sorted(Path(folder).glob("*.txt")):
            yield "reference", path.read_text(encoding="utf-8")


def table(timings: Sequence[Timing]) -> str:
    """A Markdown table, ratios first."""
    head = [
        "| article | engine / (encoder + parser) | engine / encoder | engine / parser "
        "| engine | encoder | parser | sentences |",
        "|---|--:|--:|--:|--:|--:|--:|--:|",
    ]
    rows = [
        f"| {t.name} | {t.engine / t.bare:.2f} | {t.engine / t.encoder:.2f} | {t.engine / t.parser:.2f} "
        f"| {t.engine:.3f} s | {t.encoder:.3f} s | {t.parser:.3f} s | {t.sentences} |"
        for t in timings
    ]
    return "\n".join([*head, *rows])


@click.command(help=__doc__)
@click.option("--rounds", default=11, show_default=True, type=click.IntRange(min=1), help="medians of so many")
def main(rounds: int) -> None:
    engine = Engine(load_parser(), load_reader())
    encoder = BareEncoder(engine.reader.number_format)
    timings = [measure(name, text, engine, encoder, rounds) for name, text in articles()]
    click.echo(table(timings))
    click.echo(
        f"\nFrom text to Analysis, medians of {rounds} warm rounds; "
        f"{torch.get_num_threads()} threads, {engine.reader.number_format}."
    )


if __name__ == "__main__":
    main()
