"""The page: wires the components to the engine and decides nothing itself."""

from pathlib import Path

import streamlit as st

from components import (
    actors,
    address,
    beside,
    comparing,
    corrections,
    export,
    focus,
    inspector,
    intake,
    logs,
    method,
    progress,
    reading,
    session,
    tour,
    unsure,
    views,
)
from components.corpora import opening
from components.corpora import views as corpora
from components.reader import view as reader
from components.reader.document import Json, document
from components.wording import counted
from framing.totals import totals
from framing.types import Analysis


def drawn(key: str, analysis: Analysis) -> Json:
    """The article as the browser takes it, made once for all clicks."""
    return session.derived().get(key, "reader", lambda: document(analysis))


def summary(analysis: Analysis) -> None:
    found = totals(analysis)
    doubtful = sum(total.unsure for total in found)
    parts = (
        counted(found.uncontested.sure + found.contested.sure, "claim"),
        f"{found.contested.sure} contested",
        counted(found.hedges.sure, "hedge"),
        counted(found.silences.sure, "silence"),
        *([f"{doubtful} more not sure"] if doubtful else []),
    )
    with st.container(key="summary", width="content"):
        st.markdown(" · ".join(parts))


def top(analysis: Analysis | None) -> None:
    with st.container(key="top", horizontal=True, vertical_alignment="center", gap="small"):
        st.title("Hedgerow", anchor=False, width="content")
        if analysis is not None:
            summary(analysis)
        st.space("stretch")
        intake.popover()
        opening.popover()
        if analysis is not None:
            intake.left_out(analysis)
            corrections.popover(analysis)
            comparing.popover()
            export.popover(analysis)
        method.button()


@st.fragment
def explore(analysis: Analysis, key: str) -> None:
    """Everything that a click changes."""
    if reading.moved_on(key):
        st.rerun()
    opening.lead(analysis, key)
    uncertain, linked = unsure.counted(), address.sample() is not None
    side = actors.choose(analysis)
    mark = inspector.opened(analysis)
    inspector.show(analysis, mark, key)
    views.show(analysis, key, side)
    address.record(views.FIRST)
    opened = focus.current(key)
    reader.look(
        drawn(key, analysis)["id"],
        open_mark=str(mark) if mark is not None else None,
        side=side,
        asked=st.session_state.get(session.ASKED),
        on_mark=session.answer,
        layers=address.shown_layers(),
        on_layers=address.show_layers,
        unsure=uncertain,
        on_unsure=unsure.choose,
        link=linked,
        sentences=opened.sentences if opened is not None else (),
        at=opened.at if opened is not None else None,
    )


def panes(analysis: Analysis, key: str) -> None:
    with st.container(key="panes"):
        left, right = st.columns([12, 11], gap="medium")
        with left, st.container(key="left_pane"):
            intake.imprint(analysis)
            reader.draw(drawn(key, analysis))
        with right, st.container(key="right_pane"):
            explore(analysis, key)


def page() -> None:
    """A function, because Streamlit keeps the names of the script that ran last, and an article would be among them."""
    logs.keep_wordless()
    st.set_page_config(page_title="Hedgerow", page_icon="🌿", layout="wide")
    st.html(Path(__file__).parent / "components" / "page.css")
    reading.start()
    address.restore()
    corpus = opening.current()
    article = reading.settle()
    laid = beside.settle(article)
    top(article if corpus is None else None)
    with st.container(key="notices"):  # always there, so that what follows keeps its place, and the reader its focus
        progress.show()
        intake.problem()
        if article is not None and laid is None and corpus is None:
            tour.show()
    if corpus is not None:
        corpora.show(corpus)
    elif laid is not None:
        comparing.show(laid)
    elif article is not None:
        panes(article, st.session_state[session.SOURCE].page)
    elif reading.under_way() is None:
        intake.empty_state()


page()
