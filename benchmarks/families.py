"""What each family of rules and words is worth: the ledger without it, on the gold and on articles of PolNeAR.

`python -m benchmarks.families` takes away one group of one word list at a time (a rule, a family of verbs, a list of
roles, the demonyms of all states), and with `--bundle` also one head of the network, reads everything anew, and prints
which figures that moves: `+` is what the family gains, `-` what it costs. What moves nothing is said at the end.
PolNeAR is left out where neither `--data` nor `HEDGEROW_DATA` names the data.
"""

import argparse
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any
from unittest.mock import patch

from benchmarks import attribution, ledger
from benchmarks.gold import DEVELOPMENT
from benchmarks.remembered import BLANK, RememberedParser, RememberedReader
from framing import lexicon
from framing.document import from_text
from framing.pipeline import analyse
from framing.types import Analysis
from training.data import add_data_option, data_folder, named_folder
from training.datasets import polnear

LISTS = ("hedges", "silences", "contests", "reporting", "roles")  # each part or row is a family of its own
GAZETTEERS = ("states", "blocs", "media", "people")  # each kind of form is a family: names, demonyms, capitals
NEVER = "(?!)"  # a pattern that matches nothing
LEAST = 0.0005  # a smaller move is printed as none

Read = Callable[[str], Analysis]
Figures = dict[str, float]


@dataclass(frozen=True, slots=True)
class Family:
    """A part of a word list, one row of it, or one field of all its rows; the name is unique."""

    name: str
    entries: int
    table: str
    part: str
    row: int | None = None
    field: str | None = None


def families() -> Iterator[Family]:
    """All families of all word lists, in the order of the lists."""
    for table in LISTS:
        for part, value in lexicon.table(table).items():
            if isinstance(value, list):
                for place, row in enumerate(value):
                    label = row.get("id") or row.get("act")
                    yield Family(f"{table}.{part}[{place}] {label}", size(row), table, part, place)
            else:
                yield Family(f"{table}.{part}", size(value), table, part)
    for table in GAZETTEERS:
        for part, rows in lexicon.table(table).items():
            fields = dict.fromkeys(key for row in rows for key, value in row.items() if isinstance(value, list))
            for field in fields:
                count = sum(len(row.get(field, ())) for row in rows)
                yield Family(f"{table}.{part} {field}", count, table, part, field=field)


def size(value: Any) -> int:
    """How many words or alternatives the family has."""
    if isinstance(value, str):
        return len(re.findall(r"\|", value)) + 1
    return next((len(value[key]) for key in ("lemmas", "patterns") if key in value), 1)


def reduced(family: Family) -> dict[str, Any]:
    """The word list without the family; what other rules ask for by name stays there, empty."""
    body = deepcopy(lexicon.table(family.table))
    if family.field is not None:
        for row in body[family.part]:
            row[family.field] = []
    elif family.row is not None:
        del body[family.part][family.row]
    else:
        body[family.part] = emptied(body[family.part])
    return body


def emptied(value: Any) -> Any:
    match value:
        case str():
            return NEVER
        case list():
            return []
        case _:
            return {key: emptied(inner) for key, inner in value.items()}


@contextmanager
def without(family: Family) -> Iterator[None]:
    """Read with the family taken away; every word list read before is forgotten, before and after."""
    whole, rest = lexicon.table, reduced(family)
    with patch.object(lexicon, "table", lambda name: rest if name == family.table else whole(name)):
        forget()
        yield
    forget()


def forget() -> None:
    """Empty the caches of the engine, which hold what was made from the word lists."""
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] == "framing":
            for value in vars(module).values():
                if value is not lexicon.table and hasattr(value, "cache_clear"):
                    value.cache_clear()


def figures(read: Read, folders: Sequence[Path], texts: Sequence[polnear.Text]) -> Figures:
    """The ledger over all folders together, and the attributions of the texts."""
    total = ledger.measure(read, *folders)
    found = {name: total.figure(name) for name in ledger.MEASURES}
    if texts:
        tally = attribution.Tally()
        for text in texts:
            attribution.judge(read(text.text), [a for a in text.attributions if a.content], tally)
        found |= {f"PolNeAR {name}": getattr(tally, name) for name in ("precision", "recall", "holder")}
    return found


def moved(full: Figures, rest: Figures) -> Figures:
    """How much the full reading is above the reduced one, where they differ."""
    return {name: full[name] - rest[name] for name in full if abs(full[name] - rest[name]) >= LEAST}


def weigh(measure: Callable[[], Figures], reader: RememberedReader | None) -> Iterator[tuple[str, int, Figures]]:
    """Each family, and each head of the network: its name, its entries, and the figures that it moves."""
    full = measure()
    for family in families():
        with without(family):
            moves = moved(full, measure())
        yield family.name, family.entries, moves
    if reader is None:
        return
    for head in sorted(BLANK.keys() & reader.heads):
        reader.missing = head
        yield f"head {head}", 1, moved(full, measure())
    reader.missing = None


def line(name: str, entries: int, moves: Mapping[str, float]) -> str:
    told = ", ".join(f"{figure} {move:+.3f}" for figure, move in moves.items())
    return f"{name:44} {entries:4}  {told or 'nothing'}\n"


def main(arguments: Sequence[str] | None = None) -> int:
    from models.parser import load_parser
    from models.reader import load_reader

    options = argparse.ArgumentParser(prog="python -m benchmarks.families", description=__doc__)
    options.add_argument("--bundle", type=Path, help="read with this trained bundle; without it, by rules alone")
    add_data_option(options)
    options.add_argument("--articles", type=int, default=20, help="how many articles of PolNeAR are read")
    options.add_argument("--gold", type=Path, nargs="+", default=[DEVELOPMENT], help="folders of the ledger")
    given = options.parse_args(arguments)
    known = named_folder(given.data) is not None
    texts = list(islice(polnear.read_texts(data_folder(given.data) / polnear.DEV), given.articles)) if known else []
    parser = RememberedParser(load_parser())
    reader = RememberedReader(load_reader(given.bundle, number_format="float32")) if given.bundle is not None else None

    def read(text: str) -> Analysis:
        return analyse(from_text(text), parser=parser, reader=reader)

    idle = []
    for name, entries, moves in weigh(lambda: figures(read, given.gold, texts), reader):
        sys.stdout.write(line(name, entries, moves))
        sys.stdout.flush()
        if not moves:
            idle.append(name)
    sys.stdout.write("".join(f"moves nothing: {name}\n" for name in idle))
    return 0


if __name__ == "__main__":
    sys.exit(main())
