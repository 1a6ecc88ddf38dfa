"""What each actor is reported to claim: in whose words, and how certain."""

from collections import Counter

import altair as alt
import pandas as pd

from components.charts import (
    CERTAINTY_COLOURS,
    FIGURES,
    SMALL_GROUP,
    SMALL_TEXT,
    Chart,
    Layers,
    actor_axis,
    busiest,
    colours,
    fill_opacity,
    opacity,
    pick,
    sized,
)
from framing.tables import claim_rows
from framing.types import Analysis, Factuality, Voice

LEVEL = {
    Factuality.CERTAIN: "certain",
    Factuality.CERTAINLY_NOT: "certain",
    Factuality.PROBABLE: "probable",
    Factuality.PROBABLY_NOT: "probable",
    Factuality.POSSIBLE: "possible",
    Factuality.POSSIBLY_NOT: "possible",
    Factuality.UNDERSPECIFIED: "left open",
}
WORDS = {  # a statement that is partly quoted is counted with the quoted ones
    Voice.DIRECT: "quoted",
    Voice.MIXED: "quoted",
    Voice.INDIRECT: "paraphrased",
    Voice.AUTHOR: "own words",
}
ROW = 22  # pixels per actor
LABEL_ROOM = 1.9  # how far the axis runs beyond the longest bar, for the figures
COLUMNS = ["actor", "voice", "certainty", "rank", "count", "n", "figure", "open", "aside"]


def table(analysis: Analysis, unsure: bool) -> pd.DataFrame:
    """One bar piece per actor, voice and level; an actor's pieces share its size and its figure."""
    rows = [row for row in claim_rows(analysis) if unsure or not row.unsure]
    sizes = Counter(row.side for row in rows)
    voices = Counter((row.side, WORDS[row.voice]) for row in rows)
    counts = Counter((row.side, WORDS[row.voice], LEVEL[row.factuality]) for row in rows)
    levels = list(CERTAINTY_COLOURS)
    found = []
    for (side, voice, level), count in counts.items():
        said = (f"{voices[side, way]} {way}" for way in dict.fromkeys(WORDS.values()) if voices[side, way])
        small = sizes[side] < SMALL_GROUP
        found.append((side, voice, level, levels.index(level), count, sizes[side], ", ".join(said), small, False))
    return busiest(pd.DataFrame(found, columns=COLUMNS))


def draw(table: pd.DataFrame) -> Layers:
    across = alt.Scale(domain=[0, float(table["n"].max()) * LABEL_ROOM])
    base = alt.Chart(table).encode(y=actor_axis(table))
    size = alt.Tooltip("n:Q", title="of all its claims")
    bars = (
        base.mark_bar(strokeWidth=1.5, height={"band": 0.62})
        .encode(
            x=alt.X("count:Q", stack="zero", scale=across, axis=None),
            order=alt.Order("rank:Q"),
            fillOpacity=fill_opacity(),
            opacity=opacity(),
            tooltip=["actor:N", "voice:N", "certainty:N", "count:Q", size],
            **colours("certainty", CERTAINTY_COLOURS),
        )
        .add_params(pick())
    )
    figures = (
        base.transform_aggregate(aside="min(aside)", groupby=["actor", "n", "figure"])
        .mark_text(align="left", dx=6, fontSize=SMALL_TEXT)
        .encode(x=alt.X("n:Q", scale=across), text="figure:N", opacity=opacity())
        .properties(name=FIGURES)
    )
    return sized(alt.layer(bars, figures), int(table["actor"].nunique()), ROW)


CHART = Chart(
    "Voice and certainty of its claims",
    reads="Claims by certainty. Outline: fewer than three.",
    table=table,
    draw=draw,
    place=0,
)
