"""Choose an actor, and see how each is framed. Python owns the choice; pills and charts report clicks."""

import streamlit as st

from components import session
from components.charts import PICK, Chart, describe, discover
from components.wording import counted, escape, shorten
from framing.tables import actor_rows
from framing.types import Analysis

SHOWN = 8  # pills; the actor table lists them all


def sides(analysis: Analysis) -> dict[str, int]:
    """Names to choose from, busiest side first; of two sides with one name the busier one is offered."""
    found: dict[str, int] = {}
    for row in actor_rows(analysis):
        found.setdefault(row.name, row.id)
    return dict(list(found.items())[:SHOWN])


def choose(analysis: Analysis) -> int | None:
    """Offer the actors as pills; the id of the chosen one."""
    names = sides(analysis)
    if not names:
        return None
    name = st.pills(
        "Choose an actor to filter marks, charts and tables",
        list(names),
        format_func=lambda name: escape(shorten(name)),
        key=session.ACTOR,
        on_change=_remount,
        bind="query-params",
    )
    return names.get(name) if name is not None else None


def _remount() -> None:
    """A chart's own selection cannot be written, so a pill clears it by mounting the charts anew."""
    st.session_state[session.REMOUNTS] += 1


def count_unsure() -> None:
    """The switch that brings readings below their threshold into the charts."""
    st.toggle("Count “not sure”", key=session.UNSURE)


def framing(analysis: Analysis) -> None:
    """All charts, two beside each other where there is room."""
    unsure = bool(st.session_state.get(session.UNSURE))
    with st.container(key="charts", horizontal=True, gap="medium"):
        for number, chart in enumerate(discover()):
            kind = "wide" if chart.wide else "half"
            with st.container(key=f"chart_{kind}_{number}", gap="xxsmall"):
                _chart(analysis, chart, number, unsure)


def _chart(analysis: Analysis, chart: Chart, number: int, unsure: bool) -> None:
    st.subheader(chart.title, anchor=False)
    table = chart.table(analysis, unsure)
    if table.empty:
        hidden = 0 if unsure else int(chart.table(analysis, True)["count"].sum())
        counted_out = f"All {counted(hidden, 'reading')} are “not sure”; the switch above counts them."
        st.caption(counted_out if hidden else "Nothing in this article to draw.")
        return
    st.caption(chart.reads)
    actor = st.session_state.get(session.ACTOR)
    known = actor is not None and actor in set(table["actor"])
    table = table.assign(aside=(table["actor"] != actor) if known else False)
    key = f"chart-{number}-{st.session_state[session.REMOUNTS]}"
    names = sides(analysis)

    def clicked() -> None:
        picked = st.session_state[key].selection.get(PICK) or []
        name = picked[0].get("actor") if picked else None
        st.session_state[session.ACTOR] = name if name in names else None

    drawing = chart.draw(table)
    st.altair_chart(drawing, key=key, on_select=clicked, selection_mode=PICK, alt=describe(chart, table))
