"""Printed lines, put into reading order and into paragraphs by where they stand on the page."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from framing.document.joined import Part
from framing.document.margins import asides, pages
from framing.document.printed import SLACK, Line
from framing.document.split import NEW_ITEM, SENTENCE_END

SAME_SIZE = 0.08  # by which the size of type may differ within a paragraph
NEW_GAP = 1.3  # times the usual distance between two lines: a paragraph begins
INDENT = 0.8  # of the type size: a first line set in
HEADING_SIZE = 1.12  # times the size of most letters
HEADING_WORDS = 40
SHORT_LINE = 0.85  # of the column's width: a shorter line with a full stop ends its paragraph
MOST_COLUMNS = 8  # beside each other; no newspaper has more
COLUMN_LINES = 3  # lines on both sides of a gutter, at least
COLUMN_FROM = 0.2  # of the width of the page's text: no column is narrower
CROSSING = 0.1  # of the lines beside a gutter that may run across it: headlines, pictures' captions
SOFT_HYPHEN = "\u00ad"
HYPHENATED = re.compile(r"(?<!\w)\w++-\w+")  # tried once a word, not once a letter: a word may be as long as a page
BROKEN = re.compile(r"(?<!\w)(\w++)[-\u2010\u00ad]$")


def parts_of(lines: Sequence[Line]) -> tuple[Part, ...]:
    """The paragraphs of a document; heads and feet of its pages are parts of their own, where they stand."""
    set_aside = asides(lines)
    by_page = [in_reading_order([line for line in lines if line.page == page]) for page in sorted(pages(lines))]
    ordered = [line for page in by_page for line in page]
    text_lines = [line for line in ordered if line not in set_aside]
    if not text_lines:
        return tuple(Part(line.text, aside=set_aside[line]) for line in ordered)
    body, leading = _body_size(text_lines), _leading(text_lines)
    compounds = frozenset(found.casefold() for line in ordered for found in HYPHENATED.findall(line.text))
    paragraphs = list(_paragraphs(text_lines, leading))
    return tuple(_with_asides(ordered, set_aside, paragraphs, body, compounds))


def in_reading_order(lines: Sequence[Line], *, columns: int = MOST_COLUMNS) -> list[Line]:
    """The lines of one page, column after column; as the file draws them where there are no columns."""
    gutter = _gutter(lines) if columns > 1 else None
    if gutter is None:
        return list(lines)
    ordered: list[Line] = []
    band: list[Line] = []
    for line in sorted(lines, key=lambda line: -line.y):
        if _crosses(line, gutter):
            ordered += [*_columns(band, gutter, columns), line]
            band = []
        else:
            band.append(line)
    return [*ordered, *_columns(band, gutter, columns)]


def _columns(band: Sequence[Line], gutter: float, columns: int) -> list[Line]:
    left = [line for line in band if line.x < gutter - 2]
    right = [line for line in band if line.x >= gutter - 2]
    return [*in_reading_order(left, columns=columns - 1), *in_reading_order(right, columns=columns - 1)]


def _crosses(line: Line, gutter: float) -> bool:
    return line.x < gutter - 2 and line.x + SLACK * (line.right - line.x) > gutter


def _gutter(lines: Sequence[Line]) -> float | None:
    """Where the second column begins: the left edge that most lines share which stand beside others."""
    if len(lines) < 2 * COLUMN_LINES:
        return None
    first, last = min(line.x for line in lines), max(line.right for line in lines)
    starts = Counter(round(line.x) for line in lines if line.x > first + COLUMN_FROM * (last - first))
    best, chosen = 0, None
    for start, count in sorted(starts.most_common(MOST_COLUMNS)):
        beside = _beside(lines, float(start)) if count >= COLUMN_LINES else 0
        if beside > best:
            best, chosen = beside, float(start)
    return chosen


def _beside(lines: Sequence[Line], gutter: float) -> int:
    """How many lines stand to the left and right of a gutter at one height; 0 where it is none."""
    right = [line.y for line in lines if line.x >= gutter - 2]
    left = [line for line in lines if line.x < gutter - 2 and min(right) - 2 <= line.y <= max(right) + 2]
    crossing = sum(_crosses(line, gutter) for line in left)
    if len(left) - crossing < COLUMN_LINES or crossing > CROSSING * (len(left) + len(right)):
        return 0
    return len(left) - crossing + len(right)


def _body_size(lines: Sequence[Line]) -> float:
    letters: Counter[float] = Counter()
    for line in lines:
        letters[round(line.size, 1)] += len(line.text)
    return letters.most_common(1)[0][0]


def _leading(lines: Sequence[Line]) -> float:
    """The usual distance between two baselines, in sizes of type: the lower quartile, as paragraphs stand apart."""
    steps = sorted(
        (one.y - two.y) / one.size
        for one, two in pairwise(lines)
        if two.is_below(one) and _is_same_size(one, two) and one.y - two.y < 3 * one.size
    )
    return steps[len(steps) // 4] if steps else 1.2


def _is_same_size(one: Line, two: Line) -> bool:
    return abs(one.size - two.size) <= SAME_SIZE * max(one.size, two.size)


def _paragraphs(lines: Sequence[Line], leading: float) -> Iterator[list[Line]]:
    paragraph = [lines[0]]
    edge = _edges(lines)
    for one, two in pairwise(lines):
        if _goes_on(one, two, leading, edge[_column(one)]):
            paragraph.append(two)
        else:
            yield paragraph
            paragraph = [two]
    yield paragraph


def _column(line: Line) -> tuple[int, int, int]:
    """Lines of one size that begin within about two inches of each other stand in one column."""
    return line.page, round(line.x / 150), round(line.size)


def _edges(lines: Iterable[Line]) -> dict[tuple[int, int, int], tuple[float, float]]:
    """The left and right edge of each column."""
    found: dict[tuple[int, int, int], tuple[float, float]] = {}
    for line in lines:
        left, right = found.get(_column(line), (line.x, line.right))
        found[_column(line)] = min(left, line.x), max(right, line.right)
    return found


def _goes_on(one: Line, two: Line, leading: float, edges: tuple[float, float]) -> bool:
    """The second line continues the paragraph of the first."""
    if not _is_same_size(one, two) or NEW_ITEM.match(two.text):
        return False
    ends = SENTENCE_END.search(one.text) is not None
    if not two.is_below(one):  # the next column or page
        return not ends and (two.text[:1].islower() or _is_full(one, edges))
    if one.y - two.y > NEW_GAP * leading * one.size:
        return False
    if not ends and two.text[:1].islower():
        return True
    if INDENT * one.size < two.x - one.x < 6 * one.size and (ends or two.text[:1].isupper()):
        return False
    return not ends or _is_full(one, edges)


def _is_full(line: Line, edges: tuple[float, float]) -> bool:
    left, right = edges
    return line.right - left >= SHORT_LINE * SLACK * (right - left)


def _with_asides(
    ordered: Sequence[Line],
    set_aside: dict[Line, str],
    paragraphs: Sequence[Sequence[Line]],
    body: float,
    compounds: frozenset[str],
) -> Iterator[Part]:
    """Parts in order; a head or foot inside a paragraph that runs over the page stands behind it."""
    by_first = {paragraph[0]: paragraph for paragraph in paragraphs}
    for line in ordered:
        if line in set_aside:
            yield Part(line.text, aside=set_aside[line])
        elif line in by_first:
            text = joined([member.text for member in by_first[line]], compounds)
            heading = line.size >= HEADING_SIZE * body and len(text.split()) <= HEADING_WORDS
            yield Part(text, heading=heading)


def joined(lines: Iterable[str], compounds: frozenset[str]) -> str:
    """One paragraph: lines joined by a space, and a word broken at the end of a line by nothing.

    A hyphen stays where the document writes the same compound with one elsewhere.
    """
    pieces: list[str] = []
    for line in lines:
        broken = BROKEN.search(pieces[-1]) if pieces else None
        if broken is None or not line[:1].islower():
            pieces.append(f" {line}" if pieces else line)
            continue
        rest = re.match(r"\w+", line)
        compound = f"{broken[1]}-{rest[0] if rest is not None else ''}".casefold()
        if compound not in compounds or broken[0].endswith(SOFT_HYPHEN):
            pieces[-1] = pieces[-1][:-1]
        pieces.append(line)
    return "".join(pieces).replace(SOFT_HYPHEN, "")
