"""Every table of the record as CSV, in one ZIP, with the text that the offsets count into."""

from functools import partial

from framing.archive import zipped
from framing.exports import Export, Group
from framing.exports._csv import encode
from framing.exports._rows import TABLES
from framing.types import Analysis


def write(analysis: Analysis, *, mark: bool = True) -> bytes:
    tables = {f"{name}.csv": encode(table, analysis, mark=mark) for name, table in TABLES.items()}
    return zipped({"article.txt": analysis.article.text.encode(), **tables})


EXPORT = Export(
    "tables_csv",
    "All tables (ZIP of CSV)",
    ".tables.zip",
    "application/zip",
    write,
    Group.TABLES,
    without_mark=partial(write, mark=False),
)
