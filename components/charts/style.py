"""What all charts share in their looks: colours, axes, legends, and the room that they take."""

from collections.abc import Sequence
from typing import Any, Literal, TypeAlias

import altair as alt
import pandas as pd

from components.charts.room import LEFT, NAME_TEXT, both_names
from framing.grouping import OTHERS, SMALL_GROUP, wilson

PICK = "pick"  # name of the selection that every chart offers
LEGEND = (0, 20, 47)  # pixels above the rows for a legend of no, one or two lines
HEADING = 16  # pixels of a line of headings above the rows
SMALL_TEXT = 11  # font size in pixels of legends and figures
FIGURES = "figures"  # name of text layers; page.css gives them the text colour of the theme
WHISKERS = "whiskers"  # name of layers of intervals, which it colours likewise
FADED = 0.3  # opacity of what is not chosen
FADED_TEXT = 0.7  # the same of its figures, which can still be read: 4.5:1 on the paper of both themes

Layers: TypeAlias = alt.LayerChart | alt.FacetChart  # what altair says that layering gives

# At least 3:1 on the paper of both themes; neighbours differ in lightness, so that they part without colour.
DARK_BLUE, BLUE, GREY, SLATE = "#2070A6", "#3D8DBF", "#8B9297", "#6B7276"
RED, AMBER, BROWN, GREEN, VIOLET = "#AF4C35", "#B98A1E", "#A85F10", "#26755A", "#8D52A3"
PAPERS = ("#FDFCFA", "#151918")  # of the two themes
# Colours that stand out from both papers are too close in lightness to be told apart by it, so the labels of a bar
# differ in how much of the paper shows through, and in the dashes of the outline, which keeps the full colour.
# (A pattern would need a gradient, to which Vega refers by the address of the page, and that changes.)
COVERS = (1.0, 0.6, 0.3, 0.15, 0.8, 0.45)
DASHES = ([1, 0], [5, 2], [1.5, 1.5], [5, 1.5, 1.5, 1.5], [2.5, 2.5], [8, 2])
SWATCH = "M-1.7,-1.1H1.7V1.1H-1.7Z"  # of a texture in a legend: wide enough for its dashes


def order(table: pd.DataFrame, column: str = "actor") -> list[str]:
    """Names by size of their groups, largest first, and last those that are counted together."""
    sizes = table.groupby(column, sort=False)["count"].sum().to_dict()
    return [str(name) for name in sorted(sizes, key=lambda name: (str(name).endswith(OTHERS), -sizes[name]))]


def actor_axis(table: pd.DataFrame, room: str, column: str = "actor", between: str = "") -> alt.Y:
    names = order(table, column)
    return alt.Y(f"{column}:N", title=None, sort=names, axis=name_axis(names, room, between))


def name_axis(names: Sequence[str], room: str, between: str = "") -> alt.Axis:
    """An axis of names, or of pairs with something between them.

    Args:
        room: of a name or a pair, in pixels as an expression of Vega.
    """
    return alt.Axis(
        ticks=False,
        domain=False,
        labelFontSize=NAME_TEXT,
        labelFlush=False,  # Streamlit's theme has it, and the first name would stand lower than its row
        minExtent=alt.expr(room),
        maxExtent=alt.expr(room),
        labelLimit=alt.expr(f"{room} - {LEFT}"),
        labelExpr=both_names(names, room, between) if between else alt.Undefined,
    )


def colours(
    field: str, names: dict[str, str], *, room: str = "0", lines: int = 1, above: int = 0, textures: bool = False
) -> dict[str, alt.Color | alt.Stroke | alt.StrokeDash]:
    """Fill and outline of one field in fixed colours.

    Args:
        textures: whether the labels differ in texture as well; without, something else must tell them apart.
        lines: of the legend above the rows; 0 for none.
        room: pixels left of the rows, where the legend begins, as an expression of Vega.
        above: pixels between the legend and the rows.
    """
    scale = alt.Scale(domain=list(names), range=list(names.values()))
    legend = alt.Legend(
        orient="none",
        direction="horizontal",
        columns=-(-len(names) // max(lines, 1)),
        legendX=alt.expr(f"-({room})"),
        legendY=-LEGEND[lines] - above,
        title=None,
        symbolType=SWATCH if textures else "square",
        symbolSize=100 if textures else 70,
        symbolStrokeWidth=1,
        labelOffset=8 if textures else 4,
        labelFontSize=SMALL_TEXT,
        columnPadding=8,
        rowPadding=6 if textures else 2,
        padding=0,
    )
    shown = legend if lines else None
    fills = [_covering(colour, cover) for colour, cover in zip(names.values(), COVERS, strict=False)]
    fill = alt.Scale(domain=list(names), range=fills) if textures else scale
    dashes = alt.Scale(domain=list(names), range=list(DASHES[: len(names)]))
    return {
        "color": alt.Color(f"{field}:N", scale=fill, legend=shown),
        "stroke": alt.Stroke(f"{field}:N", scale=scale, legend=shown),
        **({"strokeDash": alt.StrokeDash(f"{field}:N", scale=dashes, legend=shown)} if textures else {}),
    }


def _covering(colour: str, cover: float) -> str:
    return f"{colour}{round(255 * cover):02X}"


def pick() -> alt.Parameter:
    """The selection that a click makes: the number of the clicked mark."""
    return alt.selection_point(PICK, fields=["mark"], toggle=False)


def fill_opacity() -> alt.FillOpacityValue:
    """Draw groups that are too small as outlines."""
    return alt.FillOpacityValue(1.0, condition={"test": "datum.open", "value": 0.0})


def opacity() -> alt.OpacityValue:
    """Fade what is not chosen."""
    return alt.OpacityValue(1.0, condition={"test": "datum.aside", "value": FADED})


def text_opacity() -> alt.OpacityValue:
    """Fade the figures of what is not chosen, so far that they can still be read."""
    return alt.OpacityValue(1.0, condition={"test": "datum.aside", "value": FADED_TEXT})


def bar_pieces(base: alt.Chart, band: float, **encoding: Any) -> alt.Chart:
    """Pieces of bars that a click picks; `band` is the height of a bar, of its row."""
    drawn: alt.Chart = base.mark_bar(strokeWidth=1.5, height={"band": band})
    drawn = drawn.encode(fillOpacity=fill_opacity(), opacity=opacity(), **encoding)
    return drawn.add_params(pick())


def sized(layers: Layers, rows: float, row: int, *, above: int = 0, below: int = 0) -> Layers:
    """Give the rows their height in pixels, and the room above them that legend and headings need."""
    fit = alt.AutoSizeParams(type="fit-x", contains="padding")
    room = {"left": 0, "top": above, "right": 0, "bottom": below}  # what has a fixed place takes none by itself
    return layers.properties(height=rows * row, autosize=fit, padding=room)


def figures(
    base: alt.Chart,
    *,
    place: Literal["beside", "under", "inside"] = "beside",
    limit: str | None = None,
    **encoding: Any,
) -> alt.Chart:
    """Numbers and headings in the text colour of the theme.

    Args:
        base: with the rows that get one.
        place: beside a mark, beginning at a position, or in the middle of a mark.
        limit: pixels from which text is cut short, as an expression of Vega.
        encoding: altair's channels.
    """
    cut = alt.Undefined if limit is None else alt.expr(limit)
    align: Literal["center", "left"] = "center" if place == "inside" else "left"
    marks = base.mark_text(align=align, dx=6 if place == "beside" else 0, fontSize=SMALL_TEXT, limit=cut)
    shown: alt.Chart = marks.encode(**encoding)
    return shown.properties(name=f"{FIGURES}_{place}")


def tips(count: str, n: str) -> list[alt.Tooltip]:
    """What a mark says when it is pointed at; the arguments name its two numbers."""
    return [alt.Tooltip("words:N", title="opens"), alt.Tooltip("count:Q", title=count), alt.Tooltip("n:Q", title=n)]


def share_told(count: int, n: int, what: str = "") -> str:
    """A share with its interval, `67 % certain (30–94)`; of a small group only its size."""
    if n < SMALL_GROUP:
        return f"n = {n}"
    low, high = wilson(count, n)
    return f"{100 * count / n:.0f} % {f'{what} ' if what else ''}({100 * low:.0f}–{100 * high:.0f})"
