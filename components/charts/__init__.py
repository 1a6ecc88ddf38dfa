"""Charts per actor. Each module here that defines `CHART` is found and shown; see docs/add-a-chart.md.

A table has a row per mark of its chart and at least the columns `actor` (what a click chooses),
`n` (size of the group that the mark belongs to), `open` (the group is too small to be drawn filled)
and `aside` (another actor is chosen).
"""

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

import altair as alt
import pandas as pd

from framing.types import Analysis

SMALL_GROUP = 3  # fewer readings than this say little, so they are drawn as an outline with their number
SHOWN_ACTORS = 6  # more rows do not fit beside the article; the tables list every actor
PICK = "pick"  # name of the selection that every chart offers
NAMES = 92  # pixels for the names of actors, fixed so that charts beside each other line up
LEGEND = 24  # pixels for a legend of one line above the rows
SMALL_TEXT = 11  # font size in pixels of legends and figures
FIGURES = "figures"  # name of text layers; page.css gives them the text colour of the theme
FADED = 0.25  # opacity of actors that are not chosen

Layers: TypeAlias = alt.LayerChart | alt.FacetChart  # what altair says that layering gives

# Read on white and on near-black alike; neighbours differ in lightness, so that they part without colour.
CERTAINTY_COLOURS = {
    "certain": "#1F6FA8",
    "probable": "#5BA3D0",
    "possible": "#C98A1B",
    "left open": "#858B8F",
}
TONE_COLOURS = {"negative": "#B5533C", "neutral": "#6E757A", "positive": "#2A8060"}


@dataclass(frozen=True, slots=True)
class Chart:
    """A pure table of an Analysis and a pure drawing of that table.

    Attributes:
        table: takes the Analysis, and whether readings below their threshold count too.
        draw: takes that table, with `aside` filled in.
    """

    title: str
    reads: str  # one line under the title: how the drawing is read
    table: Callable[[Analysis, bool], pd.DataFrame]
    draw: Callable[[pd.DataFrame], Layers]
    place: int  # position on the page, from 0
    wide: bool = False  # takes the whole width


def discover() -> tuple[Chart, ...]:
    """Every CHART of this folder, in the order of their places."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    modules = [importlib.import_module(f"{__name__}.{name}") for name in names]
    found = [module.CHART for module in modules if hasattr(module, "CHART")]
    return tuple(sorted(found, key=lambda chart: (chart.place, chart.title)))


def busiest(table: pd.DataFrame, columns: tuple[str, ...] = ("actor",)) -> pd.DataFrame:
    """Keep the actors with the largest groups, in that order; ties stay in the order of the article."""
    for column in columns:
        sizes = table.groupby(column, sort=False)["count"].sum()
        kept = list(sizes.sort_values(ascending=False, kind="stable").index[:SHOWN_ACTORS])
        table = table[table[column].isin(kept)]
    return table.reset_index(drop=True)


def order(table: pd.DataFrame, column: str = "actor") -> list[str]:
    """Actors by size of their groups, largest first."""
    sizes = table.groupby(column, sort=False)["count"].sum()
    return [str(name) for name in sizes.sort_values(ascending=False, kind="stable").index]


def pick() -> alt.Parameter:
    """The selection that a click makes: the one clicked actor."""
    return alt.selection_point(PICK, fields=["actor"], toggle=False)


def opacity() -> Any:  # any: altair keeps the type of a condition private
    """Fade the actors that are not chosen."""
    return alt.condition("datum.aside", alt.value(FADED), alt.value(1.0))


def actor_axis(table: pd.DataFrame) -> alt.Y:
    axis = alt.Axis(ticks=False, domain=False, labelFontSize=12, minExtent=NAMES, maxExtent=NAMES, labelLimit=NAMES - 6)
    return alt.Y("actor:N", title=None, sort=order(table), axis=axis)


def colours(field: str, names: dict[str, str], *, legend: bool = True) -> dict[str, alt.Color | alt.Stroke]:
    """Fill and outline of one field in fixed colours, with one legend above the rows."""
    scale = alt.Scale(domain=list(names), range=list(names.values()))
    line = alt.Legend(
        orient="none",
        direction="horizontal",
        legendX=-NAMES,
        legendY=-LEGEND,
        title=None,
        symbolType="square",
        symbolSize=70,
        labelFontSize=SMALL_TEXT,
        columnPadding=8,
    )
    return {
        "color": alt.Color(f"{field}:N", scale=scale, legend=line if legend else None),
        "stroke": alt.Stroke(f"{field}:N", scale=scale, legend=line if legend else None),
    }


def fill_opacity() -> Any:
    """Draw groups that are too small as outlines."""
    return alt.condition("datum.open", alt.value(0.0), alt.value(1.0))


def sized(layers: Layers, rows: int, row: int, *, above: int = LEGEND) -> Layers:
    """Give the rows their height in pixels, and the room above them that the legend needs."""
    fit = alt.AutoSizeParams(type="fit-x", contains="padding")
    room = {"left": 0, "top": above, "right": 0, "bottom": 0}  # a legend at a fixed place takes none by itself
    return layers.properties(height=rows * row, autosize=fit, padding=room)


def describe(chart: Chart, table: pd.DataFrame) -> str:
    """What a screen reader says in place of the drawing."""
    totals = table.groupby("actor", sort=False)["count"].sum()
    return f"{chart.title}: " + ", ".join(f"{name} {count}" for name, count in totals.items())


@dataclass(frozen=True, slots=True)
class Drawing:
    """A finished chart whose rows can be faded without drawing it again."""

    spec: dict[str, Any]  # any: Vega-Lite; its rows stand apart, in `rows`
    rows: list[dict[str, Any]]
    description: str

    def choosing(self, actor: str | None) -> dict[str, Any]:
        """The chart with everything faded that this actor has no part in."""
        rows = [{**row, "aside": actor not in (None, row["actor"], row.get("target"))} for row in self.rows]
        return {**self.spec, "data": {"values": rows}}


def finish(chart: Chart, table: pd.DataFrame) -> Drawing:
    if table.empty:
        return Drawing({}, [], "")
    spec = chart.draw(table).to_dict()
    del spec["datasets"]  # all layers read the chart's own data
    return Drawing(spec, table.to_dict("records"), describe(chart, table))
