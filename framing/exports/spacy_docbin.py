"""A spaCy DocBin with one Doc: its text is the article, and each layer of annotations is a group of spans.

A span that begins or ends inside a token is widened to whole tokens; where it stands exactly, and its features, are
in `doc.user_data["hedgerow"]`, layer by layer in the order of the group.
"""

from collections.abc import Iterable
from itertools import chain
from typing import TYPE_CHECKING, Any

from framing.exports import Export, Group
from framing.exports._annotations import annotations
from framing.exports._layers import Annotation, Layer
from framing.exports._tokens import touched, units
from framing.types import Analysis, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

KEY = "hedgerow"  # in `doc.user_data`
GROUPS = {layer: f"{layer.lower()}s" for layer in Layer}  # names in `doc.spans`


def write(analysis: Analysis) -> bytes:
    from spacy.tokens import DocBin

    packed: bytes = DocBin(docs=[document(analysis)], store_user_data=True).to_bytes()
    return packed


def document(analysis: Analysis) -> "Doc":
    from spacy.tokens import Doc, SpanGroup
    from spacy.tokens import Span as Tokens
    from spacy.vocab import Vocab

    text, cut = analysis.article.text, units(analysis)
    starts = {unit.tokens[0].start for unit in cut}
    tokens, spaces = _tiled(text, chain.from_iterable(unit.tokens for unit in cut))
    begins: list[bool | int | None] = [token.start in starts for token in tokens]
    doc = Doc(Vocab(), words=[token.of(text) for token in tokens], spaces=spaces, sent_starts=begins)
    found = annotations(analysis)
    for layer, group in GROUPS.items():
        here = [note for note in found if note.layer is layer]
        places = [touched(tokens, note.span) for note in here]
        spans = [
            Tokens(doc, place.start, place.stop, label=note.label, span_id=f"{layer.lower()}-{note.number}")
            for note, place in zip(here, places, strict=True)
        ]
        doc.spans[group] = SpanGroup(doc, name=group, spans=spans)
    doc.user_data[KEY] = {
        "article": {"id": analysis.article.id, "title": analysis.article.title, "url": analysis.article.url},
        **{group: [_told(note) for note in found if note.layer is layer] for layer, group in GROUPS.items()},
    }
    return doc


def _tiled(text: str, words: Iterable[Span]) -> tuple[list[Span], list[bool]]:
    """Tokens that leave nothing of the text out, and whether a blank follows each; other white space is a token."""
    tokens: list[Span] = []
    spaces: list[bool] = []
    for word in chain(words, [Span(len(text), len(text))]):
        cursor = tokens[-1].end if tokens else 0
        if tokens and text[cursor : cursor + 1] == " ":
            spaces[-1] = True
            cursor += 1
        for token in (Span(cursor, word.start), word):
            if token.start < token.end:
                tokens.append(token)
                spaces.append(False)
    return tokens, spaces


def _told(note: Annotation) -> dict[str, Any]:
    links = [{"role": link.role, "group": GROUPS[link.layer], "number": link.number} for link in note.links]
    place = {"start": note.span.start, "end": note.span.end}
    return {"number": note.number, "part": note.part, **place, "label": note.label, **note.features, "links": links}


EXPORT = Export("spacy_docbin", "spaCy (DocBin)", ".spacy", "application/octet-stream", write, Group.TOOLS)
