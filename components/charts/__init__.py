"""Charts per actor. Each module here that defines `CHART` is found and shown; see docs/add-a-chart.md.

A table has one row per mark of its chart. `frame` makes it from tallies, with these columns:
`mark` (the row's number, which a click reports), `actor`, `words` (the mark in words), `count`, `n` (size of its
group), `open` (the group is too small to be drawn filled), `sentences` (those that were counted, in reading order),
`side` (what a click chooses, "" for nothing), `sides` (all that take part) and `aside` (something else is chosen).
"""

import importlib
import pkgutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from components.charts.style import Layers
from framing.grouping import SMALL_GROUP, Counting, Tally
from framing.types import Analysis

SHARED = ["mark", "actor", "words", "count", "n", "open", "sentences", "side", "sides", "aside"]
HIDDEN = ["sentences", "side", "sides"]  # what the browser does not need


@dataclass(frozen=True, slots=True)
class Chart:
    """A pure table of an Analysis and a pure drawing of that table.

    Attributes:
        unit: what `count` counts, in the singular.
        draw: takes the table without its hidden columns.
    """

    title: str
    reads: str  # one line under the title: how the drawing is read
    unit: str
    table: Callable[[Analysis, Counting], pd.DataFrame]
    draw: Callable[[pd.DataFrame], Layers]
    place: int  # position on the page, from 0
    wide: bool = False  # takes the whole width


def discover() -> tuple[Chart, ...]:
    """Every CHART of this folder, in the order of their places."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    modules = [importlib.import_module(f"{__name__}.{name}") for name in names]
    found = [module.CHART for module in modules if hasattr(module, "CHART")]
    return tuple(sorted(found, key=lambda chart: (chart.place, chart.title)))


def frame(
    tallies: Iterable[Tally], words: Callable[[Tally], str], **columns: Callable[[Tally], object]
) -> pd.DataFrame:
    """One row per tally: the columns of every chart, and those that this one adds."""
    rows = [
        (
            number,
            tally.actor,
            words(tally),
            tally.count,
            tally.n,
            tally.n < SMALL_GROUP,
            tally.sentences,
            tally.side,
            tally.sides,
            False,
            *(make(tally) for make in columns.values()),
        )
        for number, tally in enumerate(tallies)
    ]
    return pd.DataFrame(rows, columns=[*SHARED, *columns])


@dataclass(frozen=True, slots=True)
class Drawing:
    """A finished chart whose rows can be faded without drawing it again."""

    spec: dict[str, Any]  # any: Vega-Lite; its rows stand apart, in `rows`
    rows: list[dict[str, Any]]
    description: str  # what a screen reader says in place of the drawing

    def choosing(self, side: str | None, mark: int | None) -> dict[str, Any]:
        """The chart with everything faded but one mark, or but what this side has part in."""
        rows = [
            {
                **{name: value for name, value in row.items() if name not in HIDDEN},
                "aside": side is not None and side not in row["sides"] if mark is None else row["mark"] != mark,
            }
            for row in self.rows
        ]
        return {**self.spec, "data": {"values": rows}}


def finish(chart: Chart, table: pd.DataFrame) -> Drawing:
    if table.empty:
        return Drawing({}, [], "")
    # That altair writes valid Vega-Lite is tested; to check it here again costs as long as drawing does.
    spec = chart.draw(table.drop(columns=HIDDEN)).to_dict(validate=False)
    del spec["datasets"]  # all layers read the chart's own data
    totals = table.groupby("actor", sort=False)["count"].sum()
    described = f"{chart.title}: " + ", ".join(f"{name} {count}" for name, count in totals.items())
    rows = table.astype(object).where(table.notna(), None)  # the browser has no word for NaN
    return Drawing(spec, rows.to_dict("records"), described)
