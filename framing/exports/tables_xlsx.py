"""Every table of the record as a sheet of one Excel workbook.

Text is written as text, so no cell is a formula or a link. A cell holds 32,767 characters at most; longer text is
cut there and says so, and stands whole in every other format.
"""

from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

from framing.exports import Export, Group
from framing.exports._csv import ARTICLE, Table
from framing.exports._rows import TABLES
from framing.types import Analysis

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

LONGEST = 32_767  # UTF-16 units that a cell of Excel can hold
CUT = " … [cut here]"
NO_CLOCK = datetime(1980, 1, 1)  # a real time would change the bytes
WIDTH = 16  # characters of a column


def write(analysis: Analysis) -> bytes:
    from xlsxwriter import Workbook

    written = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(written, options) as book:
        book.set_properties({"title": analysis.article.title or "", "created": NO_CLOCK})
        heading = book.add_format({"bold": True})
        for name, table in TABLES.items():
            _add(book, heading, name, table, analysis)
    return written.getvalue()


def _add(book: "Workbook", heading: "Format", name: str, table: Table, analysis: Analysis) -> None:
    sheet = book.add_worksheet(name)
    columns = {**ARTICLE, **table.columns}
    for column, title in enumerate(columns):
        sheet.write_string(0, column, title, heading)
    last, reads = 0, tuple(enumerate(columns.values()))
    for last, row in enumerate(table.rows(analysis), start=1):
        for column, read in reads:
            value = read(analysis, row)
            if value is not None:  # absence is an empty cell
                _put(sheet, last, column, value)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, last, len(columns) - 1)
    sheet.set_column(0, len(columns) - 1, WIDTH)


def _put(sheet: "Worksheet", row: int, column: int, value: str | int | float | bool) -> None:
    if isinstance(value, str):
        sheet.write_string(row, column, _fitted(str(value)))
    elif isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    else:
        sheet.write_number(row, column, value)


def _fitted(text: str) -> str:
    if 2 * len(text) <= LONGEST or len(text.encode("utf-16-le")) // 2 <= LONGEST:
        return text
    kept = text.encode("utf-16-le")[: 2 * (LONGEST - len(CUT))]
    return kept.decode("utf-16-le", "ignore") + CUT


EXPORT = Export(
    "tables_xlsx",
    "All tables (Excel)",
    ".xlsx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    write,
    Group.TABLES,
)
