"""How far a reading is, for whoever waits for it, and the way to call it off."""

import streamlit as st

from components import beside, reading, session
from components.desk import Standing
from components.source import Arrived
from components.wording import counted
from framing.steps import Stage, Step

EVERY = 0.5  # seconds between two looks at the desk
WAITING = 1.5  # the same while others are before it: ten pages that look twice a second keep a core busy drawing that
STAGES = list(Stage)
COMPARING = "Comparing the two articles …"


def show() -> None:
    """Nothing, unless something is being read that takes a while."""
    if (standing := reading.under_way()) is not None:
        st.fragment(_panel, run_every=EVERY if standing.ahead == 0 else WAITING)()
    elif beside.under_way() is not None:
        _laying()


def _panel() -> None:
    standing = reading.under_way()
    if standing is None or standing.ended:
        st.rerun()
    with st.container(key="progress", horizontal=True, vertical_alignment="bottom", gap="small"):
        st.progress(share(standing.report), text=words(standing, loaded=session.shared().loaded))
        st.button("Cancel", key="cancel", on_click=reading.stop, width="content")


@st.fragment(run_every=EVERY)
def _laying() -> None:
    standing = beside.under_way()
    if standing is None or standing.ended:
        st.rerun()
    told = COMPARING if beside.compares() else words(standing, loaded=session.shared().loaded)
    with st.container(key="progress", horizontal=True, vertical_alignment="bottom", gap="small"):
        st.progress(share(standing.report), text=told)
        st.button("Cancel", key="cancel-beside", on_click=beside.close, width="content")


def words(standing: Standing[Step] | Standing[Arrived] | Standing[None], *, loaded: bool) -> str:
    step = standing.report
    if isinstance(step, Arrived):
        return f"Fetching the page: {step.size / 1000:,.0f} kB have come"
    if standing.ahead:
        return f"Waiting: {counted(standing.ahead, 'article')} before yours"
    if step is not None and step.paragraphs:
        return f"Reading: {step.stage}, {step.done} of {counted(step.paragraphs, 'paragraph')}"
    return "Opening the article …" if loaded else "Loading the models, once per start …"


def share(step: Step | Arrived | None) -> float:
    """Of the whole way, 0..1; the stages count alike, and fetching stands before them."""
    if step is None or isinstance(step, Arrived) or step.paragraphs == 0:
        return 0.0
    return (STAGES.index(step.stage) + step.done / step.paragraphs) / len(STAGES)
