"""A page of HTML: the whole visible text, of which trafilatura says what belongs to the article.

That library is loaded for the first page: most texts are none.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lxml import etree

from framing.document.align import Passages
from framing.document.classify import classify
from framing.document.plain import check
from framing.document.shape import Shape, shape_of
from framing.document.types import Block, Document
from framing.document.visible import HEADINGS, Page, visible
from framing.errors import InputError
from framing.settings import DEFAULTS, Settings

MAX_SOURCE = 20  # code points of markup for one of text: the limit of a page is this times `max_code_points`
MAX_DEPTH = 300  # nested elements: trafilatura recurses over the tree, so a deeper page is left to the block rules
SAME = 0.6  # of a block's runs of words that trafilatura kept: below it, the block is not the article's
AGREEMENT = 0.5  # of the length that trafilatura usually keeps: with less, its precise mode is not simply trusted
LATEST_DATE = "2100-01-01"  # a fixed limit: by default the library asks the clock
OUTSIDE = "not part of the article body (trafilatura)"
FALLBACK = "; trafilatura found no article"
MARKUP = re.compile(r"<[a-zA-Z!/]")


@dataclass(frozen=True, slots=True)
class _Facts:
    title: str | None = None
    author: str | None = None
    source: str | None = None
    published: str | None = None
    url: str | None = None


def from_html(html: str, *, settings: Settings = DEFAULTS) -> Document:
    """Read a page; `Document.text` is its visible text (see `visible`).

    Raises:
        InputError: lone surrogates, no visible word, or too long.
    """
    page = _page(html, settings)
    deep = page.depth > MAX_DEPTH
    extracts = () if deep else _extracts(html)
    facts = _Facts() if deep else _facts(html)
    return Document(
        text=page.text,
        blocks=_blocks(page, extracts, facts.title),
        title=facts.title,
        source=facts.source,
        author=facts.author,
        url=facts.url,
        published=facts.published,
    )


def _page(html: str, settings: Settings) -> Page:
    limit = MAX_SOURCE * settings.max_code_points
    if len(html) > limit:
        raise InputError(
            f"this page has {len(html):,} code points of HTML, the limit is {limit:,} ({MAX_SOURCE} times "
            "max_code_points); save the article alone, or paste its text"
        )
    try:
        page = visible(html)
    except UnicodeEncodeError as error:
        raise InputError(
            f"code point {error.start} of this page is half of a surrogate pair, which is no character; "
            "decode the page again as UTF-8"
        ) from error
    if not page.text:
        raise InputError(f"this page shows no text ({html[:40]!r} …); save it after it has loaded, or paste its text")
    check(page.text, settings)
    return page


def _extracts(html: str) -> tuple[str, ...]:
    """What trafilatura takes for the article, one paragraph per line: precisely, then as it usually does.

    The second is left out where the two agree in size; otherwise one of them has lost half of the article, or
    has taken other articles in.
    """
    if not MARKUP.search(html):
        return ()
    import trafilatura

    try:
        precise = trafilatura.extract(html, favor_precision=True, include_comments=False)
        usual = trafilatura.extract(html, include_comments=False)
    except (RecursionError, ValueError, etree.LxmlError):
        return ()
    if precise is not None and usual is not None and len(precise) >= AGREEMENT * len(usual):
        return (precise,)
    return tuple(text for text in (precise, usual) if text is not None)


def _facts(html: str) -> _Facts:
    if not MARKUP.search(html):
        return _Facts()
    from trafilatura.metadata import extract_metadata

    try:
        found = extract_metadata(
            html, date_config={"original_date": True, "extensive_search": True, "max_date": LATEST_DATE}
        )
    except (RecursionError, ValueError, etree.LxmlError):
        return _Facts()
    return _Facts(found.title, found.author, found.sitename, found.date, found.url)


def _blocks(page: Page, extracts: tuple[str, ...], title: str | None) -> tuple[Block, ...]:
    shapes = [shape_of(page.text, p.span, heading=p.element in HEADINGS) for p in page.pieces]
    listed = [replace(s, item=s.item or p.element == "li") for s, p in zip(shapes, page.pieces, strict=True)]
    readings = [reading for text in extracts if (reading := _reading(listed, text, title)) is not None]
    if len(readings) == 1:
        return readings[0]
    plain = classify(shapes, title=title)
    if not readings:
        return tuple(replace(block, reason=block.reason + FALLBACK) for block in plain)
    return max(readings, key=lambda reading: _agreement(reading, plain))


def _reading(shapes: Sequence[Shape], extract: str, title: str | None) -> tuple[Block, ...] | None:
    """The blocks as one extract has them; `None` where it matches no block."""
    kept = Passages.of(extract.splitlines())
    outside = [None if kept.share(shape.core) >= SAME else OUTSIDE for shape in shapes]
    return classify(shapes, title=title, outside=outside) if None in outside else None


def _agreement(one: Sequence[Block], other: Sequence[Block]) -> float:
    """The share of the code points read by either that both read, 0 to 1."""
    sizes = [(a.end - a.start, a.included, b.included) for a, b in zip(one, other, strict=True)]
    either = sum(size for size, first, second in sizes if first or second)
    return sum(size for size, first, second in sizes if first and second) / either if either else 0.0
