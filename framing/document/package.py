"""The zip archive of an office document, opened so that it cannot fill the memory."""

import io
import re
import zipfile
import zlib

from framing.errors import InputError, quoted

MOST_ENTRIES = 5_000  # parts and pictures of one document
MOST_INFLATED = 400  # bytes of all entries per code point of the limit, as the archive declares them
FURNITURE = 2_000_000  # bytes of styles and settings that every document brings
MOST_XML = 30  # the same for the parts that are read: markup of a word processor outweighs its text tenfold
CHUNK = 1 << 16  # bytes inflated at a time
READ = (".xml", ".rels")
CONTENT_TYPES = "[Content_Types].xml"
WORD = re.compile(rb"application/vnd\.openxmlformats-officedocument\.wordprocessingml\.document\.main\+xml")
OTHERS = (
    (re.compile(rb"wordprocessingml\.template\.main|ms-word\.(?:document|template)\.macroEnabled"),
     "a Word template, or a Word document with macros"),
    (re.compile(rb"spreadsheetml|ms-excel"), "an Excel workbook"),
    (re.compile(rb"presentationml|ms-powerpoint"), "a PowerPoint presentation"),
)  # fmt: skip
OPEN_DOCUMENT = {
    b"application/vnd.oasis.opendocument.text": "an OpenDocument text (.odt)",
    b"application/vnd.oasis.opendocument.spreadsheet": "an OpenDocument spreadsheet (.ods)",
    b"application/epub+zip": "an e-book (.epub)",
}
REMEDY = "save it as a Word document (.docx), or paste its text"


def word_package(data: bytes, *, name: str, max_code_points: int) -> io.BytesIO:
    """A copy of the archive that holds the XML parts of a Word document, unpacked; pictures in it are empty.

    The sizes that an archive declares may be false, so they are checked first and the inflated bytes are counted
    as well; what is handed on has been inflated once and holds no compressed bytes any more.

    Raises:
        InputError: broken, encrypted, too large when inflated, or no Word document.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            _check_declared(entries, name, max_code_points)
            parts = _parts(archive, entries, name, FURNITURE + MOST_XML * max_code_points)
            _check_kind(archive, parts, name)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
        raise InputError(f"{name} is a broken zip archive ({quoted(error)}); {REMEDY}") from error
    copy = io.BytesIO()
    with zipfile.ZipFile(copy, "w", zipfile.ZIP_STORED) as archive:
        for entry in filter(lambda entry: entry.filename, entries):  # a broken archive may have a part without a name
            archive.writestr(entry.filename, parts.get(entry.filename, b""))
    copy.seek(0)
    return copy


def _check_declared(entries: list[zipfile.ZipInfo], name: str, max_code_points: int) -> None:
    if len(entries) > MOST_ENTRIES:
        raise InputError(f"{name} has {len(entries):,} parts, the limit is {MOST_ENTRIES:,}; {REMEDY}")
    if len({entry.filename for entry in entries}) < len(entries):
        raise InputError(f"{name} has two parts of one name, so it is broken; {REMEDY}")
    if locked := [entry.filename for entry in entries if entry.flag_bits & 1]:
        raise InputError(f"{name} is encrypted ({locked[0]}); remove its password and save it again")
    declared, limit = sum(entry.file_size for entry in entries), FURNITURE + MOST_INFLATED * max_code_points
    if declared > limit:
        raise InputError(f"{name} unpacks to {declared:,} bytes, the limit is {limit:,}; {REMEDY}")


def _parts(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], name: str, limit: int) -> dict[str, bytes]:
    parts, left = {}, limit
    for entry in entries:
        if not entry.filename.lower().endswith(READ):
            continue
        content = _inflated(archive, entry, left)
        if content is None:
            raise InputError(f"{name}: its text unpacks to more than {limit:,} bytes, at {entry.filename}; {REMEDY}")
        parts[entry.filename] = content
        left -= len(content)
    return parts


def _inflated(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, limit: int) -> bytes | None:
    """The content of one part; `None` as soon as it is longer than `limit`."""
    content = bytearray()
    with archive.open(entry) as stream:
        while chunk := stream.read(CHUNK):
            content += chunk
            if len(content) > limit:
                return None
    return bytes(content)


def _check_kind(archive: zipfile.ZipFile, parts: dict[str, bytes], name: str) -> None:
    """Refuse what is no Word document, and say what it is."""
    types = parts.get(CONTENT_TYPES)
    if types is not None and WORD.search(types):
        return
    raise InputError(f"{name} is {_kind(archive, types)}, not a Word document; {REMEDY}")


def _kind(archive: zipfile.ZipFile, types: bytes | None) -> str:
    if types is not None:
        return next((words for pattern, words in OTHERS if pattern.search(types)), "an office document of another kind")
    if "mimetype" in archive.namelist():
        with archive.open("mimetype") as stream:
            return OPEN_DOCUMENT.get(stream.read(100).strip(), "an archive of another format")
    return "a zip archive"
