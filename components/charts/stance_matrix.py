"""Who takes which position toward whom."""

from collections import Counter

import altair as alt
import pandas as pd

from components.charts import (
    FIGURES,
    SMALL_GROUP,
    SMALL_TEXT,
    TONE_COLOURS,
    Chart,
    Layers,
    actor_axis,
    busiest,
    colours,
    fill_opacity,
    opacity,
    order,
    pick,
    sized,
)
from framing.naming import ARTICLE_VOICE, side_name
from framing.types import Analysis, Stance

ROW = 24  # pixels per holder
COLUMNS = [
    "actor",
    "target",
    "supports",
    "neutral",
    "opposes",
    "count",
    "n",
    "leaning",
    "figure",
    "open",
    "aside",
]
COLOURS = {
    "opposes": TONE_COLOURS["negative"],
    "neutral": TONE_COLOURS["neutral"],
    "supports": TONE_COLOURS["positive"],
}


def table(analysis: Analysis, unsure: bool) -> pd.DataFrame:
    """One cell per holder and target; its leaning is what most readings say, neutral where they balance."""
    counts = Counter(
        (
            side_name(analysis, item.holder, absent=ARTICLE_VOICE),
            side_name(analysis, item.target),
            item.label,
        )
        for item in analysis.stances
        if unsure or not item.unsure
    )
    found = []
    for holder, target in dict.fromkeys((holder, target) for holder, target, _ in counts):
        supports, neutral, opposes = (counts[holder, target, label] for label in Stance)
        size = supports + neutral + opposes
        leaning = _leaning({"supports": supports, "neutral": neutral, "opposes": opposes})
        signed = ((opposes, "−"), (neutral, "·"), (supports, "+"))
        figure = " ".join(f"{number}{sign}" for number, sign in signed if number)
        small = size < SMALL_GROUP
        found.append((holder, target, supports, neutral, opposes, size, size, leaning, figure, small, False))
    return busiest(pd.DataFrame(found, columns=COLUMNS), ("actor", "target"))


def _leaning(counts: dict[str, int]) -> str:
    most = [label for label, count in counts.items() if count == max(counts.values())]
    return most[0] if len(most) == 1 else "neutral"


def draw(table: pd.DataFrame) -> Layers:
    names = alt.Axis(orient="top", labelAngle=0, labelLimit=88, labelFontSize=12, ticks=False, domain=False)
    across = alt.X("target:N", title=None, sort=order(table, "target"), axis=names)
    base = alt.Chart(table).encode(x=across, y=actor_axis(table))
    cells = (
        base.mark_rect(strokeWidth=1.5, cornerRadius=2, xOffset=1, x2Offset=-1, yOffset=2, y2Offset=-2)
        .encode(
            fillOpacity=fill_opacity(),
            opacity=opacity(),
            tooltip=["actor:N", "target:N", "supports:Q", "neutral:Q", "opposes:Q"],
            **colours("leaning", COLOURS, legend=False),
        )
        .add_params(pick())
    )
    text = base.encode(text="figure:N", opacity=opacity())
    open_cells = text.transform_filter("datum.open").mark_text(fontSize=SMALL_TEXT).properties(name=FIGURES)
    filled_cells = text.transform_filter("!datum.open").mark_text(fontSize=SMALL_TEXT, color="#FFFFFF")
    return sized(alt.layer(cells, open_cells, filled_cells), int(table["actor"].nunique()), ROW, above=0)


CHART = Chart(
    "Stance of one side toward another",
    reads="Rows toward columns: − opposes, · neutral, + supports. Outline: fewer than three readings.",
    table=table,
    draw=draw,
    place=2,
    wide=True,
)
