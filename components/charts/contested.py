"""Whose claims are contested, by whom, and which allegations stay unanswered."""

from collections import Counter

import pandas as pd

from components.charts import Chart, frame
from components.charts.stacked import Bars, draw_bars
from components.charts.style import AMBER, GREY, RED, VIOLET, Layers, tips
from framing import tallies
from framing.grouping import Counting, Tally
from framing.tallies import UNANSWERED
from framing.types import Analysis, ContestKind

LABELS: dict[str, str] = {
    ContestKind.DENIES: "denied",
    ContestKind.DOUBTS: "doubted",
    ContestKind.REJECTS: "rejected",
    UNANSWERED: "unanswered",
}
COLOURS = dict(zip(LABELS.values(), (RED, AMBER, VIOLET, GREY), strict=True))
BY = " ← "  # between whose claims they are and who contests them
ROW = 20  # pixels per pair
PAIRS = 200  # pixels that the names of both sides have, however narrow the drawing is


def table(analysis: Analysis, counting: Counting) -> pd.DataFrame:
    """One bar piece per pair and kind: the actor whose claims they are, and whoever contests or does not answer."""
    found = tallies.contests(analysis, counting)
    sizes = Counter({(tally.actor, tally.part): tally.n for tally in found})
    ranks = list(LABELS)
    return frame(
        found,
        lambda tally: f"claims of {tally.actor}, {LABELS[tally.label]} by {tally.part}",
        pair=_pair,
        label=lambda tally: LABELS[tally.label],
        rank=lambda tally: ranks.index(tally.label),
        figure=lambda tally: str(sizes[tally.actor, tally.part]),
    )


def _pair(tally: Tally) -> str:
    return f"{tally.actor}{BY}{tally.part}"


def draw(table: pd.DataFrame) -> Layers:
    tooltip = tips("contests", "between the two")
    return draw_bars(table, Bars(COLOURS, tooltip, ROW, rows="pair", between=BY, names=PAIRS))


CHART = Chart(
    "Contested claims",
    reads="Whose claims ← who contests them, or leaves an allegation unanswered.",
    unit="case",
    table=table,
    draw=draw,
    place=4,
)
