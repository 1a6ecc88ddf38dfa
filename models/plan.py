"""What one request asks of the network: which rows are to be encoded and where its spans stand in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from framing.ports import Request
from framing.types import Span
from models.encoding import Pieces, SpanError, WordPieces
from models.heads import TURNED, HeadKind
from models.windows import cover, holding, locate

Row = tuple[int, ...]  # wordpiece ids with [CLS] and [SEP]
Encoding = tuple[str | None, Row]  # a row, and the head through whose turn of the encoder it is read
Places = tuple[tuple[int, int], ...]  # half-open positions in a row: none, one target, or (source, target)

# Which heads answer which part of a request.
SENTENCE = ("tone", "vague", "frame")
TARGET = ("target_tone",)
EVENT = ("factuality",)
PAIRED = ("stance", "act")
TAGS = ("hedge", "attribution")


@dataclass(frozen=True, slots=True)
class Question:
    """Some spans of one row, for the heads of one kind."""

    kind: HeadKind
    heads: tuple[str, ...]
    row: Row
    places: Places = ()

    @property
    def turn(self) -> str | None:
        """The head through whose turn of the encoder the row is read."""
        return next((name for name in self.heads if name in TURNED), None)

    @property
    def encoding(self) -> Encoding:
        """What has to be encoded for it."""
        return self.turn, self.row


@dataclass(frozen=True, slots=True)
class Plan:
    """One request as questions."""

    text: str
    pieces: Pieces
    windows: tuple[tuple[int, ...], ...]
    sentence: tuple[Question, ...]  # none, or one per window
    targets: tuple[Question, ...]
    events: tuple[Question, ...]
    pairs: tuple[Question, ...]
    tags: tuple[Question, ...]  # none, or one per window

    @property
    def questions(self) -> Iterator[Question]:
        """All of them."""
        for part in (self.sentence, self.targets, self.events, self.pairs, self.tags):
            yield from part


def make_plan(request: Request, wordpieces: WordPieces) -> Plan:
    """Split a request's text and place its spans.

    Raises:
        SpanError: a span lies outside the text or has no wordpieces.
    """
    pieces = wordpieces.split(request.text, request.masked)
    windows = cover(len(pieces))
    rows = [wordpieces.row(pieces, window) for window in windows]

    def ask(kind: HeadKind, heads: tuple[str, ...], spans: Sequence[Span]) -> Question:
        ranges = [_range(span, request.text, pieces) for span in spans]
        window = holding(ranges, windows)
        row = rows[0] if window == windows[0] else wordpieces.row(pieces, window)
        return Question(kind, heads, row, tuple(locate(part, window) for part in ranges))

    return Plan(
        text=request.text,
        pieces=pieces,
        windows=windows,
        sentence=tuple(Question(HeadKind.SENTENCE, SENTENCE, row) for row in rows) if request.whole else (),
        targets=tuple(ask(HeadKind.SPAN, TARGET, (target,)) for target in request.targets),
        events=tuple(ask(HeadKind.SPAN, EVENT, (event,)) for event in request.events),
        pairs=tuple(ask(HeadKind.PAIR, PAIRED, pair) for pair in request.pairs),
        tags=tuple(Question(HeadKind.WORDS, TAGS, row) for row in rows) if request.tags else (),
    )


def ask_claims(first: str, second: str, wordpieces: WordPieces, *, head: str) -> Question:
    """Two claims side by side for one head; of claims too long for one row, their beginnings.

    Raises:
        SpanError: a claim has no wordpieces.
    """
    row, places = wordpieces.join(first, second)
    if any(start == end for start, end in places):
        raise SpanError("a claim has no wordpieces; give claims with visible words")
    return Question(HeadKind.CLAIMS, (head,), row, places)


def _range(span: Span, text: str, pieces: Pieces) -> range:
    if not 0 <= span.start < span.end <= len(text):
        raise SpanError(f"span {span.start}-{span.end} lies outside a text of {len(text)} code points")
    return pieces.range_of(span)
