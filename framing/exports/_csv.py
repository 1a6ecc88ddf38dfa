"""CSV that a spreadsheet opens as it stands: UTF-8, RFC 4180, no cell that is run as a formula.

With a byte-order mark, which Excel needs to see UTF-8, or without, for programs that take it for a part of the
first heading.
"""

import csv
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from io import StringIO
from typing import Any, TypeAlias

from framing.types import Analysis

Cell: TypeAlias = str | int | float | bool | None
Columns: TypeAlias = Mapping[str, Callable[[Analysis, Any], Cell]]  # heading -> the cell of one row

# What Excel, LibreOffice and Google Sheets take for the start of a formula, or drop before they look for one.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

ARTICLE: Columns = {
    "article_id": lambda analysis, _: analysis.article.id,
    "source_id": lambda analysis, _: analysis.article.source_id,
}  # first in every table, so that tables of many articles can be put under one another


@dataclass(frozen=True, slots=True)
class Table:
    rows: Callable[[Analysis], Iterable[Any]]
    columns: Columns


def encode(table: Table, analysis: Analysis, *, mark: bool = True) -> bytes:
    """
    Args:
        mark: begin with a byte-order mark.
    """
    columns = {**ARTICLE, **table.columns}
    written = StringIO(newline="")
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(columns)
    for row in table.rows(analysis):
        writer.writerow([_cell(read(analysis, row)) for read in columns.values()])
    return written.getvalue().encode("utf-8-sig" if mark else "utf-8")


def _cell(value: Cell) -> str:
    """Absence is an empty cell; only text can start a formula, so numbers stay numbers."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f"'{value}" if value.startswith(FORMULA_STARTS) else str(value)
    return repr(value)
