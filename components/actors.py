"""Choose an actor: one row of pills, busiest first. Python owns the choice; charts and pills report clicks."""

import streamlit as st

from components import board, focus, session
from components.wording import escape, shorten
from framing.tables import actor_rows
from framing.types import Analysis

SHOWN = 8  # pills; tables and charts name them all, and whoever is chosen there has one too


def sides(analysis: Analysis) -> dict[str, int]:
    """Names to choose from, busiest side first; of two sides with one name the busier one is offered."""
    found: dict[str, int] = {}
    for row in actor_rows(analysis):
        found.setdefault(row.name, row.id)
    return found


def choose(analysis: Analysis) -> int | None:
    """Offer the actors as pills; the id of the chosen one."""
    names = sides(analysis)
    if not names:
        return None
    if st.session_state.get(session.ACTOR) not in names:  # an address may name anybody
        st.session_state[session.ACTOR] = None
    offered = list(names)[:SHOWN]
    chosen = st.session_state[session.ACTOR]
    name = st.pills(
        "Choose an actor to filter marks, charts and tables",
        offered if chosen is None or chosen in offered else [*offered, chosen],
        format_func=lambda name: escape(shorten(name)),
        key=session.ACTOR,
    )
    return names.get(name) if name is not None else None


def count_unsure() -> None:
    """The switch that brings readings below their threshold into the charts."""
    st.toggle("Count “not sure”", key=session.UNSURE, on_change=focus.clear)


def framing(analysis: Analysis, key: str) -> None:
    """All charts; `key` names the analysis."""
    board.show(analysis, key, offered=frozenset(sides(analysis)))
