"""Pasted text: kept code point for code point, cut into blocks."""

from framing.document.classify import classify
from framing.document.shape import shape_of
from framing.document.split import split
from framing.document.types import Block, Document
from framing.errors import InputError
from framing.settings import DEFAULTS, Settings
from framing.types import ParagraphKind, Span

EXAMPLES = 3  # left-out blocks that a refusal quotes
EXAMPLE_CODE_POINTS = 60


def from_text(text: str, *, title: str | None = None, settings: Settings = DEFAULTS) -> Document:
    """Read pasted text.

    Raises:
        InputError: lone surrogates, no word in it, or more than `settings.max_code_points`.
    """
    check(text, settings)
    return Document(text=text, blocks=blocks_of(text, title=title), title=title)


def blocks_of(text: str, *, title: str | None = None, front: Span | None = None) -> tuple[Block, ...]:
    """The blocks of a text; `front` is a leading part that is known to be no news."""
    head = () if front is None else (_front(front),)
    offset = 0 if front is None else front.end
    spans = [Span(span.start + offset, span.end + offset) for span in split(text[offset:])]
    return head + classify([shape_of(text, span) for span in spans], title=title)


def _front(span: Span) -> Block:
    return Block(span.start, span.end, ParagraphKind.BOILERPLATE, included=False, reason="front matter of the file")


def check(text: str, settings: Settings) -> None:
    """Refuse what cannot be read.

    Raises:
        InputError: see `from_text`.
    """
    if len(text) > settings.max_code_points:
        raise InputError(
            f"this text has {len(text):,} code points, the limit is {settings.max_code_points:,} "
            "(max_code_points); split it into articles, or raise the limit in the settings"
        )
    try:
        text.encode()
    except UnicodeEncodeError as error:
        value = ord(text[error.start])
        raise InputError(
            f"code point {error.start} is U+{value:04X}, half of a surrogate pair, which is no character; "
            "decode the source again as UTF-8 or UTF-16 and paste the result"
        ) from error
    if not any(sign.isalnum() for sign in text):
        shown = repr(text[:20]) if text else "nothing"
        raise InputError(f"there is no word in this text ({shown}); give the text of an article")


def require_news(document: Document) -> None:
    """Raise unless at least one block is read as news.

    Raises:
        InputError: every block was left out; the message quotes the first of them.
    """
    if any(block.included for block in document.blocks):
        return
    examples = "; ".join(
        f"{_shorten(document.text[block.start : block.end])!r} ({block.reason})" for block in document.blocks[:EXAMPLES]
    )
    count = len(document.blocks)
    raise InputError(
        f"nothing in this text reads as news: {count} {'block' if count == 1 else 'blocks'} left out, e.g. {examples}; "
        "paste the article itself, or mark a block as news by hand"
    )


def _shorten(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= EXAMPLE_CODE_POINTS else line[: EXAMPLE_CODE_POINTS - 1] + "…"
