"""Cells of a matrix, each shared by the labels that were read: the drawing of every chart of positions."""

import altair as alt
import pandas as pd

from components.charts.style import (
    HEADING,
    PAPERS,
    SMALL_TEXT,
    Layers,
    bar_pieces,
    colours,
    figures,
    opacity,
    sized,
    tips,
)


def draw_cells(
    table: pd.DataFrame,
    colouring: dict[str, str],
    *,
    rows: alt.Y,
    count: int,
    across: alt.Scale,
    heading: str,
    band: float,
    row: int,
) -> Layers:
    """
    Args:
        table: a piece of a cell per row, from `start` to `end` with its `figure` in the `middle`; `light`: on a light
            colour.
        colouring: colours of the labels.
        rows: the axis of the rows.
        count: of rows.
        across: columns are one wide.
        heading: the column of the table that names columns.
        band: height of a cell, of its row.
        row: pixels of a row.
    """
    base = alt.Chart(table).encode(y=rows)
    pieces = bar_pieces(
        base,
        band,
        x=alt.X("start:Q", scale=across, axis=None),
        x2=alt.X2("end:Q"),
        tooltip=tips("readings", "of"),
        **colours("label", colouring, lines=0),
    )
    inside = base.encode(x=alt.X("middle:Q", scale=across), opacity=opacity())
    on_paper = figures(inside.transform_filter("datum.open"), place="inside", text=alt.Text("figure:N"))
    on_dark = inside.transform_filter("!datum.open && !datum.light").mark_text(fontSize=SMALL_TEXT, color=PAPERS[0])
    on_light = inside.transform_filter("!datum.open && datum.light").mark_text(fontSize=SMALL_TEXT, color=PAPERS[1])
    heads = alt.Chart(table).transform_aggregate(groupby=[heading, "column"])
    headings = figures(
        heads,
        place="under",
        x=alt.X("column:Q", scale=across),
        y=alt.value(-HEADING / 2),
        text=alt.Text(f"{heading}:N"),
    )
    filled = [layer.encode(text=alt.Text("figure:N")) for layer in (on_dark, on_light)]
    return sized(alt.layer(pieces, on_paper, *filled, headings), count, row, above=HEADING)
