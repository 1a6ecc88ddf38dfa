"""Two articles and one list of their comparison as the pair component receives them: pieces of text, all plain JSON."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from enum import StrEnum
from typing import Any, NamedTuple, TypeAlias

from components.beside import Laid
from components.pair.types import Entry, EntryKind, Side
from components.wording import counted, shorten, title
from framing.comparing.types import Passage
from framing.marks import Layer, Segment, flatten, within
from framing.naming import words
from framing.types import Analysis, Span

Json: TypeAlias = dict[str, Any]  # any: JSON for the browser

LETTERS = "A", "B"
TAG = {
    EntryKind.HEDGE: "H",
    EntryKind.CONTEST: "D",
    EntryKind.REPORTING: "R",
    EntryKind.VOICE: "V",
    EntryKind.ACTOR: "",
    EntryKind.CLAIM: "C",
    EntryKind.LONE: "C",
}
LEGEND = {
    EntryKind.HEDGE: "hedged in one",
    EntryKind.CONTEST: "denial or doubt dropped",
    EntryKind.REPORTING: "reported otherwise",
    EntryKind.VOICE: "heard in one",
}
LONGEST = 240  # characters of a quotation in the list


class Mark(StrEnum):
    """What a span of a text is to an entry or a passage."""

    WORDS = "words"
    NEAR = "near"
    SHARED = "shared"


class Inlay(NamedTuple):
    """What one layer stands for: the position of an entry, or of a passage."""

    mark: Mark
    number: int


def document(laid: Laid, view: str, entries: Sequence[Entry]) -> Json:
    """One list with both texts, in which the words of all its entries are marked."""
    passages = laid.comparison.passages
    page: Json = {
        "view": view,
        "articles": [
            _article(laid.first, LETTERS[0], [one.first for one in entries], [one.first for one in passages]),
            _article(laid.second, LETTERS[1], [one.second for one in entries], [one.second for one in passages]),
        ],
        "entries": [_entry(laid, number, entry) for number, entry in enumerate(entries)],
        "legend": _legend(entries),
        "passages": [counted(len(one.first), "sentence") for one in passages],
        "shared": _shared(passages),
    }
    page["id"] = hashlib.sha256(json.dumps([laid.key, page]).encode()).hexdigest()
    return page


def _legend(entries: Sequence[Entry]) -> list[Json]:
    """The kinds of differences with their counts; no other list has kinds."""
    if any(entry.kind not in LEGEND for entry in entries):
        return []
    counts = {kind: sum(entry.kind is kind for entry in entries) for kind in LEGEND}
    return [
        {"kind": kind, "tag": TAG[kind], "label": label, "count": counts[kind]}
        for kind, label in LEGEND.items()
        if counts[kind]
    ]


def _shared(passages: Sequence[Passage]) -> str:
    if not passages:
        return "No passage stands in both word for word"
    sentences = counted(sum(len(one.first) for one in passages), "sentence")
    return f"{counted(len(passages), 'passage')} of {sentences} in both, almost word for word"


def _entry(laid: Laid, number: int, entry: Entry) -> Json:
    return {
        "id": str(number),
        "kind": entry.kind,
        "tag": f"{TAG[entry.kind]}{number + 1}",
        "lead": entry.lead,
        "sides": [
            _side(laid.first, LETTERS[0], entry.kind, entry.first),
            _side(laid.second, LETTERS[1], entry.kind, entry.second),
        ],
        "tones": [asdict(row) for row in entry.tones],
    }


def _side(analysis: Analysis, letter: str, kind: EntryKind, side: Side) -> Json:
    return {
        "letter": letter,
        "value": side.value,
        "quote": "" if kind is EntryKind.ACTOR else shorten(words(analysis, _runs(side.words)), limit=LONGEST),
        "here": bool(side.words),
        "near": shorten(words(analysis, _sentences(analysis, side.near[:1])), limit=LONGEST),
    }


def _runs(spans: Iterable[Span]) -> list[Span]:
    """Spans in order, those inside or beside others put together: what is quoted, and once."""
    runs: list[Span] = []
    for span in sorted(spans):
        if runs and span.start <= runs[-1].end + 1:
            runs[-1] = Span(runs[-1].start, max(runs[-1].end, span.end))
        else:
            runs.append(span)
    return runs


def _sentences(analysis: Analysis, numbers: Iterable[int]) -> list[Span]:
    return [Span(analysis.sentences[number].start, analysis.sentences[number].end) for number in numbers]


def _article(analysis: Analysis, letter: str, sides: Sequence[Side], passages: Sequence[tuple[int, ...]]) -> Json:
    inlays: list[Inlay] = []
    layers: list[Layer] = []

    def inlay(mark: Mark, number: int, spans: Iterable[Span]) -> None:
        layers.extend(Layer(span, len(inlays)) for span in spans)
        inlays.append(Inlay(mark, number))

    for number, side in enumerate(sides):
        inlay(Mark.WORDS, number, dict.fromkeys(side.words))
        inlay(Mark.NEAR, number, _sentences(analysis, side.near))
    for number, sentences in enumerate(passages):
        inlay(Mark.SHARED, number, _sentences(analysis, sentences))
    segments = flatten(layers)
    blocks = [
        {"kind": item.kind, "pieces": _pieces(analysis, within(segments, Span(item.start, item.end)), inlays, sides)}
        for item in analysis.paragraphs
        if item.included
    ]
    left_out = sum(not item.included for item in analysis.paragraphs)
    return {
        "letter": letter,
        "title": shorten(title(analysis), limit=160),
        "about": _about(analysis),
        "blocks": blocks,
        "left_out": f"{counted(left_out, 'paragraph')} left out" if left_out else "",
    }


def _about(analysis: Analysis) -> str:
    article = analysis.article
    return " · ".join(part for part in (article.source, article.author, article.published) if part)


def _pieces(
    analysis: Analysis, segments: Sequence[Segment], inlays: Sequence[Inlay], sides: Sequence[Side]
) -> list[Json]:
    return [_piece(analysis, segment, inlays, sides) for segment in segments]


def _piece(analysis: Analysis, segment: Segment, inlays: Sequence[Inlay], sides: Sequence[Side]) -> Json:
    """The entries that mark a piece stand shortest first, so that a click chooses the most particular one."""
    held = [inlays[layer.mark] for layer in segment.layers]
    marked = {inlay.number for inlay in held if inlay.mark is Mark.WORDS}
    return {
        "text": segment.span.of(analysis.article.text),
        "entries": sorted(marked, key=lambda number: (_length(sides[number]), number)),
        "begins": sorted(number for number in marked if min(sides[number].words).start == segment.span.start),
        "near": sorted({inlay.number for inlay in held if inlay.mark is Mark.NEAR}),
        "shared": next((inlay.number for inlay in held if inlay.mark is Mark.SHARED), None),
    }


def _length(side: Side) -> int:
    return sum(span.end - span.start for span in side.words)
