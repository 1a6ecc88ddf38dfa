"""The article of the page: asked for, read, and shown with its corrections."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

import streamlit as st

from components import session
from components.desk import Busy, Standing
from components.source import Arrived, Link, Source
from components.wording import title
from framing.errors import HedgerowError, LanguageError
from framing.steps import Step
from framing.types import Analysis

if TYPE_CHECKING:
    from framing.edits import Dropped

MAX_RECENT = 6  # articles
PAUSE = 0.6  # seconds that a reading may take before the page shows how far it is


class Problem(NamedTuple):
    """A refusal in words, with what was supplied so that it can be read nevertheless."""

    message: str
    language: bool
    source: Source | Link


class Recent(NamedTuple):
    """An article of this session, by the words that it begins with."""

    title: str
    source: Source


class UnderWay(NamedTuple):
    """What was asked for, a page before its reading; `opened`: the intake was open then, with what was typed."""

    source: Source | Link
    ticket: session.Pending
    opened: bool


def start() -> None:
    """Ask for the first sample when the page is opened."""
    if session.REMOUNTS in st.session_state:
        return
    st.session_state.update({session.REMOUNTS: 0, session.PROBLEM: None, session.RECENT: ()})
    if session.samples():
        first = session.samples()[0]
        ask(Source(first.name, first.text))


def ask(source: Source | Link) -> None:
    """Have the next run read this article, or fetch it first."""
    st.session_state[session.REQUEST] = source


def settle() -> Analysis | None:
    """Begin what was asked for, take over what has ended, and return the article of the page.

    What cannot be read leaves the article of the page, and what was typed, as they are.
    """
    state = st.session_state
    request = state.pop(session.REQUEST, None)
    if request is None and session.UNDER_WAY not in state:
        request = state.get(session.SOURCE) if article() is None else None  # the shelf has made room for others
    if request is not None:
        _begin(request, opened=state.get(session.intake(), False))
    while (standing := under_way()) is not None and standing.ended:
        _finish()  # twice where a page was fetched: then it is read
    session.presence().hold(_held())
    return article()


def _held() -> Iterator[Source]:
    """The articles that this session may show at its next click."""
    state = st.session_state
    for source in (shown(), state.get(session.BESIDE), *(recent.source for recent in state[session.RECENT])):
        if source is not None:
            yield source


def article() -> Analysis | None:
    """The article of the page with its corrections; `None` before there is one."""
    source = shown()
    return session.finished(source) if source is not None else None


def shown() -> Source | None:
    """Where the article of the page comes from."""
    source: Source | None = st.session_state.get(session.SOURCE)
    return source


def moved_on(page: str) -> bool:
    """Whether another article, or this one with other corrections, was asked for since the page was drawn."""
    source = shown()
    return session.REQUEST in st.session_state or source is None or source.page != page


def under_way() -> Standing[Step] | Standing[Arrived] | None:
    """How far the reading is that was asked for; `None` when nothing is waited for."""
    now: UnderWay | None = st.session_state.get(session.UNDER_WAY)
    if now is None:
        return None
    standing = now.ticket.look()
    session.presence().wait_for(session.UNDER_WAY, now.ticket)
    return standing


def stop() -> None:
    """Give up the reading under way; what was typed stays, and the intake opens again where it was open."""
    now: UnderWay | None = st.session_state.pop(session.UNDER_WAY, None)
    if now is not None:
        now.ticket.cancel()
        _back(now)


def dismiss() -> None:
    """Take the reason away why the last request was not read."""
    st.session_state[session.PROBLEM] = None


def _begin(request: Source | Link, *, opened: bool) -> None:
    state = st.session_state
    former: UnderWay | None = state.pop(session.UNDER_WAY, None)
    if former is not None:
        former.ticket.cancel()
    state[session.PROBLEM] = None
    known = session.shared().readings.get(request.key) if isinstance(request, Source) else None
    if known is not None and isinstance(request, Source):
        _show(request, known)
        return
    try:
        ticket = _ticket(request)
    except Busy as error:
        state[session.PROBLEM] = Problem(str(error), False, request)
        return
    state[session.UNDER_WAY] = UnderWay(request, ticket, opened)
    session.presence().wait_for(session.UNDER_WAY, ticket)
    if not ticket.wait(PAUSE):
        state[session.intake()] = False


def _ticket(request: Source | Link) -> session.Pending:
    if isinstance(request, Link):
        return session.fetches().ask(request, request)
    return session.shared().desk.ask(request.key, request)


def _finish() -> None:
    now: UnderWay = st.session_state.pop(session.UNDER_WAY)
    try:
        found = now.ticket.result()
    except HedgerowError as error:
        st.session_state[session.PROBLEM] = Problem(str(error), isinstance(error, LanguageError), now.source)
        _back(now)
    else:
        if isinstance(found, Source):
            _begin(found, opened=now.opened)
        elif isinstance(now.source, Source):
            _show(now.source, found)


def _back(now: UnderWay) -> None:
    """Leave everything as it was before the reading; an article that was to be read again is gone."""
    if now.opened and not st.session_state.get(session.intake(), False):
        session.open_intake()
    if st.session_state.get(session.SOURCE) == now.source:
        del st.session_state[session.SOURCE]


def _show(source: Source, analysis: Analysis) -> None:
    state = st.session_state
    state[session.intake()] = False
    remember(source, analysis)
    former = shown()
    if former == source:
        return
    same = former is not None and former.uncorrected == source.uncorrected
    if state[session.REMOUNTS] and not same:  # at first opening the choice may come from the URL
        state.update({session.ACTOR: None, session.BESIDE: None})
    state.update({session.SOURCE: source, session.MARK: None})
    state[session.REMOUNTS] += 1


def show_corrected(source: Source) -> None:
    """Show the article of the page with other corrections, which need no new reading."""
    state = st.session_state
    state[session.SOURCE] = source
    state[session.REMOUNTS] += 1
    analysis = article()
    if analysis is not None:
        remember(source, analysis)


def page() -> str:
    """The name of what the page shows: a reading and its corrections; empty before there is one."""
    source = shown()
    return source.page if source is not None else ""


def unread() -> tuple[str, ...]:
    """Names of what was attached to the article of the page and not read."""
    source = shown()
    return session.attachments(source) if source is not None and isinstance(source.data, bytes) else ()


def dropped() -> tuple[Dropped, ...]:
    """The corrections of the page's article that its reading no longer has the words for."""
    source = shown()
    reading = session.shared().readings.get(source.key) if source is not None else None
    if source is None or reading is None or not source.edits:
        return ()
    return session.corrected(source, reading).dropped


def remember(source: Source, analysis: Analysis) -> None:
    """Put the article first among the last ones, with the corrections that it has now."""
    state = st.session_state
    others = [recent for recent in state[session.RECENT] if recent.source.uncorrected != source.uncorrected]
    state[session.RECENT] = (Recent(title(analysis), source), *others)[:MAX_RECENT]
