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


def show(card: Card, article: str, *, on_mark: Callable[[str], None]) -> None:
    """
    Args:
        article: id of the article that the marks belong to.
    """

    def opened() -> None:
        match st.session_state[KEY].mark:
            case [sender, str(mark)] if sender == article:  # a late click on the last article means nothing
                on_mark(mark)

    _card(key=KEY, data={"card": asdict(card), "article": article}, on_mark_change=opened)
