"""The article laid beside the one of the page: it is read if it was not, and both are compared."""

from collections.abc import Callable
from typing import NamedTuple

import streamlit as st

from components import reading, session
from components.desk import Standing
from components.reading import Problem
from components.session import Awaited
from components.shared import Pair
from components.source import Source
from framing.comparing.types import Comparison
from framing.errors import HedgerowError
from framing.steps import Step
from framing.types import Analysis


class Laid(NamedTuple):
    """Two articles as they are read and corrected now, and what the comparison found; `key` names all of it."""

    key: str
    first: Analysis
    second: Analysis
    comparison: Comparison


class Laying(NamedTuple):
    """What is waited for: a reading by its key, or a comparison by that of both pages."""

    wish: str
    ticket: Awaited
    compares: bool


def lay(source: Source) -> None:
    """Have this article laid beside the one of the page."""
    _give_up()
    st.session_state.update({session.BESIDE: source, session.PLACE: None, session.PROBLEM: None})


def close() -> None:
    """Come back to the one article."""
    _give_up()
    st.session_state[session.BESIDE] = None


def source() -> Source | None:
    """The article beside, with the corrections that it has by now."""
    chosen: Source | None = st.session_state.get(session.BESIDE)
    if chosen is None:
        return None
    recent = (one.source for one in st.session_state[session.RECENT])
    return next((one for one in recent if one.uncorrected == chosen.uncorrected), chosen)


def settle(first: Analysis | None) -> Laid | None:
    """Go on with reading and comparing, and return both once they are compared; what fails leaves the one article.

    Args:
        first: the article of the page.
    """
    other = source()
    if first is None or other is None:
        _give_up()
        return None
    try:
        while (laid := _laid(first, other)) is None:
            if not _step(first, other):
                return None
    except HedgerowError as error:
        close()
        # Without a choice to read it anyway: that would put it in the place of the other.
        st.session_state[session.PROBLEM] = Problem(str(error), False, other)
        return None
    _give_up()  # it has come, perhaps by the wish of another session
    return laid


def _laid(first: Analysis, other: Source) -> Laid | None:
    second, key = session.finished(other), _key(other)
    comparison = session.comparisons().finished.get(key)
    return Laid(key, first, second, comparison) if second is not None and comparison is not None else None


def _key(other: Source) -> str:
    return f"{reading.page()} {other.page}"


def _step(first: Analysis, other: Source) -> bool:
    """Wait for what is missing; whether it has come.

    Raises:
        HedgerowError: the article cannot be read, or a model is missing.
    """
    second = session.finished(other)
    if second is None:
        return _come(other.key, lambda: session.shared().desk.ask(other.key, other), compares=False)
    pair = Pair(_key(other), first, second)
    return _come(pair.key, lambda: session.comparisons().desk.ask(pair.key, pair), compares=True)


def _come(wish: str, ask: Callable[[], Awaited], *, compares: bool) -> bool:
    state = st.session_state
    now: Laying | None = state.get(session.LAYING)
    if now is None or now.wish != wish:
        _give_up()
        now = state[session.LAYING] = Laying(wish, ask(), compares)
        session.presence().wait_for(session.LAYING, now.ticket)
        now.ticket.wait(reading.PAUSE)
    if not _look(now).ended:
        return False
    del state[session.LAYING]
    now.ticket.result()
    return True


def under_way() -> Standing[Step] | Standing[None] | None:
    """How far reading or comparing is; `None` when nothing is waited for."""
    now: Laying | None = st.session_state.get(session.LAYING)
    return _look(now) if now is not None else None


def _look(now: Laying) -> Standing[Step] | Standing[None]:
    standing = now.ticket.look()
    session.presence().wait_for(session.LAYING, now.ticket)
    return standing


def compares() -> bool:
    """Whether what is waited for is the comparison itself."""
    now: Laying | None = st.session_state.get(session.LAYING)
    return now is not None and now.compares


def moved_on(key: str) -> bool:
    """Whether other articles, or these with other corrections, are asked for since they were drawn."""
    other = source()
    return session.REQUEST in st.session_state or other is None or _key(other) != key


def _give_up() -> None:
    now: Laying | None = st.session_state.pop(session.LAYING, None)
    if now is not None:
        now.ticket.cancel()
