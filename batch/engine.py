"""Everything heavy, loaded at the edge: the command line checks its arguments before it comes here.

Some imports stand inside the functions because spaCy and torch take seconds to import, which `--version`,
`--help` and a mistyped file name should not cost.
"""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import TypeAlias

from framing import __version__
from framing.document.types import Document
from framing.settings import Settings
from framing.types import Analysis, Setting

SourceId: TypeAlias = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Engine:
    """Reads documents; two engines of one identity give the same bytes."""

    read: Callable[[Document, SourceId], Analysis]
    identity: tuple[Setting, ...]


@dataclass(frozen=True, slots=True)
class Parts:
    """What the commands need from outside; tests give their own."""

    load: Callable[[Settings], Engine]
    open_file: Callable[[bytes, str, Settings], Document]  # content, name, settings


def load_engine(settings: Settings) -> Engine:
    """Load parser and network.

    Raises:
        BundleError: weights or parser are missing or altered.
    """
    from framing.lexicon import digest
    from framing.pipeline import analyse
    from models.parser import load_parser
    from models.reader import load_reader

    parser, reader = load_parser(), load_reader()

    def read(document: Document, source_id: SourceId) -> Analysis:
        return analyse(document, parser=parser, reader=reader, settings=settings, source_id=source_id)

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
    return Engine(read, tuple(Setting(name, value) for name, value in identity.items()))


def open_file(content: bytes, name: str, settings: Settings) -> Document:
    from framing.document.files import from_bytes

    return from_bytes(content, name=name, settings=settings)


PARTS = Parts(load_engine, open_file)
