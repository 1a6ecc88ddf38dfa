"""Records as a folder of Parquet: the tables of a run, with one file in each."""

from collections.abc import Iterable
from pathlib import Path

import pyarrow.parquet as pq

from batch.tables import SCHEMAS, Gathered
from framing.types import Analysis

SHARD = "part-00000.parquet"


def write_records(records: Iterable[tuple[int, Analysis]], folder: Path, *, input_: str) -> None:
    """Write all rows of these records.

    Args:
        records: with each record its row in the input.
        input_: the name of that input.
    """
    gathered = Gathered()
    for number, analysis in records:
        gathered.add((input_, number), analysis)
    filled = dict(gathered.arrow())
    for name, schema in SCHEMAS.items():
        (folder / name).mkdir(parents=True, exist_ok=True)
        pq.write_table(filled.get(name, schema.empty_table()), folder / name / SHARD)
