"""Small corpora for tests of runs, and what their result folders hold."""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pyarrow.dataset as dataset
from pyarrow import Table

from batch import local, on_ray
from batch.corpus import Counts, Order, Runner, run_corpus
from batch.folder import Block
from batch.tables import SCHEMAS
from batch.worker import Done, Job, Worker
from framing.settings import DEFAULTS
from tests.batch.engines import load_full

TEXTS = ("Lakeland spoke of the dam.", "Guten Tag.", "Tasmar denied it. 🙂", "The work\r\nmay take years.")


def write_lines(path: Path, count: int, *, texts: Sequence[str] = TEXTS) -> Path:
    rows = ({"id": number, "text": texts[number % len(texts)], "source": "Gazette"} for number in range(count))
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    return path


def in_process(
    job: Job, blocks: Sequence[Block], *, workers: int, on_articles: Callable[[int], object]
) -> Iterator[Done]:
    """A runner without other processes."""
    worker = Worker(job)
    for block in blocks:
        yield worker.read(block)


@contextmanager
def unwatched(done: int, total: int) -> Iterator[Callable[[int], object]]:
    yield lambda _: None


def run(source: Path | str, out: Path, *, runner: Runner = in_process, load=load_full, **more: object) -> Counts:
    order = Order(str(source), out, **({"columns": {}, "settings": DEFAULTS, "workers": 2, "block": 8} | more))
    return run_corpus(order, load, runner, watch=unwatched)


def run_slowly(source: Path, out: Path, pids: Path) -> Counts:
    """In two processes, slow enough to be killed on the way."""
    return run(source, out, runner=local.read_blocks, load=partial(load_full, pause=0.002, pids=pids))


def run_slowly_on_ray(source: Path, out: Path, pids: Path) -> Counts:
    return run(source, out, runner=on_ray.read_blocks, load=partial(load_full, pause=0.03, pids=pids))


def tables(out: Path) -> dict[str, Table]:
    """All tables in the order of the input."""
    return {name: table(out, name) for name in SCHEMAS}


def table(out: Path, name: str) -> Table:
    files = sorted((out / name).glob("*.parquet"), key=lambda path: path.name)
    return dataset.dataset([str(path) for path in files], format="parquet").to_table()


def keys(out: Path, name: str = "article") -> list[tuple[str, int]]:
    rows = table(out, name)
    return list(zip(rows["input"].to_pylist(), rows["row"].to_pylist(), strict=True))
