"""What the network marks in every sentence before any rule speaks: hedges, attributions, vagueness, frames."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from framing.passages import Line
from framing.ports import Attributed, Reader, Reading, Request, Tag, Verdict
from framing.types import Span

MARKING = frozenset({"hedge", "attribution", "roles"})  # heads that mark words
RELATING = frozenset({"stance", "act"})  # heads that say how one span stands to another
JUDGING = frozenset({"vague", "frame"})  # heads that judge a plain sentence as a whole


@dataclass(frozen=True, slots=True)
class Tagged:
    """The network's marks in one sentence; spans count into `article.text`."""

    hedges: tuple[Tag, ...] = ()
    attributed: tuple[Attributed, ...] = ()
    vague: Verdict | None = None
    frame: Verdict | None = None
    stances: tuple[Verdict, ...] = ()  # one per pair asked about
    acts: tuple[Verdict, ...] = ()


Pairs = Mapping[int, tuple[tuple[Span, Span], ...]]  # (holder, target) by the sentence's id, counted from its start
Tags = Mapping[int, Tagged]  # by the sentence's id; empty where nobody reads


def tag(lines: Sequence[Line], reader: Reader | None, pairs: Pairs) -> Tags:
    """Ask once for every sentence; nothing without a reader, or without a head that this stage has a use for.

    Args:
        pairs: the few pairs of whose relation the rules want to know before they speak.
    """
    if reader is None:
        return {}
    wanted = not reader.heads.isdisjoint(MARKING)
    related = pairs if not reader.heads.isdisjoint(RELATING) else {}
    asked = [line for line in lines if line.id in related or not reader.heads.isdisjoint(MARKING | JUDGING)]
    readings = reader.read([Request(line.text, tags=wanted, pairs=related.get(line.id, ())) for line in asked])
    return {line.id: placed(line, reading) for line, reading in zip(asked, readings, strict=True)}


def placed(line: Line, reading: Reading) -> Tagged:
    return Tagged(
        hedges=moved(reading.hedges, line.start),
        attributed=tuple(
            Attributed(
                cue=moved([found.cue], line.start)[0],
                sources=moved(found.sources, line.start),
                contents=moved(found.contents, line.start),
            )
            for found in reading.attributed
        ),
        vague=reading.vague,
        frame=reading.frame,
        stances=reading.stances,
        acts=reading.acts,
    )


def moved(tags: Iterable[Tag], by: int) -> tuple[Tag, ...]:
    """The tags with spans counted from the start of the article instead of the sentence's."""
    return tuple(replace(tag, span=Span(tag.span.start + by, tag.span.end + by)) for tag in tags)
