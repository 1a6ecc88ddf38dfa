"""The marks that the reader draws: those of `framing.marks`, which the report draws as well."""

from framing.marks import (
    Layer,
    Mark,
    MarkId,
    MarkKind,
    Role,
    Segment,
    flatten,
    layers_of,
    marks_of,
    names_of,
    parse_mark,
    within,
)

__all__ = [
    "Layer",
    "Mark",
    "MarkId",
    "MarkKind",
    "Role",
    "Segment",
    "flatten",
    "layers_of",
    "marks_of",
    "names_of",
    "parse_mark",
    "within",
]
