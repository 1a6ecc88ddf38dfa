"""Choose an actor, and see how each is framed. Python owns the choice; pills and charts report clicks."""

import streamlit as st

from components import session
from components.charts import PICK, Chart, Drawing, discover, finish
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


def choose(analysis: Analysis, *, linked: bool) -> int | None:
    """Offer the actors as pills; the id of the chosen one. Only if `linked` its name stands in the address."""
    names = sides(analysis)
    if not names:
        return None
    name = st.pills(
        "Choose an actor to filter marks, charts and tables",
        list(names),
        format_func=lambda name: escape(shorten(name)),
        key=session.ACTOR,
        on_change=_remount,
        bind="query-params" if linked else None,
    )
    return names.get(name) if name is not None else None


def _remount() -> None:
    """A chart's own selection cannot be written, so a pill clears it by mounting the charts anew."""
    st.session_state[session.REMOUNTS] += 1


def count_unsure() -> None:
    """The switch that brings readings below their threshold into the charts."""
    st.toggle("Count “not sure”", key=session.UNSURE)


def framing(analysis: Analysis, key: str) -> None:
    """All charts, two beside each other where there is room; `key` names the analysis."""
    unsure = bool(st.session_state.get(session.UNSURE))
    names = sides(analysis)
    with st.container(key="charts", horizontal=True, gap="medium"):
        for number, chart in enumerate(discover()):
            kind = "wide" if chart.wide else "half"
            with st.container(key=f"chart_{kind}_{number}", gap="xxsmall"):
                st.subheader(chart.title, anchor=False)
                drawing = _drawn(key, number, unsure, analysis)
                if drawing.rows:
                    st.caption(chart.reads)
                    _show(drawing, number, names)
                else:
                    st.caption(_nothing(chart, analysis, unsure))


@st.cache_resource(max_entries=4 * session.MAX_READINGS, show_spinner=False)
def _drawn(key: str, number: int, unsure: bool, _analysis: Analysis) -> Drawing:  # noqa: ARG001 - cache key
    """Building a chart takes some 100 ms, so it is done once per article; a click changes only its rows."""
    chart = discover()[number]
    return finish(chart, chart.table(_analysis, unsure))


def _show(drawing: Drawing, number: int, names: dict[str, int]) -> None:
    key = f"chart-{number}-{st.session_state[session.REMOUNTS]}"

    def clicked() -> None:
        picked = st.session_state[key].selection.get(PICK) or []
        name = picked[0].get("actor") if picked else None
        st.session_state[session.ACTOR] = name if name in names else None

    spec = drawing.choosing(st.session_state.get(session.ACTOR))
    st.vega_lite_chart(spec=spec, key=key, on_select=clicked, selection_mode=PICK, alt=drawing.description)


def _nothing(chart: Chart, analysis: Analysis, unsure: bool) -> str:
    hidden = 0 if unsure else int(chart.table(analysis, True)["count"].sum())
    if hidden:
        return f"All {counted(hidden, 'reading')} are “not sure”; the switch above counts them."
    return "Nothing in this article to draw."
