"""Every cache and every session key; the only module of the page that loads models."""

from __future__ import annotations

import contextlib
import gc
import os
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

import streamlit as st

from components.attendance import Attendance, Presence, close
from components.desk import Desk, Ticket
from components.shared import Comparisons, Derived, Engine, Pair, Shared, forget
from components.source import Arrived, Link, Source
from corpus import questions as questions  # handed on to the views of a corpus
from framing.errors import BundleError, HedgerowError
from framing.settings import Settings
from framing.steps import Step, Watch
from framing.types import Analysis
from samples import Sample, all_samples
from sources.permission import FOLDERS, VARIABLE, permitted

if TYPE_CHECKING:
    from framing.comparing.types import Comparison
    from framing.document.types import Document
    from framing.edits import Corrected
    from framing.ports import Meaning

# Session keys. Values are strings, numbers and tuples of them, never objects of the record.
SOURCE = "source"  # the article on the page
REQUEST = "request"  # an article that the next run is to read
PROBLEM = "problem"  # why the last request was not read
MARK = "mark"  # the mark whose evidence is open
ASKED = "asked"  # the mark that a click in the text asked for last
SUGGESTED = "suggested"  # true while that mark was opened by the page and not by the reader
ACTOR = "actor"  # the chosen side, by its name; also in the URL
VIEW = "view"  # what is shown under the evidence; also in the URL
UNSURE = "unsure"  # whether charts count readings below their threshold
REMOUNTS = "remounts"  # how often charts were mounted anew, which is the way to clear their own selection
INTAKES = "intakes"  # how often the page has opened the intake by itself; see `intake`
UNDONE = "undone"  # corrections that were undone and can be made again, as JSON
UNDONE_OF = "undone_of"  # the article that they belong to
REFUSED = "refused"  # why the last correction was not made
UNDER_WAY = "under_way"  # the reading that is being waited for
BESIDE = "beside"  # the article that is laid beside the one on the page
LAYING = "laying"  # its reading or the comparison that is being waited for
PAIR_VIEW = "pair_view"  # what of two articles is listed
PLACE = "place"  # the entry of that list whose places are open, with the list that it belongs to
LOOK = "look"  # how two articles are looked at: kinds that are hidden, and whether what both carry is dimmed
RECENT = "recent"  # the last articles of this session, the newest first
LEVEL = "level"  # whether charts count for sides, or for persons and bodies by themselves
FOCUS = "focus"  # what is open of a chart: article, chart, mark, its words, its sentences
MOUNTS = "mounts"  # by chart: how often it was mounted anew by itself
SEARCH = "search"  # what is searched for in the tables
ADDRESS = "address"  # whether the address was read, which happens once
CORPUS = "corpus"  # the corpus that is shown in place of an article: its folder, and which results lie there
CORPUS_MARK = "corpus_mark"  # what of it is open: the drawing or table, and the number of the mark
CORPUS_PLACE = "corpus_place"  # the sentence of it that is opened in its article: page, and code points
TOUR = "tour"  # the hint of the tour that is shown; 0 once it is dismissed

MAX_READINGS = 32  # finished analyses kept for all sessions; each holds its text, at most some MB
MAX_FETCHES = 16  # pages fetched at a time for all sessions; each is a thread that waits, and at most some MB


Pending = Ticket[Link, Arrived, Source] | Ticket[Source, Step, Analysis]
Awaited: TypeAlias = "Ticket[Source, Step, Analysis] | Ticket[Pair, None, Comparison]"  # for the article beside


def load_engine() -> Engine:
    """Load parser and network; the imports stand here because they take seconds."""
    from framing.pipeline import analyse
    from models.parser import load_parser
    from models.reader import load_reader

    with ThreadPoolExecutor(2) as both:  # the network's weights are read and copied while the parser builds its rules
        loading_parser, loading_reader = both.submit(load_parser), both.submit(load_reader)
        parser, reader = loading_parser.result(), loading_reader.result()

    class Loaded:
        def analyse(self, document: Document, settings: Settings, watch: Watch) -> Analysis:
            return analyse(document, parser=parser, reader=reader, settings=settings, watch=watch)

        def forget(self) -> None:
            reader.forget()

    # Streamlit collects garbage after every run; with the models' objects frozen that costs nothing.
    gc.collect()
    gc.freeze()
    return Loaded()


@st.cache_resource(show_spinner=False)
def shared() -> Shared:
    return Shared(load_engine, _document, keep=MAX_READINGS)


def preload() -> None:
    """Load the engine before anybody asks; what is wrong with it, the first reading will tell."""

    def load(what: Shared) -> None:
        with contextlib.suppress(HedgerowError):
            what.engine()

    threading.Thread(target=load, args=(shared(),), name="preload", daemon=True).start()


def _document(source: Source) -> Document:
    """The article cut into paragraphs, as the rules do and then as the analyst has it."""
    from framing.edits import edit_document

    return edit_document(_supplied(source), source.operations)


def _supplied(source: Source) -> Document:
    if source.record is not None:
        from framing.codec import from_json
        from framing.edits import document_of

        return document_of(from_json(source.record))
    if isinstance(source.data, bytes):
        from framing.document.files import from_bytes

        document = from_bytes(source.data, name=source.name, settings=source.settings)
        # Where it was fetched is known; what a page says of its own address is not.
        return document if source.url is None else replace(document, url=source.url)
    from framing.document.plain import from_text

    return from_text(source.data, settings=source.settings)


def may_fetch() -> bool:
    """Whether addresses are fetched here; see `sources.permission`.

    Raises:
        SettingError: the setting means nothing.
    """
    return permitted(os.environ, address=st.get_option("server.address"))


def may_open_folders() -> bool:
    """Whether a folder is opened by its path here; raises like `may_fetch`."""
    return permitted(os.environ, address=st.get_option("server.address"), variable=FOLDERS)


def serve_others() -> None:
    """Fetch nothing and open no path from now on, unless the settings say otherwise: others would use this machine."""
    os.environ.setdefault(VARIABLE, "off")
    os.environ.setdefault(FOLDERS, "off")


@st.cache_resource(show_spinner=False)
def fetches() -> Desk[Link, Arrived, Source]:
    """The desk of pages that are being fetched. All at once, since they only wait: a slow site holds up nobody."""
    return Desk(lambda link, tell: _fetched(link, tell), beside=MAX_FETCHES, room=MAX_FETCHES, turns=False)


def _fetched(link: Link, tell: Callable[[Arrived], None]) -> Source:
    from sources.fetch import fetch

    page = fetch(link.address, watch=lambda size: tell(Arrived(size)))
    return Source(page.name, page.data, url=page.url)


def load_meaning() -> Meaning | None:
    """The published encoder, which the first comparison waits a second for."""
    from models.meaning import load_meaning

    return load_meaning()


@st.cache_resource(show_spinner=False)
def comparisons() -> Comparisons:
    return Comparisons(load_meaning, keep=MAX_READINGS)


def samples() -> tuple[Sample, ...]:
    return all_samples()


@st.cache_resource(show_spinner=False)
def derived() -> Derived:
    return Derived(MAX_READINGS)


@st.cache_resource(show_spinner=False)
def attendance() -> Attendance:
    """Samples are always held: everybody begins with one, and they are nobody's text."""
    always = frozenset(Source(sample.name, sample.text).key for sample in samples())
    engine, compared, made = shared(), comparisons(), derived()
    patience = st.get_option("server.disconnectedSessionTTL") * 2 / 3  # before Streamlit loses sight of a session
    return Attendance(
        lambda held: forget(engine, compared, made, held=held | always, unused=patience), close, patience=patience
    )


@st.cache_resource(scope="session", show_spinner=False, on_release=Presence.end)
def presence() -> Presence:
    return Presence(attendance())


def finished(source: Source) -> Analysis | None:
    """The reading of an article with its corrections, if it lies on the shelf."""
    reading = shared().readings.get(source.key)
    if reading is None or not source.edits:
        return reading
    return corrected(source, reading).analysis


def corrected(source: Source, reading: Analysis) -> Corrected:
    """A reading with its corrections, and those that no longer stand."""
    from framing.edits import reread

    def make() -> Corrected:
        return reread(_supplied(source.uncorrected), source.operations, lambda _: reading)

    return derived().get(source.page, "corrected", make)


def attachments(source: Source) -> tuple[str, ...]:
    """Names of what came with a file and is not read."""
    return derived().get(source.key, "attachments", lambda: _supplied(source).unread)


def intake() -> str:
    """The session key of whether the intake is open.

    It is another one each time the page opens the intake by itself: a look at the progress that the browser sent just
    before still says "closed", and would close it again.
    """
    return intake_key(st.session_state.get(INTAKES, 0))


def intake_key(times: int) -> str:
    return f"intake-{times}"


def open_intake() -> None:
    """Open the intake from the next drawing on."""
    state = st.session_state
    state[INTAKES] = state.get(INTAKES, 0) + 1
    state[intake()] = True


def open_mark(mark: str) -> None:
    """Show the evidence of this mark; an empty id closes it."""
    st.session_state[MARK] = mark
    st.session_state[SUGGESTED] = False


def answer(mark: str) -> None:
    """Show the evidence of a mark that was clicked in the text, and remember what is answered by it."""
    st.session_state[ASKED] = mark
    open_mark(mark)


def model_card() -> str | None:
    """The card of the bundle that reads, our own Markdown; `None` without one that can be read."""
    from models.bundle import DEFAULT_BUNDLE, Layout

    try:
        return Layout(DEFAULT_BUNDLE).card.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def measured() -> dict[str, tuple[tuple[str, float], ...]]:
    """The measured figures of every head of the bundle that reads; empty without one that can be read."""
    from models.bundle import DEFAULT_BUNDLE, Layout

    try:
        written = Layout(DEFAULT_BUNDLE).manifest.stat()
        return _measured(written.st_mtime_ns, written.st_size)
    except (BundleError, OSError):  # the engine refuses such a bundle, and says what is wrong with it
        return {}


@st.cache_resource(max_entries=1, show_spinner=False)
def _measured(changed: int, size: int) -> dict[str, tuple[tuple[str, float], ...]]:  # noqa: ARG001 - cache key
    from models.bundle import DEFAULT_BUNDLE, Layout
    from models.manifest import read_manifest

    return {head.spec.name: head.scores for head in read_manifest(Layout(DEFAULT_BUNDLE).manifest).heads}
