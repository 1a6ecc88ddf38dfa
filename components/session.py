"""Every cache and every session key; the only module of the page that loads models."""

from __future__ import annotations

import contextlib
import gc
import threading
from typing import TYPE_CHECKING, NamedTuple

import streamlit as st

from components.desk import Busy, Standing, Ticket
from components.shared import Engine, Shared
from components.source import Source
from components.wording import title
from framing.errors import HedgerowError, LanguageError
from framing.settings import Settings
from framing.steps import Step, Watch
from framing.types import Analysis
from samples import Sample, all_samples

if TYPE_CHECKING:
    from framing.document.types import Document

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
INTAKE = "intake"  # whether the intake is open
UNDER_WAY = "under_way"  # the reading that is being waited for
RECENT = "recent"  # the last articles of this session, the newest first
LEVEL = "level"  # whether charts count for sides, or for persons and bodies by themselves
FOCUS = "focus"  # what is open of a chart: article, chart, mark, its words, its sentences
MOUNTS = "mounts"  # by chart: how often it was mounted anew by itself
SEARCH = "search"  # what is searched for in the tables
ADDRESS = "address"  # whether the address was read, which happens once
TOUR = "tour"  # the hint of the tour that is shown; 0 once it is dismissed

MAX_READINGS = 32  # finished analyses kept for all sessions; each holds its text, at most some MB
MAX_RECENT = 6
PAUSE = 0.6  # seconds that a reading may take before the page shows how far it is


class Problem(NamedTuple):
    """A refusal in words, with what was supplied so that it can be read nevertheless."""

    message: str
    language: bool
    source: Source


class Recent(NamedTuple):
    """An article of this session, by the words that it begins with."""

    title: str
    source: Source


def load_engine() -> Engine:
    """Load parser and network; the imports stand here because they take seconds."""
    from framing.pipeline import analyse
    from models.parser import load_parser
    from models.reader import load_reader

    parser, reader = load_parser(), load_reader()

    class Loaded:
        def analyse(self, document: Document, settings: Settings, watch: Watch) -> Analysis:
            return analyse(document, parser=parser, reader=reader, settings=settings, watch=watch)

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
    if isinstance(source.data, bytes):
        from framing.document.files import from_bytes

        return from_bytes(source.data, name=source.name, settings=source.settings)
    from framing.document.plain import from_text

    return from_text(source.data, settings=source.settings)


def samples() -> tuple[Sample, ...]:
    return all_samples()


class UnderWay(NamedTuple):
    """A reading that was asked for; `opened`: the intake was open then, and what was typed stands in it."""

    source: Source
    ticket: Ticket[Source, Step, Analysis]
    opened: bool


class Presence:
    """Hears when the connection of its session ends, and tells the desk."""

    ticket: Ticket[Source, Step, Analysis] | None = None

    def end(self) -> None:
        if self.ticket is not None:
            self.ticket.leave()


@st.cache_resource(scope="session", show_spinner=False, on_release=Presence.end)
def presence() -> Presence:
    return Presence()


def start() -> None:
    """Ask for the first sample when the page is opened."""
    if REMOUNTS in st.session_state:
        return
    st.session_state.update({REMOUNTS: 0, PROBLEM: None, RECENT: ()})
    if samples():
        first = samples()[0]
        ask(Source(first.name, first.text))


def ask(source: Source) -> None:
    """Have the next run read this article."""
    st.session_state[REQUEST] = source


def settle() -> Analysis | None:
    """Begin what was asked for, take over what has ended, and return the article of the page.

    What cannot be read leaves the article of the page, and what was typed, as they are.
    """
    state = st.session_state
    request = state.pop(REQUEST, None)
    if request is None and UNDER_WAY not in state:
        request = state.get(SOURCE) if article() is None else None  # the shelf has made room for others
    if request is not None:
        _begin(request)
    standing = under_way()
    if standing is not None and standing.ended:
        _finish()
    return article()


def article() -> Analysis | None:
    """The article of the page; `None` before there is one."""
    source = shown()
    return shared().readings.get(source.key) if source is not None else None


def shown() -> Source | None:
    """Where the article of the page comes from."""
    source: Source | None = st.session_state.get(SOURCE)
    return source


def under_way() -> Standing[Step] | None:
    """How far the reading is that was asked for; `None` when nothing is waited for."""
    now: UnderWay | None = st.session_state.get(UNDER_WAY)
    if now is None:
        return None
    presence().ticket = now.ticket
    return now.ticket.look()


def stop() -> None:
    """Give up the reading under way; what was typed stays, and the intake opens again where it was open."""
    now: UnderWay | None = st.session_state.pop(UNDER_WAY, None)
    if now is not None:
        now.ticket.cancel()
        _back(now)


def _begin(request: Source) -> None:
    state = st.session_state
    former: UnderWay | None = state.pop(UNDER_WAY, None)
    if former is not None:
        former.ticket.cancel()
    state[PROBLEM] = None
    known = shared().readings.get(request.key)
    if known is not None:
        _show(request, known)
        return
    try:
        ticket = shared().desk.ask(request.key, request)
    except Busy as error:
        state[PROBLEM] = Problem(str(error), False, request)
        return
    state[UNDER_WAY] = UnderWay(request, ticket, state.get(INTAKE, False))
    if not ticket.wait(PAUSE):
        state[INTAKE] = False


def _finish() -> None:
    now: UnderWay = st.session_state.pop(UNDER_WAY)
    try:
        analysis = now.ticket.result()
    except HedgerowError as error:
        st.session_state[PROBLEM] = Problem(str(error), isinstance(error, LanguageError), now.source)
        _back(now)
    else:
        _show(now.source, analysis)


def _back(now: UnderWay) -> None:
    """Leave everything as it was before the reading; an article that was to be read again is gone."""
    st.session_state[INTAKE] = now.opened
    if st.session_state.get(SOURCE) == now.source:
        del st.session_state[SOURCE]


def _show(source: Source, analysis: Analysis) -> None:
    state = st.session_state
    state[INTAKE] = False
    others = [recent for recent in state[RECENT] if recent.source != source]
    state[RECENT] = (Recent(title(analysis), source), *others)[:MAX_RECENT]
    if state.get(SOURCE) == source:
        return
    if state[REMOUNTS]:  # at first opening the choice may come from the URL
        state[ACTOR] = None
    state.update({SOURCE: source, MARK: None})
    state[REMOUNTS] += 1


def open_mark(mark: str) -> None:
    """Show the evidence of this mark; an empty id closes it."""
    st.session_state[MARK] = mark
    st.session_state[SUGGESTED] = False


def answer(mark: str) -> None:
    """Show the evidence of a mark that was clicked in the text, and remember what is answered by it."""
    st.session_state[ASKED] = mark
    open_mark(mark)


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
