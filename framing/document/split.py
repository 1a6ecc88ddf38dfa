"""Where the paragraphs of pasted text begin and end.

Three conventions are in use and are told apart here: one line per paragraph (copied web pages), lines
broken at a fixed width (mail, wire copy, PDF), where the next line continues the sentence, and pages copied by
programs that break the line at every link inside a sentence.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from framing.types import Span

SENTENCE_END = re.compile(r"[.!?…。！？:;][\"'”’»)\]]*$")
NEW_ITEM = re.compile(r"(?:[-*•–—▪◦‣·>]|\d{1,3}[.)]|#{1,6}|[QA][:.])\s")
CREDIT = re.compile(r"by:? [A-ZÀ-Þ]")  # a byline in small letters
NARROWEST_WRAP = 35  # code points: shorter lines are labels, not broken sentences
WIDEST_WRAP = 110  # code points: no mailer or printer breaks lines wider than this
WRAPPED_SHARE = 0.3  # of the neighbouring lines: above it, the text as a whole is taken as wrapped

PIECE = re.compile(r"[,;:.)\]’'”](?:\s|s\b|$)")  # no paragraph begins so: the line before was cut at a link
FEWEST_PIECES = 3  # such lines: with fewer, one of them may be a slip
OPEN_WORDS = 3  # a line without a full stop and shorter than this is a label, unless it begins in small letters


def split(text: str) -> tuple[Span, ...]:
    """Paragraphs in order, trimmed of white space; every other code point is white space.

    A leading byte order mark is a block of its own, so that no word begins with it.
    """
    groups = list(_groups(text))
    width = _wrap_width(text, groups)
    if _is_in_pieces(text, groups):
        groups = [list(_put_together(text, group)) for group in groups]
    return tuple(block for group in groups for block in _joined(text, group, width))


def _lines(text: str) -> Iterator[Span | None]:
    """Trimmed lines; `None` for a line of white space alone."""
    position = 0
    for line in text.splitlines(keepends=True):
        body = line.strip()
        start = position + len(line) - len(line.lstrip())
        yield Span(start, start + len(body)) if body else None
        if line.endswith("\u2029"):  # paragraph separator
            yield None
        position += len(line)


def _groups(text: str) -> Iterator[list[Span]]:
    """Runs of lines without a blank line between them."""
    group: list[Span] = []
    for line in _lines(text):
        if line is None:
            if group:
                yield group
            group = []
        elif line.start == 0 and text[0] == "\ufeff":
            yield [Span(0, 1)]
            rest = text[1 : line.end]
            start = line.end - len(rest.lstrip())
            group = [Span(start, line.end)] if start < line.end else []
        else:
            group.append(line)
    if group:
        yield group


def _is_in_pieces(text: str, groups: list[list[Span]]) -> bool:
    pieces = (PIECE.match(text, line.start, line.end) is not None for group in groups for line in group[1:])
    return sum(pieces) >= FEWEST_PIECES


def _put_together(text: str, group: list[Span]) -> Iterator[Span]:
    """The lines of a page that was cut at its links: a link belongs to the sentence that goes on behind it."""
    begun = group[0]
    for number, line in enumerate(group[1:], 1):
        following = group[number + 1] if number + 1 < len(group) else None
        if _goes_on(text, line) or (
            following is not None and _goes_on(text, following) and _is_open(text, begun) and not _is_open(text, line)
        ):
            begun = Span(begun.start, line.end)
        else:
            yield begun
            begun = line
    yield begun


def _goes_on(text: str, line: Span) -> bool:
    """Begins in the middle of a sentence."""
    return text[line.start].islower() or PIECE.match(text, line.start, line.end) is not None


def _is_open(text: str, line: Span) -> bool:
    """Breaks off in the middle of a sentence."""
    words = line.of(text)[-400:]
    return SENTENCE_END.search(words) is None and words.count(" ") >= OPEN_WORDS - 1


def _continues(text: str, line: Span, following: Span) -> bool:
    """The line stops in the middle of a sentence that the following line goes on with."""
    if line.end - line.start < NARROWEST_WRAP or SENTENCE_END.search(text[max(line.start, line.end - 8) : line.end]):
        return False
    if CREDIT.match(text, following.start, following.end):
        return False
    return text[following.start].islower() and not NEW_ITEM.match(text, following.start, following.end)


def _wrap_width(text: str, groups: list[list[Span]]) -> int | None:
    """The width at which the text as a whole was broken into lines; `None` if it was not."""
    pairs, widths = 0, []
    for group in groups:
        for line, following in pairwise(group):
            if NARROWEST_WRAP <= line.end - line.start <= WIDEST_WRAP:
                pairs += 1
                if _continues(text, line, following):
                    widths.append(line.end - line.start)
    return max(widths) if widths and len(widths) >= WRAPPED_SHARE * pairs else None


def _was_full(text: str, line: Span, following: Span, width: int) -> bool:
    """The first word of the following line would not have fitted on this one."""
    word_end = following.start
    while word_end < following.end and word_end - following.start <= width and not text[word_end].isspace():
        word_end += 1
    length = line.end - line.start
    return NARROWEST_WRAP <= length <= WIDEST_WRAP and length + 1 + word_end - following.start > width


def _joined(text: str, group: list[Span], width: int | None) -> Iterator[Span]:
    block = group[0]
    for line, following in pairwise(group):
        if _belongs(text, line, following, width):
            block = Span(block.start, following.end)
        else:
            yield block
            block = following
    yield block


def _belongs(text: str, line: Span, following: Span, width: int | None) -> bool:
    if NEW_ITEM.match(text, following.start, following.end) or _indent(text, following) > _indent(text, line) + 1:
        return False
    return width is not None and (_continues(text, line, following) or _was_full(text, line, following, width))


def _indent(text: str, line: Span) -> int:
    """White space before a line, to 40 code points (more tells nothing)."""
    start = line.start
    while start > 0 and line.start - start < 40 and text[start - 1] in " \t\u3000":
        start -= 1
    return line.start - start
