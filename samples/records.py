"""Records as a folder of Parquet, one folder per table, in the form of the tables that an article exports."""

from collections import defaultdict
from collections.abc import Iterable
from functools import partial
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from framing.exports._csv import ARTICLE, Cell
from framing.exports._rows import TABLES
from framing.types import Analysis
from framing.writing import Write, write_together

WRITTEN = (
    "article paragraphs sentences actors mentions claims hedges contests silences stances acts paragraph_tones "
    "actor_tones frames".split()
)
TEXT, WHOLE, REAL, TRUTH = pa.string(), pa.int64(), pa.float64(), pa.bool_()
FLAGS = frozenset("anonymous contested hedged included unsure".split())
IDS = frozenset(
    "about actor against by claim counter group holder id mention mentions owner paragraph parent row scope sentence "
    "side source target".split()
)
WORDS = frozenset({"about", "mention", "owner", "scope"})  # of those, what stands in the tables as words
SHARD = "part-00000.parquet"


def write_records(records: Iterable[tuple[int, Analysis]], folder: Path, *, input_: str) -> None:
    """Write all rows of these records; without the table of articles, which comes last, nobody opens the folder.

    Args:
        records: with each record its row in the input.
        input_: the name of that input.

    Raises:
        WriteError: the disk is full or read-only.
    """
    columns: dict[str, dict[str, list[Cell]]] = {name: defaultdict(list) for name in WRITTEN}
    for number, analysis in records:
        for name in WRITTEN:
            for row in TABLES[name].rows(analysis):
                into = columns[name]
                into["input"].append(input_)
                into["row"].append(number)
                for heading, read in {**ARTICLE, **TABLES[name].columns}.items():
                    into[heading].append(_cell(heading, read(analysis, row)))
    files: dict[Path, Write] = {}
    for name in reversed(WRITTEN):
        schema = pa.schema([(heading, _type(name, heading)) for heading in headings(name)])
        table = pa.table({field.name: columns[name][field.name] for field in schema}, schema)
        (folder / name).mkdir(parents=True, exist_ok=True)
        files[folder / name / SHARD] = partial(pq.write_table, table)
    write_together(files)


def headings(table: str) -> tuple[str, ...]:
    """The columns of a table: the key of the article first."""
    return ("input", "row", *ARTICLE, *TABLES[table].columns)


def _cell(heading: str, value: Cell) -> Cell:
    """A caller's own id may be of several types in one column, so it is kept as text."""
    return str(value) if heading == "source_id" and value is not None else value


def _type(table: str, heading: str) -> pa.DataType:
    if heading in FLAGS:
        return TRUTH
    if heading == "score" or heading.startswith("p_"):
        return REAL
    if heading.endswith(("_start", "_end", "_side")):
        return WHOLE
    if heading in WORDS or (table == "article" and heading == "source"):
        return TEXT
    return WHOLE if heading in IDS else TEXT
