"""What every reader of a format returns."""

from dataclasses import dataclass

from framing.types import ParagraphKind


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of the text as supplied; half-open code points, trimmed of white space."""

    start: int
    end: int
    kind: ParagraphKind
    included: bool
    reason: str  # the rule that decided, in words for the analyst


@dataclass(frozen=True, slots=True)
class Document:
    """The supplied text and its blocks.

    Blocks are in order, do not overlap, and cover every code point that is not white space.
    """

    text: str
    blocks: tuple[Block, ...]
    title: str | None = None
    source: str | None = None
    author: str | None = None
    url: str | None = None
    published: str | None = None
    language: str = "en"
    unread: tuple[str, ...] = ()  # what came with the text and is not part of it: attachments by name
