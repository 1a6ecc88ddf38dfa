"""The folder of a run: one subfolder of Parquet files per table, and `_run` with what is needed to go on.

Rows are read in blocks. The files of a block are written under temporary names, then renamed, and last of all one
rename puts its entry into `_run/blocks`: only that makes the block count. Whatever has no entry is deleted by the
next run. Only the process that began the run renames, so a worker that outlives it can leave a temporary file and
nothing else.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from batch.inputs import Survey
from batch.resume import changes
from batch.tables import SCHEMAS, Gathered
from framing.codec import record_form
from framing.errors import InputError, RecordError
from framing.strict_json import dumps, loads
from framing.types import Setting
from framing.writing import PART, put_together, write_synced, write_text, write_whole

RUN, BLOCKS = "_run", "blocks"  # tools that read a folder of Parquet pass over names that begin so
EMPTY = "empty.parquet"  # without rows, in every table: one that nothing fell into can be opened all the same
DIGITS = 9  # of a row number in the name of a file, so that names sort as rows do


@dataclass(frozen=True, slots=True)
class Manifest:
    """What may not change between a run and its resumption."""

    input_sha256: str
    rows: int
    columns: tuple[Setting, ...]  # by field
    engine: tuple[Setting, ...]  # empty until the first block is done


@dataclass(frozen=True, slots=True)
class Block:
    """Rows `start` to `stop` of the input, half-open and counted from 0 over all its files."""

    start: int
    stop: int
    articles: int = 0
    failures: int = 0

    @property
    def name(self) -> str:
        return f"{self.start:0{DIGITS}}-{self.stop:0{DIGITS}}"


@dataclass(frozen=True, slots=True)
class Folder:
    path: Path

    @property
    def lock(self) -> Path:
        return self.path / RUN / "lock"

    @property
    def manifest(self) -> Path:
        return self.path / RUN / "manifest.json"

    @property
    def blocks(self) -> Path:
        return self.path / RUN / BLOCKS

    def part(self, table: str, block: Block, token: str) -> Path:
        """A temporary file; the token keeps those of two workers apart."""
        return self.path / table / f"{block.name}.{token}{PART}"

    def file(self, table: str, block: Block) -> Path:
        return self.path / table / f"{block.name}.parquet"


def check_folder(folder: Folder) -> None:
    """
    Raises:
        InputError: something else lies there.
    """
    if folder.path.exists() and not folder.path.is_dir():
        raise InputError(f"{folder.path} is a file; name a folder, or a file that ends in .jsonl")
    if folder.path.is_dir() and not (folder.path / RUN).is_dir() and any(folder.path.iterdir()):
        raise InputError(f"{folder.path} is no folder of a run and is not empty; name another --out")


def prepare(folder: Folder, survey: Survey, columns: Sequence[Setting]) -> tuple[Manifest, tuple[Block, ...]]:
    """Begin a run, or go on with one: its manifest, and the blocks that are done. Leftovers of a kill are deleted.

    Raises:
        InputError: the input or its columns have changed since the run was begun.
    """
    now = Manifest(survey.sha256, survey.rows, tuple(columns), ())
    for table in SCHEMAS:
        (folder.path / table).mkdir(parents=True, exist_ok=True)
    folder.blocks.mkdir(parents=True, exist_ok=True)
    if not folder.manifest.exists():
        write_manifest(folder, now)
    then: Manifest = _decoded(Manifest, folder.manifest)
    if (then.input_sha256, then.rows) != (now.input_sha256, now.rows):
        raise InputError(
            f"the input is not what {folder.path} was begun with; restore that, name another --out, "
            f"or {_start_again(folder)}"
        )
    if changed := changes(then.columns, now.columns):
        raise InputError(f"{folder.path} was begun with other columns ({changed}); {_start_again(folder)}")
    done = tuple(_decoded(Block, path) for path in sorted(folder.blocks.glob("*.json")))
    _sweep(folder, {block.name for block in done})
    return then, done


def expect_engine(folder: Folder, manifest: Manifest, identity: tuple[Setting, ...]) -> Manifest:
    """The manifest with its engine; the first block names it.

    Raises:
        InputError: it is another one.
    """
    if not manifest.engine:
        named = replace(manifest, engine=identity)
        write_manifest(folder, named)
        return named
    if changed := changes(manifest.engine, identity):
        raise InputError(
            f"{folder.path} was begun with another engine ({changed}); use that, or {_start_again(folder)}"
        )
    return manifest


def gaps(done: Sequence[Block], stop: int, size: int) -> Iterator[Block]:
    """What is missing of the rows up to `stop`, cut where the row number is a multiple of `size`."""
    start = 0
    for block in (*sorted(done, key=lambda block: block.start), Block(stop, stop)):
        end = min(block.start, stop)
        while start < end:
            cut = min(end, start - start % size + size)
            yield Block(start, cut)
            start = cut
        start = max(start, block.stop)


def write_parts(folder: Folder, block: Block, gathered: Gathered, token: str) -> tuple[str, ...]:
    """Write what was read of a block under temporary names; the tables that it has rows for."""
    tables = []
    for name, table in gathered.arrow():
        write_synced(folder.part(name, block, token), partial(_write_parquet, table))
        tables.append(name)
    return tuple(tables)


def commit(folder: Folder, block: Block, tables: Sequence[str], token: str) -> None:
    for table in tables:
        put_together({folder.file(table, block): folder.part(table, block, token)})
    _write_json(block, Block, folder.blocks / f"{block.name}.json")


def sweep_parts(folder: Folder) -> None:
    """Delete what killed workers have left; other programs would take it for a part of the table."""
    for table in SCHEMAS:
        for path in (folder.path / table).glob(f"*{PART}"):
            path.unlink()


def write_manifest(folder: Folder, manifest: Manifest) -> None:
    _write_json(manifest, Manifest, folder.manifest)


def _sweep(folder: Folder, done: set[str]) -> None:
    for table, schema in SCHEMAS.items():
        for path in (folder.path / table).iterdir():
            if path.suffix == PART or (path.name != EMPTY and path.stem not in done):
                path.unlink()
        empty = folder.path / table / EMPTY
        if not empty.exists():
            write_whole(empty, partial(_write_parquet, schema.empty_table()))
    for left in folder.blocks.glob(f"*{PART}"):
        left.unlink()


def _write_parquet(table: pa.Table, file: BinaryIO) -> None:
    pq.write_table(table, file, compression="zstd")


def _write_json(value: Manifest | Block, cls: type, path: Path) -> None:
    write_text(path, dumps(record_form(cls).encode(value, path.stem)) + "\n")


def _decoded(cls: type, path: Path) -> Any:
    try:
        return record_form(cls).decode(loads(path.read_text(encoding="utf-8")), path.stem)
    except (RecordError, UnicodeDecodeError) as error:
        raise InputError(f"{path} was not written by a run: {error}") from error


def _start_again(folder: Folder) -> str:
    return f"remove {folder.path} to start again"
