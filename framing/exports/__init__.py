"""One file per download: every public module of this package defines `EXPORT`, and discovery finds it.

The files whose names begin with an underscore are what the formats share.
"""

import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import import_module

from framing.types import Analysis


class Group(StrEnum):
    """What a format is for, in the order in which the page offers them."""

    READ = "To read"
    TABLES = "Tables"
    TOOLS = "For other tools"
    RECORD = "The record"


@dataclass(frozen=True, slots=True)
class Export:
    """A format in which one Analysis can be taken away.

    A module imports the library of its format inside `write`, so that the page starts no later for it.
    """

    name: str  # lower case and underscores, as the module is called
    label: str  # on the button
    suffix: str  # of the file, with its dot
    mime: str
    write: Callable[[Analysis], bytes]  # the same bytes for the same record
    group: Group = Group.RECORD
    without_mark: Callable[[Analysis], bytes] | None = None  # of CSV: the same without a byte-order mark


@cache
def exports() -> tuple[Export, ...]:
    """All formats, by name.

    Raises:
        TypeError: a module without an `EXPORT`.
    """
    found = [_export_of(module.name) for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_")]
    return tuple(sorted(found, key=lambda export: export.name))


def _export_of(module: str) -> Export:
    export = getattr(import_module(f"{__name__}.{module}"), "EXPORT", None)
    if not isinstance(export, Export):
        raise TypeError(f"framing/exports/{module}.py defines no EXPORT")
    return export
