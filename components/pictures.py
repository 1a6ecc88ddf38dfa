"""The charts of the page as files: a PNG and an SVG of each, in one ZIP.

Drawn from the specification that the page draws, with its rows inside, in the light theme. Nothing is loaded, and the
names of actors are data in the drawing, never markup.
"""

import re
import textwrap
from functools import partial
from typing import Any

from components.charts import Chart, discover, finish
from components.charts.room import DRAWN
from components.charts.style import PAPERS
from components.drawing import draw
from framing.archive import zipped
from framing.exports import Export, Group
from framing.grouping import Counting
from framing.types import Analysis
from framing.xml_text import legal

WIDTH = DRAWN  # on the page it is that of the column
MARGIN = 12
INK = "#1E2322"
CONFIG: dict[str, Any] = {  # any: Vega-Lite
    "background": PAPERS[0],
    "font": "Arial, Liberation Sans, sans-serif",
    "axis": {"labelColor": INK, "titleColor": INK, "gridColor": "#D8D5CE"},
    "legend": {"labelColor": INK},
    "text": {"color": INK},
    "title": {"color": INK, "subtitleColor": INK, "anchor": "start", "fontSize": 14},
    "view": {"stroke": None},
}


def export(counting: Counting) -> Export:
    """The charts as they are counted on the page."""
    write = partial(pictures, counting=counting)
    return Export("charts", "Charts (PNG and SVG)", ".charts.zip", "application/zip", write, Group.READ)


def pictures(analysis: Analysis, *, counting: Counting) -> bytes:
    """A ZIP; a chart that has nothing to draw is not in it."""
    specs = {_name(chart): spec for chart in discover() if (spec := _spec(chart, analysis, counting)) is not None}
    drawn = draw(list(specs.values()), CONFIG) if specs else []
    files: dict[str, bytes] = {}
    for name, picture in zip(specs, drawn, strict=True):
        files |= {f"{name}.svg": picture.svg.encode(), f"{name}.png": picture.png}
    return zipped(files)


def _name(chart: Chart) -> str:
    return f"{chart.place + 1}-{'-'.join(re.findall('[a-z]+', chart.title.lower()))}"


def _spec(chart: Chart, analysis: Analysis, counting: Counting) -> dict[str, Any] | None:
    drawing = finish(chart, chart.table(analysis, counting))
    return _titled(chart, _cleaned(drawing.choosing(None, None))) if drawing.rows else None


def _cleaned(value: Any) -> Any:
    """The engine aborts on characters that its SVG cannot hold."""
    if isinstance(value, str):
        return legal(value)
    if isinstance(value, dict):
        return {legal(name): _cleaned(item) for name, item in value.items()}
    return [_cleaned(item) for item in value] if isinstance(value, list | tuple) else value


def _titled(chart: Chart, spec: dict[str, Any]) -> dict[str, Any]:
    """The page writes title and reading beside the drawing; a file carries them above its legend."""
    room = spec["padding"]
    lines = textwrap.wrap(chart.reads, 110)
    title = {"text": chart.title, "subtitle": lines, "offset": room["top"] + MARGIN}
    padding = {**{side: pixels + MARGIN for side, pixels in room.items()}, "top": MARGIN}  # the title holds the room
    return {**spec, "title": title, "width": WIDTH, "padding": padding}
