"""The engine with the real parser and no network; see `tests/framing/engine.py`."""

from collections.abc import Callable

import pytest

from framing.types import Analysis
from tests.framing import engine


@pytest.fixture(scope="session")
def read() -> Callable[..., Analysis]:
    """`read(text, any_language=False)`; one record per text and session."""
    engine.parser()
    return engine.read
