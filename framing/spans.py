"""Spans made of tokens, and their clean edges."""

from collections.abc import Iterable, Iterator

from framing.passages import Line, Passage
from framing.tokens import Token
from framing.types import Span

PAIRS = {"“": "”", '"': '"', "‘": "’", "'": "'", "«": "»", "(": ")", "[": "]"}
EDGE = " \t\r\n\u00a0,;:.–—-…"


def runs(passage: Passage, tokens: Iterable[Token]) -> Iterator[Span]:
    """Stretches of neighbouring tokens; a gap of punctuation or white space does not part them."""
    chosen = sorted((t for t in tokens if not t.is_space), key=lambda t: t.i)
    while chosen and chosen[0].dep_ == "cc":
        chosen.pop(0)
    while chosen and (chosen[-1].dep_ == "cc" or (chosen[-1].is_punct and not chosen[-1].is_quote)):
        chosen.pop()
    current: list[Token] = []
    for token in chosen:
        if current and any(not (t.is_space or t.is_punct) for t in token.doc[current[-1].i + 1 : token.i]):
            yield passage.place(current)
            current = []
        if current or token.dep_ != "cc":
            current.append(token)
    if current and any(any(c.isalnum() for c in t.text) for t in current):
        yield passage.place(current)


def pieces(text: str, passage: Passage, tokens: Iterable[Token]) -> tuple[Span, ...]:
    """The stretches of the tokens with clean edges, without those that hold no word; `text` is the article's."""
    return tuple(s for s in (tidy(text, span) for span in runs(passage, tokens)) if s is not None)


def stretch(line: Line, tokens: Iterable[Token]) -> Span | None:
    """One span from the first to the last of the tokens that stand in the line, with clean edges."""
    inside = [t for t in tokens if line.tokens.start <= t.i < line.tokens.end]
    spans = list(runs(line.passage, inside))
    if not spans:
        return None
    start = line.passage.start
    local = tidy(line.passage.text, Span(spans[0].start - start, spans[-1].end - start))
    return Span(local.start + start, local.end + start) if local is not None else None


def letters(text: str, spans: Iterable[Span]) -> set[int]:
    """Where the letters and digits of the spans stand."""
    return {place for span in spans for place in range(span.start, span.end) if text[place].isalnum()}


def local(span: Span, line: Line) -> Span:
    """A span of the article, counted from the start of the sentence."""
    return Span(span.start - line.start, span.end - line.start)


def tidy(text: str, span: Span) -> Span | None:
    """The span without white space, stray punctuation and quotation marks that enclose all of it."""
    start, end = span.start, span.end
    while True:
        before = (start, end)
        start, end = bare(text, start, end)
        end = closed(text, start, end)
        start, end = unquoted(text, start, end)
        if start >= end:
            return None
        if (start, end) == before:
            break
    return Span(start, end) if any(c.isalnum() for c in text[start:end]) else None


def bare(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in EDGE:
        start += 1
    while end > start and text[end - 1] in EDGE and not abbreviated(text, start, end):
        end -= 1
    return start, end


def abbreviated(text: str, start: int, end: int) -> bool:
    """Whether the last full stop belongs to a word such as `U.S.`"""
    if text[end - 1] != ".":
        return False
    word = text[max(start, end - 6) : end].split()[-1:]
    return bool(word) and word[0].count(".") >= 2


def closed(text: str, start: int, end: int) -> int:
    """Take in the mark that closes a quotation opened inside, which the parser often hangs elsewhere."""
    if text.count("“", start, end) <= text.count("”", start, end):
        return end
    for gap in (0, 1):
        if text[end + gap : end + gap + 1] == "”" and not text[end : end + gap].strip(".,!?"):
            return end + gap + 1
    return end


def unquoted(text: str, start: int, end: int) -> tuple[int, int]:
    """Drop an enclosing pair, or a mark whose partner lies outside."""
    inside = text[start:end]
    if not inside:
        return start, end
    first, last = inside[0], inside[-1]
    if first in PAIRS and last == PAIRS[first] and len(inside) > 1:
        middle = inside[1:-1]
        if first not in middle and last not in (middle if first != "‘" else ""):
            return start + 1, end - 1
    if first in PAIRS and first not in "([" and PAIRS[first] not in inside[1:]:
        return start + 1, end
    opening = {close: open_ for open_, close in PAIRS.items()}
    if last in opening and last not in "'’" and opening[last] not in inside[:-1]:
        return start, end - 1
    return start, end
