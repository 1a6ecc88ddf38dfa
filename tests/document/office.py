"""Office documents and archives for tests, honest ones and others."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable

from docx import Document

GIGABYTE = 1 << 30
DECLARES_ANYTHING = 0xFFFFFFF0  # bytes: the most that an archive can declare for an entry without its 64-bit form


def saved(word) -> bytes:
    """A document of python-docx as the bytes of its file."""
    stream = io.BytesIO()
    word.save(stream)
    return stream.getvalue()


def word_file(*paragraphs: str) -> bytes:
    word = Document()
    for text in paragraphs:
        word.add_paragraph(text)
    return saved(word)


def archive(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in parts.items():
            target.writestr(name, content)
    return stream.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        return {name: source.read(name) for name in source.namelist()}


def changed(data: bytes, name: str, content: bytes) -> bytes:
    """The archive with one part replaced."""
    return archive({**parts_of(data), name: content})


def zeros(gigabytes: int) -> bytes:
    """A raw deflate stream of that many gigabytes of zeros, a thousandth of it long."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = packer.compress(bytes(1 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)
    return block * (1_024 * gigabytes) + b"\x03\x00"


def declaring(entries: Iterable[tuple[str, bytes, int, int]]) -> bytes:
    """An archive written by hand: per entry its name, deflate stream, and the size and checksum that it declares."""
    body, directory, count = bytearray(), bytearray(), 0
    for name, packed, size, crc in entries:
        encoded = name.encode()
        shared = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 33, crc, len(packed), size, len(encoded), 0)
        directory += b"PK\x01\x02" + struct.pack("<H", 20) + shared
        directory += struct.pack("<HHHII", 0, 0, 0, 0, len(body)) + encoded
        body += b"PK\x03\x04" + shared + encoded + packed
        count += 1
    end = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, count, count, len(directory), len(body), 0)
    return bytes(body + directory + end)


def with_bomb(bomb: tuple[str, bytes, int, int]) -> bytes:
    """A Word document in which one part is replaced by the bomb, or that has it besides its parts."""

    def packed(content: bytes) -> bytes:
        packer = zlib.compressobj(9, zlib.DEFLATED, -15)
        return packer.compress(content) + packer.flush()

    parts = parts_of(word_file("The harbour was closed on Monday, officials said."))
    honest = [(name, packed(content), len(content), zlib.crc32(content)) for name, content in parts.items()]
    return declaring([*(entry for entry in honest if entry[0] != bomb[0]), bomb])
