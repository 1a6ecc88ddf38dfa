"""Several files in one ZIP, with the same bytes for the same content."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

NO_CLOCK = (1980, 1, 1, 0, 0, 0)  # the earliest time a ZIP can hold; a real one would change the bytes
UNIX = 3
PLAIN_FILE = 0o644 << 16


def zipped(files: Mapping[str, bytes]) -> bytes:
    """The files by name, in the order of the mapping."""
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        for name, content in files.items():
            entry = ZipInfo(name, NO_CLOCK)
            entry.compress_type, entry.create_system, entry.external_attr = ZIP_DEFLATED, UNIX, PLAIN_FILE
            archive.writestr(entry, content)
    return packed.getvalue()
