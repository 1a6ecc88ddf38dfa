"""A long article made of a short one: its record, as if the text stood there several times over.

Reading a hundred pages takes minutes, and how fast the page answers does not depend on who read them.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from framing.laws.expect import REFERENCES
from framing.types import Analysis, Tones

GAP = "\n\n"
NUMBERED = ("paragraphs", "sentences", "claims", "hedges", "contests", "silences")  # each copy has its own
READ = ("stances", "acts", "frames")


def repeated(analysis: Analysis, times: int) -> Analysis:
    """The record of this text, written so many times with an empty line between.

    The actors stay the same ones and are named so many times as often.
    """
    text = GAP.join([analysis.article.text] * times)
    moves = [_Move(analysis, turn) for turn in range(times)]

    def all_of(rows: tuple[Any, ...], table: str | None = None) -> tuple[Any, ...]:
        return tuple(move.moved(row, table) for move in moves for row in rows)

    rows: dict[str, Any] = {name: all_of(getattr(analysis, name), name) for name in NUMBERED}
    rows |= {name: all_of(getattr(analysis, name)) for name in READ}
    return replace(
        analysis,
        article=replace(analysis.article, text=text, id=hashlib.sha256(text.encode()).hexdigest()),
        actors=tuple(replace(actor, mentions=all_of(actor.mentions)) for actor in analysis.actors),
        tones=Tones(all_of(analysis.tones.paragraphs), all_of(analysis.tones.actors)),
        **rows,
    )


class _Move:
    """How far one copy lies behind the first: its offsets in code points, and the ids of each table in rows."""

    def __init__(self, analysis: Analysis, turn: int) -> None:
        self._offset = turn * (len(analysis.article.text) + len(GAP))
        self._rows: Mapping[str, int] = {name: turn * len(getattr(analysis, name)) for name in NUMBERED}

    def moved(self, value: Any, table: str | None = None) -> Any:  # any: each table has its own kind of row
        """A row of this table, or what stands inside one, at its place in the copy."""
        if isinstance(value, tuple):
            return tuple(map(self.moved, value))
        if not is_dataclass(value) or isinstance(value, type):
            return value
        return replace(value, **{field.name: self._field(value, field.name, table) for field in fields(value)})

    def _field(self, row: Any, name: str, table: str | None) -> Any:
        value = getattr(row, name)
        if name in {"start", "end"}:
            return value + self._offset
        if value is None or name not in {"id", "group", *REFERENCES}:
            return self.moved(value)
        pointed = {"id": table, "group": "claims"}.get(name) or REFERENCES[name]
        return value + self._rows[pointed] if pointed in self._rows else value  # actors are shared
