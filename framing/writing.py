"""Files that stand under their name whole or not at all: written beside it, brought to the disk, then renamed.

What a kill leaves behind ends in `.part`, and the next writing of the same file overwrites it.
"""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import partial
from io import FileIO
from pathlib import Path
from typing import BinaryIO, TypeAlias

from framing.errors import WriteError

PART = ".part"
Write: TypeAlias = Callable[[BinaryIO], object]


def part_of(path: Path) -> Path:
    """Where a file is written until it is whole."""
    return path.with_name(f"{path.name}{PART}")


def write_whole(path: Path, write: Write) -> None:
    """Write one file, in place of the one that may stand there.

    Raises:
        WriteError: the disk is full, read-only or gone; what stood there still does.
    """
    write_together({path: write})


def write_text(path: Path, text: str) -> None:
    """Write one file in UTF-8; raises like `write_whole`."""
    write_whole(path, lambda file: file.write(text.encode()))


def write_together(files: Mapping[Path, Write]) -> None:
    """Write several files of which the last one makes the others count: it is absent while they are put in place.

    Raises:
        WriteError: the disk is full, read-only or gone. Nothing was put in place, or not that last one.
    """
    parts = {path: part_of(path) for path in files}
    try:
        for path, write in files.items():
            write_synced(parts[path], write, named=path)
        put_together(parts)
    except WriteError:
        for part in parts.values():
            with suppress(OSError):
                part.unlink()
        raise


def put_together(parts: Mapping[Path, Path]) -> None:
    """Rename files that were written beside their places, of which the last one makes the others count.

    Args:
        parts: by the place of each, where it was written.

    Raises:
        WriteError: a file cannot be renamed.
    """
    *_, last = parts
    with _telling(last):
        if len(parts) > 1:
            last.unlink(missing_ok=True)
        for path, part in parts.items():
            os.replace(part, path)


def write_synced(path: Path, write: Write, *, named: Path | None = None) -> None:
    """Write a file that is renamed later, and wait until it is on the disk.

    Args:
        named: the name that an error tells; that of the file itself if None.

    Raises:
        WriteError: the disk is full, read-only or gone.
    """
    with _telling(named or path), path.open("wb") as file:
        write(file)
        _sync(file)


@contextmanager
def appending(path: Path) -> Iterator[Callable[[bytes], None]]:
    """Add to a file that is renamed later: what is handed over can be read at once, and is on the disk at the end.

    Raises:
        WriteError: the disk is full, read-only or gone.
    """
    with _telling(path):
        file = path.open("ab", buffering=0)
    with file:
        yield partial(_append, path, file)
        with _telling(path):
            os.fsync(file.fileno())


def _append(path: Path, file: FileIO, content: bytes) -> None:
    left = memoryview(content)
    with _telling(path):
        while left:
            left = left[file.write(left) :]


def _sync(file: BinaryIO) -> None:
    file.flush()
    os.fsync(file.fileno())


@contextmanager
def _telling(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise WriteError(
            f"{path} was not written: {error.strerror or error}; make room there or name another place, "
            "and run the same command again"
        ) from error
