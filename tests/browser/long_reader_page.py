"""The reader alone with a long article; `streamlit run` starts it for the browser tests."""

import streamlit as st

from benchmarks.repeated import repeated
from components.reader import layers, view
from components.reader.document import document
from tests.components import article

COPIES = 40


@st.cache_resource
def drawn():
    return document(repeated(article.analysis(), COPIES))


def opened(mark: str) -> None:
    st.session_state["mark"] = mark


def nothing(_: object) -> None:
    pass


view.draw(drawn())
view.look(
    drawn()["id"],
    open_mark=st.session_state.get("mark"),
    asked=st.session_state.get("mark"),
    side=None,
    on_mark=opened,
    layers=layers.DEFAULT,
    on_layers=nothing,
    unsure=False,
    on_unsure=nothing,
)
