"""All charts on the page, two beside each other where there is room, each with its marks for the keyboard."""

from collections.abc import Iterable, Iterator

import streamlit as st

from components import focus, session
from components.charts import Chart, Drawing, discover, finish
from components.charts.style import PICK
from components.focus import Focus
from components.opened import view
from components.wording import counted
from framing.grouping import Counting, Level
from framing.types import Analysis

LEVELS = {Level.SIDE: "Sides", Level.ACTOR: "Persons and bodies"}
INTERVALS = (
    "A click on a mark opens its sentences. Outline: fewer than three. Whiskers and (30–95): 95 % intervals (Wilson); "
    "shares whose intervals overlap may as well be equal."
)


def show(analysis: Analysis, key: str, *, offered: frozenset[str]) -> None:
    """
    Args:
        key: names the analysis.
        offered: sides that can be chosen.
    """
    with st.container(key="charts", gap="small"):
        counting = _counting()
        for number, row in enumerate(rows(discover())):
            with st.container(key=f"chart_row_{number}", gap="xsmall"):
                with st.container(horizontal=True, gap="medium", key=f"chart_pair_{number}"):
                    for chart in row:
                        _chart(chart, analysis, key, counting, offered)
                opened = focus.current(key)
                if opened is not None and opened.chart in {chart.title for chart in row}:
                    view.show(analysis, opened)


def rows(charts: Iterable[Chart]) -> Iterator[tuple[Chart, ...]]:
    """Wide charts by themselves, others two by two; the sentences of a mark open under its row."""
    waiting: tuple[Chart, ...] = ()
    for chart in charts:
        if chart.wide and waiting:
            yield waiting
            waiting = ()
        waiting = (*waiting, chart)
        if chart.wide or len(waiting) == 2:
            yield waiting
            waiting = ()
    if waiting:
        yield waiting


def _counting() -> Counting:
    with st.container(key="counting", horizontal=True, gap="medium", vertical_alignment="center"):
        level = st.segmented_control(
            "Count for",
            list(LEVELS),
            format_func=LEVELS.__getitem__,
            default=Level.SIDE,
            required=True,
            key=session.LEVEL,
            on_change=focus.clear,  # counted otherwise, the marks are others
            label_visibility="collapsed",
            width="content",
        )
        st.caption(INTERVALS)
    return Counting(Level(level or Level.SIDE), unsure=bool(st.session_state.get(session.UNSURE)))


def _drawn(key: str, chart: Chart, counting: Counting, analysis: Analysis) -> Drawing:
    """Building a chart takes some 100 ms, so it is done once per article; a click changes only its rows."""
    return session.derived().get(key, (chart.title, counting), lambda: finish(chart, chart.table(analysis, counting)))


def _chart(chart: Chart, analysis: Analysis, key: str, counting: Counting, offered: frozenset[str]) -> None:
    drawing = _drawn(key, chart, counting, analysis)
    kind = "wide" if chart.wide else "half"
    with st.container(key=f"chart_{kind}_{chart.place}", gap="xxsmall"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"chart_head_{chart.place}"):
            st.subheader(chart.title, anchor=False, width="stretch")
            if drawing.rows:
                with st.popover("Open by keyboard", type="tertiary", key=f"keyboard_{chart.place}"):
                    _twin(chart, drawing, key, offered)
        if not drawing.rows:
            st.caption(nothing(chart, analysis, counting))
            return
        st.caption(chart.reads)
        _clickable(chart, drawing, key, offered)


def _clickable(chart: Chart, drawing: Drawing, key: str, offered: frozenset[str]) -> None:
    mounted = focus.mounted(chart.title)

    def clicked() -> None:
        picked = st.session_state[mounted].selection.get(PICK) or []
        if picked:
            _open(chart, drawing, key, offered, picked[0].get("mark"))
        elif focus.mark_in(key, chart.title) is not None:
            focus.clear()

    spec = drawing.choosing(st.session_state.get(session.ACTOR), focus.mark_in(key, chart.title))
    st.vega_lite_chart(spec=spec, key=mounted, on_select=clicked, selection_mode=PICK, alt=drawing.description)


def _twin(chart: Chart, drawing: Drawing, key: str, offered: frozenset[str]) -> None:
    """The same marks in a list; the list shows the open one, however it was opened."""
    name = f"twin-{chart.title}"
    st.session_state[name] = focus.mark_in(key, chart.title)

    def chosen() -> None:
        mark = st.session_state[name]
        if mark is None:
            focus.clear()
        else:
            focus.remount(chart.title)  # its own selection, if any, is another mark
            _open(chart, drawing, key, offered, mark)

    st.selectbox(
        f"Marks of “{chart.title}”",
        range(len(drawing.rows)),
        index=None,
        format_func=lambda number: f"{drawing.rows[number]['words']}: {drawing.rows[number]['count']}",
        placeholder=f"Choose one of {counted(len(drawing.rows), 'mark')}",
        key=name,
        on_change=chosen,
    )


def _open(chart: Chart, drawing: Drawing, key: str, offered: frozenset[str], mark: object) -> None:
    """Open a mark by its number; what is no mark of this drawing is ignored, because a browser sent it."""
    if not isinstance(mark, int) or not 0 <= mark < len(drawing.rows):
        return
    row = drawing.rows[mark]
    words = f"{chart.title}, {row['words']}"
    if row["count"] != len(row["sentences"]):
        words += f" ({counted(row['count'], chart.unit)})"
    focus.put(Focus(key, chart.title, mark, words, row["sentences"], row["side"]), offered=row["side"] in offered)


def nothing(chart: Chart, analysis: Analysis, counting: Counting) -> str:
    """Why a chart has nothing to draw."""
    hidden = 0 if counting.unsure else int(chart.table(analysis, Counting(counting.level, True))["count"].sum())
    if hidden == 1:
        return f"The one {chart.unit} here is “not sure”; the switch above counts it."
    if hidden:
        return f"All {counted(hidden, chart.unit)} here are “not sure”; the switch above counts them."
    return "Nothing in this article to draw."
