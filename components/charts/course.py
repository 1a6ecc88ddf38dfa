"""Where along the article each actor speaks and is named."""

import altair as alt
import pandas as pd

from components.charts import Chart, frame
from components.charts.room import names_room
from components.charts.style import (
    DARK_BLUE,
    GREY,
    HEADING,
    LEGEND,
    Layers,
    actor_axis,
    colours,
    figures,
    fill_opacity,
    opacity,
    pick,
    sized,
    text_opacity,
    tips,
)
from framing import tallies
from framing.grouping import Counting, Tally
from framing.tallies import NAMED, SPEAKS
from framing.types import Analysis

COLOURS = {SPEAKS: DARK_BLUE, NAMED: GREY}
ROW = 26  # pixels per actor, shared by what it says and where it is named
LABEL_ROOM = 122  # pixels right of the last paragraph, for the figures, however narrow the drawing is
STEP = 14  # pixels that a paragraph has, where there is room for longer names
FULL = 4  # readings of one paragraph from which a mark grows no more


def table(analysis: Analysis, counting: Counting) -> pd.DataFrame:
    """One mark per actor, paragraph and kind; paragraphs are numbered as on the rest of the page."""
    found = tallies.course(analysis, counting)
    sizes = {(tally.actor, tally.label): tally.n for tally in found}

    def figure(tally: Tally) -> str:
        said, named = (sizes.get((tally.actor, label), 0) for label in (SPEAKS, NAMED))
        return f"{SPEAKS} {said}, {NAMED} {named}"

    return frame(
        found,
        lambda tally: f"{tally.actor}, {tally.label}, paragraph {tally.part}",
        paragraph=lambda tally: int(tally.part),
        label=lambda tally: tally.label,
        amount=lambda tally: min(tally.count, FULL),
        figure=figure,
    )


def draw(table: pd.DataFrame) -> Layers:
    first, last = int(table["paragraph"].min()), int(table["paragraph"].max())
    edge = last + 0.7
    end = f"{edge} + {edge - first + 0.5} * {LABEL_ROOM} / max(width - {LABEL_ROOM}, {LABEL_ROOM})"
    # Both ends given, for Streamlit hands the rows over after the first drawing, which would have none to go by.
    across = alt.Scale(domain=[first - 0.5, alt.expr(end)], nice=False, zero=False)
    steps = alt.Axis(values=list(range(first, last + 1)), format="d", title=None, grid=True, gridOpacity=0.4)
    room = names_room(table["actor"], LABEL_ROOM + STEP * (last - first + 1))
    base = alt.Chart(table).encode(y=actor_axis(table, room))
    points = (
        base.mark_point(strokeWidth=1.5)
        .encode(
            x=alt.X("paragraph:Q", scale=across, axis=steps),
            yOffset=alt.YOffset("label:N", sort=[SPEAKS, NAMED]),
            shape=alt.Shape("label:N", scale=alt.Scale(domain=list(COLOURS), range=["circle", "square"]), legend=None),
            size=alt.Size("amount:Q", scale=alt.Scale(domain=[1, FULL], range=[30, 90]), legend=None),
            fill=alt.Fill("label:N", scale=alt.Scale(domain=list(COLOURS), range=list(COLOURS.values())), legend=None),
            fillOpacity=fill_opacity(),
            opacity=opacity(),
            tooltip=tips("in this paragraph", "in the whole article"),
            stroke=colours("label", COLOURS, lines=0)["stroke"],
        )
        .add_params(pick())
    )
    ends = base.transform_aggregate(aside="min(aside)", groupby=["actor", "figure"])
    told = figures(ends, x=alt.X(datum=edge, scale=across), text=alt.Text("figure:N"), opacity=text_opacity())
    return sized(alt.layer(points, told), table["actor"].nunique(), ROW, above=LEGEND[1], below=HEADING)


CHART = Chart(
    "Along the article",
    reads="By paragraph, from the headline on: a circle where it speaks, a square where it is named.",
    unit="time",
    table=table,
    draw=draw,
    place=6,
    wide=True,
)
