"""Mount the article; a click or Enter on a mark calls back with the mark's id."""

from collections.abc import Callable
from importlib.resources import files

import streamlit as st

from components.reader.document import Json

KEY = "reader"
_SOURCE = files(__package__ or "components.reader")

_reader = st.components.v2.component(
    "hedgerow_reader",
    html=_SOURCE.joinpath("reader.html").read_text(encoding="utf-8"),
    css=_SOURCE.joinpath("reader.css").read_text(encoding="utf-8"),
    js=_SOURCE.joinpath("reader.js").read_text(encoding="utf-8"),
)


def show(document: Json, *, open_mark: str | None, side: int | None, on_mark: Callable[[str], None]) -> None:
    """Draw the article.

    Args:
        document: from `components.reader.document`.
        open_mark: the mark whose evidence the inspector shows.
        side: only marks in which this side takes part keep their fill.
        on_mark: called before the rerun with the id of the mark that was opened.
    """

    def opened() -> None:
        mark = st.session_state[KEY].mark
        if isinstance(mark, str):
            on_mark(mark)

    _reader(key=KEY, data={"doc": document, "open": open_mark, "side": side}, on_mark_change=opened)
