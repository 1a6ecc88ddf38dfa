"""Devices of language, one file each; every module here that defines `DETECTOR` is found by itself."""

import pkgutil
from functools import cache
from importlib import import_module

from framing.detectors.types import Detector, Mark

__all__ = ["Detector", "Mark", "detectors"]


@cache
def detectors() -> tuple[Detector, ...]:
    """All detectors, by name."""
    modules = (import_module(f"{__name__}.{info.name}") for info in pkgutil.iter_modules(__path__))
    found = (getattr(module, "DETECTOR", None) for module in modules)
    return tuple(sorted((d for d in found if d is not None), key=lambda d: d.name))
