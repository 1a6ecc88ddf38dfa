"""What a run reads: the files that a path, a folder or a pattern names, and the rows of each.

The key of a row is (input, row): the file below the root of the input, and the place in it, counted from 1. So two
copies of one text stay two articles.
"""

import glob
import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TypeAlias

from batch.spelling import spelled
from batch.tabular import FORMATS
from framing.document.files import READERS
from framing.errors import InputError

CHUNK = 1 << 20  # bytes hashed at once
Content: TypeAlias = bytes | Mapping[str, object]  # a line or a document, or the cells of a row by column
LeftOut: TypeAlias = tuple[tuple[str, int], ...]  # suffix, or name without one, and how many files have it


@dataclass(frozen=True, slots=True)
class Found:
    """The files of an input, in reading order; what lies among them and is no article is counted by suffix."""

    root: Path
    paths: tuple[Path, ...]
    left_out: LeftOut


@dataclass(frozen=True, slots=True)
class File:
    path: str
    input: str  # below the root, with slashes
    size: int  # bytes
    rows: int


@dataclass(frozen=True, slots=True)
class Survey:
    """The input as it is found now."""

    files: tuple[File, ...]
    sha256: str  # over names and contents

    @property
    def rows(self) -> int:
        return sum(file.rows for file in self.files)


@dataclass(frozen=True, slots=True)
class Row:
    input: str
    row: int  # from 1
    content: Content

    @property
    def suffix(self) -> str:
        return Path(self.input).suffix.lower()


def find(source: str, *, out: Path) -> Found:
    """Look for files that hold articles; the run's own results and hidden files are none.

    Raises:
        InputError: there are none.
    """
    named = Path(source)
    if named.is_dir():
        root, names = named, sorted(path for path in named.rglob("*") if path.is_file())
    elif named.exists():
        root, names = named.parent, [named]
    elif glob.has_magic(source):
        root, names = _fixed(named), sorted(Path(name) for name in glob.glob(source, recursive=True))
    else:
        raise InputError(f"{source} does not exist")
    if not names:
        raise InputError(f"{source}: no file is there")
    within = out.resolve()
    visible = [path for path in names if path.is_file() and not _hidden(path.relative_to(root))]
    seen = [path for path in visible if not path.resolve().is_relative_to(within)]
    kept = tuple(path for path in seen if path.suffix.lower() in accepted())
    if not kept:
        raise InputError(f"{source}: no file of a kind that is read; accepted are {', '.join(accepted())}")
    left_out = Counter(path.suffix or path.name for path in seen if path.suffix.lower() not in accepted())
    return Found(root, kept, tuple(sorted(left_out.items())))


def accepted() -> tuple[str, ...]:
    return (*FORMATS, *READERS)


def survey(found: Found, *, columns: Mapping[str, str]) -> Survey:
    """Count the rows of every file, and put all contents into one digest.

    Args:
        columns: the columns that were named for fields; a table must have them.

    Raises:
        InputError: a table cannot be read or lacks a column, or a name has no characters.
    """
    total, files = hashlib.sha256(), []
    for path in found.paths:
        form = FORMATS.get(path.suffix.lower())
        size, sha256 = _digest(path)
        try:
            name = spelled(path.relative_to(found.root).as_posix())
        except InputError as error:
            raise InputError(f"the name of {error}; rename the file") from error
        rows = form.count(path, columns) if form is not None else 1
        files.append(File(str(path), name, size, rows))
        total.update(f"{name}\0{size}\0{sha256}\n".encode())
    return Survey(tuple(files), total.hexdigest())


def read(files: Sequence[File], start: int, columns: Mapping[str, str]) -> Iterator[Row]:
    """All rows from the one at `start`, counted from 0 over all files.

    Raises:
        InputError: a file is no longer as it was surveyed.
    """
    before = 0
    for file in files:
        first = max(0, start - before)
        before += file.rows
        if first >= file.rows:
            continue
        path = Path(file.path)
        if path.stat().st_size != file.size:
            raise InputError(f"{path} has changed while it was read; restore it and run again")
        form = FORMATS.get(path.suffix.lower())
        contents = form.read(path, first, columns) if form is not None else iter((path.read_bytes(),))
        for number, content in enumerate(islice(contents, file.rows - first), start=first + 1):
            yield Row(file.input, number, content)


def _digest(path: Path) -> tuple[int, str]:
    total, size = hashlib.sha256(), 0
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            total.update(chunk)
            size += len(chunk)
    return size, total.hexdigest()


def _fixed(pattern: Path) -> Path:
    """The folders of a pattern before its first wildcard."""
    parts = pattern.parts
    fixed = next(number for number, part in enumerate(parts) if glob.has_magic(part))
    return Path(*parts[:fixed])


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)
