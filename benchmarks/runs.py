"""A run over many articles: how fast, at what cost per article beside reading it alone, and in how much memory.

The articles are put together from paragraphs of the samples and the gold, with names and figures made up anew in each,
so that next to no sentence comes twice. Runs of two sizes show whether memory grows. Seconds belong to one machine;
what is compared is processor time per article, in the run with everything that it does, and in one engine on one core.
"""

import json
import re
import resource
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import click

from batch.engine import load_engine
from benchmarks.rows import GOLD
from framing.document.plain import from_text
from framing.settings import DEFAULTS
from models.cores import cores
from samples import all_samples

ROOT = Path(__file__).resolve().parents[1]
WORDS = 500  # of an article
ALONE = 40  # articles that are read one by one
WARM_UP = 3
KILOBYTES = 1024 if sys.platform != "darwin" else 1  # in which `ru_maxrss` counts, over bytes
SYLLABLES = "ba den kor lim mar nes pol ri sta tov ul ver wes yan zel".split()
SURNAME = re.compile(r"(?<=[a-z] )([A-Z][a-z]+ )([A-Z][a-z]+)\b")  # the second of two names within a sentence
SENTENCE = re.compile(r"(?<=[a-z])\.(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Measured:
    """What one run took."""

    articles: int
    seconds: float
    processor: float  # seconds, of all processes, with loading
    peak: int  # bytes, of the largest process of this run and those before it


def paragraphs() -> list[str]:
    golds = (tomllib.loads(p.read_text(encoding="utf-8")) for f in GOLD.values() for p in sorted(f.glob("*.toml")))
    texts = [*(str(gold["text"]) for gold in golds), *(sample.text for sample in all_samples())]
    return [part for text in texts for part in text.split("\n\n") if len(part.split()) > 25]


def articles(count: int, *, seed: int = 1) -> Iterator[str]:
    """So many texts; the first are the same for every count."""
    chance, pool = Random(seed), paragraphs()
    for _ in range(count):
        chosen: list[str] = []
        while sum(len(part.split()) for part in chosen) < WORDS:
            chosen.append(anew(chance.choice(pool), chance))
        yield "\n\n".join(chosen)


def anew(text: str, chance: Random) -> str:
    """The paragraph with other surnames, figures and places, at least one in each sentence."""
    text = SURNAME.sub(lambda match: match[1] + name(chance), text)
    text = re.sub(r"\d(?!\w*-)", lambda _: str(chance.randint(1, 9)), text)
    return SENTENCE.sub(lambda _: f" in {name(chance)}.", text)


def name(chance: Random) -> str:
    return "".join(chance.choice(SYLLABLES) for _ in range(3)).capitalize()


def alone(texts: Sequence[str]) -> float:
    """Processor seconds of one article, one after the other, by one engine on one core."""
    engine = load_engine(DEFAULTS, threads=1)
    for text in texts[:WARM_UP]:
        engine.read(from_text(text), None)
    start = time.process_time()
    for text in texts[WARM_UP:]:
        engine.read(from_text(text), None)
    return (time.process_time() - start) / (len(texts) - WARM_UP)


def run(count: int, workers: int, engine: str) -> Measured:
    with TemporaryDirectory() as folder:
        source = Path(folder, "articles.jsonl")
        with source.open("w", encoding="utf-8") as file:
            for number, text in enumerate(articles(count)):
                file.write(f"{json.dumps({'id': number, 'text': text})}\n")
        command = [sys.executable, "-m", "batch", "run", str(source), "--out", str(Path(folder, "out"))]
        before, start = processor(), time.perf_counter()
        subprocess.run([*command, "--workers", str(workers), "--engine", engine], cwd=ROOT, check=True)
        taken = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * KILOBYTES
    return Measured(count, taken, processor() - before, peak)


def processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


HEAD = (
    "| articles | a second | cores busy | processor time of one | beside one alone | peak of a process |\n"
    "|--:|--:|--:|--:|--:|--:|"
)


def line(measured: Measured, single: float) -> str:
    """A row of the table; the time of one article has its share of the loading of the models in it."""
    each = measured.processor / measured.articles
    return (
        f"| {measured.articles:,} | {measured.articles / measured.seconds:.2f} "
        f"| {measured.processor / measured.seconds:.2f} | {each:.3f} s | {each / single:.2f} "
        f"| {measured.peak / 2**20:,.0f} MiB |"
    )


@click.command(help=__doc__)
@click.option("--articles", "counts", multiple=True, type=click.IntRange(min=1), default=(200, 2000), show_default=True)
@click.option("--workers", type=click.IntRange(min=1), default=cores, show_default=True)
@click.option("--engine", type=click.Choice(["local", "ray"]), default="local", show_default=True)
def main(counts: tuple[int, ...], workers: int, engine: str) -> None:
    single = alone(list(articles(ALONE + WARM_UP)))
    click.echo(f"alone, on one core: {single:.3f} s of an article of {WORDS} words; {workers} workers\n")
    click.echo(HEAD)
    for count in sorted(counts):
        click.echo(line(run(count, workers, engine), single))


if __name__ == "__main__":
    main()
