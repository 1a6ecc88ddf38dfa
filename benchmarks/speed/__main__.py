"""`python -m benchmarks.speed`: how long the engine takes, as ratios, in Markdown.

Over the bare encoder and parser on the same sentences (the floor), and what users assemble today over the engine; then
where its time goes, how it grows with words, and what the start of a process costs. In brackets stands the same in
processor time, which other work on the machine moves less.
"""

from collections.abc import Callable, Collection

import click
import torch

from benchmarks.rows import Engine
from benchmarks.speed.bare import BareEncoder
from benchmarks.speed.growth import growth_table, measure_growth
from benchmarks.speed.heads import heads_line, measure_heads
from benchmarks.speed.ratios import load_side, measure, measure_many, ratios_table
from benchmarks.speed.stages import measure_stages, stages_table
from benchmarks.speed.start import measure_imports, measure_start, start_table
from benchmarks.speed.texts import long, reference
from framing.ports import Parser
from models.parser import load_parser
from models.precision import choose_format, has_bfloat16
from models.reader import load_reader

LONGEST = 50_000  # words
LONG_ROUNDS = 3  # at most, of a long text
STARTS = 3  # processes that are started
FORMATS = ("float32", *(("bfloat16",) if has_bfloat16() else ()))


def ratios(parser: Parser, rounds: int, words: int, articles: int) -> str:
    sides = [load_side(number_format, parser) for number_format in FORMATS]
    rows = [*measure(reference(), sides, rounds), *measure(long(words), sides, min(rounds, LONG_ROUNDS))]
    return ratios_table([*rows, *(measure_many(articles, side, sides[0].assembled) for side in sides)])


def stages(parser: Parser, rounds: int, words: int) -> str:
    engine, texts = Engine(parser, load_reader()), (reference(), long(words))
    spent = [measure_stages(engine, texts[0], rounds), measure_stages(engine, texts[1], min(rounds, LONG_ROUNDS))]
    return stages_table(texts, spent)


def heads(parser: Parser, rounds: int) -> str:
    lines = []
    for number_format in FORMATS:
        engine = Engine(parser, load_reader(number_format=number_format))
        lines.append(heads_line(measure_heads(engine, BareEncoder(number_format), rounds)))
    return "\n".join(lines)


def growth(parser: Parser) -> str:
    return growth_table(measure_growth(Engine(parser, load_reader())))


def start(words: int) -> str:
    texts = (reference(), long(words), long(LONGEST))
    starts = [measure_start(text, STARTS if text is texts[0] else 1) for text in texts]
    return start_table(starts, measure_imports(texts[0]))


@click.command(help=__doc__)
@click.option("--rounds", default=11, show_default=True, type=click.IntRange(min=1), help="Medians of so many.")
@click.option("--words", default=10_000, show_default=True, type=click.IntRange(min=1), help="Of a long text.")
@click.option("--articles", default=200, show_default=True, type=click.IntRange(min=1), help="Of about 500 words.")
@click.option(
    "--only", multiple=True, type=click.Choice(["ratios", "stages", "heads", "growth", "start"]), help="Parts.  [all]"
)
def main(rounds: int, words: int, articles: int, only: Collection[str]) -> None:
    parser = load_parser()
    parts: dict[str, Callable[[], str]] = {
        "ratios": lambda: ratios(parser, rounds, words, articles),
        "stages": lambda: stages(parser, rounds, words),
        "heads": lambda: heads(parser, rounds),
        "growth": lambda: growth(parser),
        "start": lambda: start(words),
    }
    click.echo(
        f"Warm, in {choose_format()} where nothing is said, {torch.get_num_threads()} threads, medians of {rounds} "
        "rounds in turn, of long work of fewer.\n"
    )
    for name, part in parts.items():
        if not only or name in only:
            click.echo(part())


if __name__ == "__main__":
    main()
