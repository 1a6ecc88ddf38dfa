"""What one request asks of the network: which rows are to be encoded and where its spans stand in them."""

from collections.abc import Sequence
from dataclasses import dataclass

from framing.ports import Request
from framing.types import Span
from models.encoding import Pieces, SpanError, WordPieces
from models.heads import HeadKind
from models.windows import cover, holding, locate

Row = tuple[int, ...]  # wordpiece ids with [CLS] and [SEP]
Places = tuple[tuple[int, int], ...]  # half-open positions in a row: none, one target, or (source, target)


@dataclass(frozen=True, slots=True)
class Question:
    """Some spans of one row."""

    row: Row
    places: Places


@dataclass(frozen=True, slots=True)
class Plan:
    """One request as questions; a text longer than a window has one sentence question per window."""

    sentence: tuple[Question, ...]
    targets: tuple[Question, ...]
    pairs: tuple[Question, ...]

    @property
    def by_kind(self) -> dict[HeadKind, tuple[Question, ...]]:
        """The questions by the kind of head that answers them."""
        return {HeadKind.SENTENCE: self.sentence, HeadKind.SPAN: self.targets, HeadKind.PAIR: self.pairs}


def make_plan(request: Request, wordpieces: WordPieces) -> Plan:
    """Split a request's text and place its spans.

    Raises:
        SpanError: a span lies outside the text or has no wordpieces.
    """
    pieces = wordpieces.split(request.text, request.masked)
    windows = cover(len(pieces))

    def ask(spans: Sequence[Span]) -> Question:
        ranges = [_range(span, request.text, pieces) for span in spans]
        window = holding(ranges, windows)
        return Question(wordpieces.row(pieces, window), tuple(locate(part, window) for part in ranges))

    return Plan(
        sentence=tuple(Question(wordpieces.row(pieces, window), ()) for window in windows),
        targets=tuple(ask((target,)) for target in request.targets),
        pairs=tuple(ask(pair) for pair in request.pairs),
    )


def _range(span: Span, text: str, pieces: Pieces) -> range:
    if not 0 <= span.start < span.end <= len(text):
        raise SpanError(f"span {span.start}-{span.end} lies outside a text of {len(text)} code points")
    return pieces.range_of(span)
