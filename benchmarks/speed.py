"""How long the engine takes, as a ratio to the bare encoder and the bare parser on the same sentences.

Seconds belong to one machine; the ratio says what the engine adds to work that nobody can avoid. What is compared
is measured in turn, round after round in one process, so that a busy moment hits all alike.
"""

import os
import re
import time
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import click
import torch

from benchmarks.bare import BareEncoder
from benchmarks.rows import GOLD, Engine
from framing.ports import Parser, Request
from framing.types import Analysis, Span
from models.heads import HeadKind, find_head
from models.parser import load_parser
from models.precision import FORMATS
from models.reader import load_reader
from samples import all_samples

SENTENCES = 200  # that all heads are timed on
LENGTHS = range(40, 400)  # code points of such a sentence: no fragments, and nothing that needs two windows
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
class HeadTiming:
    """Median seconds for the same sentences with all heads and with none."""

    sentences: int
    heads: int
    reader: float
    encoder: float


def read_anew(engine: Engine, text: str) -> Analysis:
    """Read as if for the first time: the reader would not encode the sentences of the last round again."""
    engine.reader.forget()
    return engine.read(text)


def measure(name: str, text: str, engine: Engine, encoder: BareEncoder, rounds: int) -> Timing:
    """Time one article; its analysis says which paragraphs and sentences the bare passes get."""
    analysis = read_anew(engine, text)
    sentences = [Span(s.start, s.end).of(text) for s in analysis.sentences]
    paragraphs = [Span(p.start, p.end).of(text) for p in analysis.paragraphs if p.included]
    seconds = in_turn(
        [
            lambda: read_anew(engine, text),
            lambda: encoder.read(sentences),
            lambda: engine.parser.parse(paragraphs),
        ],
        rounds,
    )
    return Timing(name, len(sentences), *seconds)


def measure_heads(engine: Engine, encoder: BareEncoder, rounds: int) -> HeadTiming:
    """Time everything that can be asked of a sentence, over the encoder on the same rows in the same batches."""
    sentences = plain_sentences(engine.parser)
    requests = [everything(sentence) for sentence in sentences]

    def read() -> None:
        engine.reader.forget()
        engine.reader.read(requests)

    reader, bare = in_turn([read, lambda: encoder.read(sentences)], rounds)
    asked = [name for name in engine.reader.heads if find_head(name).kind is not HeadKind.CLAIMS]
    return HeadTiming(len(sentences), len(asked), reader, bare)


def plain_sentences(parser: Parser) -> list[str]:
    """Different sentences of news from the gold paragraphs and the samples."""
    golds = (tomllib.loads(p.read_text(encoding="utf-8")) for f in GOLD.values() for p in sorted(f.glob("*.toml")))
    docs = parser.parse([*(str(gold["text"]) for gold in golds), *(sample.text for sample in all_samples())])
    found = dict.fromkeys(sentence.text.strip() for doc in docs for sentence in doc.sents)
    return [sentence for sentence in found if len(sentence) in LENGTHS][:SENTENCES]


def everything(sentence: str) -> Request:
    """Tags, the tone toward one word, stance and act between two, and the factuality of one."""
    words = [Span(match.start(), match.end()) for match in re.finditer(r"\w+", sentence)]
    first, middle, last = words[0], words[len(words) // 2], words[-1]
    return Request(sentence, targets=(first,), pairs=((first, last),), events=(middle,), tags=True)


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
@click.option("--number-format", type=click.Choice(sorted(FORMATS)), help="else the fastest of the processor")
def main(rounds: int, number_format: str | None) -> None:
    engine = Engine(load_parser(), load_reader(number_format=number_format))
    encoder = BareEncoder(engine.reader.number_format)
    timings = [measure(name, text, engine, encoder, rounds) for name, text in articles()]
    click.echo(table(timings))
    heads = measure_heads(engine, encoder, rounds)
    click.echo(
        f"\nAll {heads.heads} heads, {heads.sentences} sentences, over the bare encoder pass on the same rows in the"
        f" same batches: {heads.reader / heads.encoder:.2f} ({heads.reader:.2f} s over {heads.encoder:.2f} s)."
    )
    click.echo(
        f"\nFrom text to Analysis, medians of {rounds} warm rounds; "
        f"{torch.get_num_threads()} threads, {engine.reader.number_format}."
    )


if __name__ == "__main__":
    main()
