"""An article as somebody supplied it, or where it is to be fetched."""

import hashlib
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from framing.editing.operations import ChangeParagraph, Operation, operation_from_json, operation_to_json
from framing.settings import DEFAULTS, Settings


class Source(NamedTuple):
    """An article as supplied: text that was pasted or comes from a sample, or the bytes of a file."""

    name: str
    data: str | bytes
    any_language: bool = False
    url: str | None = None  # where it was fetched
    edits: tuple[str, ...] = ()  # corrections in order, as `framing.edits.operation_to_json` writes them
    record: str | None = None  # the reading, where it was read before and is not to be read anew: `framing.codec`

    @property
    def settings(self) -> Settings:
        return Settings(any_language=self.any_language) if self.any_language else DEFAULTS

    @property
    def key(self) -> str:
        """Digest of all that a reading depends on; other corrections than those of paragraphs are made on it."""
        return _key(self)

    @property
    def page(self) -> str:
        """Digest of the reading with all corrections, which is what the page shows."""
        return hashlib.sha256(f"{self.key} {self.edits}".encode()).hexdigest() if self.edits else self.key

    @property
    def operations(self) -> tuple[Operation, ...]:
        return tuple(map(operation_from_json, self.edits))

    @property
    def cut(self) -> tuple[Operation, ...]:
        """The corrections of paragraphs, which need a new reading."""
        return tuple(operation for operation in self.operations if isinstance(operation, ChangeParagraph))

    @property
    def uncorrected(self) -> "Source":
        return self._replace(edits=())


@lru_cache(maxsize=16)  # each click asks for it several times, and a file may have many MB
def _key(source: Source) -> str:
    data = source.data if isinstance(source.data, bytes) else source.data.encode("utf-8", "surrogatepass")
    cut = [operation_to_json(operation) for operation in source.cut]
    how = (
        f"{type(source.data).__name__} {Path(source.name).suffix} {source.settings} {source.url} {cut} {source.record}"
    )
    return hashlib.sha256(how.encode() + b"\0" + data).hexdigest()


class Link(NamedTuple):
    """The address of an article, as typed."""

    address: str


class Arrived(NamedTuple):
    """How much of a page has been fetched."""

    size: int  # bytes


def forget() -> None:
    """Keep no article whose digest was asked for."""
    _key.cache_clear()
