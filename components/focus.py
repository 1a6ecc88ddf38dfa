"""The one mark of a chart whose sentences are open. Python owns it; a click, a keyboard and Clear only ask."""

from collections import Counter
from typing import Any, NamedTuple

import streamlit as st

from components import session


class Focus(NamedTuple):
    article: str  # key of the analysis, so that a focus never outlives its article
    chart: str
    mark: int
    words: str
    sentences: tuple[int, ...]
    side: str  # the actor chosen with it, "" for none
    at: int | None = None  # the sentence of them that is being read


def current(article: str) -> Focus | None:
    found: Focus | None = st.session_state.get(session.FOCUS)
    return found if found is not None and found.article == article else None


def mark_in(article: str, chart: str) -> int | None:
    """The number of the open mark, if it belongs to this chart."""
    found = current(article)
    return found.mark if found is not None and found.chart == chart else None


def put(focus: Focus, *, offered: bool) -> None:
    """Open a mark in the place of the last one.

    Args:
        offered: its side can be chosen on this page.
    """
    before: Focus | None = st.session_state.get(session.FOCUS)
    if before is not None and before.chart != focus.chart:
        remount(before.chart)
    st.session_state[session.FOCUS] = focus
    st.session_state[session.ACTOR] = focus.side if offered else None


def clear() -> None:
    """Close what is open, and end the choice of an actor that came with it."""
    before: Focus | None = st.session_state.get(session.FOCUS)
    if before is not None:
        remount(before.chart)
        if st.session_state.get(session.ACTOR) == before.side:
            st.session_state[session.ACTOR] = None
    st.session_state[session.FOCUS] = None


def point_out(sentence: int) -> None:
    """Have the reader come to one of the open sentences."""
    found: Focus | None = st.session_state.get(session.FOCUS)
    if found is not None:
        st.session_state[session.FOCUS] = found._replace(at=sentence)


def remount(chart: str) -> None:
    """A chart's own selection cannot be written: a new key clears it, or the same mark could not be clicked again."""
    st.session_state.setdefault(session.MOUNTS, Counter())[chart] += 1


def mounted(chart: str) -> str:
    """The key under which a chart is mounted."""
    mounts: dict[str, Any] = st.session_state.get(session.MOUNTS, {})
    return f"{chart}-{st.session_state[session.REMOUNTS]}-{mounts.get(chart, 0)}"
