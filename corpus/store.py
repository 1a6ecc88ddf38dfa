"""Open a folder of results: views over its Parquet shards in a database that holds no rows of its own.

The connection reads below this folder only, and answers what is asked with values as parameters.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from tempfile import gettempdir
from typing import Any, TypeAlias

import duckdb

from corpus.names import name_rows
from corpus.schema import add_views
from corpus.tables import COPIES, LINKS, empty, fingerprint, read_fingerprint, table_path
from framing.errors import CorpusError
from framing.strict_json import has_lone_surrogate

Row: TypeAlias = tuple[Any, ...]  # any: what DuckDB makes of its columns; each question gives its rows a type
MEMORY = "2GB"  # what a question may hold before it goes to disk
MOVED = (duckdb.IOException, duckdb.InvalidInputException, duckdb.PermissionException)  # a shard is gone, or another
SPILL = "hedgerow-corpus"  # where, in a folder of its own: the database may read whatever lies in it
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

    def ask(self, sql: str, values: dict[str, object]) -> list[Row]:
        """All rows of one answer; safe for threads, each question has a cursor of its own.

        Raises:
            CorpusError: the results were moved or changed while they were open.
        """
        return list(self.stream(sql, values))

    def stream(self, sql: str, values: dict[str, object] | None = None) -> Iterator[Row]:
        """The rows of a long answer, a chunk at a time; raises like `ask`."""
        try:
            with self.connection.cursor() as cursor:
                cursor.execute(sql, values)
                while rows := cursor.fetchmany(CHUNK):
                    yield from rows
        except MOVED as error:
            raise CorpusError(f"{self.folder}: {str(error).splitlines()[0]}; open the folder again") from error

    def close(self) -> None:
        self.connection.close()


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
    for name in (COPIES, LINKS):
        if state is IndexState.CURRENT:
            connection.read_parquet(str(table_path(folder, name))).create_view(name)
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
