"""Text to wordpieces: code-point offsets in, rows of ids for the encoder out; nothing is cut."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer

from framing.errors import BundleError, HedgerowError
from framing.types import Span

GAP = -1  # stands in a window for pieces that were left out between two distant spans


class SpanError(HedgerowError, ValueError):
    """A span that the network was asked about has no wordpieces, or lies outside its text."""

    stage = "models"


@dataclass(frozen=True, slots=True)
class Pieces:
    """The wordpieces of one text without special pieces; offsets count code points of the text."""

    ids: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.ids)

    def range_of(self, span: Span) -> range:
        """The pieces that overlap a span; they are neighbours.

        Raises:
            SpanError: no piece overlaps it.
        """
        inside = [
            index
            for index, (start, end) in enumerate(zip(self.starts, self.ends, strict=True))
            if start < span.end and span.start < end
        ]
        if not inside:
            raise SpanError(f"span {span.start}-{span.end} has no wordpieces; give a span with visible words")
        return range(inside[0], inside[-1] + 1)


class WordPieces:
    """Splits texts into wordpieces; not safe for threads, the reader holds a lock around it."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        tokenizer.no_padding()
        tokenizer.no_truncation()
        tokenizer.encode_special_tokens = True  # a literal "[MASK]" in an article is text, not a command
        self.cls, self.sep, self.mask, self.pad = (
            self._special(token) for token in ("[CLS]", "[SEP]", "[MASK]", "[PAD]")
        )

    def _special(self, token: str) -> int:
        found: int | None = self._tokenizer.token_to_id(token)
        if found is None:
            raise BundleError(f"the tokenizer has no {token}; get the encoder's tokenizer.json again")
        return found

    def split(self, text: str, masked: Sequence[Span] = ()) -> Pieces:
        """Split a text; each masked span becomes one mask piece with the span's own offsets.

        The words around a masked span are split apart from it, so what stands inside it cannot matter.

        Raises:
            SpanError: a masked span lies outside the text.
        """
        ids: list[int] = []
        starts: list[int] = []
        ends: list[int] = []
        for start, end, hidden in _segments(text, masked):
            if hidden:
                segment = [(self.mask, start, end)]
            else:
                encoded = self._tokenizer.encode(text[start:end], add_special_tokens=False)
                segment = [
                    (piece, start + first, start + last)
                    for piece, (first, last) in zip(encoded.ids, encoded.offsets, strict=True)
                ]
            for piece, first, last in segment:
                ids.append(piece)
                starts.append(first)
                ends.append(last)
        return Pieces(tuple(ids), tuple(starts), tuple(ends))

    def row(self, pieces: Pieces, window: Sequence[int]) -> tuple[int, ...]:
        """The ids that the encoder sees for one window, between [CLS] and [SEP]."""
        inner = (self.mask if index == GAP else pieces.ids[index] for index in window)
        return (self.cls, *inner, self.sep)

    def join(
        self, first: str, second: str, *, limit: int = 125
    ) -> tuple[tuple[int, ...], tuple[tuple[int, int], tuple[int, int]]]:
        """Two texts in one row, and where each of them stands in it.

        Args:
            limit: pieces of each text that are read; claims are shorter, and both must fit the encoder.
        """
        one, two = (self.split(text).ids[:limit] for text in (first, second))
        row = (self.cls, *one, self.sep, *two, self.sep)
        return row, ((1, len(one) + 1), (len(one) + 2, len(row) - 1))


def load_wordpieces(path: Path) -> WordPieces:
    """Open a tokenizer.json.

    Raises:
        BundleError: the file cannot be read as a tokenizer.
    """
    try:
        tokenizer = Tokenizer.from_file(str(path))
    except Exception as error:  # the Rust library raises bare Exception
        raise BundleError(f"{path}: not a tokenizer ({error}); get the encoder's files again") from error
    return WordPieces(tokenizer)


def _segments(text: str, masked: Sequence[Span]) -> list[tuple[int, int, bool]]:
    """Cut a text into (start, end, hidden) segments; overlapping masked spans are merged."""
    segments: list[tuple[int, int, bool]] = []
    position = 0
    for span in sorted(masked):
        if not 0 <= span.start < span.end <= len(text):
            raise SpanError(f"masked span {span.start}-{span.end} lies outside a text of {len(text)}")
        if segments and segments[-1][2] and span.start < position:
            start = segments.pop()[0]
            position = max(position, span.end)
            segments.append((start, position, True))
            continue
        if position < span.start:
            segments.append((position, span.start, False))
        segments.append((span.start, span.end, True))
        position = span.end
    if position < len(text):
        segments.append((position, len(text), False))
    return segments
