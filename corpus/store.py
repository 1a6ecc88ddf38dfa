"""Open a folder of results: views over its Parquet shards in a database that holds no rows of its own.

The connection reads below this folder only, and answers what is asked with values as parameters.
"""

import errno
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from tempfile import gettempdir
from typing import Any, BinaryIO, TypeAlias

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from corpus.chosen import Kept, find
from corpus.filters import Filter
from corpus.names import name_rows
from corpus.schema import add_views
from corpus.tables import SCHEMAS, empty, fingerprint, read_fingerprint, table_path
from framing.errors import CorpusError
from framing.strict_json import has_lone_surrogate

Row: TypeAlias = tuple[Any, ...]  # any: what DuckDB makes of its columns; each question gives its rows a type
MEMORY = "2GB"  # what a question may hold before it goes to disk
SPILL = "hedgerow-corpus"  # where, in a folder of its own: the database may read whatever lies in it
NO_ROOM = os.strerror(errno.ENOSPC)
GROUP = 122_880  # rows of a Parquet file that can be passed over together
CHUNK = 2_000  # rows fetched at a time where all are needed

# An article's day is the one that it states, whatever the zone of the clock beside it.
ARTICLES = """
CREATE VIEW articles AS
SELECT input, row, nullif(trim(title), '') AS title, nullif(trim(source), '') AS outlet, url,
    try_cast(regexp_extract(published, '^\\s*(\\d{4}-\\d{2}-\\d{2})', 1) AS DATE) AS day,
    coalesce(first_input, input) AS first_input, coalesce(first_row, row) AS first_row
FROM article LEFT JOIN copies USING (input, row)
"""


class IndexState(StrEnum):
    """Whether reprints and links between articles are known (`python -m corpus FOLDER` finds them)."""

    CURRENT = "current"
    STALE = "stale"  # the results have changed since
    MISSING = "missing"


@dataclass(frozen=True, slots=True, eq=False)
class Corpus:
    folder: Path
    index: IndexState
    connection: duckdb.DuckDBPyConnection
    kept: Kept = field(default_factory=Kept)

    def ask(self, asked: Filter, sql: str, values: Mapping[str, object]) -> list[Row]:
        """All rows of one answer about the articles that pass the filter, which the SQL calls `chosen`.

        Safe for threads: each question has a cursor of its own.

        Raises:
            CorpusError: the results were moved, changed or damaged while they were open, or there is no room.
        """
        with self._cursor({"chosen": self.chosen(asked)}) as cursor:
            return list(cursor.execute(sql, dict(values)).fetchall())

    def chosen(self, asked: Filter) -> pa.Table:
        """The articles that pass, as `corpus.chosen.find` describes them; raises like `ask`."""
        return self.kept.get(asked, lambda: find(self._table, asked, indexed=self.index is IndexState.CURRENT))

    def stream(self, sql: str) -> Iterator[Row]:
        """The rows of a long answer, a chunk at a time; raises like `ask`."""
        with self._cursor({}) as cursor:
            cursor.execute(sql)
            while rows := cursor.fetchmany(CHUNK):
                yield from rows

    def write(self, sql: str, file: BinaryIO) -> None:
        """Write a long answer as Parquet in its order, a part at a time; raises like `ask`."""
        with self._cursor({}) as cursor:
            answer = cursor.sql(sql).to_arrow_reader(GROUP)
            with pq.ParquetWriter(file, answer.schema, compression="zstd") as parquet:
                for rows in answer:
                    parquet.write_batch(rows)

    def _table(self, sql: str, values: dict[str, object], **tables: pa.Table) -> pa.Table:
        with self._cursor(tables) as cursor:
            return cursor.sql(sql, params=values).to_arrow_table()

    @contextmanager
    def _cursor(self, tables: Mapping[str, pa.Table]) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor that sees these tables beside the views."""
        with telling(self.folder), self.connection.cursor() as cursor:
            for name, table in tables.items():
                cursor.register(name, table)
            yield cursor

    def close(self) -> None:
        self.connection.close()


@contextmanager
def telling(folder: Path) -> Iterator[None]:
    """Tell what DuckDB meets in a folder that is open.

    Raises:
        CorpusError: whatever it is; the statements are tested, so it is the files, the disk or the memory.
    """
    try:
        yield
    except duckdb.Error as error:
        said = str(error).splitlines()[0]
        raise CorpusError(f"{folder}: {said}; {_remedy(error)}") from error


def _remedy(error: duckdb.Error) -> str:
    if isinstance(error, duckdb.OutOfMemoryException) or NO_ROOM in str(error):
        return f"ask about fewer articles, or make room in {gettempdir()}"
    return "open the folder again, and if it is told again, write the results anew"


def open_corpus(folder: Path) -> Corpus:
    """Open the results in a folder.

    Raises:
        CorpusError: it holds no results, or they are of another version.
    """
    folder = folder.resolve()
    if has_lone_surrogate(str(folder)):
        raise CorpusError(f"{str(folder)!a}: these are no characters in this locale; set PYTHONUTF8=1")
    if not folder.is_dir():
        raise CorpusError(f"{folder}: no such folder; name one that 'python -m batch run' has written")
    connection = _connected(folder)
    try:
        add_views(connection, folder)
        state = _add_index(connection, folder)
        connection.execute(ARTICLES)
        _add_names(connection)
    except duckdb.Error as error:
        connection.close()
        raise CorpusError(f"{folder}: {str(error).splitlines()[0]}; write the results anew") from error
    except CorpusError:
        connection.close()
        raise
    return Corpus(folder, state, connection)


def _connected(folder: Path) -> duckdb.DuckDBPyConnection:
    """A database in memory that reaches this folder, a place to put what does not fit, and nothing else."""
    try:
        spill = Path(gettempdir()) / SPILL
    except FileNotFoundError as error:
        raise CorpusError(f"{error.strerror}; set TMPDIR to a folder that can be written to") from error
    connection = duckdb.connect(":memory:")
    connection.execute("SET memory_limit = $size", {"size": MEMORY})
    connection.execute("SET temp_directory = $folder", {"folder": str(spill)})
    connection.execute("SET allowed_directories = $folders", {"folders": [str(folder)]})
    connection.execute("SET enable_external_access = false")
    connection.execute("SET preserve_insertion_order = false")
    connection.execute("SET lock_configuration = true")
    return connection


def _add_index(connection: duckdb.DuckDBPyConnection, folder: Path) -> IndexState:
    """Views over what the index found; empty tables where there is none or it is of other results."""
    known = read_fingerprint(folder)
    state = IndexState.MISSING if known is None else IndexState.STALE
    if known is not None and known == fingerprint(folder):
        state = IndexState.CURRENT
    for name in SCHEMAS:
        if state is IndexState.CURRENT:
            path = table_path(folder, name)
            try:
                connection.read_parquet(str(path)).create_view(name)
            except duckdb.Error as error:
                raise CorpusError(
                    f"{path}: {str(error).splitlines()[0]}; run 'python -m corpus {folder}' again"
                ) from error
        else:
            connection.execute(empty(name))
    return state


def _add_names(connection: duckdb.DuckDBPyConnection) -> None:
    """The spellings of actors that have another one in this corpus by which they are counted."""
    spelled = connection.execute("SELECT name, kind, count(*) FROM actors GROUP BY ALL ORDER BY ALL").fetchall()
    renamed = name_rows(spelled)
    connection.execute(
        "CREATE TABLE names AS SELECT unnest($spelled) AS name, unnest($known) AS known",
        {"spelled": list(renamed), "known": list(renamed.values())},
    )
