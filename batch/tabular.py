"""Files that hold many articles, read row by row and never whole: JSON lines, CSV, Parquet."""

import csv
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from batch.columns import FIELDS, TEXT
from framing.errors import InputError
from framing.strict_json import has_lone_surrogate

MOST_CHARACTERS = 4_000_000  # in one cell of a CSV: a quotation mark that is never closed swallows the file
ROWS = 64  # of a Parquet file decoded at once

Columns = Mapping[str, str]  # named by option: the column that holds a field


@dataclass(frozen=True, slots=True)
class Format:
    count: Callable[[Path, Columns], int]
    read: Callable[[Path, int, Columns], Iterator[bytes | Mapping[str, object]]]  # the rows after so many


def _count_lines(path: Path, columns: Columns) -> int:
    del columns  # each line has names of its own
    with path.open("rb") as file:
        return sum(1 for _ in file)


def _read_lines(path: Path, first: int, columns: Columns) -> Iterator[bytes]:
    del columns
    with path.open("rb") as file:
        for raw in islice(file, first, None):
            yield raw.removesuffix(b"\n")


def _count_csv(path: Path, columns: Columns) -> int:
    return sum(1 for _ in _read_csv(path, 0, columns))


def _read_csv(path: Path, first: int, columns: Columns) -> Iterator[Mapping[str, object]]:
    """Bytes that are not UTF-8 come as lone surrogates, so that they fail their own row only."""
    csv.field_size_limit(MOST_CHARACTERS)
    with path.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as file:
        rows = csv.DictReader(file)
        try:
            _expect(rows.fieldnames or (), columns, path)
            yield from islice(rows, first, None)
        except csv.Error as error:
            raise InputError(f"{path}, line {rows.line_num}: {error}; is a quotation mark not closed?") from error


def _count_parquet(path: Path, columns: Columns) -> int:
    with _open_parquet(path) as file:
        _expect(file.schema_arrow.names, columns, path)
        return int(file.metadata.num_rows)


def _read_parquet(path: Path, first: int, columns: Columns) -> Iterator[Mapping[str, object]]:
    with _open_parquet(path) as file:
        groups, before = range(file.num_row_groups), first
        while groups and before >= file.metadata.row_group(groups[0]).num_rows:
            before -= file.metadata.row_group(groups[0]).num_rows
            groups = groups[1:]
        wanted = [name for name in file.schema_arrow.names if name in {*FIELDS, *columns.values()}]
        batches = file.iter_batches(batch_size=ROWS, row_groups=list(groups), columns=wanted)
        yield from islice((row for batch in batches for row in batch.to_pylist()), before, None)


def _open_parquet(path: Path) -> pq.ParquetFile:
    try:
        return pq.ParquetFile(path)
    except pa.ArrowInvalid as error:
        raise InputError(f"{path} is no Parquet file: {error}") from error
    except UnicodeEncodeError as error:
        raise InputError(f"the name of {str(path)!a} is no text in this locale; set PYTHONUTF8=1") from error


def _expect(found: Sequence[str], columns: Columns, path: Path) -> None:
    wanted = {TEXT: TEXT, **columns}
    for field, column in wanted.items():
        if column not in found:
            if any(has_lone_surrogate(name) for name in found):
                raise InputError(
                    f"{path} does not begin with names of columns in UTF-8; save it as UTF-8, if it is a table"
                )
            raise InputError(
                f"{path} has no column {column!r}; it has {', '.join(map(repr, found)) or 'none'}: "
                f"name the one that holds the {field} with --column {field}=NAME"
            )


FORMATS: Mapping[str, Format] = {
    ".jsonl": Format(_count_lines, _read_lines),
    ".csv": Format(_count_csv, _read_csv),
    ".parquet": Format(_count_parquet, _read_parquet),
}
