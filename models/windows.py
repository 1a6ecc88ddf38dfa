"""Which part of a long text is read for which question; a text that fits is one window."""

from collections.abc import Sequence

from models.encoding import GAP

MAX_PIECES = 254  # pieces of a window; with [CLS] and [SEP] the 256 that the encoder was trained on
OVERLAP = 64  # pieces shared by neighbouring windows, so that no word lacks its context


def cover(count: int, *, limit: int = MAX_PIECES, overlap: int = OVERLAP) -> tuple[tuple[int, ...], ...]:
    """Overlapping windows, each a tuple of piece positions, that together hold all pieces.

    Args:
        count: pieces of the text.
        limit: most pieces of a window, > overlap.
        overlap: pieces shared by neighbours; the last window is moved back to be full.
    """
    if count <= limit:
        return (tuple(range(count)),)
    starts = [*range(0, count - limit, limit - overlap), count - limit]
    return tuple(tuple(range(start, start + limit)) for start in starts)


def holding(spans: Sequence[range], windows: Sequence[tuple[int, ...]], *, limit: int = MAX_PIECES) -> tuple[int, ...]:
    """The window to read some spans in: the one that holds them all with most context, else a stitched one.

    Args:
        spans: piece ranges, one for a target, two for a pair.
        windows: what `cover` gave for the same text.
    """
    first = min(span.start for span in spans)
    last = max(span.stop for span in spans) - 1
    best = max(windows, key=lambda window: min(first - window[0], window[-1] - last))
    if best[0] <= first and last <= best[-1]:
        return best
    return _stitched(spans, total=windows[-1][-1] + 1, limit=limit)


def _stitched(spans: Sequence[range], *, total: int, limit: int) -> tuple[int, ...]:
    """Join the surroundings of spans too far apart for one window, in reading order, with gaps between."""
    share = (limit - len(spans) + 1) // len(spans)
    chosen: list[int] = []
    for span in sorted(spans, key=lambda span: span.start):
        start = max(0, min(span.start - max(0, share - len(span)) // 2, total - share))
        part = [index for index in range(start, start + share) if not chosen or index > chosen[-1]]
        if chosen and part and part[0] > chosen[-1] + 1:
            chosen.append(GAP)
        chosen.extend(part)
    return tuple(chosen)


def locate(span: range, window: Sequence[int]) -> tuple[int, int]:
    """Where a span stands in the window's row, half-open, counted with the leading [CLS].

    A span longer than its window is read by the pieces that the window holds.
    """
    inside = [place for place, index in enumerate(window) if index in span]
    return (inside[0] + 1, inside[-1] + 2)
