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
    sized,
    text_opacity,
    tips,
)

GAP = 6  # pixels between two headings


def draw_cells(
    table: pd.DataFrame,
    colouring: dict[str, str],
    *,
    rows: alt.Y,
    count: int,
    columns: int,
    heading: str,
    band: float,
    row: int,
    apart: int = 1,
) -> Layers:
    """
    Args:
        table: a piece of a cell per row, from `start` to `end` with its `figure` in the `middle`; `light`: on a light
            colour.
        colouring: colours of the labels.
        rows: the axis of the rows.
        count: of rows.
        columns: that the drawing has room for.
        heading: the column of the table that names columns.
        band: height of a cell, of its row.
        row: pixels of a row.
        apart: columns from one heading to the next; what is longer is cut short.
    """
    across = alt.Scale(domain=[0, columns], nice=False)
    base = alt.Chart(table).encode(y=rows)
    pieces = bar_pieces(
        base,
        band,
        x=alt.X("start:Q", scale=across, axis=None),
        x2=alt.X2("end:Q"),
        tooltip=tips("readings", "of"),
        **colours("label", colouring, lines=0),
    )
    inside = base.encode(x=alt.X("middle:Q", scale=across), opacity=text_opacity())
    on_paper = figures(inside.transform_filter("datum.open || datum.aside"), place="inside", text=alt.Text("figure:N"))
    filled = inside.transform_filter("!datum.open && !datum.aside").encode(text=alt.Text("figure:N"))
    on_dark = filled.transform_filter("!datum.light").mark_text(fontSize=SMALL_TEXT, color=PAPERS[0])
    on_light = filled.transform_filter("datum.light").mark_text(fontSize=SMALL_TEXT, color=PAPERS[1])
    heads = alt.Chart(table).transform_aggregate(groupby=[heading, "column"])
    headings = figures(
        heads,
        place="under",
        limit=f"width * {apart} / {columns} - {GAP}",
        x=alt.X("column:Q", scale=across),
        y=alt.value(-HEADING / 2),
        text=alt.Text(f"{heading}:N"),
        tooltip=f"{heading}:N",
    )
    return sized(alt.layer(pieces, on_paper, on_dark, on_light, headings), count, row, above=HEADING)
