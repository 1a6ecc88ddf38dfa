"""Every table of the record as CSV, in one ZIP, with the text that the offsets count into."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from framing.exports import Export
from framing.exports._csv import encode
from framing.exports._rows import TABLES
from framing.types import Analysis

NO_CLOCK = (1980, 1, 1, 0, 0, 0)  # the earliest time a ZIP can hold; a real one would change the bytes
UNIX = 3
PLAIN_FILE = 0o644 << 16


def write(analysis: Analysis) -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        _add(archive, "article.txt", analysis.article.text.encode())
        for name, table in TABLES.items():
            _add(archive, f"{name}.csv", encode(table, analysis))
    return packed.getvalue()


def _add(archive: ZipFile, name: str, content: bytes) -> None:
    entry = ZipInfo(name, NO_CLOCK)
    entry.compress_type, entry.create_system, entry.external_attr = ZIP_DEFLATED, UNIX, PLAIN_FILE
    archive.writestr(entry, content)


EXPORT = Export("tables_csv", "All tables (ZIP of CSV)", ".tables.zip", "application/zip", write)
