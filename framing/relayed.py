"""A reader in front of another one: how it is asked is its own affair, all else is as the other tells it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from framing.ports import Identity, Reader


@dataclass(slots=True, eq=False)
class Relayed:
    """With `read` and `compare`, a subclass implements `framing.ports.Reader`."""

    inner: Reader

    @property
    def identity(self) -> Identity:
        return self.inner.identity

    @property
    def encoder(self) -> Identity:
        return self.inner.encoder

    @property
    def heads(self) -> frozenset[str]:
        return self.inner.heads

    @property
    def number_format(self) -> str:
        return self.inner.number_format
