"""How certain the text presents the claims of each actor."""

from collections import Counter

import altair as alt
import pandas as pd

from components.charts import Chart, frame
from components.charts.style import (
    BLUE,
    BROWN,
    DARK_BLUE,
    GREY,
    LEGEND,
    Layers,
    actor_axis,
    colours,
    figures,
    fill_opacity,
    opacity,
    pick,
    share_told,
    sized,
    tips,
)
from framing import tallies
from framing.grouping import Counting
from framing.types import Analysis

COLOURS = {"certain": DARK_BLUE, "probable": BLUE, "possible": BROWN, "left open": GREY}
ROW = 26  # pixels per actor, as in the chart beside it
LABEL_ROOM = 2.6  # how far the axis runs beyond the longest bar, for the figures


def table(analysis: Analysis, counting: Counting) -> pd.DataFrame:
    """One bar piece per actor and level; its figure is the share of certain claims."""
    found = tallies.certainty(analysis, counting)
    certain = Counter({tally.actor: tally.count for tally in found if tally.label == "certain"})
    levels = list(COLOURS)
    return frame(
        found,
        lambda tally: f"{tally.actor}, {tally.label}",
        label=lambda tally: tally.label,
        rank=lambda tally: levels.index(tally.label),
        figure=lambda tally: share_told(certain[tally.actor], tally.n, "certain"),
    )


def draw(table: pd.DataFrame) -> Layers:
    across = alt.Scale(domain=[0, float(table["n"].max()) * LABEL_ROOM])
    base = alt.Chart(table).encode(y=actor_axis(table))
    bars = (
        base.mark_bar(strokeWidth=1.5, height={"band": 0.62})
        .encode(
            x=alt.X("count:Q", stack="zero", scale=across, axis=None),
            order=alt.Order("rank:Q"),
            fillOpacity=fill_opacity(),
            opacity=opacity(),
            tooltip=tips("claims", "of all its claims"),
            **colours("label", COLOURS),
        )
        .add_params(pick())
    )
    ends = base.transform_aggregate(aside="min(aside)", groupby=["actor", "n", "figure"])
    told = figures(ends, x=alt.X("n:Q", scale=across), text="figure:N", opacity=opacity())
    return sized(alt.layer(bars, told), table["actor"].nunique(), ROW, above=LEGEND[2])


CHART = Chart(
    "Certainty of its claims",
    reads="Claims by how certain the text presents them, the article’s own hedged ones too.",
    unit="claim",
    table=table,
    draw=draw,
    place=1,
)
