"""Stacked bars, one row each, with a figure behind the last piece: the drawing of every chart that counts by label."""

from dataclasses import dataclass
from typing import Any

import altair as alt
import pandas as pd

from components.charts.room import LEFT, NAMES, figures_room, longest, names_room
from components.charts.style import (
    LEGEND,
    SMALL_TEXT,
    Layers,
    actor_axis,
    bar_pieces,
    colours,
    figures,
    sized,
    text_opacity,
)

BAR = 60  # pixels that the longest bar has, however long names and figures are


@dataclass(frozen=True, slots=True)
class Bars:
    """How the bars of one chart differ from those of others.

    Attributes:
        colours: of each label.
        tips: what a piece says when it is pointed at.
        row: pixels of a row.
        band: share of the row that the bar takes.
        rows: column that the rows are named by.
        between: what stands between two names of a row, if it has two.
        names: pixels that these names have, however narrow the drawing is.
        lines: of the legend.
        piece: column with the length of a piece.
        whole: column with the length of its bar, behind which the figure stands.
    """

    colours: dict[str, str]
    tips: list[alt.Tooltip]
    row: int
    band: float = 0.66
    rows: str = "actor"
    between: str = ""
    names: int = NAMES
    lines: int = 1
    piece: str = "count"
    whole: str = "n"


def draw_bars(table: pd.DataFrame, bars: Bars, **encoding: Any) -> Layers:
    """Draw a table with the columns `label`, `rank` (order of the pieces) and `figure`.

    Args:
        encoding: altair's channels that the pieces have besides.
    """
    behind = 2 * LEFT + longest(table["figure"], SMALL_TEXT)
    across = alt.Scale(domain=[0, alt.expr(figures_room(float(table[bars.whole].max()), behind))])
    room = names_room(table[bars.rows], behind + BAR, least=bars.names)
    base = alt.Chart(table).encode(y=actor_axis(table, room, bars.rows, bars.between))
    pieces = bar_pieces(
        base,
        bars.band,
        x=alt.X(f"{bars.piece}:Q", stack="zero", scale=across, axis=None),
        order=alt.Order("rank:Q"),
        tooltip=bars.tips,
        **colours("label", bars.colours, lines=bars.lines, room=room, textures=True),
        **encoding,
    )
    ends = base.transform_aggregate(aside="min(aside)", groupby=[bars.rows, bars.whole, "figure"])
    told = figures(ends, x=alt.X(f"{bars.whole}:Q", scale=across), text=alt.Text("figure:N"), opacity=text_opacity())
    return sized(alt.layer(pieces, told), table[bars.rows].nunique(), bars.row, above=LEGEND[2])
