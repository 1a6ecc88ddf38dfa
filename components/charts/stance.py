"""Who takes which position toward whom."""

import altair as alt
import pandas as pd

from components.charts import Chart, frame
from components.charts.style import (
    GREEN,
    GREY,
    HEADING,
    PAPERS,
    RED,
    SMALL_TEXT,
    Layers,
    actor_axis,
    colours,
    figures,
    fill_opacity,
    opacity,
    order,
    pick,
    sized,
    tips,
)
from framing import tallies
from framing.grouping import Counting, Tally
from framing.types import Analysis, Stance

COLOURS: dict[str, str] = {Stance.OPPOSES: RED, Stance.NEUTRAL: GREY, Stance.SUPPORTS: GREEN}
SIGNS: dict[str, str] = {Stance.OPPOSES: "−", Stance.NEUTRAL: "·", Stance.SUPPORTS: "+"}
CELL = 0.94  # width of a cell, of 1
COLUMNS = 4  # columns that the drawing has room for even where there are fewer
ROW = 24  # pixels per holder


def table(analysis: Analysis, counting: Counting) -> pd.DataFrame:
    """One piece per holder, target and stance; the pieces of a cell share its width."""
    found = tallies.stance(analysis, counting)
    columns = order(pd.DataFrame([(tally.part, tally.count) for tally in found], columns=["part", "count"]), "part")
    counts = {(tally.actor, tally.part, tally.label): tally.count for tally in found}
    labels = list(SIGNS)

    def start(tally: Tally) -> float:
        before = sum(counts.get((tally.actor, tally.part, label), 0) for label in labels[: labels.index(tally.label)])
        return columns.index(tally.part) + CELL * before / tally.n

    return frame(
        found,
        lambda tally: (
            f"{tally.actor} {tally.label} {tally.part}"
            if tally.label != Stance.NEUTRAL
            else f"{tally.actor}, neutral toward {tally.part}"
        ),
        target=lambda tally: tally.part,
        column=lambda tally: columns.index(tally.part),
        label=lambda tally: tally.label,
        start=start,
        end=lambda tally: start(tally) + CELL * tally.count / tally.n,
        middle=lambda tally: start(tally) + CELL * tally.count / tally.n / 2,
        figure=lambda tally: f"{tally.count}{SIGNS[tally.label]}",
        light=lambda tally: tally.label == Stance.NEUTRAL,
    )


def draw(table: pd.DataFrame) -> Layers:
    across = alt.Scale(domain=[0, max(COLUMNS, int(table["column"].max()) + 1)])
    base = alt.Chart(table).encode(y=actor_axis(table))
    pieces = (
        base.mark_bar(strokeWidth=1.5, height={"band": 0.84})
        .encode(
            x=alt.X("start:Q", scale=across, axis=None),
            x2="end:Q",
            fillOpacity=fill_opacity(),
            opacity=opacity(),
            tooltip=tips("readings", "of"),
            **colours("label", COLOURS, lines=0),
        )
        .add_params(pick())
    )
    inside = base.encode(x=alt.X("middle:Q", scale=across), opacity=opacity())
    on_paper = figures(inside.transform_filter("datum.open"), place="inside", text="figure:N")
    on_dark = inside.transform_filter("!datum.open && !datum.light").mark_text(fontSize=SMALL_TEXT, color=PAPERS[0])
    on_light = inside.transform_filter("!datum.open && datum.light").mark_text(fontSize=SMALL_TEXT, color=PAPERS[1])
    heads = alt.Chart(table).transform_aggregate(groupby=["target", "column"])
    headings = figures(
        heads, place="under", x=alt.X("column:Q", scale=across), y=alt.value(-HEADING / 2), text="target:N"
    )
    filled = [layer.encode(text="figure:N") for layer in (on_dark, on_light)]
    return sized(alt.layer(pieces, on_paper, *filled, headings), table["actor"].nunique(), ROW, above=HEADING)


CHART = Chart(
    "Stance of one toward another",
    reads="Rows toward columns: − opposes, · neutral, + supports.",
    unit="reading",
    table=table,
    draw=draw,
    place=3,
    wide=True,
)
