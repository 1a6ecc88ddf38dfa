"""An article as somebody supplied it, or where it is to be fetched."""

import hashlib
from pathlib import Path
from typing import NamedTuple

from framing.settings import DEFAULTS, Settings


class Source(NamedTuple):
    """An article as supplied: text that was pasted or comes from a sample, or the bytes of a file."""

    name: str
    data: str | bytes
    any_language: bool = False
    url: str | None = None  # where it was fetched

    @property
    def settings(self) -> Settings:
        return Settings(any_language=self.any_language) if self.any_language else DEFAULTS

    @property
    def key(self) -> str:
        """Digest of the content, the way it is read, the settings, and where it was fetched."""
        data = self.data if isinstance(self.data, bytes) else self.data.encode("utf-8", "surrogatepass")
        how = f"{type(self.data).__name__} {Path(self.name).suffix} {self.settings} {self.url}"
        return hashlib.sha256(how.encode() + b"\0" + data).hexdigest()


class Link(NamedTuple):
    """The address of an article, as typed."""

    address: str


class Arrived(NamedTuple):
    """How much of a page has been fetched."""

    size: int  # bytes
