"""What the analyst corrects: one list for the article of the page, of which the last can be undone and made again."""

from collections.abc import Callable

import streamlit as st

from components import reading, session
from components.source import Source
from components.wording import counted, escape
from framing.edits import (
    ChangeParagraph,
    History,
    Operation,
    apply,
    describe,
    operation_from_json,
    operation_to_json,
)
from framing.errors import EditError
from framing.marks import MarkId, marks_of, parse_mark
from framing.types import Analysis


def make(*operations: Operation, place: str = "") -> None:
    """Correct the article of the page; what contradicts its record is refused, and the reason told at this place.

    A corrected paragraph has the article read anew, and until then the page stays as it is.
    """
    source, analysis = reading.shown(), reading.article()
    if source is None or analysis is None:
        return
    changed = analysis
    try:
        for operation in operations:
            if not isinstance(operation, ChangeParagraph):
                changed = apply(changed, operation)
    except EditError as error:
        refuse(str(error), place)
        return
    st.session_state[session.UNDONE] = ()
    _put(source._replace(edits=(*source.edits, *map(operation_to_json, operations))))


def undo() -> None:
    source = reading.shown()
    if source is not None and source.edits:
        _go(source, History.undo)


def redo() -> None:
    source = reading.shown()
    if source is not None and undone(source):
        _go(source, History.redo)


def _go(source: Source, step: Callable[[History], History]) -> None:
    after = step(History(source.operations, tuple(map(operation_from_json, undone(source)))))
    st.session_state[session.UNDONE] = tuple(map(operation_to_json, after.undone))
    _put(source._replace(edits=tuple(map(operation_to_json, after.done))))


def undone(source: Source) -> tuple[str, ...]:
    """What can be made again on this article; what was undone on another one is forgotten."""
    state = st.session_state
    if state.get(session.UNDONE_OF) != source.uncorrected:
        state[session.UNDONE_OF], state[session.UNDONE] = source.uncorrected, ()
    waiting: tuple[str, ...] = state.get(session.UNDONE, ())
    return waiting


def _put(source: Source) -> None:
    """Show the article with these corrections; if its paragraphs are others now, it is read first."""
    before = reading.shown()
    if before is None or before.key != source.key:
        reading.ask(source)
        return
    mark, old = st.session_state.get(session.MARK), reading.article()
    reading.show_corrected(source)
    new = reading.article()
    if old is not None and new is not None:
        st.session_state[session.MARK] = str(follow(parse_mark(mark, old), old, new) or "")


def follow(mark: MarkId | None, before: Analysis, after: Analysis) -> MarkId | None:
    """The mark of the corrected record that lies on the same words; `None` where there is none any more."""
    if mark is None or mark.record == "paragraph":
        return mark
    spans = next((one.spans for one in marks_of(before) if one.id == mark), None)
    same = [one.id for one in marks_of(after) if one.id.record == mark.record and one.spans == spans]
    return mark if mark in same else next(iter(same), None)


def popover(analysis: Analysis) -> None:
    """The corrections in order; nothing while there are none."""
    source = reading.shown()
    if source is None or not (source.edits or undone(source)):
        return
    dropped = {one.operation: one.reason for one in reading.dropped()}
    idle = sum(operation in dropped for operation in source.operations)
    with st.popover(heading(len(source.edits), idle), icon=":material/edit_note:", width="content"):
        with st.container(horizontal=True, gap="xsmall"):
            st.button("Undo", key="undo", on_click=undo, disabled=not source.edits, icon=":material/undo:")
            st.button("Redo", key="redo", on_click=redo, disabled=not undone(source), icon=":material/redo:")
        for number, operation in enumerate(source.operations, start=1):
            reason = dropped.get(operation)
            told = describe(operation, analysis)
            st.text(f"{number}. {told}" if reason is None else f"{number}. Not made: {told} ({reason})")
        st.caption("Charts, tables and exports follow. A record lists the machine’s value beside yours.")


def heading(asked: int, idle: int) -> str:
    """How many corrections are made, as exports tell it, and how many of those asked for are not."""
    made = counted(asked - idle, "correction")
    return f"{made}, {idle} not made" if idle else made


def refuse(reason: str, place: str) -> None:
    """Have it told at this place, where whoever asked is looking, why a correction was not made."""
    st.session_state[session.REFUSED] = (place, reason)


def refusal(place: str = "") -> None:
    """Why the correction that was asked for here was not made, told once."""
    told = st.session_state.get(session.REFUSED)
    if told is not None and told[0] == place:
        del st.session_state[session.REFUSED]
        st.error(f"Not corrected: {escape(told[1])}")
