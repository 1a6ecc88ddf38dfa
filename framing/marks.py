"""Overlapping marks, flattened into pieces that a page can draw one after the other.

Everything counts code points; the browser receives pieces of text, never offsets, so a character
beyond the Basic Multilingual Plane cannot shift a mark.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from framing.types import Analysis, Span


class MarkKind(StrEnum):
    CLAIM = "claim"
    CONTESTED = "contested"
    CONTEST = "contest"
    SILENCE = "silence"
    HEDGE = "hedge"


class Role(StrEnum):
    """What a span is to its mark; holder and cue are shown only while their mark is open."""

    BODY = "body"
    HOLDER = "holder"
    CUE = "cue"
    NAME = "name"  # no mark's: words that name an actor, shown on demand


class MarkId(NamedTuple):
    """How the page, the URL and the tables name one mark."""

    record: str  # claim, contest, silence, hedge or paragraph
    number: int

    def __str__(self) -> str:
        return f"{self.record}-{self.number}"


@dataclass(frozen=True, slots=True)
class Mark:
    id: MarkId
    kind: MarkKind
    spans: tuple[tuple[Role, Span], ...]

    @property
    def start(self) -> int:
        return min(span.start for role, span in self.spans if role is Role.BODY)

    @property
    def length(self) -> int:
        return sum(span.end - span.start for role, span in self.spans if role is Role.BODY)


@dataclass(frozen=True, slots=True)
class Layer:
    """One span as `flatten` takes it: `mark` is a position in the list of marks, or for a name the actor's id."""

    span: Span
    mark: int
    role: Role = Role.BODY


@dataclass(frozen=True, slots=True)
class Segment:
    span: Span
    layers: tuple[Layer, ...]


def parse_mark(text: str | None, analysis: Analysis) -> MarkId | None:
    """Read a mark's id from the URL or the browser; `None` if the analysis has no such mark."""
    record, _, number = (text or "").partition("-")
    sizes = {
        "claim": len(analysis.claims),
        "contest": len(analysis.contests),
        "silence": len(analysis.silences),
        "hedge": len(analysis.hedges),
        "paragraph": len(analysis.paragraphs),
    }
    if record not in sizes or not number.isascii() or not number.isdigit() or len(number) > 9:
        return None
    return MarkId(record, int(number)) if int(number) < sizes[record] else None


def marks_of(analysis: Analysis) -> tuple[Mark, ...]:
    """Every mark of the article in reading order, longer ones first where two begin together."""
    marks = [
        Mark(
            MarkId("claim", claim.id),
            MarkKind.CONTESTED if claim.contested else MarkKind.CLAIM,
            (
                *((Role.BODY, span) for span in claim.content),
                *((Role.CUE, span) for span in claim.cue),
                *(((Role.HOLDER, claim.holder_span),) if claim.holder_span is not None else ()),
            ),
        )
        for claim in analysis.claims
    ]
    marks += [
        Mark(MarkId("contest", contest.id), MarkKind.CONTEST, ((Role.BODY, contest.evidence),))
        for contest in analysis.contests
    ]
    marks += [
        Mark(MarkId("silence", silence.id), MarkKind.SILENCE, ((Role.BODY, silence.evidence),))
        for silence in analysis.silences
    ]
    marks += [
        Mark(MarkId("hedge", hedge.id), MarkKind.HEDGE, ((Role.BODY, Span(hedge.start, hedge.end)),))
        for hedge in analysis.hedges
    ]
    drawn = (mark for mark in marks if any(role is Role.BODY for role, _ in mark.spans))
    return tuple(sorted(drawn, key=lambda mark: (mark.start, -mark.length, mark.id)))


def layers_of(marks: Sequence[Mark]) -> list[Layer]:
    return [Layer(span, number, role) for number, mark in enumerate(marks) for role, span in mark.spans]


def names_of(analysis: Analysis) -> list[Layer]:
    """The words that name an actor; of a name inside a longer one ("China's president") only the longer one."""
    found = sorted((mention.start, -mention.end, actor.id) for actor in analysis.actors for mention in actor.mentions)
    layers: list[Layer] = []
    for start, end, actor in found:
        if not layers or -end > layers[-1].span.end:
            layers.append(Layer(Span(start, -end), actor, Role.NAME))
    return layers


def flatten(layers: Iterable[Layer]) -> list[Segment]:
    """Cut layers at every border: disjoint segments in order that cover exactly the union of the layers."""
    opening: dict[int, list[Layer]] = {}
    closing: dict[int, list[Layer]] = {}
    for layer in layers:
        opening.setdefault(layer.span.start, []).append(layer)
        closing.setdefault(layer.span.end, []).append(layer)
    segments: list[Segment] = []
    active: list[Layer] = []
    start = 0
    for border in sorted(opening.keys() | closing.keys()):
        if active:
            segments.append(Segment(Span(start, border), tuple(active)))
        for layer in closing.get(border, ()):
            active.remove(layer)
        active += opening.get(border, ())
        start = border
    return segments


def within(segments: Sequence[Segment], bounds: Span) -> list[Segment]:
    """The segments of one paragraph with the plain text between them; together they cover `bounds`."""
    pieces: list[Segment] = []
    cursor = bounds.start
    first = bisect_right(segments, bounds.start, key=lambda segment: segment.span.end)
    last = bisect_left(segments, bounds.end, key=lambda segment: segment.span.start)
    for segment in segments[first:last]:
        start, end = max(segment.span.start, bounds.start), min(segment.span.end, bounds.end)
        if cursor < start:
            pieces.append(Segment(Span(cursor, start), ()))
        pieces.append(Segment(Span(start, end), segment.layers))
        cursor = end
    if cursor < bounds.end:
        pieces.append(Segment(Span(cursor, bounds.end), ()))
    return pieces
