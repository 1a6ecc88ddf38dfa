"""A text put together from parts that a format keeps apart: pages of print, paragraphs of a word processor."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from framing.document.classify import classify
from framing.document.plain import check
from framing.document.shape import shape_of
from framing.document.types import Block, Document
from framing.settings import Settings
from framing.types import ParagraphKind, Span

JOINT = "\n\n"  # the one rule: parts are joined by a blank line


@dataclass(frozen=True, slots=True)
class Part:
    """One paragraph, trimmed and not empty."""

    text: str
    heading: bool = False
    aside: str | None = None  # why it is no part of the article, where the format says so


def document_of(parts: Sequence[Part], *, settings: Settings, title: str | None = None) -> Document:
    """The parts as one text, and its blocks.

    Raises:
        InputError: no word in it, lone surrogates, or more than `settings.max_code_points`.
    """
    text = JOINT.join(part.text for part in parts)
    check(text, settings)
    spans = tuple(_spans(parts))
    headings = frozenset(span for part, span in zip(parts, spans, strict=True) if part.heading)
    asides = {span: part.aside for part, span in zip(parts, spans, strict=True) if part.aside is not None}
    return Document(text=text, blocks=judged(text, spans, title=title, headings=headings, asides=asides), title=title)


def judged(
    text: str,
    spans: Iterable[Span],
    *,
    title: str | None = None,
    headings: frozenset[Span] = frozenset(),
    asides: dict[Span, str] | None = None,
) -> tuple[Block, ...]:
    """The blocks of a text: those set aside keep their reason, the others are judged together."""
    known = asides or {}
    shapes = [shape_of(text, span, heading=span in headings) for span in spans if span not in known]
    set_aside = (
        Block(span.start, span.end, ParagraphKind.BOILERPLATE, included=False, reason=reason)
        for span, reason in known.items()
    )
    return tuple(sorted((*classify(shapes, title=title), *set_aside), key=lambda block: block.start))


def _spans(parts: Iterable[Part]) -> Iterator[Span]:
    position = 0
    for part in parts:
        yield Span(position, position + len(part.text))
        position += len(part.text) + len(JOINT)
