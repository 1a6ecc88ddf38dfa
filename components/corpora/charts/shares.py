"""Shares of groups, each as a dot with its 95 % interval; panels beside each other share the rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

import altair as alt
import pandas as pd

from components.charts.room import names_room
from components.charts.style import (
    DARK_BLUE,
    GREY,
    HEADING,
    WHISKERS,
    Layers,
    figures,
    fill_opacity,
    opacity,
    pick,
    sized,
    text_opacity,
    tips,
)
from components.corpora.charts import COLUMNS, names
from components.session import questions
from framing.grouping import SMALL_GROUP, wilson

PANEL = 1.0  # width of a panel
REACH = 0.68  # of it, for a share of 1
FIGURE = 0.72  # where its figure begins
PIXELS = 48  # that a figure needs, however narrow the drawing is
ROW = 26  # pixels per group
ROWS = 12  # groups of one drawing
ROOM = 130  # pixels that their names have, however narrow the drawing is
BESIDE = 160  # pixels of a panel, where there is room for longer names

Answer = TypeVar("Answer")  # what the corpus answered


@dataclass(frozen=True, slots=True)
class Part(Generic[Answer]):
    """One share: what it is of, and of which group."""

    row: str
    panel: str
    share: questions.Share
    answer: Answer  # its sentences are asked for with it


def largest(parts: Sequence[Part[Answer]]) -> tuple[Part[Answer], ...]:
    """Those of the largest groups, the largest first."""
    sizes: dict[str, int] = {}
    for part in parts:
        sizes[part.row] = max(sizes.get(part.row, 0), part.share.n)
    rows = sorted(sizes, key=lambda row: (-sizes[row], row))[:ROWS]
    return tuple(sorted((part for part in parts if part.row in rows), key=lambda part: rows.index(part.row)))


def of_label(found: Sequence[questions.Framed], label: str) -> list[questions.Framed]:
    """Each outlet's row of one label; none of all where it has readings but not one of these."""
    of: dict[str | None, questions.Framed] = {}
    for one in found:
        if one.label == label or one.outlet not in of:
            of[one.outlet] = one
    return [
        one
        if one.label == label
        else replace(one, label=label, share=questions.Share(0, one.share.n), once=questions.Share(0, one.once.n))
        for one in of.values()
    ]


def table(parts: Sequence[Part[Answer]], panels: Mapping[str, str]) -> pd.DataFrame:
    """One dot per share of a group that is not empty; the interval is missing where the group is too small.

    Args:
        parts: a mark is its place among them.
        panels: heading of each panel, in their order; one without any group takes no room.
    """
    order = [panel for panel in panels if any(part.panel == panel and part.share.n for part in parts)]
    made = []
    for number, part in enumerate(parts):
        count, n = part.share.count, part.share.n
        if not n:
            continue
        left, small = order.index(part.panel) * PANEL, n < SMALL_GROUP
        low, high = (left + REACH * end for end in wilson(count, n))
        made.append(
            (
                *(number, f"{part.row}, {panels[part.panel]}", count, n, small, False),
                *(part.row, panels[part.panel], left, left + REACH * count / n),
                *(None if small else low, None if small else high, left + REACH, left + FIGURE, f"{count}/{n}"),
            )
        )
    columns = [*COLUMNS, "row", "heading", "left", "at", "low", "high", "right", "edge", "figure"]
    return pd.DataFrame(made, columns=columns)


def drawn_in(panels: float) -> dict[str, str]:
    """Places drawn nearer to the left of their panel where the figures would stand in the next one, for Vega."""
    near = f"min(1, max(0.2, 1 - {PIXELS} * {panels:g} / width) / {FIGURE})"
    return {
        place: f"isValid(datum.{place}) ? datum.left + (datum.{place} - datum.left) * {near} : null"
        for place in ("at", "low", "high", "right", "edge")
    }


def draw(table: pd.DataFrame) -> Layers:
    panels = float(table["left"].max()) + PANEL
    across = alt.Scale(domain=[-0.03, panels], nice=False)
    rows = [str(row) for row in dict.fromkeys(table["row"])]
    room = names_room(rows, BESIDE * round(panels), least=ROOM)
    base = alt.Chart(table).transform_calculate(**drawn_in(panels)).encode(y=names(rows, "row", room))
    tracks = base.mark_rule(strokeWidth=0.75, opacity=0.6, color=GREY).encode(
        x=alt.X("left:Q", scale=across, axis=None), x2="right:Q"
    )
    whiskers = (
        base.transform_filter("isValid(datum.low)")
        .mark_rule(strokeWidth=1.5)
        .encode(x=alt.X("low:Q", scale=across), x2="high:Q", opacity=opacity())
        .properties(name=WHISKERS)
    )
    dots = (
        base.mark_point(filled=True, size=110, fill=DARK_BLUE, stroke=DARK_BLUE, strokeWidth=2)
        .encode(
            x=alt.X("at:Q", scale=across),
            fillOpacity=fill_opacity(),
            opacity=opacity(),
            tooltip=tips("readings", "of"),
        )
        .add_params(pick())
    )
    told = figures(base, x=alt.X("edge:Q", scale=across), text="figure:N", opacity=text_opacity())
    heads = alt.Chart(table).transform_aggregate(groupby=["heading", "left"])
    headings = figures(
        heads, place="under", x=alt.X("left:Q", scale=across), y=alt.value(-HEADING / 2), text="heading:N"
    )
    return sized(alt.layer(tracks, whiskers, dots, told, headings), len(rows), ROW, above=HEADING)
