"""What stands under the evidence: the charts, or one kind of record."""

import streamlit as st

from components import actors, correcting, records, session
from framing.types import Analysis

VIEWS = {
    "Framing": (),
    "Claims": (records.CLAIMS,),
    "Contests": (records.CONTESTS, records.UNANSWERED),
    "Silences": (records.SILENCES,),
    "Hedges": (records.HEDGES,),
    "Actors": (records.ACTORS,),
}

FIRST = next(iter(VIEWS))


def show(analysis: Analysis, key: str, side: int | None) -> None:
    """Draw the chosen view; `key` names the analysis, `side` is the chosen actor."""
    if st.session_state.get(session.VIEW) not in VIEWS:
        st.session_state[session.VIEW] = FIRST
    with st.container(key="views", horizontal=True, vertical_alignment="center"):
        name = st.segmented_control("Show", list(VIEWS), required=True, key=session.VIEW, label_visibility="collapsed")
        query = records.search() if name != "Framing" else ""
        if name == "Framing":
            actors.count_unsure()
    if name == "Framing":
        actors.framing(analysis, key)
    if name == "Actors" and side is not None:  # above the table, where what it opens has room
        correcting.actor(analysis, side, key)
    for number, record in enumerate(VIEWS[name or "Framing"]):
        if number:
            st.subheader(record.name, anchor=False)
        records.show(analysis, record, side, query, headed=bool(number))
