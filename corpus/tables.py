"""What the index keeps beside the results: reprints, claims that are one, where words stand, and of what it is."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from corpus.schema import TABLES, shards_of
from framing.writing import Write, write_together

FOLDER = ".corpus"  # hidden, so that it is no table of the results
FINGERPRINT = "results.json"
COPIES, LINKS, WORDS = "copies", "links", "words"
SCHEMAS: Mapping[str, pa.Schema] = {
    # One row per article that is the reprint of an earlier one.
    COPIES: pa.schema(
        [("input", pa.string()), ("row", pa.int64()), ("first_input", pa.string()), ("first_row", pa.int64())]
    ),
    # One row per claim that another article has too; `story` numbers what is one claim, `against` is its contrary.
    LINKS: pa.schema(
        [
            ("story", pa.int64()),
            ("input", pa.string()),
            ("row", pa.int64()),
            ("claim", pa.int64()),
            ("against", pa.bool_()),
        ]
    ),
    # One row per article and word of it, sorted by words.
    WORDS: pa.schema([("word", pa.string()), ("input", pa.string()), ("row", pa.int64())]),
}
TYPES = {pa.string(): "VARCHAR", pa.int64(): "BIGINT", pa.bool_(): "BOOLEAN"}


def table_path(folder: Path, name: str) -> Path:
    return folder / FOLDER / f"{name}.parquet"


def empty(name: str) -> str:
    """The SQL of a table of that form without rows."""
    return f"CREATE TABLE {name} ({', '.join(f'{field.name} {TYPES[field.type]}' for field in SCHEMAS[name])})"


def write_tables(folder: Path, tables: Mapping[str, Write]) -> None:
    """Write the tables, by name, and of which results they are; the last makes the others count.

    Raises:
        WriteError: the disk is full or read-only.
    """
    files = {table_path(folder, name): tables[name] for name in SCHEMAS}
    made_of = json.dumps({"sha256": fingerprint(folder)}).encode()
    files[folder / FOLDER / FINGERPRINT] = lambda file: file.write(made_of)
    (folder / FOLDER).mkdir(exist_ok=True)
    write_together(files)


def write_rows(name: str, rows: Sequence[tuple[object, ...]], file: BinaryIO) -> None:
    """A table of that name as Parquet."""
    schema = SCHEMAS[name]
    columns = [list(column) for column in zip(*rows, strict=True)] or [[] for _ in schema]
    pq.write_table(pa.table(columns, schema=schema), file)


def fingerprint(folder: Path) -> str:
    """Which results these are: names, sizes and closing bytes of all shards, without reading them whole."""
    digest = hashlib.sha256()
    for name in TABLES:
        for shard in shards_of(folder, name):
            with shard.open("rb") as file:
                size = file.seek(0, 2)
                file.seek(max(0, size - TAIL))
                digest.update(f"{name}/{shard.name} {size}\0".encode() + file.read())
    return digest.hexdigest()


def version(folder: Path) -> str:
    """Which results and which index these are; the same as long as every question has the same answer."""
    index = folder / FOLDER / FINGERPRINT
    written = index.stat().st_mtime_ns if index.is_file() else 0
    return f"{fingerprint(folder)} {written}"


TAIL = 4096  # of a Parquet file its end lists each column's place, size and extremes


def read_fingerprint(folder: Path) -> str | None:
    """Of which results the index was made; None without a whole index."""
    path = folder / FOLDER / FINGERPRINT
    if not path.is_file() or not all(table_path(folder, name).is_file() for name in SCHEMAS):
        return None
    try:
        return str(json.loads(path.read_text(encoding="utf-8"))["sha256"])
    except (ValueError, LookupError, TypeError):  # damaged, so it is of no results that are known
        return None
