"""Mount one card; its links and its Close button call back with a mark's id ("" closes)."""

from collections.abc import Callable
from dataclasses import asdict
from importlib.resources import files

import streamlit as st

from components.card.types import Card

KEY = "card"
_SOURCE = files(__package__ or "components.card")

_card = st.components.v2.component(
    "hedgerow_card",
    html=_SOURCE.joinpath("card.html").read_text(encoding="utf-8"),
    css=_SOURCE.joinpath("card.css").read_text(encoding="utf-8"),
    js=_SOURCE.joinpath("card.js").read_text(encoding="utf-8"),
)


def show(card: Card, *, on_mark: Callable[[str], None]) -> None:
    def opened() -> None:
        mark = st.session_state[KEY].mark
        if isinstance(mark, str):
            on_mark(mark)

    _card(key=KEY, data={"card": asdict(card)}, on_mark_change=opened)
