"""The reader alone, with sentences emphasised; `streamlit run` starts it for one browser test."""

import streamlit as st

from components.reader import layers, view
from components.reader.document import document
from tests.components import article


def nothing(_: object) -> None:
    pass


at = st.pills("Read", [2, 6], key="at")
drawn = document(article.analysis())
view.draw(drawn)
view.look(
    drawn["id"],
    open_mark=None,
    side=None,
    on_mark=nothing,
    layers=layers.DEFAULT,
    on_layers=nothing,
    unsure=False,
    on_unsure=nothing,
    sentences=(2, 6, 99),
    at=at,
)
