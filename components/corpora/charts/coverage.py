"""How many articles each outlet has over time, with reprints and with each text once."""

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

import altair as alt
import pandas as pd

from components.charts.room import NAME_TEXT, names_room
from components.charts.style import (
    BLUE,
    FIGURES,
    GREY,
    LEGEND,
    SMALL_TEXT,
    Layers,
    colours,
    opacity,
    pick,
    sized,
    tips,
)
from components.corpora.charts import COLUMNS
from components.corpora.wording import outlet_name
from components.session import questions
from framing.grouping import SMALL_GROUP

OUTLETS = 8  # with most articles; the others are chosen in the filter
WINDOWS = 160  # bars beside each other that can still be told apart
DAYS = {questions.Window.DAY: 1, questions.Window.WEEK: 7, questions.Window.MONTH: 28}  # the shortest
COLOURS = {"first printed": BLUE, "reprinted": GREY}
ROW = 44  # pixels per outlet
NAMES = 130  # pixels that the names of outlets have, however narrow the drawing is
BESIDE = 400  # pixels of the bars, where there is room for longer names
TALLEST = 0.84  # of a row, for its tallest bar
GAP = 2  # pixels between bars, of which their outlines take one
AXIS = 26  # pixels for the days


def fitting(since: date | None, until: date | None) -> tuple[questions.Window, ...]:
    """The windows of which not too many lie in this time; months always."""
    days = (until - since).days + 1 if since is not None and until is not None else 1
    return tuple(w for w in questions.Window if w is questions.Window.MONTH or days <= WINDOWS * DAYS[w])


def rows(found: Sequence[questions.Coverage]) -> tuple[questions.Coverage, ...]:
    """What is drawn: dated, of the outlets with most articles, outlet by outlet."""
    sizes: Counter[str | None] = Counter()
    for one in found:
        if one.start is not None:
            sizes[one.outlet] += one.articles.all
    largest = sorted(sizes, key=lambda outlet: (-sizes[outlet], outlet or ""))[:OUTLETS]
    dated = [one for one in found if one.start is not None and one.outlet in largest]
    return tuple(sorted(dated, key=lambda one: (largest.index(one.outlet), one.start or date.min)))


def table(found: Sequence[questions.Coverage], window: questions.Window) -> pd.DataFrame:
    """Two pieces per outlet and window, which are one mark: texts that are printed first, and reprints on top.

    Args:
        found: as `rows` gives them; a mark is its place there.
    """
    outlets = list(dict.fromkeys(one.outlet for one in found))
    highest = max((one.articles.all for one in found), default=1)
    made = []
    for number, one in enumerate(found):
        all_, once = one.articles.all, one.articles.once
        base = outlets.index(one.outlet) + 1
        for label, low, high in (("first printed", 0, once), ("reprinted", once, all_)):
            if high > low:
                words = f"{outlet_name(one.outlet)}, {window} of {one.start}"
                place = [base - TALLEST * low / highest, base - TALLEST * high / highest]
                days = [f"{one.start}", f"{_end(one.start, window)}"]
                shared = [number, words, all_, once, once < SMALL_GROUP, False]
                made.append([*shared, outlet_name(one.outlet), base, label, *days, *place])
    columns = [*COLUMNS, "outlet", "row", "label", "start", "end", "bottom", "top"]
    return pd.DataFrame(made, columns=columns)


def _end(start: date | None, window: questions.Window) -> date:
    """The first day after the window."""
    begin = start or date.min
    if window is not questions.Window.MONTH:
        return begin + timedelta(days=DAYS[window])
    return (begin + timedelta(days=31)).replace(day=1)


def _instant(day: str) -> int:
    """Milliseconds up to the midnight that begins a day, which is what a browser makes of its date."""
    return 1000 * int(datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp())


def draw(table: pd.DataFrame) -> Layers:
    last = int(table["row"].max())
    room = names_room(table["outlet"], BESIDE, least=NAMES)
    extent = alt.expr(room)
    axis = alt.Axis(labels=False, ticks=False, domain=False, grid=False, minExtent=extent, maxExtent=extent)
    height = alt.Scale(domain=[0, last], reverse=True, nice=False)
    days = alt.Axis(grid=False, format="%-d %b %Y", labelFontSize=SMALL_TEXT, labelOverlap=True, tickCount=6)
    # Both ends given, for Streamlit hands the rows over after the first drawing, which would have none to go by; as an
    # expression, for Vega-Lite takes numbers for times where bars begin, and for numbers where they end.
    ends = [_instant(str(table["start"].min())), _instant(str(table["end"].max()))]
    time = alt.Scale(type="utc", domain=alt.expr(str(ends)))
    when = alt.X("start:T", title=None, scale=time, axis=days)
    base = alt.Chart(table)
    bars = (
        base.mark_bar(strokeWidth=1, x2Offset=-GAP)
        .encode(
            x=when,
            x2="end:T",
            y=alt.Y("bottom:Q", title=None, scale=height, axis=axis),
            y2="top:Q",
            fillOpacity=alt.condition("datum.open", alt.value(0.0), alt.value(1.0)),
            opacity=opacity(),
            tooltip=tips("articles", "texts printed first"),
            **colours("label", COLOURS, room=room, textures=True),
        )
        .add_params(pick())
    )
    lines = base.transform_aggregate(groupby=["row"]).mark_rule(strokeWidth=0.5, opacity=0.5, color=GREY)
    grounds = lines.encode(y=alt.Y("row:Q", scale=height, axis=axis))
    heads = base.transform_aggregate(groupby=["row", "outlet"])
    named = heads.mark_text(
        align="right", baseline="bottom", fontSize=NAME_TEXT, dy=-4, limit=alt.expr(f"{room} - 8")
    ).encode(x=alt.value(-8), y=alt.Y("row:Q", scale=height), text="outlet:N", tooltip="outlet:N")
    layers = alt.layer(grounds, bars, named.properties(name=f"{FIGURES}_outlets"))
    return sized(layers, last, ROW, above=LEGEND[1], below=AXIS)
