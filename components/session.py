"""Every cache and every session key; the only module of the page that loads models."""

import gc
import hashlib
import threading
from collections import OrderedDict
from pathlib import Path
from typing import NamedTuple, Protocol

import streamlit as st

from framing.document.types import Document
from framing.errors import HedgerowError, LanguageError
from framing.settings import DEFAULTS, Settings
from framing.types import Analysis
from samples import Sample, all_samples

# Session keys. Values are strings, numbers and tuples of them, never objects of the record.
SOURCE = "source"  # the article on the page
REQUEST = "request"  # an article that the next run is to read
PROBLEM = "problem"  # why the last request was not read
MARK = "mark"  # the mark whose evidence is open
SUGGESTED = "suggested"  # true while that mark was opened by the page and not by the reader
ACTOR = "actor"  # the chosen side, by its name; also in the URL
VIEW = "view"  # what is shown under the evidence; also in the URL
UNSURE = "unsure"  # whether charts count readings below their threshold
REMOUNTS = "remounts"  # how often charts were mounted anew, which is the way to clear their own selection
INTAKE = "intake"  # whether the intake is open
SEARCH = "search"  # what is searched for in the tables
ADDRESS = "address"  # whether the address was read, which happens once
TOUR = "tour"  # the hint of the tour that is shown; 0 once it is dismissed

MAX_READINGS = 32  # finished analyses kept for all sessions; each holds its text, at most some MB


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


class Problem(NamedTuple):
    """A refusal in words, with what was supplied so that it can be read nevertheless."""

    message: str
    language: bool
    source: Source


class Engine(Protocol):
    def analyse(self, document: Document, settings: Settings) -> Analysis: ...


class Readings:
    """Finished analyses by the key of their source; the least recently used one goes first."""

    def __init__(self, size: int = MAX_READINGS) -> None:
        self._size = size
        self._lock = threading.Lock()
        self._kept: OrderedDict[str, Analysis] = OrderedDict()

    def get(self, key: str) -> Analysis | None:
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def put(self, key: str, analysis: Analysis) -> None:
        with self._lock:
            self._kept[key] = analysis
            self._kept.move_to_end(key)
            while len(self._kept) > self._size:
                self._kept.popitem(last=False)


def load_engine() -> Engine:
    """Load parser and network; the imports stand here because they take seconds."""
    from framing.pipeline import analyse
    from models.parser import load_parser
    from models.reader import load_reader

    parser, reader = load_parser(), load_reader()

    class Loaded:
        def analyse(self, document: Document, settings: Settings) -> Analysis:
            return analyse(document, parser=parser, reader=reader, settings=settings)

    # Streamlit collects garbage after every run; with the models' objects frozen that costs nothing.
    gc.collect()
    gc.freeze()
    return Loaded()


@st.cache_resource(show_spinner="Loading the models, once per start …")
def engine() -> Engine:
    return load_engine()


@st.cache_resource(show_spinner=False)
def readings() -> Readings:
    return Readings()


def read(source: Source) -> Analysis:
    """
    Raises:
        HedgerowError: the source cannot be read, or the models cannot be loaded.
    """
    known = readings().get(source.key)
    if known is not None:
        return known
    analysis = engine().analyse(_document(source), source.settings)
    readings().put(source.key, analysis)
    return analysis


def _document(source: Source) -> Document:
    if isinstance(source.data, bytes):
        from framing.document.files import from_bytes

        return from_bytes(source.data, name=source.name, settings=source.settings)
    from framing.document.plain import from_text

    return from_text(source.data, settings=source.settings)


def samples() -> tuple[Sample, ...]:
    return all_samples()


def start() -> None:
    """Ask for the first sample when the page is opened."""
    st.session_state.setdefault(REMOUNTS, 0)
    if SOURCE not in st.session_state and REQUEST not in st.session_state and samples():
        st.session_state.setdefault(PROBLEM, None)
        first = samples()[0]
        if st.session_state[PROBLEM] is None:
            st.session_state[REQUEST] = Source(first.name, first.text)


def ask(source: Source) -> None:
    """Have the next run read this article."""
    st.session_state[REQUEST] = source


def settle() -> Analysis | None:
    """Read what was asked for, and return the article of the page; `None` before there is one.

    What cannot be read leaves the article of the page, and what was typed, as they are.
    """
    state = st.session_state
    request = state.pop(REQUEST, None)
    if request is not None:
        fresh = SOURCE not in state
        try:
            with st.spinner("Reading the article …"):
                read(request)
        except HedgerowError as error:
            state[PROBLEM] = Problem(str(error), isinstance(error, LanguageError), request)
        else:
            state.update({SOURCE: request, PROBLEM: None, MARK: None, INTAKE: False})
            state[REMOUNTS] += 1
            if not fresh:  # at first opening the choice may come from the URL
                state[ACTOR] = None
    return read(state[SOURCE]) if SOURCE in state else None


def open_mark(mark: str) -> None:
    """Show the evidence of this mark; an empty id closes it."""
    st.session_state[MARK] = mark
    st.session_state[SUGGESTED] = False


def model_card() -> str | None:
    """The card of the bundle that reads, our own Markdown; `None` without a bundle."""
    from models.bundle import DEFAULT_BUNDLE

    card = DEFAULT_BUNDLE / "MODEL_CARD.md"
    return card.read_text(encoding="utf-8") if card.is_file() else None


@st.cache_resource(show_spinner=False)
def measured() -> dict[str, tuple[tuple[str, float], ...]]:
    """The measured figures of every head of the bundle that reads; empty without a bundle."""
    from models.bundle import DEFAULT_BUNDLE, Layout
    from models.manifest import read_manifest

    manifest = Layout(DEFAULT_BUNDLE).manifest
    if not manifest.is_file():
        return {}
    return {head.spec.name: head.scores for head in read_manifest(manifest).heads}
