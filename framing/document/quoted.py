"""What a message repeats of other messages, and its signature."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from framing.document.joined import judged
from framing.document.split import split
from framing.document.types import Block, Document
from framing.types import ParagraphKind, Span

QUOTED = "quoted from another message"
SIGNATURE = "signature of the message"
FORWARDED = "header of a forwarded message"
INTRODUCES = re.compile(r"On \S[\s\S]{4,300} wrote: ?\Z")
RULE = re.compile(
    r"(?:[-_*]{2,} ?)?(?:original message|(?:begin )?forwarded message):?(?: ?[-_*]{2,})?\Z", re.IGNORECASE
)
FIELD = re.compile(r"\*?(?:from|sent|to|cc|bcc|date|subject|reply-to):\*? ?\S", re.IGNORECASE)
FEWEST_FIELDS = 2  # lines such as "From: …" in a row that head a message; one alone may be news
LONGEST_SIGNATURE = 1_500  # code points from the line "-- " to the end; what is longer is a text of its own


def blocks_of_message(text: str) -> tuple[Block, ...]:
    """The blocks of a plain message."""
    spans = split(text)
    return judged(text, spans, asides=asides(text, spans))


def without_quoted(document: Document) -> Document:
    """A message in HTML, in which everything below "On Monday, Ann wrote:" is a quotation."""
    text, blocks = document.text, document.blocks
    spans = [Span(block.start, block.end) for block in blocks]
    known = asides(text, spans)
    introduced = [span.start for span, reason in known.items() if reason == QUOTED]
    if introduced:
        known |= {span: QUOTED for span in spans if span.start > min(introduced)}
    return replace(document, blocks=tuple(_aside(b, known.get(s)) for b, s in zip(blocks, spans, strict=True)))


def asides(text: str, spans: Sequence[Span]) -> dict[Span, str]:
    """The spans that are not the sender's own text, each with the reason."""
    found: dict[Span, str] = {}
    for is_field, run in groupby(spans, key=lambda span: FIELD.match(span.of(text)) is not None):
        members = list(run)
        if is_field and len(members) >= FEWEST_FIELDS:
            found |= dict.fromkeys(members, FORWARDED)
    for span in spans:
        if text.startswith(">", span.start) or INTRODUCES.match(span.of(text)):
            found[span] = QUOTED
        elif RULE.match(span.of(text)):
            found[span] = FORWARDED
    for one, two in pairwise(spans):  # mailers break the line that introduces a quotation
        if INTRODUCES.match(text[one.start : two.end]):
            found |= dict.fromkeys((one, two), QUOTED)
    signed = next((span.start for span in reversed(spans) if span.of(text) == "--"), len(text))
    if len(text) - signed <= LONGEST_SIGNATURE:
        found |= {span: SIGNATURE for span in spans if span.start >= signed}
    return found


def _aside(block: Block, reason: str | None) -> Block:
    if reason is None or not block.included:
        return block
    return replace(block, kind=ParagraphKind.BOILERPLATE, included=False, reason=reason)
