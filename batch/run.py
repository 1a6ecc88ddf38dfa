"""A corpus in JSON lines: one output line per input line, in input order, gathered as soon as it is known."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from batch.engine import Engine
from batch.lines import Failure, Item, failed, failure_line, read_line
from batch.resume import Plan, finish
from framing.codec import to_json
from framing.document.plain import from_text
from framing.errors import InputError, RecordError
from framing.settings import Settings
from framing.suffixes import SUFFIXES
from framing.writing import appending

OF_FOLDERS = frozenset({".csv", ".parquet", *SUFFIXES})  # kinds of files that are read into a folder only


@dataclass(frozen=True, slots=True)
class Counts:
    read: int
    failed: int


def check_paths(source: Path, out: Path) -> None:
    """Cheap checks, before anything is loaded.

    Raises:
        InputError: with the remedy.
    """
    if source.is_dir():
        raise InputError(f"{source} is a folder; name a file of JSON lines")
    if not source.exists():
        raise InputError(f"{source} does not exist")
    if not source.is_file():
        raise InputError(f"{source} is no ordinary file; a run reads its input twice, so save it to a file first")
    if source.suffix.lower() in OF_FOLDERS:
        raise InputError(f"{source} is no file of JSON lines by its name; --out must be a folder for {source.suffix}")
    if out.is_dir():
        raise InputError(f"{out} is a folder; the name of one may not end in {out.suffix}")
    if out.exists() and out.samefile(source):
        raise InputError(f"{out} is the input itself; name another --out")
    if not out.parent.is_dir():
        raise InputError(f"{out.parent} is no folder; make it first")


def run(plan: Plan, engine: Engine, settings: Settings, *, on_line: Callable[[], object]) -> Counts:
    """Write the lines that are missing; with the last of them OUT has its name.

    Raises:
        WriteError: the disk is full; the run can be resumed.
        HedgerowError: the engine is broken, which is no fault of the article; the run can be resumed.
    """
    counts = {True: 0, False: 0}
    if plan.is_done:
        return Counts(0, 0)
    with plan.source.open("rb") as source, appending(plan.part) as write:
        for number, raw in enumerate(_lines(source, plan.input.size), start=1):
            if number <= plan.kept:
                continue
            line, is_read = _answer(number, raw, engine, settings)
            write(f"{line}\n".encode())
            counts[is_read] += 1
            on_line()
    finish(plan)
    return Counts(read=counts[True], failed=counts[False])


def _lines(source: BinaryIO, size: int) -> Iterator[bytes]:
    """Lines without their line break, within the bytes that the plan has seen."""
    while size > 0:
        raw = source.readline(size)
        if not raw:
            raise InputError("the input became shorter while it was read; restore it and run again")
        size -= len(raw)
        yield raw.removesuffix(b"\n")


def _answer(number: int, raw: bytes, engine: Engine, settings: Settings) -> tuple[str, bool]:
    """The output line, and whether it is an Analysis."""
    item = read_line(number, raw)
    if isinstance(item, Failure):
        return failure_line(item), False
    try:
        return _analysis_line(item, engine, settings), True
    except (InputError, RecordError) as error:
        return failure_line(failed(item, error)), False


def _analysis_line(item: Item, engine: Engine, settings: Settings) -> str:
    document = from_text(item.text, title=item.title, settings=settings)
    return to_json(engine.read(document, item.source_id))
