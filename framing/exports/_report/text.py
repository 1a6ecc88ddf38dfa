"""The article in pieces that carry their marks, as the reader on the page draws them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from framing.labels import CONTESTED_BY, DISPUTE, FACTUALITY, HEDGE, HEDGE_LINE, NOT_SURE, TAG
from framing.marks import Mark, MarkId, MarkKind, Role, Segment, flatten, layers_of, marks_of, within
from framing.naming import actor_name, contester_name, contests_of, holder_name
from framing.paragraphs import contents, numbers
from framing.types import Analysis, Claim, Paragraph, Span

FILLS = (MarkKind.CONTEST, MarkKind.CONTESTED, MarkKind.CLAIM, MarkKind.SILENCE)  # the topmost first, as on the page


@dataclass(frozen=True, slots=True)
class Tag:
    """A letter that leads from the beginning of a mark to its row in the tables."""

    id: str
    kind: MarkKind
    letter: str
    told: str


@dataclass(frozen=True, slots=True)
class Piece:
    text: str
    fill: MarkKind | None
    line: str | None  # style of underline
    unsure: bool
    tags: tuple[Tag, ...]
    told: str


@dataclass(frozen=True, slots=True)
class Dispute:
    """Who contests a claim of this paragraph, and in which words; on paper nothing can be pointed at."""

    lead: str
    words: str


@dataclass(frozen=True, slots=True)
class Block:
    number: int | None  # among those that are read
    kind: str
    left_out: str | None  # why, if it is not read
    pieces: tuple[Piece, ...]
    disputes: tuple[Dispute, ...]


def blocks(analysis: Analysis) -> list[Block]:
    marks = marks_of(analysis)
    tags = [_tag(analysis, mark) for mark in marks]
    segments = flatten(layer for layer in layers_of(marks) if layer.role is Role.BODY)
    held, numbered = contents(analysis), numbers(analysis)
    return [
        Block(
            numbered.get(paragraph.id),
            paragraph.kind,
            None if paragraph.included else paragraph.reason,
            tuple(_pieces(analysis, paragraph, segments, marks, tags)),
            tuple(_disputes(analysis, held[paragraph.id].claims)),
        )
        for paragraph in analysis.paragraphs
    ]


def _disputes(analysis: Analysis, claims: Sequence[Claim]) -> Iterator[Dispute]:
    for claim in claims:
        for contest in contests_of(analysis, claim.id):
            lead = f"{CONTESTED_BY[contest.kind]} {contester_name(analysis, contest)}"
            yield Dispute(lead, contest.evidence.of(analysis.article.text))


def _pieces(
    analysis: Analysis, paragraph: Paragraph, segments: Sequence[Segment], marks: Sequence[Mark], tags: Sequence[Tag]
) -> Iterator[Piece]:
    for segment in within(segments, Span(paragraph.start, paragraph.end)):
        here = sorted({layer.mark for layer in segment.layers}, key=lambda number: (marks[number].length, number))
        fill = next((kind for kind in FILLS if any(marks[number].kind is kind for number in here)), None)
        hedge = next((marks[number] for number in here if marks[number].kind is MarkKind.HEDGE), None)
        yield Piece(
            text=segment.span.of(analysis.article.text),
            fill=fill,
            line=HEDGE_LINE[analysis.hedges[hedge.id.number].kind] if hedge is not None else None,
            unsure=any(marks[number].kind is fill and _unsure(analysis, marks[number].id) for number in here),
            tags=tuple(tags[number] for number in here if marks[number].start == segment.span.start),
            told=" · ".join(tags[number].told for number in here),
        )


def _tag(analysis: Analysis, mark: Mark) -> Tag:
    letter = TAG[mark.kind] + ("?" if _unsure(analysis, mark.id) else "")
    return Tag(str(mark.id), mark.kind, letter, _told(analysis, mark.id))


def _unsure(analysis: Analysis, mark: MarkId) -> bool:
    if mark.record == "claim":
        return analysis.claims[mark.number].unsure
    return mark.record == "contest" and analysis.contests[mark.number].unsure


def _told(analysis: Analysis, mark: MarkId) -> str:
    if mark.record == "claim":
        claim = analysis.claims[mark.number]
        certainty = NOT_SURE if claim.unsure else FACTUALITY[claim.factuality]
        against = [
            f"{CONTESTED_BY[c.kind].lower()} {contester_name(analysis, c)}" for c in contests_of(analysis, claim.id)
        ]
        return ", ".join([f"Claim by {holder_name(analysis, claim)}: {claim.act}", certainty, *against])
    if mark.record == "contest":
        contest = analysis.contests[mark.number]
        by, whom = contester_name(analysis, contest), actor_name(analysis, contest.against)
        return f"{DISPUTE[contest.kind]} by {by}, against {whom}"
    if mark.record == "silence":
        return f"Silence of {actor_name(analysis, analysis.silences[mark.number].actor)}"
    return f"Hedge: {HEDGE[analysis.hedges[mark.number].kind]}"
