"""Whether totals and charts count readings that are not sure: one choice, with a switch in the legend and one beside
the charts."""

import streamlit as st

from components import focus, session


def counted() -> bool:
    """The choice. Called before the charts' switch is drawn: Streamlit forgets it where that switch is not shown."""
    st.session_state[session.UNSURE] = bool(st.session_state.get(session.UNSURE))
    return bool(st.session_state[session.UNSURE])


def choose(count: bool) -> None:
    st.session_state[session.UNSURE] = count
    focus.clear()  # counted otherwise, the marks of the charts are others
