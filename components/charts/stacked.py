"""Stacked bars, one row each, with a figure behind the last piece: the drawing of every chart that counts by label."""

from dataclasses import dataclass
from typing import Any

import altair as alt
import pandas as pd

from components.charts.style import (
    LEGEND,
    NAMES,
    Layers,
    actor_axis,
    bar_pieces,
    colours,
    figures,
    sized,
    text_opacity,
)


@dataclass(frozen=True, slots=True)
class Bars:
    """How the bars of one chart differ from those of others.

    Attributes:
        colours: of each label.
        tips: what a piece says when it is pointed at.
        row: pixels of a row.
        reach: how far the axis runs beyond the longest bar, for the figures.
        band: share of the row that the bar takes.
        rows: column that the rows are named by.
        names: pixels for these names.
        lines: of the legend.
        piece: column with the length of a piece.
        whole: column with the length of its bar, behind which the figure stands.
    """

    colours: dict[str, str]
    tips: list[alt.Tooltip]
    row: int
    reach: float
    band: float = 0.66
    rows: str = "actor"
    names: int = NAMES
    lines: int = 1
    piece: str = "count"
    whole: str = "n"


def draw_bars(table: pd.DataFrame, bars: Bars, **encoding: Any) -> Layers:
    """Draw a table with the columns `label`, `rank` (order of the pieces) and `figure`.

    Args:
        encoding: altair's channels that the pieces have besides.
    """
    across = alt.Scale(domain=[0, float(table[bars.whole].max()) * bars.reach])
    base = alt.Chart(table).encode(y=actor_axis(table, bars.rows, bars.names))
    pieces = bar_pieces(
        base,
        bars.band,
        x=alt.X(f"{bars.piece}:Q", stack="zero", scale=across, axis=None),
        order=alt.Order("rank:Q"),
        tooltip=bars.tips,
        **colours("label", bars.colours, lines=bars.lines, room=bars.names, textures=True),
        **encoding,
    )
    ends = base.transform_aggregate(aside="min(aside)", groupby=[bars.rows, bars.whole, "figure"])
    told = figures(ends, x=alt.X(f"{bars.whole}:Q", scale=across), text=alt.Text("figure:N"), opacity=text_opacity())
    return sized(alt.layer(pieces, told), table[bars.rows].nunique(), bars.row, above=LEGEND[2])
