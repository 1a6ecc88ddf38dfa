"""The charts of the page as files: a PNG and an SVG of each, in one ZIP.

Drawn by vl-convert from the specification that the page draws, with its rows inside, in the light theme. It is given
no address that it may load from, and the names of actors are data in the drawing, never markup.
"""

import re
import textwrap
from dataclasses import dataclass
from functools import partial
from typing import Any

from components.charts import Chart, discover, finish
from components.charts.style import PAPERS
from framing.archive import zipped
from framing.exports import Export, Group
from framing.grouping import Counting
from framing.types import Analysis

VEGA_LITE = "6.4"  # what altair writes and vl-convert carries
SHARPNESS = 2.0  # pixels of the PNG for each of the drawing
WIDTH = 680  # in pixels; on the page it is that of the column
TITLE = 48  # pixels of the title and of the line that says how the drawing is read
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


@dataclass(frozen=True, slots=True)
class Picture:
    svg: str
    png: bytes


def export(counting: Counting) -> Export:
    """The charts as they are counted on the page."""
    write = partial(pictures, counting=counting)
    return Export("charts", "Charts (PNG and SVG)", ".charts.zip", "application/zip", write, Group.READ)


def pictures(analysis: Analysis, *, counting: Counting) -> bytes:
    """A ZIP; a chart that has nothing to draw is not in it."""
    files: dict[str, bytes] = {}
    for chart in discover():
        picture = draw(chart, analysis, counting)
        if picture is not None:
            name = f"{chart.place + 1}-{'-'.join(re.findall('[a-z]+', chart.title.lower()))}"
            files |= {f"{name}.svg": picture.svg.encode(), f"{name}.png": picture.png}
    return zipped(files)


def draw(chart: Chart, analysis: Analysis, counting: Counting) -> Picture | None:
    import vl_convert  # a drawing engine of 30 MB, which only a click needs

    drawing = finish(chart, chart.table(analysis, counting))
    if not drawing.rows:
        return None
    spec = _titled(chart, drawing.choosing(None, None))
    options: dict[str, Any] = {"vl_version": VEGA_LITE, "config": CONFIG, "allowed_base_urls": []}
    svg = vl_convert.vegalite_to_svg(spec, **options)
    return Picture(svg, vl_convert.vegalite_to_png(spec, scale=SHARPNESS, **options))


def _titled(chart: Chart, spec: dict[str, Any]) -> dict[str, Any]:
    """The page writes title and reading beside the drawing; a file carries them above its legend."""
    room = spec["padding"]
    lines = textwrap.wrap(chart.reads, 110)
    title = {"text": chart.title, "subtitle": lines, "offset": room["top"] + MARGIN}
    sides = {side: room[side] + MARGIN for side in ("left", "right", "bottom")}
    top = room["top"] + TITLE + MARGIN * len(lines)
    return {**spec, "title": title, "width": WIDTH, "padding": {**sides, "top": top}}
