"""Tone toward each actor, in the author's voice and in the voices of others."""

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
    pick,
    sized,
)
from framing.naming import side_name
from framing.types import Analysis, Tone

VOICES = ("author", "others")
ROW = 28  # pixels per actor, shared by the author and the others
LABEL_ROOM = 3.2  # how far the axis runs to the right, for the figures
COLUMNS = ["actor", "voice", "tone", "start", "end", "count", "n", "open", "aside", "figure"]


def table(analysis: Analysis, unsure: bool) -> pd.DataFrame:
    """One bar piece per actor, voice and tone; the neutral piece is centred on zero."""
    readings = [reading for reading in analysis.tones.actors if unsure or not reading.unsure]
    counts = Counter(
        (side_name(analysis, item.actor), VOICES[item.holder is not None], item.label) for item in readings
    )
    found = []
    for actor, voice in dict.fromkeys((actor, voice) for actor, voice, _ in counts):
        negative, neutral, positive = (counts[actor, voice, tone] for tone in Tone)
        size = negative + neutral + positive
        bounds = {
            Tone.NEGATIVE: (-neutral / 2 - negative, -neutral / 2, negative),
            Tone.NEUTRAL: (-neutral / 2, neutral / 2, neutral),
            Tone.POSITIVE: (neutral / 2, neutral / 2 + positive, positive),
        }
        figure = f"{voice} {_signed(negative, neutral, positive)}"
        found += [
            (actor, voice, str(tone), start, end, count, size, size < SMALL_GROUP, False, figure)
            for tone, (start, end, count) in bounds.items()
            if count
        ]
    return busiest(pd.DataFrame(found, columns=COLUMNS))


def _signed(negative: int, neutral: int, positive: int) -> str:
    """The counts with the signs of the stance matrix, those that are zero left out."""
    parts = ((negative, "−"), (neutral, "·"), (positive, "+"))
    return " ".join(f"{count}{sign}" for count, sign in parts if count)


def draw(table: pd.DataFrame) -> Layers:
    reach = float(max(table["end"].max(), -table["start"].min()))
    across = alt.Scale(domain=[-reach, reach * LABEL_ROOM])
    base = alt.Chart(table).encode(y=actor_axis(table), yOffset=alt.YOffset("voice:N", sort=list(VOICES)))
    bars = (
        base.mark_bar(strokeWidth=1.5)
        .encode(
            x=alt.X("start:Q", scale=across, axis=None),
            x2="end:Q",
            fillOpacity=fill_opacity(),
            opacity=opacity(),
            tooltip=["actor:N", "voice:N", "tone:N", "count:Q", alt.Tooltip("n:Q", title="of all readings")],
            **colours("tone", TONE_COLOURS),
        )
        .add_params(pick())
    )
    ends = base.transform_aggregate(aside="min(aside)", edge="max(end)", groupby=["actor", "voice", "figure"])
    figures = (
        ends.mark_text(align="left", dx=6, fontSize=SMALL_TEXT)
        .encode(x=alt.X("edge:Q", scale=across), text="figure:N", opacity=opacity())
        .properties(name=FIGURES)
    )
    return sized(alt.layer(bars, figures), int(table["actor"].nunique()), ROW)


CHART = Chart(
    "Tone toward it",
    reads="Negative to the left. Outline: fewer than three.",
    table=table,
    draw=draw,
    place=1,
)
