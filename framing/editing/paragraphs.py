"""Another kind for a paragraph: a correction of the document, made before it is read."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from framing.document import Block, Document
from framing.document.classify import READ
from framing.editing.operations import ChangeParagraph, Operation
from framing.errors import EditError
from framing.types import Analysis, Span

REASON = "marked by the analyst"


def edit_document(document: Document, operations: Iterable[Operation]) -> Document:
    """The document with its paragraphs corrected, in order; other corrections are for the reading.

    A correction whose paragraph the document has not is passed over: `framing.edits.reread` names it.
    """
    kinds = {one.paragraph: one.kind for one in operations if isinstance(one, ChangeParagraph)}
    blocks = tuple(
        replace(block, kind=kinds[place], included=kinds[place] in READ, reason=REASON)
        if (place := Span(block.start, block.end)) in kinds
        else block
        for block in document.blocks
    )
    return replace(document, blocks=blocks) if blocks != document.blocks else document


def document_of(analysis: Analysis) -> Document:
    """The document that an uncorrected record was read from; attachments are not in the record."""
    said = analysis.article
    return Document(
        text=said.text,
        blocks=tuple(Block(one.start, one.end, one.kind, one.included, one.reason) for one in analysis.paragraphs),
        title=said.title,
        source=said.source,
        author=said.author,
        url=said.url,
        published=said.published,
        language=said.language,
    )


def values(document: Document, operation: ChangeParagraph) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    """What the rules made of the paragraph, and what the analyst did.

    Raises:
        EditError: the document has no such paragraph.
    """
    block = _find(document, operation.paragraph)
    machine = {"kind": block.kind.value, "included": block.included, "reason": block.reason}
    return machine, {"kind": operation.kind.value, "included": operation.kind in READ, "reason": REASON}


def _find(document: Document, place: Span) -> Block:
    for block in document.blocks:
        if (block.start, block.end) == (place.start, place.end):
            return block
    raise EditError(f"the text has no paragraph from {place.start} to {place.end}; choose one of its paragraphs")
