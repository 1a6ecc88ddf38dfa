"""Charts of many articles, as those of one: a pure table of what was answered, and a pure drawing of that table.

Each row of a table is a mark, with these columns: `mark` (its number), `words` (the mark in words), `count`, `n` (size
of its group), `open` (the group is too small to be drawn filled) and `aside` (something else is open).
"""

from collections.abc import Callable, Sequence
from typing import Any

import altair as alt
import pandas as pd

from components.charts import Drawing
from components.charts.style import Layers, name_axis

COLUMNS = ["mark", "words", "count", "n", "open", "aside"]


def finish(title: str, table: pd.DataFrame, draw: Callable[[pd.DataFrame], Layers]) -> Drawing:
    """The drawing with its rows apart; without rows there is nothing to draw."""
    if table.empty:
        return Drawing({}, [], "")
    spec: dict[str, Any] = draw(table).to_dict()  # any: Vega-Lite
    del spec["datasets"]  # all layers read the chart's own data
    rows = table.astype(object).where(table.notna(), None)  # the browser has no word for NaN
    return Drawing(spec, rows.to_dict("records"), f"{title}, {len(table)} marks")


def names(rows: Sequence[str], column: str, room: str, between: str = "") -> alt.Y:
    """An axis of names from outside, in this order; `room` is theirs, in pixels as an expression of Vega."""
    # A band even where no bar is drawn: on points, the first name would stand below its row.
    axis = name_axis(rows, room, between)
    return alt.Y(f"{column}:N", title=None, sort=list(rows), axis=axis, scale=alt.Scale(type="band"))
