"""Who supports or opposes whom, window by window: a row per pair, a column per window."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

import pandas as pd

from components.charts.cells import draw_cells
from components.charts.room import names_room
from components.charts.stance import CELL, COLOURS, SIGNS
from components.charts.style import Layers
from components.corpora.charts import COLUMNS, names
from components.corpora.wording import window_name
from components.session import questions
from framing.grouping import SMALL_GROUP
from framing.labels import TOWARD
from framing.types import Stance

TO = " → "  # between holder and target
PAIRS = 14  # with most readings
MOST = 40  # windows, the last ones
FEW = 13  # windows that are all named
EACH = 3  # of more, every third is
NARROW = 0.06  # of the drawing: what is narrower has no room for its figure
ROW = 26  # pixels per pair
ROOM = 150  # pixels that the names of both have, however narrow the drawing is
COLUMN = 40  # pixels of a column, where there is room for longer names


def fitting(since: date | None, until: date | None) -> tuple[questions.Window, ...]:
    """The windows of which not too many lie in this time; months always."""
    days = (until - since).days + 1 if since is not None and until is not None else 1
    week = (questions.Window.WEEK,) if days <= MOST * 7 else ()
    return (*week, questions.Window.MONTH)


def pair(arrow: questions.Arrow) -> str:
    return f"{arrow.holder}{TO}{arrow.target}"


def rows(found: Sequence[questions.Arrow], *, once: bool) -> tuple[questions.Arrow, ...]:
    """What is drawn: dated or of all time, of the pairs with most readings, in the last windows."""
    starts = sorted({arrow.start for arrow in found if arrow.start is not None})[-MOST:]
    seen = [arrow for arrow in found if not starts or arrow.start in starts]
    sizes: Counter[str] = Counter()
    for arrow in seen:
        sizes[pair(arrow)] += share(arrow, once=once).count
    largest = sorted((name for name in sizes if sizes[name]), key=lambda name: (-sizes[name], name))[:PAIRS]
    drawn = [arrow for arrow in seen if pair(arrow) in largest and share(arrow, once=once).count]
    labels = list(SIGNS)
    return tuple(
        sorted(drawn, key=lambda one: (largest.index(pair(one)), str(one.start or ""), labels.index(one.label)))
    )


def share(arrow: questions.Arrow, *, once: bool) -> questions.Share:
    return arrow.once if once else arrow.share


def table(found: Sequence[questions.Arrow], window: questions.Window | None, *, once: bool) -> pd.DataFrame:
    """One piece per pair, window and stance; the pieces of a cell share its width.

    Args:
        found: as `rows` gives them; a mark is its place there.
    """
    starts = sorted({arrow.start for arrow in found}, key=lambda start: str(start or ""))
    before: Counter[tuple[str, object]] = Counter()
    made = []
    for number, arrow in enumerate(found):
        count, n = share(arrow, once=once).count, share(arrow, once=once).n
        cell = (pair(arrow), arrow.start)
        column = starts.index(arrow.start)
        start, end = (column + CELL * (before[cell] + far) / n for far in (0, count))
        before[cell] += count
        when = window_name(arrow.start, window)
        words = f"{arrow.holder} {TOWARD[Stance(arrow.label)]} {arrow.target}, {when}"
        head = when if len(starts) <= FEW or column % EACH == 0 else ""
        figure = f"{count}{SIGNS[arrow.label]}" if count / n / len(starts) >= NARROW else ""
        made.append(
            (
                *(number, words, count, n, n < SMALL_GROUP, False),
                *(pair(arrow), column, head, arrow.label, start, end, (start + end) / 2, figure),
                arrow.label == "neutral",
            )
        )
    extra = ["pair", "column", "heading", "label", "start", "end", "middle", "figure", "light"]
    return pd.DataFrame(made, columns=[*COLUMNS, *extra])


def draw(table: pd.DataFrame) -> Layers:
    rows = [str(name) for name in dict.fromkeys(table["pair"])]
    columns = int(table["column"].max()) + 1
    return draw_cells(
        table,
        COLOURS,
        rows=names(rows, "pair", names_room(rows, COLUMN * columns, least=ROOM), TO),
        count=len(rows),
        columns=columns,
        heading="heading",
        band=0.8,
        row=ROW,
        apart=1 if columns <= FEW else EACH,
    )
