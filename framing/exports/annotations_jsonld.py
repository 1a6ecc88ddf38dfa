"""W3C Web Annotations as JSON-LD: each mark with a position in the text and the words that stand there.

The positions count code points, as the standard asks. The source is named by the hash of the text (`ni:`, RFC 6920),
because they hold for that text and for no page that it came from; that page is the text's `via`. Every annotation
has an id that follows from the text and the record, so that two exports can be compared.
"""

import base64
from collections.abc import Sequence
from itertools import groupby
from typing import Any, TypeAlias
from uuid import NAMESPACE_OID, uuid5

from framing.exports import Export, Group
from framing.exports._annotations import annotations
from framing.exports._layers import Annotation, Layer, Link
from framing.strict_json import dumps
from framing.types import Analysis, Span

AROUND = 32  # characters of prefix and suffix, which find the words again in a text that has changed
CONTEXT = "http://www.w3.org/ns/anno.jsonld"
PREFIX = "hedgerow"  # of what the standard has no word for; a bare `target` would be the standard's

Json: TypeAlias = dict[str, Any]  # any: JSON-LD


def write(analysis: Analysis) -> bytes:
    text = analysis.article.text
    source = _source(analysis)
    marks = groupby(annotations(analysis), key=lambda note: (note.layer, note.number, _mention(note)))
    items = [_annotation(analysis.article.id, source, text, tuple(parts)) for _, parts in marks]
    collection: Json = {
        "@context": [CONTEXT, {PREFIX: f"urn:{PREFIX}:"}],
        "id": _urn(analysis.article.id, "annotations"),
        "type": "AnnotationCollection",
        "label": analysis.article.title or "",
        "generator": {"type": "Software", "name": f"Hedgerow {analysis.provenance.version}"},
        "total": len(items),
        "first": {"id": _urn(analysis.article.id, "page"), "type": "AnnotationPage", "startIndex": 0, "items": items},
    }
    return f"{dumps(collection)}\n".encode()


def _mention(note: Annotation) -> int:
    """The mentions of an actor are annotations of their own; the parts of a claim are targets of one."""
    return note.part if note.layer is Layer.ACTOR else 0


def _source(analysis: Analysis) -> Json:
    """The text, and the page that it came from if its address is known."""
    digest = base64.urlsafe_b64encode(bytes.fromhex(analysis.article.id)).decode().rstrip("=")
    text: Json = {"id": f"ni:///sha-256;{digest}", "type": "Text", "format": "text/plain"}
    text["language"] = analysis.article.language
    return text if analysis.article.url is None else {**text, "via": analysis.article.url}


def _annotation(article: str, source: Json, text: str, parts: Sequence[Annotation]) -> Json:
    note = parts[0]
    targets = [{"type": "SpecificResource", "source": source, "selector": _selectors(text, p.span)} for p in parts]
    tags = [{"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in (note.layer.lower(), note.label)]
    told = {"layer": note.layer.lower(), "number": note.number, **note.features}
    described = {"type": "Dataset", **{f"{PREFIX}:{name}": value for name, value in told.items()}}
    return {
        "id": _id(article, note.layer, note.number, _mention(note)),
        "type": "Annotation",
        "motivation": "classifying",
        "body": [*tags, described, *(_linking(article, link) for link in note.links)],
        "target": targets[0] if len(targets) == 1 else targets,
    }


def _selectors(text: str, span: Span) -> list[Json]:
    """Two that select the same."""
    return [
        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        {
            "type": "TextQuoteSelector",
            "exact": span.of(text),
            "prefix": text[max(0, span.start - AROUND) : span.start],
            "suffix": text[span.end : span.end + AROUND],
        },
    ]


def _linking(article: str, link: Link) -> Json:
    return {
        "type": "SpecificResource",
        "purpose": "linking",
        "source": _id(article, link.layer, link.number, 0),
        "label": link.role,
    }


def _id(article: str, layer: Layer, number: int, mention: int) -> str:
    return _urn(article, f"{layer.lower()}/{number}/{mention}")


def _urn(article: str, name: str) -> str:
    return f"urn:uuid:{uuid5(NAMESPACE_OID, f'{article}/{name}')}"


EXPORT = Export("annotations_jsonld", "Web Annotations (JSON-LD)", ".jsonld", "application/ld+json", write, Group.TOOLS)
