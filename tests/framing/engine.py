"""The real engine, with and without the network, for all tests below this folder and `tests/reference`."""

from functools import cache

from framing.document import from_text
from framing.pipeline import analyse
from framing.ports import Reader
from framing.settings import Settings
from framing.types import Analysis
from models.bundle import DEFAULT_BUNDLE
from models.parser import SpacyParser, load_parser
from models.reader import NetworkReader, load_reader

NAMED = Settings()
ANY_LANGUAGE = Settings(any_language=True)


@cache
def parser() -> SpacyParser:
    return load_parser()


@cache
def network() -> NetworkReader:
    """The bundle that is shipped, in the number format that gives the same figures everywhere."""
    return load_reader(DEFAULT_BUNDLE, number_format="float32")


def read_anew(text: str, *, any_language: bool = False, reader: Reader | None = None) -> Analysis:
    """Run every stage, also where this text was read before."""
    settings = ANY_LANGUAGE if any_language else NAMED
    return analyse(from_text(text, settings=settings), parser=parser(), reader=reader, settings=settings)


@cache
def read(text: str, any_language: bool = False) -> Analysis:
    """The record of `text`; it is frozen, so tests may share it."""
    return read_anew(text, any_language=any_language)


@cache
def read_networked(text: str) -> Analysis:
    """The record of `text`, in whatever language it seems to be, with the shipped bundle."""
    return read_anew(text, any_language=True, reader=network())
