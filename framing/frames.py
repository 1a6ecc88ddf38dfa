"""Generic news frames: what the network reads in the sentences of a paragraph, together."""

from collections.abc import Iterator, Sequence

from framing.passages import Line
from framing.ports import Verdict
from framing.tagging import Tags
from framing.types import Frame, FrameReading, Probabilities, Share


def framed(lines: Sequence[Line], tags: Tags) -> tuple[FrameReading, ...]:
    """One reading per paragraph: the mean over its sentences, each weighted by its words.

    A sentence may have several frames or none, so its figures need not add up to 1; the paragraph's are shares of
    all that was seen. It is unsure unless some sentence is sure of the same frame.
    """
    read = [(line, tags[line.id].frame) for line in lines if line.id in tags]
    weighted = [(line, verdict) for line, verdict in read if verdict is not None and words(line) > 0]
    return tuple(found for found in map(paragraph, paragraphs(weighted)) if found is not None)


def words(line: Line) -> int:
    return sum(1 for token in line.tokens if token.is_alpha)


Part = tuple[Line, Verdict]


def paragraphs(parts: Sequence[Part]) -> Iterator[list[Part]]:
    found: dict[int, list[Part]] = {}
    for line, verdict in parts:
        found.setdefault(line.passage.paragraph, []).append((line, verdict))
    yield from found.values()


def paragraph(parts: Sequence[Part]) -> FrameReading | None:
    """None where no frame has any weight."""
    labels = [share.label for share in parts[0][1].probabilities]
    sums = [sum(words(line) * verdict.probabilities[i].value for line, verdict in parts) for i in range(len(labels))]
    total = sum(sums)
    if total == 0:
        return None
    shares: Probabilities = tuple(Share(label, value / total) for label, value in zip(labels, sums, strict=True))
    label = max(shares, key=lambda share: share.value).label
    unsure = not any(verdict.label == label and not verdict.unsure for _, verdict in parts)
    return FrameReading(parts[0][0].passage.paragraph, Frame(label), shares, unsure)
