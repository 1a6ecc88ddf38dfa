"""The visible text of an HTML page, by one fixed rule.

Block elements are joined by a blank line, white space inside a block collapses to one space, `<br>` is a
line break (two of them end the block). What no reader sees is dropped. The page is read as a stream of
events, so no depth of nesting can exhaust the stack.
"""

import re
from dataclasses import dataclass, field

from lxml import etree

from framing.types import Span

UNSEEN = frozenset(
    "script style noscript template head title svg math iframe object embed canvas audio video select "
    "datalist textarea map frameset noframes".split()
)
BLOCKS = frozenset(
    "address article aside blockquote body button caption center dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main menu nav ol p "
    "pre section summary table tbody td tfoot th thead tr ul label".split()
)
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
INVISIBLE_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Piece:
    """One visible block: where it stands in the page's text, and the element that holds it."""

    span: Span
    element: str  # the nearest of heading, figcaption or block element


@dataclass(frozen=True, slots=True)
class Page:
    text: str
    pieces: tuple[Piece, ...]
    depth: int  # of the deepest element


def visible(html: str) -> Page:
    """Read a page; never fails on broken markup."""
    collector = _Collector()
    parser = etree.HTMLParser(target=collector, encoding="utf-8", huge_tree=True)
    parser.feed(html.encode())
    try:
        parser.close()
    except etree.XMLSyntaxError:  # nothing that resembles an element
        return Page(text="", pieces=(), depth=0)
    return collector.page()


def _is_unseen(tag: str, attributes: dict[str, str]) -> bool:
    if tag in UNSEEN:
        return True
    if tag in ("html", "body"):  # hidden only until the page's own script has run
        return False
    if tag == "dialog" and "open" not in attributes:
        return True
    return "hidden" in attributes or INVISIBLE_STYLE.search(attributes.get("style", "")) is not None


@dataclass(slots=True)
class _Collector:
    """The parser's target: gathers words until a block element opens or closes."""

    chunks: list[str] = field(default_factory=list)
    blocks: list[tuple[str, str]] = field(default_factory=list)
    elements: list[str] = field(default_factory=list)
    unseen_from: int | None = None  # depth of the outermost element that is not shown
    depth: int = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self.elements.append(tag)
        self.depth = max(self.depth, len(self.elements))
        if self.unseen_from is not None:
            return
        if _is_unseen(tag, attributes):
            self.unseen_from = len(self.elements)
        elif tag == "br":
            self.chunks.append("\n")
        elif tag in BLOCKS:
            self.flush(skip=1)

    def end(self, tag: str) -> None:
        if self.unseen_from is None and tag in BLOCKS:
            self.flush()
        if self.unseen_from == len(self.elements):
            self.unseen_from = None
        if self.elements:
            self.elements.pop()

    def data(self, data: str) -> None:
        if self.unseen_from is None:
            self.chunks.append(" ".join(f"|{data}|".split())[1:-1])

    def comment(self, _text: str) -> None:
        return

    def close(self) -> None:
        self.flush()

    def flush(self, *, skip: int = 0) -> None:
        """End the block. `skip` elements have just opened and do not hold its words."""
        if not self.chunks:
            return
        raw = "".join(self.chunks)
        self.chunks.clear()
        element = self._holder(len(self.elements) - skip)
        for part in re.split(r"\n[ ]*\n\s*", raw):
            lines = [" ".join(line.split()) for line in part.split("\n")]
            if words := "\n".join(line for line in lines if line):
                self.blocks.append((words, element))

    def _holder(self, depth: int) -> str:
        for tag in reversed(self.elements[max(0, depth - 6) : depth]):
            if tag in HEADINGS or tag == "figcaption" or tag in BLOCKS:
                return tag
        return "body"

    def page(self) -> Page:
        pieces, position = [], 0
        for words, element in self.blocks:
            pieces.append(Piece(Span(position, position + len(words)), element))
            position += len(words) + 2
        return Page("\n\n".join(words for words, _ in self.blocks), tuple(pieces), self.depth)
