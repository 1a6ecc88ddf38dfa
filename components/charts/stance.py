"""Who takes which position toward whom."""

import pandas as pd

from components.charts import Chart, frame
from components.charts.cells import draw_cells
from components.charts.room import names_room
from components.charts.style import GREEN, GREY, RED, Layers, actor_axis, order
from framing import tallies
from framing.grouping import Counting, Tally
from framing.labels import TOWARD
from framing.types import Analysis, Stance

COLOURS: dict[str, str] = {Stance.OPPOSES: RED, Stance.NEUTRAL: GREY, Stance.SUPPORTS: GREEN}
SIGNS: dict[str, str] = {Stance.OPPOSES: "−", Stance.NEUTRAL: "·", Stance.SUPPORTS: "+"}
CELL = 0.94  # width of a cell, of 1
COLUMNS = 4  # columns that the drawing has room for even where there are fewer
COLUMN = 60  # pixels of a column, where there is room for longer names
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
        lambda tally: f"{tally.actor} {TOWARD[Stance(tally.label)]} {tally.part}",
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
    columns = max(COLUMNS, int(table["column"].max()) + 1)
    return draw_cells(
        table,
        COLOURS,
        rows=actor_axis(table, names_room(table["actor"], COLUMN * columns)),
        count=table["actor"].nunique(),
        columns=columns,
        heading="target",
        band=0.84,
        row=ROW,
    )


CHART = Chart(
    "Stance of one toward another",
    reads="Rows toward columns: − opposes, · neutral, + supports.",
    unit="reading",
    table=table,
    draw=draw,
    place=3,
    wide=True,
)
