"""The text in sentences and tokens, by a fixed rule: spaCy's English tokenizer, which needs no trained pipeline."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from framing.types import Analysis, Span


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, or a stretch of a paragraph that is in none: a dateline, or what is not read."""

    sentence: int | None
    paragraph: int
    span: Span
    tokens: tuple[Span, ...]  # none is white space, and none leaves the unit


def units(analysis: Analysis) -> list[Unit]:
    """All of the text but white space, in order."""
    from spacy.lang.en import English

    text, tokenizer = analysis.article.text, English().tokenizer  # a new one, which forgets the text afterwards

    def tokens(span: Span) -> tuple[Span, ...]:
        cut = tokenizer(span.of(text))
        return tuple(
            Span(span.start + token.idx, span.start + token.idx + len(token)) for token in cut if not token.is_space
        )

    return [Unit(sentence, paragraph, span, tokens(span)) for sentence, paragraph, span in stretches(analysis)]


def stretches(analysis: Analysis) -> Iterator[tuple[int | None, int, Span]]:
    """Sentence if it is one, paragraph and place of each unit."""
    text = analysis.article.text
    inside: dict[int, list[tuple[int, Span]]] = {}
    for sentence in analysis.sentences:
        inside.setdefault(sentence.paragraph, []).append((sentence.id, Span(sentence.start, sentence.end)))
    for paragraph in analysis.paragraphs:
        cursor = paragraph.start
        for id_, span in inside.get(paragraph.id, ()):
            yield from ((None, paragraph.id, gap) for gap in _filled(text, cursor, span.start))
            yield id_, paragraph.id, span
            cursor = span.end
        yield from ((None, paragraph.id, gap) for gap in _filled(text, cursor, paragraph.end))


def _filled(text: str, start: int, end: int) -> Iterator[Span]:
    """The stretch without white space at its edges, if anything is left."""
    words = text[start:end]
    kept = words.strip()
    if kept:
        begin = start + len(words) - len(words.lstrip())
        yield Span(begin, begin + len(kept))


def touched(tokens: Sequence[Span], span: Span) -> range:
    """Which tokens the span touches; of a span of mere white space the token before it.

    Args:
        tokens: in order, without overlap.
    """
    first = bisect_right(tokens, span.start, key=attrgetter("end"))
    last = bisect_left(tokens, span.end, key=attrgetter("start"))
    return range(first, last) if first < last else range(max(first - 1, 0), max(first, 1))
