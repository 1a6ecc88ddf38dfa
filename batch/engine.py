"""Everything heavy, loaded at the edge: the command line checks its arguments before it comes here.

Some imports stand inside the functions because spaCy and torch take seconds to import, which `--version`,
`--help` and a mistyped file name should not cost.
"""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from typing import TypeAlias

from framing import __version__
from framing.document.types import Document
from framing.errors import FaultError, HedgerowError
from framing.settings import Settings
from framing.types import Analysis, Setting

SourceId: TypeAlias = str | int | float | bool | None
Task: TypeAlias = tuple[Document, SourceId]
Outcome: TypeAlias = Analysis | HedgerowError


# What a wrong line of the program raises. Not what the machine lacks (memory, files) nor what stops a run.
FAULTS = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)


def one_by_one(read: Callable[[Document, SourceId], Analysis], tasks: Sequence[Task]) -> list[Outcome]:
    """What each article gives, the errors among it."""
    outcomes: list[Outcome] = []
    for task in tasks:
        try:
            outcomes.append(guarded(partial(read, *task)))
        except HedgerowError as error:
            outcomes.append(error)
    return outcomes


def guarded(read: Callable[[], Analysis]) -> Analysis:
    """Read one article of many, which shall not end the run for all.

    Raises:
        FaultError: the program is wrong about this article.
        HedgerowError: of the article or the engine, as it is.
    """
    try:
        return read()
    except HedgerowError:
        raise
    except FAULTS as error:
        raise FaultError(f"{type(error).__name__}: {error}; this is a fault of Hedgerow, please report it") from error


@dataclass(frozen=True, slots=True)
class Engine:
    """Reads documents; two engines of one identity give the same bytes."""

    read: Callable[[Document, SourceId], Analysis]
    identity: tuple[Setting, ...]
    read_all: Callable[[Sequence[Task]], list[Outcome]]  # the same records as by `read`, some articles of many


@dataclass(frozen=True, slots=True)
class Parts:
    """What the commands need from outside; tests give their own."""

    load: Callable[[Settings], Engine]
    load_worker: Callable[[Settings], Engine]  # for one of several processes; can be pickled
    open_file: Callable[[bytes, str, Settings], Document]  # content, name, settings


def load_engine(settings: Settings, *, threads: int | None = None, number_format: str | None = None) -> Engine:
    """Load parser and network.

    Args:
        threads: None for all cores.
        number_format: None for the fastest that the processor has.

    Raises:
        BundleError: weights or parser are missing or altered.
    """
    from framing.lexicon import digest
    from framing.pipeline import analyse
    from models.parser import load_parser
    from models.reader import load_reader

    parser, reader = load_parser(), load_reader(threads=threads, number_format=number_format)

    def read(document: Document, source_id: SourceId) -> Analysis:
        return analyse(document, parser=parser, reader=reader, settings=settings, source_id=source_id)

    def read_all(tasks: Sequence[Task]) -> list[Outcome]:
        with parser.forgetting():
            outcomes = one_by_one(read, tasks)
        reader.forget()  # rows of other articles would only fill the memory
        return outcomes

    identity = {
        "version": __version__,
        "parser": f"{parser.identity.name} {parser.identity.sha256}",
        "bundle": f"{reader.identity.name} {reader.identity.sha256}",
        "encoder": f"{reader.encoder.name} {reader.encoder.sha256}",
        "heads": ", ".join(sorted(reader.heads)),
        "number_format": reader.number_format,
        "lexicons": digest(),
        **{f"settings.{name}": str(value) for name, value in asdict(settings).items()},
    }
    return Engine(read, tuple(Setting(*item) for item in identity.items()), read_all)


def open_file(content: bytes, name: str, settings: Settings) -> Document:
    from framing.document.files import from_bytes

    return from_bytes(content, name=name, settings=settings)


PARTS = Parts(load_engine, partial(load_engine, threads=1), open_file)
