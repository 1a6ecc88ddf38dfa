"""Whose words the article carries, how they are given, and with which verbs."""

import altair as alt
import pandas as pd

from components.charts import Chart, frame
from components.charts.stacked import Bars, draw_bars
from components.charts.style import BLUE, BROWN, DARK_BLUE, GREEN, GREY, SLATE, Layers, tips
from framing import tallies
from framing.grouping import Counting, Tally
from framing.tallies import FORM, VERB
from framing.types import Analysis, Reporting, Voice

LABELS: dict[str, str] = {
    Voice.DIRECT: "quoted",
    Voice.MIXED: "partly quoted",
    Voice.INDIRECT: "paraphrased",
    Reporting.DISTANCING: "distancing",
    Reporting.NEUTRAL: "neutral",
    Reporting.ENDORSING: "endorsing",
}
COLOURS = dict(zip(LABELS.values(), (DARK_BLUE, BLUE, SLATE, BROWN, GREY, GREEN), strict=True))
ROW = 26  # pixels per actor, shared by its two bars


def table(analysis: Analysis, counting: Counting) -> pd.DataFrame:
    """One bar piece per actor and form, and one per actor and verb; the pieces of either add up to its share."""
    found = tallies.voice(analysis, counting)
    total = sum(tally.count for tally in found if tally.part == FORM)
    mine = {
        tally.actor: sum(other.count for other in found if other.actor == tally.actor and other.part == FORM)
        for tally in found
    }
    ranks = list(LABELS)
    return frame(
        found,
        _words,
        part=lambda tally: tally.part,
        label=lambda tally: LABELS[tally.label],
        rank=lambda tally: ranks.index(tally.label),
        share=lambda tally: tally.count / total if total else 0.0,
        edge=lambda tally: mine[tally.actor] / total if total else 0.0,
        figure=lambda tally: f"{100 * mine[tally.actor] / total:.0f} %, n = {tally.n}" if total else "",
    )


def _words(tally: Tally) -> str:
    label = LABELS[tally.label]
    return f"{tally.actor}, {label}" if tally.part == FORM else f"{tally.actor}, {label} verb"


def draw(table: pd.DataFrame) -> Layers:
    tooltip = tips("attributed words", "its claims")
    bars = Bars(COLOURS, tooltip, ROW, band=0.78, lines=2, piece="share", whole="edge")
    return draw_bars(table, bars, yOffset=alt.YOffset("part:N", sort=[FORM, VERB]))


CHART = Chart(
    "Voice",
    reads="Share of all attributed words; above how they are given, below the verb that reports them.",
    unit="word",
    table=table,
    draw=draw,
    place=0,
)
