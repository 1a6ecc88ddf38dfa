"""Where words stand, as the browser counts: a paragraph, and UTF-16 units from its first character.

The record counts code points; a character beyond the Basic Multilingual Plane is two units in JavaScript.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from framing.types import Analysis, Paragraph, Span


class Place(NamedTuple):
    paragraph: int
    start: int
    end: int


def units(text: str) -> int:
    """The length of a text in JavaScript."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def places(analysis: Analysis, spans: Iterable[Span]) -> tuple[Place, ...]:
    """One place per span and paragraph that it touches, in the order of the spans."""
    found = []
    for span in spans:
        first = bisect_right(analysis.paragraphs, span.start, key=lambda paragraph: paragraph.end)
        last = bisect_left(analysis.paragraphs, span.end, key=lambda paragraph: paragraph.start)
        found += [_within(analysis.article.text, paragraph, span) for paragraph in analysis.paragraphs[first:last]]
    return tuple(found)


def _within(text: str, paragraph: Paragraph, span: Span) -> Place:
    start, end = max(span.start, paragraph.start), min(span.end, paragraph.end)
    before = units(text[paragraph.start : start])
    return Place(paragraph.id, before, before + units(text[start:end]))
