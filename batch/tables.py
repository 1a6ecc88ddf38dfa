"""The tables of a run: those of an article's CSV export, under one another, each row with its article's key.

Beside them `text` and `record`, for opening an article again, and `failures`.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

import pyarrow as pa

from batch.engine import SourceId
from framing.codec import to_json
from framing.exports._csv import ARTICLE, Cell
from framing.exports._rows import TABLES as EXPORTED
from framing.strict_json import dumps
from framing.types import Analysis

Rows: TypeAlias = dict[str, list[Cell]]  # by column, all of one length

KEY = {"input": pa.string(), "row": pa.int64()}
UNUSED = frozenset({"edits", "provenance"})  # nobody corrects during a run; where all records agree, one manifest says
TEXTS, RECORDS, FAILURES = "texts", "records", "failures"

FLAGS = frozenset("anonymous contested hedged included unsure".split())
NUMBERS = frozenset(  # ids, places in the record, and counts
    "actor against by claim counter group holder id mentions paragraph parent sentence side target".split()
)
# A name that is a number in one table and a word in another.
OTHERWISE = {("acts", "source"): pa.int64(), ("proofs", "by"): pa.string(), ("proofs", "value"): pa.float64()}


def _type(table: str, column: str) -> pa.DataType:
    if (table, column) in OTHERWISE:
        return OTHERWISE[table, column]
    if column in FLAGS:
        return pa.bool_()
    if column == "score" or column.startswith("p_"):
        return pa.float64()
    if column in NUMBERS or column.endswith(("_start", "_end", "_side")):
        return pa.int64()
    return pa.string()


def _schemas() -> Iterator[tuple[str, pa.Schema]]:
    for name, table in EXPORTED.items():
        if name not in UNUSED:
            columns = {column: _type(name, column) for column in (*ARTICLE, *table.columns)}
            yield name, pa.schema(KEY | columns)
    yield TEXTS, pa.schema(KEY | {"text": pa.string()})
    yield RECORDS, pa.schema(KEY | {"record": pa.string()})
    yield FAILURES, pa.schema(KEY | {"source_id": pa.string(), "stage": pa.string(), "message": pa.string()})


SCHEMAS: Mapping[str, pa.Schema] = dict(_schemas())


@dataclass(slots=True)
class Gathered:
    """The rows of some articles, by table; filled row by row, then written at once."""

    tables: dict[str, Rows] = field(
        default_factory=lambda: {name: {column: [] for column in schema.names} for name, schema in SCHEMAS.items()}
    )

    def add(self, key: tuple[str, int], analysis: Analysis) -> None:
        """
        Raises:
            RecordError: a value that JSON cannot hold; nothing is added then.
        """
        record = to_json(analysis)
        for name, table in EXPORTED.items():
            if name not in UNUSED:
                columns = {**ARTICLE, **table.columns}
                for row in table.rows(analysis):
                    self._append(name, key, (_cell(head, read(analysis, row)) for head, read in columns.items()))
        self._append(TEXTS, key, [analysis.article.text])
        self._append(RECORDS, key, [record])

    def fail(self, key: tuple[str, int], source_id: SourceId, stage: str, message: str) -> None:
        said = message.encode("utf-8", "backslashreplace").decode()  # it may quote half a surrogate pair
        self._append(FAILURES, key, [_cell("source_id", source_id), stage, said])

    def arrow(self) -> Iterator[tuple[str, pa.Table]]:
        """The tables that have rows."""
        for name, columns in self.tables.items():
            if columns["row"]:
                yield name, pa.table(columns, schema=SCHEMAS[name])

    def _append(self, name: str, key: tuple[str, int], cells: Iterable[Cell]) -> None:
        columns = self.tables[name]
        for column, cell in zip(columns, (*key, *cells), strict=True):
            columns[column].append(cell)


def _cell(column: str, value: Cell) -> Cell:
    """A column has one type, so an id that is no string is written as JSON writes it."""
    return dumps(value) if column == "source_id" and not isinstance(value, str | None) else value
