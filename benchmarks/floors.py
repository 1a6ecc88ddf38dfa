"""The floors: which figure each row may not fall below, and on which data. They rise by themselves, and fall by name.

`floors.toml` has one table per row: `floor` (where less is better `ceiling`), and the SHA-256 over the data.
"""

import json
import math
import tomllib
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from framing.errors import HedgerowError
from framing.writing import write_text

# The lower the better: figures of error, and of time.
FALLING = frozenset({"ECE", "MAE", "engine over floor", "power of words"})
# Figures of time differ from run to run, so their floors stand off by this factor from what was measured. The factors
# are a judgement: a regression that matters adds more, and an hour of other work on the machine should add less.
MARGINS = {"engine over floor": 1.25, "assembled over engine": 1.35, "power of words": 1.3}
STEP = 1000  # floors have three digits
SLACK = 1e-9  # what a float may lack of the three digits that it is
_HEADER = """# What each row of `make gate` may not fall below; sha256 is over the data that it was measured on.
# `python -m benchmarks.gate --update` writes this file and only raises floors; `--lower NAME` sets one anew.
"""


class FloorError(HedgerowError):
    """The file of floors is malformed, or a floor cannot be set as asked."""

    stage = "benchmarks"


class State(StrEnum):
    HOLDS = "holds"
    FAILS = "fails"
    OTHER_DATA = "other data"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Row:
    """One measured figure; `sha256` is over the data that it was measured on."""

    capability: str
    data: str
    metric: str
    value: float
    sha256: str

    @property
    def name(self) -> str:
        """What floors and `--lower` call it."""
        return f"{self.capability}/{self.data}/{self.metric}"


@dataclass(frozen=True, slots=True)
class Floor:
    """The lowest figure that passes, or the highest where less is better."""

    figure: float
    sha256: str


def falling(name: str) -> bool:
    """Whether less is better in the row of that name, so that its floor is a ceiling."""
    return name.rpartition("/")[2] in FALLING


def state_of(row: Row, floor: Floor | None) -> State:
    if floor is None:
        return State.NEW
    if floor.sha256 != row.sha256:
        return State.OTHER_DATA
    return State.HOLDS if _reaches(row.name, row.value, floor.figure) else State.FAILS


def faults(rows: Sequence[Row], floors: Mapping[str, Floor], *, excused: Set[str] = frozenset()) -> list[str]:
    """One sentence per broken floor.

    Args:
        excused: names of floors that need not be measured this time.
    """
    found: list[str] = []
    for row in rows:
        floor = floors.get(row.name)
        state = state_of(row, floor)
        if floor is not None and state is State.FAILS:
            side = "above its ceiling" if falling(row.name) else "below its floor"
            found.append(f"{row.name}: {row.value:.4f} is {side} of {floor.figure:.3f}")
        elif state is State.OTHER_DATA:
            found.append(
                f"{row.name}: measured on other data than its floor; --lower {json.dumps(row.name)} pins these"
            )
    measured = {row.name for row in rows}
    for name in floors:
        if name not in measured and name not in excused:
            found.append(f"{name}: has a floor and was not measured; take it out of floors.toml if it is gone for good")
    return found


def raised(floors: Mapping[str, Floor], rows: Iterable[Row]) -> dict[str, Floor]:
    """The floors with new rows added and risen ones raised; none is lowered or tied to other data."""
    kept = dict(floors)
    for row in rows:
        pinned, old = _pinned(row), floors.get(row.name)
        if old is None or (old.sha256 == row.sha256 and _reaches(row.name, pinned.figure, old.figure)):
            kept[row.name] = pinned
    return kept


def lowered(floors: Mapping[str, Floor], rows: Iterable[Row], names: Set[str]) -> dict[str, Floor]:
    """The floors with the named rows set to what was measured, be it lower or on other data.

    Raises:
        FloorError: a name is none of the measured rows'.
    """
    measured = {row.name: row for row in rows}
    unknown = sorted(names - measured.keys())
    if unknown:
        raise FloorError(f"--lower {unknown[0]!r}: no such row was measured; rows are {', '.join(sorted(measured))}")
    return {**floors, **{name: _pinned(measured[name]) for name in names}}


def read_floors(path: Path) -> dict[str, Floor]:
    """Read the file; empty where there is none.

    Raises:
        FloorError: it is not TOML, or a table lacks its figure or its digest.
    """
    if not path.is_file():
        return {}
    try:
        body = tomllib.loads(path.read_text(encoding="utf-8"))
        return {name: Floor(float(table[_key(name)]), str(table["sha256"])) for name, table in body.items()}
    except (ValueError, KeyError, TypeError) as error:
        raise FloorError(f"{path}: {error!r}; each table needs floor (of an error: ceiling) and sha256") from error


def write_floors(path: Path, floors: Mapping[str, Floor]) -> None:
    """Write the file, in the order of the names."""
    tables = (
        f"\n[{json.dumps(name, ensure_ascii=False)}]\n"
        f"{_key(name)} = {floors[name].figure:.3f}\n"
        f'sha256 = "{floors[name].sha256}"\n'
        for name in sorted(floors)
    )
    write_text(path, _HEADER + "".join(tables))


def _key(name: str) -> str:
    return "ceiling" if falling(name) else "floor"


def _reaches(name: str, value: float, floor: float) -> bool:
    return value <= floor + SLACK if falling(name) else value >= floor - SLACK


def _pinned(row: Row) -> Floor:
    """The figure with three digits and its margin, rounded to the side on which the measured one passes."""
    if not math.isfinite(row.value):
        raise FloorError(f"{row.name}: {row.value} is no figure that a floor can be set to")
    margin = MARGINS.get(row.metric, 1.0)
    if falling(row.name):
        return Floor(math.ceil(row.value * margin * STEP - SLACK) / STEP, row.sha256)
    return Floor(math.floor(row.value / margin * STEP + SLACK) / STEP, row.sha256)
