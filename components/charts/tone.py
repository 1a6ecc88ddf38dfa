"""Tone toward each actor, in the author's voice and in the voices of others."""

from collections import Counter

import altair as alt
import pandas as pd

from components.charts import Chart, frame
from components.charts.room import names_room
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
    bar_pieces,
    colours,
    figures,
    opacity,
    sized,
    text_opacity,
    tips,
)
from framing import tallies
from framing.grouping import SMALL_GROUP, Counting, Tally, wilson
from framing.tallies import AUTHOR, ELSE
from framing.types import Analysis, Tone

COLOURS: dict[str, str] = {Tone.NEGATIVE: RED, Tone.NEUTRAL: GREY, Tone.POSITIVE: GREEN}
SIGNS: dict[str, str] = {Tone.NEGATIVE: "−", Tone.NEUTRAL: "·", Tone.POSITIVE: "+"}
HEADINGS = {AUTHOR: "by the author", ELSE: "by other actors"}
APART = 3.1  # distance of the two panels; a bar reaches 1 to either side of its middle
EDGE = 1.1  # where the figures stand in a panel
BESIDE = 320  # pixels of both panels, where there is room for longer names
ROW = 22  # pixels per actor


def table(analysis: Analysis, counting: Counting) -> pd.DataFrame:
    """One piece per actor, voice and tone, as shares of that voice's readings; the neutral piece is centred."""
    found = tallies.tone(analysis, counting)
    counts = Counter({(tally.actor, tally.part, tally.label): tally.count for tally in found})

    def at(tally: Tally, far: float) -> float:
        return _position(tally, counts[tally.actor, tally.part, Tone.NEUTRAL] / tally.n, far)

    def reach(tally: Tally, end: int) -> float | None:
        return at(tally, wilson(tally.count, tally.n)[end]) if _has_whisker(tally) else None

    def figure(tally: Tally) -> str:
        told = ((counts[tally.actor, tally.part, tone], sign) for tone, sign in SIGNS.items())
        return " ".join(f"{count}{sign}" for count, sign in told if count)

    return frame(
        found,
        lambda tally: f"{tally.actor}, {tally.label}, {HEADINGS[tally.part]}",
        heading=lambda tally: HEADINGS[tally.part],
        label=lambda tally: tally.label,
        centre=_centre,
        start=lambda tally: at(tally, 0.0),
        end=lambda tally: at(tally, tally.count / tally.n),
        low=lambda tally: reach(tally, 0),
        high=lambda tally: reach(tally, 1),
        edge=lambda tally: _centre(tally) + EDGE,
        figure=figure,
    )


def _centre(tally: Tally) -> float:
    return APART if tally.part == ELSE else 0.0


def _position(tally: Tally, neutral: float, far: float) -> float:
    """The place that lies this share away from the beginning of a piece, outwards.

    Args:
        neutral: share of the neutral piece that the other two begin at.
    """
    if tally.label == Tone.NEGATIVE:
        return _centre(tally) - neutral / 2 - far
    return _centre(tally) + (far - neutral / 2 if tally.label == Tone.NEUTRAL else far + neutral / 2)


def _has_whisker(tally: Tally) -> bool:
    return tally.label != Tone.NEUTRAL and tally.n >= SMALL_GROUP


def draw(table: pd.DataFrame) -> Layers:
    across = alt.Scale(domain=[-EDGE, APART + EDGE + 0.8])
    room = names_room(table["actor"], BESIDE)
    base = alt.Chart(table).encode(y=actor_axis(table, room))
    middles = (
        alt.Chart(table)
        .transform_aggregate(groupby=["centre"])
        .mark_rule(color=SLATE, opacity=0.6)
        .encode(x=alt.X("centre:Q", scale=across, axis=None))
    )
    pieces = bar_pieces(
        base,
        0.62,
        x=alt.X("start:Q", scale=across, axis=None),
        x2=alt.X2("end:Q"),
        tooltip=tips("readings", "of"),
        **colours("label", COLOURS, room=room, above=HEADING),
    )
    whiskers = (
        base.transform_filter("isValid(datum.low)")
        .mark_rule(strokeWidth=1.5, color=SLATE)
        .encode(x=alt.X("low:Q", scale=across), x2=alt.X2("high:Q"), opacity=opacity())
        .properties(name=WHISKERS)
    )
    ends = base.transform_aggregate(aside="min(aside)", groupby=["actor", "edge", "figure"])
    told = figures(ends, x=alt.X("edge:Q", scale=across), text=alt.Text("figure:N"), opacity=text_opacity())
    heads = alt.Chart(table).transform_aggregate(groupby=["heading", "centre"])
    above = alt.value(-HEADING / 2)
    headings = figures(heads, place="inside", x=alt.X("centre:Q", scale=across), y=above, text=alt.Text("heading:N"))
    layers = alt.layer(middles, pieces, whiskers, told, headings)
    return sized(layers, table["actor"].nunique(), ROW, above=LEGEND[1] + HEADING)


CHART = Chart(
    "Tone toward it",
    reads="Shares of the readings, negative to the left, and how many there are: − negative, · neutral, + positive. "
    "Whiskers are intervals of the negative and positive share.",
    unit="reading",
    table=table,
    draw=draw,
    place=2,
    wide=True,
)
