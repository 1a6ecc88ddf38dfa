"""An article as somebody supplied it."""

import hashlib
from pathlib import Path
from typing import NamedTuple

from framing.settings import DEFAULTS, Settings


class Source(NamedTuple):
    """An article as supplied: text that was pasted or comes from a sample, or the bytes of a file."""

    name: str
    data: str | bytes
    any_language: bool = False

    @property
    def settings(self) -> Settings:
        return Settings(any_language=self.any_language) if self.any_language else DEFAULTS

    @property
    def key(self) -> str:
        """Digest of the content, the way it is read, and the settings."""
        data = self.data if isinstance(self.data, bytes) else self.data.encode("utf-8", "surrogatepass")
        how = f"{type(self.data).__name__} {Path(self.name).suffix} {self.settings}"
        return hashlib.sha256(how.encode() + b"\0" + data).hexdigest()
