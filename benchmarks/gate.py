"""`python -m benchmarks.gate`: every measured figure beside its floor and the best published one.

It ends with 1 when a figure is below its floor (an error above its ceiling), when a floor's data have changed, or
when a figure that has a floor was not measured; with 2 when it cannot measure. Without `HEDGEROW_DATA` it measures
what needs no data from outside the project, and says what it left out.
"""

import argparse
import logging
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from pathlib import Path

from benchmarks.floors import Floor, FloorError, Row, faults, lowered, raised, read_floors, state_of, write_floors
from benchmarks.rows import (
    OWN,
    Engine,
    attribution_rows,
    block_rows,
    corpus_rows,
    head_rows,
    ledger_rows,
    link_rows,
    pair_rows,
)
from benchmarks.speed.gated import speed_rows
from corpus.links import Judge
from framing.errors import HedgerowError
from models.bundle import DEFAULT_BUNDLE, open_bundle
from models.meaning import load_meaning
from models.parser import load_parser
from models.reader import load_reader
from training.config import config_sha256, read_config
from training.corpora import read_corpora
from training.data import DATA_VARIABLE, add_data_option, data_folder, named_folder

LOG = logging.getLogger(__name__)
FOLDER = Path(__file__).parent
FLOORS = FOLDER / "floors.toml"
PUBLISHED = FOLDER / "published.toml"
CONFIGS = FOLDER.parent / "training" / "configs"
REACH = 0.06  # the calibration error to reach; shown where nothing is published, and no floor
COLUMNS = ("capability", "data", "metric", "ours", "floor", "state", "best", "whose")


def measured(bundle: Path, data: Path | None) -> Iterator[Row]:
    """All rows, in float32 so that they are the same on every machine; without data only those of the own gold.

    Raises:
        HedgerowError: the bundle or the data cannot be used.
    """
    engine = Engine(load_parser(), load_reader(bundle, number_format="float32"))
    LOG.info("ledger: reading the gold paragraphs")
    yield from ledger_rows(engine.read)
    LOG.info("pairs: comparing articles side by side")
    meaning = load_meaning()
    yield from pair_rows(engine.read, meaning)
    LOG.info("corpus: reading the planted articles")
    yield from corpus_rows(engine.read, Judge(meaning, engine.reader))
    LOG.info("speed: reading in turn with the floor")
    yield from speed_rows(engine)
    if data is None:
        return
    LOG.info("links: laying claims of others beside each other")
    yield from link_rows(data, meaning)
    LOG.info("blocks: reading the saved pages")
    yield from block_rows(data)
    LOG.info("pipeline: reading PolNeAR's articles")
    yield from attribution_rows(data, engine)
    manifest = open_bundle(bundle).manifest
    config = read_config(CONFIGS / f"{manifest.name}.toml")
    if config_sha256(config) != manifest.config_sha256:
        LOG.warning(
            "%s.toml is not what the bundle was trained with: its report splits may hold what it learned", config.name
        )
    yield from head_rows(data, read_corpora(data, config), engine.reader)


def settled(floors: Mapping[str, Floor], rows: Sequence[Row], *, update: bool, lower: Set[str]) -> dict[str, Floor]:
    """The floors after `--update` and `--lower`.

    Raises:
        FloorError: a name to lower was not measured.
    """
    kept = lowered(floors, rows, lower)
    return raised(kept, rows) if update else kept


def not_due(floors: Iterable[str], data: Path | None) -> frozenset[str]:
    """The floors that need data from outside, where there are none."""
    return frozenset(name for name in floors if data is None and name.partition("/")[0] not in OWN)


def table(rows: Sequence[Row], floors: Mapping[str, Floor], published: Mapping[str, tuple[float, str]]) -> str:
    """A Markdown table, its columns aligned."""
    lines = [COLUMNS, *(_cells(row, floors.get(row.name), published.get(row.name)) for row in rows)]
    widths = [max(len(line[place]) for line in lines) for place in range(len(COLUMNS))]
    text = [" | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) for line in lines]
    rule = "-|-".join("-" * width for width in widths)
    return "".join(f"{line}\n" for line in (f"| {text[0]} |", f"|-{rule}-|", *(f"| {line} |" for line in text[1:])))


def verdict(found: Sequence[str], excused: Set[str]) -> str:
    """What is broken, what was left out, and what follows."""
    lines = [f"FAILS  {fault}" for fault in found]
    if excused:
        groups = sorted({name.rpartition("/")[0] for name in excused})
        lines.append(f"Not measured, because {DATA_VARIABLE} names no folder: {len(excused)} rows of")
        lines.extend(f"  {group}" for group in groups)
    lines.append(f"The gate is shut: {len(found)} broken." if found else "The gate is open.")
    return "".join(f"{line}\n" for line in lines)


def read_published() -> dict[str, tuple[float, str]]:
    """The best known figure of a row and whose it is, by the row's name.

    Raises:
        FloorError: the file is malformed.
    """
    try:
        body = tomllib.loads(PUBLISHED.read_text(encoding="utf-8"))
        return {name: (float(entry["best"]), str(entry["source"])) for name, entry in body.items()}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise FloorError(f"{PUBLISHED}: {error!r}; each table needs best and source") from error


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; 0 when every floor holds, 1 when one is broken, 2 on unusable input."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.gate", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--bundle", type=Path, default=DEFAULT_BUNDLE, help="the bundle's folder")
    add_data_option(parser)
    parser.add_argument("--update", action="store_true", help="raise floors to what was measured, add new rows")
    parser.add_argument("--lower", action="append", default=[], metavar="NAME", help="set this row's floor anew")
    given = parser.parse_args(arguments)
    logging.basicConfig(stream=sys.stderr, level=logging.INFO, format="%(asctime)s %(message)s", force=True)
    try:
        data = data_folder(given.data) if named_folder(given.data) is not None else None
        before, published = read_floors(FLOORS), read_published()
        rows = list(measured(given.bundle, data))
        floors = settled(before, rows, update=given.update, lower=frozenset(given.lower))
    except HedgerowError as error:
        LOG.error("%s", error)
        return 2
    if floors != before:
        write_floors(FLOORS, floors)
        LOG.info("%s: written", FLOORS.name)
    excused = not_due(floors, data)
    found = faults(rows, floors, excused=excused)
    sys.stdout.write(f"{table(rows, floors, published)}\n{verdict(found, excused)}")
    return 1 if found else 0


def _cells(row: Row, floor: Floor | None, published: tuple[float, str] | None) -> tuple[str, ...]:
    best, whose = ("", "") if published is None else (f"{published[0]:.3f}", published[1])
    if row.metric == "ECE" and published is None:
        best, whose = f"{REACH:.3f}", "the reach"
    limit = "" if floor is None else f"{floor.figure:.3f}"
    return (row.capability, row.data, row.metric, f"{row.value:.3f}", limit, state_of(row, floor), best, whose)


if __name__ == "__main__":
    sys.exit(main())
