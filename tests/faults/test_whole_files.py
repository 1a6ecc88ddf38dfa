"""The one module that writes: whatever stops it, a name holds the old file or the new one, never a part."""

import ast
import errno
import resource
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import BinaryIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from framing import writing
from framing.errors import WriteError
from framing.writing import Write, appending, part_of, write_text, write_together, write_whole
from tests.faults.children import ROOT, posix
from tests.test_imports import sources

OLD, NEW = b"old", b"new content that is longer"
# Where a file is written outside `framing.writing`, and why it may be.
MAY_WRITE = {
    "batch/resume.py": "renames what is to go on",
    "benchmarks/runs.py": "an input made for one measurement, in a temporary folder",
    "benchmarks/speed/start.py": "likewise",
}
WRITERS = {"write_text", "write_bytes", "write_table", "to_parquet", "to_csv", "save_file", "savez", "screenshot"}
MODES = {mode + more for mode in "wax" for more in ("", "b", "+", "b+", "+b", "t")} | {"r+", "r+b", "rb+"}


@contextmanager
def room(size: int) -> Iterator[None]:
    """No file of this process may grow beyond so many bytes: what a full disk does, on any system."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@posix
@given(sizes=st.lists(st.integers(0, 40), min_size=1, max_size=4), limit=st.integers(0, 45), stood=st.booleans())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_on_a_full_disk_names_hold_all_of_the_old_or_all_of_the_new(sizes, limit, stood, tmp_path):
    folder = tmp_path / f"{len(list(tmp_path.iterdir()))}"
    folder.mkdir()
    files = {folder / str(number): bytes([65 + number]) * size for number, size in enumerate(sizes)}
    if stood:
        for path in files:
            path.write_bytes(OLD)
    fits = max(sizes) <= limit
    with room(limit):
        told = message_of({path: partial(write_content, content) for path, content in files.items()})
    assert ("File too large; make room there" in told) != fits
    found = {path: path.read_bytes() for path in folder.iterdir()}
    assert found == (files if fits else dict.fromkeys(files, OLD) if stood else {})


def write_content(content: bytes, file: BinaryIO) -> None:
    file.write(content)


def message_of(files: Mapping[Path, Write]) -> str:
    """Of the error; empty without one."""
    try:
        write_together(files)
    except WriteError as error:
        return str(error)
    return ""


@pytest.mark.parametrize("failing", range(1, 4))
def test_the_last_file_is_absent_while_others_are_put_in_place(failing, tmp_path, monkeypatch):
    files = {tmp_path / name: NEW for name in "abc"}
    for path in files:
        path.write_bytes(OLD)
    replace, seen = writing.os.replace, []

    def full(old: Path, new: Path) -> None:
        seen.append((tmp_path / "c").exists())
        if len(seen) == failing:
            raise OSError(errno.EROFS, "Read-only file system")
        replace(old, new)

    monkeypatch.setattr(writing.os, "replace", full)
    with pytest.raises(WriteError, match="Read-only file system"):
        write_together({path: lambda file: file.write(NEW) for path in files})
    assert seen == [False] * failing
    assert not (tmp_path / "c").exists()
    assert list(tmp_path.glob("*.part")) == []


def test_a_file_is_on_the_disk_before_it_has_its_name(tmp_path, monkeypatch):
    path, synced = tmp_path / "file", []
    fsync = writing.os.fsync
    monkeypatch.setattr(writing.os, "fsync", lambda file: synced.append(path.exists()) or fsync(file))
    write_text(path, "é\n")
    assert (path.read_bytes(), synced) == ("é\n".encode(), [False])


def test_what_a_kill_left_is_overwritten(tmp_path):
    part_of(tmp_path / "file").write_bytes(b"torn" * 100)
    write_whole(tmp_path / "file", lambda file: file.write(NEW))
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("file", NEW)]


def test_an_error_of_the_writer_is_its_own(tmp_path):
    def wrong(file: object) -> None:
        raise ZeroDivisionError

    (tmp_path / "file").write_bytes(OLD)
    with pytest.raises(ZeroDivisionError):
        write_whole(tmp_path / "file", wrong)
    assert (tmp_path / "file").read_bytes() == OLD


@posix
def test_lines_that_no_longer_fit_are_told_and_those_that_did_stay(tmp_path):
    path = tmp_path / "lines"

    def write_lines() -> None:
        with appending(path) as write:
            for _ in range(9):
                write(b"0123456789")

    with room(25), pytest.raises(WriteError, match="lines was not written: File too large"):
        write_lines()
    assert path.read_bytes() == b"0123456789" * 2 + b"01234"


def test_nothing_else_opens_a_file_for_writing():
    found = {str(path) for path in sources() if list(writes(ast.parse((ROOT / path).read_text(encoding="utf-8"))))}
    assert found == {*MAY_WRITE, "framing/writing.py"}


def writes(tree: ast.AST) -> Iterator[ast.Call]:
    """Calls that write or rename a file by its path."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name(id="os" | "shutil"), attr="replace" | "rename" | "move")):
                yield node
            case ast.Call(func=ast.Attribute(attr="write_table" | "save"), args=[_, ast.Name(id="file"), *_]):
                continue  # into what `framing.writing` has opened
            case ast.Call(func=ast.Attribute(value=ast.Name(id="torch"), attr="save")):
                yield node
            case ast.Call(func=ast.Attribute(attr="screenshot"), args=[], keywords=[]):
                continue
            case ast.Call(func=ast.Attribute(attr=name)) if name in WRITERS:
                yield node
            case ast.Call(func=ast.Attribute(attr="open") | ast.Name(id="open")) if MODES & {*modes(node)}:
                yield node


def modes(call: ast.Call) -> Iterator[str]:
    for given_ in (*call.args, *(keyword.value for keyword in call.keywords)):
        if isinstance(given_, ast.Constant) and isinstance(given_.value, str):
            yield given_.value


@pytest.mark.parametrize(
    "line",
    [
        'open("x", "w")',
        'path.open("ab")',
        'path.open(mode="wb")',
        'path.write_text("x")',
        "path.write_bytes(b'')",
        "os.replace(a, b)",
        "pq.write_table(table, path)",
        "pq.write_table(table, str(path))",
        "torch.save(state, path)",
        'page.screenshot(path="x.png")',
    ],
)
def test_such_a_call_is_noticed(line):
    assert list(writes(ast.parse(line)))


@pytest.mark.parametrize(
    "line", ['text.replace("a", "b")', 'path.open("rb")', "path.read_text()", "replace(claim, id=1)"]
)
def test_others_are_not(line):
    assert not list(writes(ast.parse(line)))
