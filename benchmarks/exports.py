"""How long each export takes for an article with 2,000 claims: `python -m benchmarks.exports`.

The record is that of a sample, read once and laid end to end until it has the claims. `growth` is the time for them
over the time for half of them: 2 is linear. Seconds are those of the processor and belong to one machine.
"""

import hashlib
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

import click

from benchmarks.rows import Engine
from framing.codec import from_dict, to_dict
from framing.exports import exports
from framing.laws import check
from framing.laws.expect import REFERENCES
from framing.types import Analysis
from models.parser import load_parser
from models.reader import load_reader
from samples import all_samples

GAP = "\n\n"  # between one copy of the text and the next
TABLES = ("paragraphs", "sentences", "actors", "claims", "hedges", "contests", "silences")
ROUNDS = 3


def repeated(analysis: Analysis, times: int) -> Analysis:
    """The article and its record, laid end to end so many times; it keeps every law."""
    record = to_dict(analysis)
    text = GAP.join([analysis.article.text] * times)
    step = len(analysis.article.text) + len(GAP)
    sizes = {name: len(record[name]) for name in TABLES}

    def copies(rows: list[Any]) -> list[Any]:
        return [
            _moved(row, copy * step, {n: copy * size for n, size in sizes.items()})
            for copy in range(times)
            for row in rows
        ]

    tables = {name: copies(rows) for name, rows in record.items() if isinstance(rows, list) and name != "edits"}
    tones = {name: copies(rows) for name, rows in record["tones"].items()}
    article = {**record["article"], "id": hashlib.sha256(text.encode()).hexdigest(), "text": text}
    for name in TABLES:
        for position, row in enumerate(tables[name]):
            row["id"] = position
    return from_dict({**record, **tables, "tones": tones, "article": article})


def _moved(value: Any, step: int, added: Mapping[str, int]) -> Any:
    """A row of a later copy: its spans `step` characters on, its references as many rows as the tables have grown."""
    if isinstance(value, list):
        return [_moved(item, step, added) for item in value]
    if not isinstance(value, dict):
        return value
    return {name: _field(name, item, step, added) for name, item in value.items()}


def _field(name: str, value: Any, step: int, added: Mapping[str, int]) -> Any:
    if name in {"start", "end"}:
        return value + step
    if name == "group" and value is not None:
        return value + added["claims"]
    if name in REFERENCES and isinstance(value, int):
        return value + added[REFERENCES[name]]
    if name == "targets":
        return [actor + added["actors"] for actor in value]
    return _moved(value, step, added)


def seconds(work: Callable[[], object]) -> float:
    """Median of some rounds, after one that loads what is loaded once; of the processor, whoever else works on it."""
    work()
    taken = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return median(taken)


@click.command()
@click.option("--claims", default=2000, show_default=True, help="In the larger of the two articles.")
@click.option("--bundle", type=click.Path(path_type=Path, exists=True), default=Path("models/bundles/joint"))
def main(claims: int, bundle: Path) -> None:
    engine = Engine(load_parser(), load_reader(bundle))
    read = engine.read(all_samples()[0].text)
    times = -(-claims // len(read.claims))
    half, whole = repeated(read, times // 2), repeated(read, times)
    check(whole)
    click.echo(f"{len(whole.claims)} claims, {len(whole.sentences)} sentences, {len(whole.article.text)} characters\n")
    click.echo(f"{'export':<22}{'seconds':>9}{'growth':>8}{'kB':>8}")
    for export in exports():
        slow, fast = (seconds(partial(export.write, record)) for record in (whole, half))
        growth = slow / fast * 2 * (times // 2) / times  # as if one were exactly twice the other
        click.echo(f"{export.name:<22}{slow:>9.2f}{growth:>8.1f}{len(export.write(whole)) / 1000:>8.0f}")


if __name__ == "__main__":
    main()
