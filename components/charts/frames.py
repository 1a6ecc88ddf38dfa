"""The news frames of the paragraphs that name each actor."""

import pandas as pd

from components.charts import Chart, frame
from components.charts.stacked import Bars, draw_bars
from components.charts.style import AMBER, DARK_BLUE, GREY, RED, VIOLET, Layers, share_told, tips
from framing import tallies
from framing.grouping import Counting, Tally
from framing.types import Analysis, Frame

COLOURS: dict[str, str] = {
    Frame.CONFLICT: RED,
    Frame.HUMAN_INTEREST: AMBER,
    Frame.ECONOMIC: DARK_BLUE,
    Frame.MORALITY: GREY,
    Frame.RESPONSIBILITY: VIOLET,
}
ROW = 20  # pixels per actor


def table(analysis: Analysis, counting: Counting) -> pd.DataFrame:
    """One bar piece per actor and frame; its figure is the share of the most frequent one."""
    found = tallies.frames(analysis, counting)
    most: dict[str, Tally] = {}
    for tally in sorted(found, key=lambda tally: -tally.count):
        most.setdefault(tally.actor, tally)
    ranks = list(COLOURS)
    return frame(
        found,
        lambda tally: f"{tally.actor}, {tally.label}",
        label=lambda tally: tally.label,
        rank=lambda tally: ranks.index(tally.label),
        figure=lambda tally: share_told(most[tally.actor].count, tally.n, most[tally.actor].label),
    )


def draw(table: pd.DataFrame) -> Layers:
    return draw_bars(table, Bars(COLOURS, tips("paragraphs", "of"), ROW, lines=2))


CHART = Chart(
    "Frames (experimental)",
    reads="Frames of the paragraphs that name it; the least tested reading on this page.",
    unit="paragraph",
    table=table,
    draw=draw,
    place=5,
)
