"""What stands around the text of printed pages: running heads, page numbers, what a browser adds."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from framing.document.printed import Line

MARGIN_LINES = 2  # outermost lines of a page among which running heads are looked for
RUNNING_SHARE = 1 / 3  # of the pages that show a running head (left and right pages may differ)
PAGE_NUMBER = re.compile(
    r"(?:[-–—\[(] ?)?(?:page |p\. ?)?\d{1,4}(?: ?(?:/|of) ?\d{1,4})?(?: ?[-–—\])])?", re.IGNORECASE
)
PRINTED = re.compile(  # what a browser prints around a page: its address, the minute of printing, the page's number
    r"(?:https?://\S+|\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}[:.]\d\d\b.*?)(?: +\d+ ?/ ?\d+)?"
)
RUNNING = "running head or foot of the page"
NUMBER = "page number"


def asides(lines: Sequence[Line]) -> dict[Line, str]:
    """Running heads, page numbers and what a browser prints around a page."""
    margins = [line for page in pages(lines) for line in _margins([line for line in lines if line.page == page])]
    seen: defaultdict[tuple[str, int], set[int]] = defaultdict(set)
    for line in margins:
        seen[_running_key(line)].add(line.page)
    enough = max(2.0, RUNNING_SHARE * len(pages(lines)))
    found: dict[Line, str] = {}
    for line in margins:
        if PAGE_NUMBER.fullmatch(line.text):
            found[line] = NUMBER
        elif PRINTED.fullmatch(line.text) or len(seen[_running_key(line)]) >= enough:
            found[line] = RUNNING
    return found


def _running_key(line: Line) -> tuple[str, int]:
    return re.sub(r"\d+", "#", line.text.casefold()), round(line.size)


def _margins(page: Sequence[Line]) -> list[Line]:
    heights = sorted({round(line.y) for line in page})
    outer = {*heights[:MARGIN_LINES], *heights[-MARGIN_LINES:]}
    return [line for line in page if round(line.y) in outer]


def pages(lines: Iterable[Line]) -> frozenset[int]:
    return frozenset(line.page for line in lines)
