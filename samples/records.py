"""Records as a folder of Parquet: the tables of a run, with one file in each."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

import pyarrow.parquet as pq

from batch.tables import SCHEMAS, Gathered
from framing.types import Analysis
from framing.writing import Write, write_together

SHARD = "part-00000.parquet"


def write_records(records: Iterable[tuple[int, Analysis]], folder: Path, *, input_: str) -> None:
    """Write all rows of these records; without the table of articles, which comes last, nobody opens the folder.

    Args:
        records: with each record its row in the input.
        input_: the name of that input.

    Raises:
        WriteError: the disk is full or read-only.
    """
    gathered = Gathered()
    for number, analysis in records:
        gathered.add((input_, number), analysis)
    filled = dict(gathered.arrow())
    files: dict[Path, Write] = {}
    for name in reversed(tuple(SCHEMAS)):
        table = filled.get(name, SCHEMAS[name].empty_table())
        (folder / name).mkdir(parents=True, exist_ok=True)
        files[folder / name / SHARD] = partial(pq.write_table, table)
    write_together(files)
