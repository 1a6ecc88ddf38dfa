"""Generic news frames: what the network reads in the sentences of a paragraph, together."""

from collections.abc import Sequence

from framing.blend import blend
from framing.passages import Line
from framing.ports import Verdict
from framing.tagging import Tags
from framing.types import Frame, FrameReading, Share


def framed(lines: Sequence[Line], tags: Tags) -> tuple[FrameReading, ...]:
    """One reading per paragraph: the mean over its sentences, each weighted by its words.

    A sentence may have several frames or none, so its figures need not add up to 1; the paragraph's are shares of
    all that was seen. It is unsure unless some sentence is sure of the same frame.
    """
    parts: dict[int, list[tuple[int, Verdict]]] = {}
    for line in lines:
        verdict = tags[line.id].frame if line.id in tags else None
        if verdict is not None and words(line) > 0:
            parts.setdefault(line.passage.paragraph, []).append((words(line), verdict))
    read = ((paragraph, blend(verdicts)) for paragraph, verdicts in parts.items())
    return tuple(reading(paragraph, frame) for paragraph, frame in read if any(s.value for s in frame.probabilities))


def words(line: Line) -> int:
    return sum(1 for token in line.tokens if token.is_alpha)


def reading(paragraph: int, frame: Verdict) -> FrameReading:
    total = sum(share.value for share in frame.probabilities)
    shares = tuple(Share(share.label, share.value / total) for share in frame.probabilities)
    return FrameReading(paragraph, Frame(frame.label), shares, frame.unsure)
