"""A chart of many articles with its marks for the keyboard; Python owns which mark is open."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from components import focus, session
from components.charts import Drawing
from components.charts.style import PICK
from components.wording import counted

MAX_DRAWINGS = 64  # for all sessions


@dataclass(frozen=True, slots=True)
class Board:
    """One chart: `key` names all that it was drawn from, so that a mark never outlives its drawing."""

    title: str
    reads: str
    key: str
    drawing: Drawing

    @property
    def words(self) -> dict[int, str]:
        """The marks in words, by number; several pieces may be one mark."""
        return {row["mark"]: f"{row['words']}: {row['count']}" for row in self.drawing.rows}


@st.cache_resource(max_entries=MAX_DRAWINGS, show_spinner=False)
def drawn(key: str, _make: Callable[[], Drawing]) -> Drawing:  # noqa: ARG001 - the cache reads it
    return _make()


def digest(key: str) -> str:
    """A name for a widget that belongs to what `key` says."""
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def opened(key: str) -> int | None:
    """The open mark of this drawing or list."""
    match st.session_state.get(session.CORPUS_MARK):
        case (str(of), int(mark)) if of == key:
            return mark
    return None


def open_mark(key: str, mark: int | None) -> None:
    st.session_state[session.CORPUS_MARK] = None if mark is None else (key, mark)


def show(board: Board) -> int | None:
    """Draw it, and return the open mark."""
    mark = opened(board.key)
    known = board.words
    with st.container(key=f"corpus_chart_{digest(board.title)}", gap="xxsmall"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small", key="chart_head_corpus"):
            st.subheader(board.title, anchor=False, width="stretch")
            with st.popover("Open by keyboard", type="tertiary", key=f"keyboard-{digest(board.title)}"):
                _twin(board, mark)
        st.caption(board.reads)
        _clickable(board, mark)
    return mark if mark in known else None


def _clickable(board: Board, mark: int | None) -> None:
    mounted = f"{focus.mounted(board.title)}-{digest(board.key)}"

    def clicked() -> None:
        picked = st.session_state[mounted].selection.get(PICK) or []
        found = picked[0].get("mark") if picked else None
        open_mark(board.key, found if isinstance(found, int) and found in board.words else None)

    st.vega_lite_chart(
        spec=board.drawing.choosing(None, mark) if mark is not None else _whole(board.drawing),
        key=mounted,
        on_select=clicked,
        selection_mode=PICK,
        alt=board.drawing.description,
    )


def _whole(drawing: Drawing) -> dict[str, object]:
    return {**drawing.spec, "data": {"values": drawing.rows}}


def _twin(board: Board, mark: int | None) -> None:
    """The same marks in a list; the list shows the open one, however it was opened."""
    name = f"corpus-twin-{digest(board.key)}"
    st.session_state[name] = mark
    known = board.words

    def chosen() -> None:
        focus.remount(board.title)  # its own selection, if any, is another mark
        open_mark(board.key, st.session_state[name])

    st.selectbox(
        f"Marks of “{board.title}”",
        list(known),
        index=None,
        format_func=lambda number: known.get(number, ""),
        placeholder=f"Choose one of {counted(len(known), 'mark')}",
        key=name,
        on_change=chosen,
    )


def clear(title: str) -> None:
    """Close what is open; the chart can be clicked there again."""
    focus.remount(title)
    st.session_state[session.CORPUS_MARK] = None
