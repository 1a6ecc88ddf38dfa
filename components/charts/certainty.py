"""How certain the text presents the claims of each actor."""

from collections import Counter

import pandas as pd

from components.charts import Chart, frame
from components.charts.stacked import Bars, draw_bars
from components.charts.style import BLUE, BROWN, DARK_BLUE, GREY, Layers, share_told, tips
from framing import tallies
from framing.grouping import Counting
from framing.types import Analysis

COLOURS = {"certain": DARK_BLUE, "probable": BLUE, "possible": BROWN, "left open": GREY}
ROW = 26  # pixels per actor, as in the chart beside it


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
    tooltip = tips("claims", "of all its claims")
    return draw_bars(table, Bars(COLOURS, tooltip, ROW, band=0.62))


CHART = Chart(
    "Certainty of its claims",
    reads="Claims by how certain the text presents them, the article’s own hedged ones too.",
    unit="claim",
    table=table,
    draw=draw,
    place=1,
)
