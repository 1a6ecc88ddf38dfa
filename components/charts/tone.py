"""Tone toward each actor, in the author's voice and in the voices of others."""

import altair as alt
import pandas as pd

from components.charts import Chart, frame
from components.charts.style import (
    GREEN,
    GREY,
    HEADING,
    LEGEND,
    RED,
    SLATE,
    WHISKERS,
    Layers,
    actor_axis,
    colours,
    figures,
    fill_opacity,
    opacity,
    pick,
    sized,
    tips,
)
from framing import tallies
from framing.tallies import AUTHOR, ELSE, SMALL_GROUP, Counting, Tally, wilson
from framing.types import Analysis, Tone

COLOURS: dict[str, str] = {Tone.NEGATIVE: RED, Tone.NEUTRAL: GREY, Tone.POSITIVE: GREEN}
SIGNS: dict[str, str] = {Tone.NEGATIVE: "−", Tone.NEUTRAL: "·", Tone.POSITIVE: "+"}
HEADINGS = {AUTHOR: "by the author", ELSE: "by other actors"}
APART = 3.1  # distance of the two panels; a bar reaches 1 to either side of its middle
EDGE = 1.1  # where the figures stand in a panel
ROW = 22  # pixels per actor


def table(analysis: Analysis, counting: Counting) -> pd.DataFrame:
    """One piece per actor, voice and tone, as shares of that voice's readings; the neutral piece is centred."""
    found = tallies.tone(analysis, counting)
    counts = {(tally.actor, tally.part, tally.label): tally.count for tally in found}

    def share(tally: Tally, tone: str) -> float:
        return counts.get((tally.actor, tally.part, tone), 0) / tally.n

    def centre(tally: Tally) -> float:
        return APART * (tally.part == ELSE)

    def start(tally: Tally) -> float:
        neutral = share(tally, Tone.NEUTRAL)
        near = -neutral if tally.label == Tone.NEUTRAL else neutral
        return centre(tally) + (-near / 2 if tally.label == Tone.NEGATIVE else near / 2)

    def along(tally: Tally, far: float) -> float:
        return start(tally) + (-far if tally.label == Tone.NEGATIVE else far)

    def reach(tally: Tally, end: int) -> float | None:
        """The end of the whisker, `None` for neutral pieces and for groups too small to have one."""
        if tally.label == Tone.NEUTRAL or tally.n < SMALL_GROUP:
            return None
        return along(tally, wilson(tally.count, tally.n)[end])

    def figure(tally: Tally) -> str:
        told = ((counts.get((tally.actor, tally.part, tone), 0), sign) for tone, sign in SIGNS.items())
        return " ".join(f"{count}{sign}" for count, sign in told if count)

    return frame(
        found,
        lambda tally: f"{tally.actor}, {tally.label}, {HEADINGS[tally.part]}",
        part=lambda tally: tally.part,
        heading=lambda tally: HEADINGS[tally.part],
        label=lambda tally: tally.label,
        centre=centre,
        start=start,
        end=lambda tally: along(tally, share(tally, tally.label)),
        low=lambda tally: reach(tally, 0),
        high=lambda tally: reach(tally, 1),
        edge=lambda tally: centre(tally) + EDGE,
        figure=figure,
    )


def draw(table: pd.DataFrame) -> Layers:
    across = alt.Scale(domain=[-EDGE, APART + EDGE + 0.8])
    base = alt.Chart(table).encode(y=actor_axis(table))
    middles = (
        alt.Chart(table)
        .transform_aggregate(groupby=["centre"])
        .mark_rule(color=SLATE, opacity=0.6)
        .encode(x=alt.X("centre:Q", scale=across, axis=None))
    )
    bars = (
        base.mark_bar(strokeWidth=1.5, height={"band": 0.62})
        .encode(
            x=alt.X("start:Q", scale=across, axis=None),
            x2="end:Q",
            fillOpacity=fill_opacity(),
            opacity=opacity(),
            tooltip=tips("readings", "of"),
            **colours("label", COLOURS, above=HEADING),
        )
        .add_params(pick())
    )
    whiskers = (
        base.transform_filter("isValid(datum.low)")
        .mark_rule(strokeWidth=1.5, color=SLATE)
        .encode(x=alt.X("low:Q", scale=across), x2="high:Q", opacity=opacity())
        .properties(name=WHISKERS)
    )
    ends = base.transform_aggregate(aside="min(aside)", groupby=["actor", "edge", "figure"])
    told = figures(ends, x=alt.X("edge:Q", scale=across), text="figure:N", opacity=opacity())
    heads = alt.Chart(table).transform_aggregate(groupby=["heading", "centre"])
    above = alt.value(-HEADING / 2)
    headings = figures(heads, place="inside", x=alt.X("centre:Q", scale=across), y=above, text="heading:N")
    layers = alt.layer(middles, bars, whiskers, told, headings)
    return sized(layers, table["actor"].nunique(), ROW, above=LEGEND[1] + HEADING)


CHART = Chart(
    "Tone toward it",
    reads="Shares of the readings, negative to the left; whiskers are intervals of the negative and positive share.",
    unit="reading",
    table=table,
    draw=draw,
    place=2,
    wide=True,
)
