"""One block of rows, from the input to its Parquet files: what every process does, whoever started it."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby, islice

from batch.columns import document, named, source_id
from batch.engine import Engine, SourceId, Task
from batch.folder import Block, Folder, write_parts
from batch.inputs import File, Row, read
from batch.lines import read_object
from batch.tables import Gathered
from framing.document.files import READERS, from_bytes
from framing.document.types import Document
from framing.errors import BundleError, HedgerowError, InputError, LexiconError, RecordError
from framing.settings import Settings
from framing.types import Analysis, Setting

STAGE = "row"  # the failure of a row that holds no article
GROUP = 8  # articles after which the parser forgets the words that it has met in them
BROKEN = (BundleError, LexiconError)  # no fault of the article, so the run stops


@dataclass(frozen=True, slots=True)
class Job:
    """What a worker is told once; small enough to be sent to each."""

    folder: Folder
    files: tuple[File, ...]
    columns: tuple[Setting, ...]
    settings: Settings
    load: Callable[[Settings], Engine]


@dataclass(frozen=True, slots=True)
class Done:
    """A block whose files stand under their temporary names."""

    block: Block
    tables: tuple[str, ...]
    engine: tuple[Setting, ...]
    token: str  # in those names


@dataclass(frozen=True, slots=True)
class Failure:
    source_id: SourceId
    stage: str
    message: str


class Worker:
    """Reads one block after another with one engine; later blocks are reached without going back to the start."""

    def __init__(self, job: Job, *, on_article: Callable[[], object] = lambda: None) -> None:
        self._job = job
        # A worker that is held for lost may still write, so no two have a temporary name in common.
        self._token = secrets.token_hex(8)
        self._columns = {setting.name: setting.value for setting in job.columns}
        self._engine = job.load(job.settings)
        self._on_article = on_article
        self._next: int | None = None  # the row that comes out next
        self._rows: Iterator[Row] = iter(())

    def read(self, block: Block) -> Done:
        """
        Raises:
            InputError: the input has changed since it was surveyed.
            HedgerowError: the engine is broken.
        """
        gathered, failures = Gathered(), 0
        for _, numbered in groupby(self._between(block), key=lambda numbered: numbered[0] // GROUP):
            for row, outcome in self._outcomes([row for _, row in numbered]):
                failures += not self._add(gathered, row, outcome)
                self._on_article()
        counted = replace(block, articles=block.stop - block.start - failures, failures=failures)
        tables = write_parts(self._job.folder, block, gathered, self._token)
        return Done(counted, tables, self._engine.identity, self._token)

    def _between(self, block: Block) -> Iterator[tuple[int, Row]]:
        """The rows of the block with their numbers, counted from 0 over the input."""
        if self._next is None or block.start < self._next:
            self._rows, self._next = read(self._job.files, block.start, self._columns), block.start
        rows = islice(self._rows, block.start - self._next, None)
        self._next = block.stop
        for number in range(block.start, block.stop):
            row = next(rows, None)
            if row is None:
                raise InputError("the input became shorter while it was read; restore it and run again")
            yield number, row

    def _outcomes(self, rows: Sequence[Row]) -> Iterator[tuple[Row, Analysis | Failure]]:
        """In order; those that can be opened are read."""
        opened = [open_row(row, self._columns, self._job.settings) for row in rows]
        tasks = [task for task in opened if not isinstance(task, Failure)]
        read_ = iter(self._engine.read_all(tasks))
        for row, task in zip(rows, opened, strict=True):
            if isinstance(task, Failure):
                yield row, task
                continue
            outcome = next(read_)
            if isinstance(outcome, BROKEN):
                raise outcome
            if isinstance(outcome, HedgerowError):
                yield row, Failure(task[1], outcome.stage, str(outcome))
            else:
                yield row, outcome

    def _add(self, gathered: Gathered, row: Row, outcome: Analysis | Failure) -> bool:
        """Whether the row became an article."""
        key = (row.input, row.row)
        if isinstance(outcome, Failure):
            gathered.fail(key, outcome.source_id, outcome.stage, outcome.message)
            return False
        try:
            gathered.add(key, outcome)
        except RecordError as error:
            gathered.fail(key, outcome.article.source_id, error.stage, str(error))
            return False
        return True


def open_row(row: Row, columns: Mapping[str, str], settings: Settings) -> Task | Failure:
    """The document of a row and the caller's name for it, or why there is none."""
    if row.suffix in READERS and isinstance(row.content, bytes):
        return _opened(None, partial(from_bytes, row.content, name=row.input, settings=settings))
    name: SourceId = None
    try:
        cells = read_object(row.row, row.content) if isinstance(row.content, bytes) else row.content
        name = source_id(cells, columns)
        article = named(cells, columns)
    except (InputError, RecordError) as error:
        return Failure(name, STAGE, str(error))
    return _opened(name, partial(document, article, settings))


def _opened(name: SourceId, make: Callable[[], Document]) -> Task | Failure:
    try:
        return make(), name
    except InputError as error:
        return Failure(name, error.stage, str(error))
