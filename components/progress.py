"""How far a reading is, for whoever waits for it, and the way to call it off."""

import streamlit as st

from components import session
from components.desk import Standing
from components.wording import counted
from framing.steps import Stage, Step

EVERY = 0.5  # seconds between two looks at the desk
STAGES = list(Stage)


def show() -> None:
    """Nothing, unless something is being read that takes a while."""
    if session.under_way() is not None:
        _panel()


@st.fragment(run_every=EVERY)
def _panel() -> None:
    standing = session.under_way()
    if standing is None or standing.ended:
        st.rerun()
    with st.container(key="progress", horizontal=True, vertical_alignment="bottom", gap="small"):
        st.progress(share(standing.report), text=words(standing, loaded=session.shared().loaded))
        st.button("Cancel", key="cancel", on_click=session.stop, width="content")


def words(standing: Standing[Step], *, loaded: bool) -> str:
    step = standing.report
    if standing.ahead:
        return f"Waiting: {counted(standing.ahead, 'article')} before yours"
    if step is not None and step.paragraphs:
        return f"Reading: {step.stage}, {step.done} of {counted(step.paragraphs, 'paragraph')}"
    return "Opening the article …" if loaded else "Loading the models, once per start …"


def share(step: Step | None) -> float:
    """Of the whole way, 0..1; the stages count alike."""
    if step is None or step.paragraphs == 0:
        return 0.0
    return (STAGES.index(step.stage) + step.done / step.paragraphs) / len(STAGES)
