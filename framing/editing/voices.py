"""Readings that were taken in a claim's voice go where the claim goes.

The network read the sentence with the claim's words in it; who speaks them is not its judgement but the record's. So a
figure follows the words to another holder. The article's own voice is read otherwise, with every other voice masked,
so no figure is moved into it: it is dropped.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from framing.types import ActorTone, ActReading, Analysis, Claim, Span, StanceReading, Tones, Voice


def retell(analysis: Analysis, before: Claim) -> Analysis:
    """The record whose readings follow a claim that stood as `before` and has now another holder, or is gone."""
    tones = (_voiced(analysis, tone, before) for tone in analysis.tones.actors)
    return replace(
        analysis,
        tones=Tones(analysis.tones.paragraphs, tuple(tone for tone in tones if tone is not None)),
        stances=tuple(_stances(analysis, before)),
        acts=tuple(_acts(analysis, before)),
    )


def _stances(analysis: Analysis, before: Claim) -> Iterator[StanceReading]:
    listed = {(row.holder, row.target, row.sentence) for row in analysis.stances}
    for row in analysis.stances:
        heir = _heir(analysis, before, row.holder, row.target, row.sentence) if row.holder is not None else None
        if heir == row.holder:
            yield row
        elif heir is not None and (heir, row.target, row.sentence) not in listed:  # each pair once in a sentence
            yield replace(row, holder=heir)


def _acts(analysis: Analysis, before: Claim) -> Iterator[ActReading]:
    listed = {(row.source, row.target, row.sentence) for row in analysis.acts}
    for row in analysis.acts:
        heir = _heir(analysis, before, row.source, row.target, row.sentence)
        if heir == row.source:
            yield row
        elif heir is not None and (heir, row.target, row.sentence) not in listed:
            yield replace(row, source=heir)


def _voiced(analysis: Analysis, tone: ActorTone, before: Claim) -> ActorTone | None:
    if tone.holder != before.holder or not covers(before, tone.mention):
        return tone
    around = [c for c in analysis.claims if c.voice is not Voice.AUTHOR and covers(c, tone.mention)]
    if any(claim.holder == tone.holder for claim in around):
        return tone
    if not around:
        return tone if tone.holder is None else None
    return replace(tone, holder=innermost(around).holder)


def _heir(analysis: Analysis, before: Claim, holder: int, target: int, sentence: int) -> int | None:
    """Who has this position toward the target now; None is nobody, or nobody on another side."""
    if (holder, sentence) != (before.holder, before.sentence) or not aims(analysis, before, target):
        return holder
    around = [
        claim
        for claim in analysis.claims
        if claim.sentence == sentence and claim.holder is not None and aims(analysis, claim, target)
    ]
    disputed = any((c.by, c.against, c.sentence) == (holder, target, sentence) for c in analysis.contests)
    if disputed or any(claim.holder == holder for claim in around):
        return holder
    heir = innermost(around).holder if around else None
    sides = {actor.id: actor.side for actor in analysis.actors}
    return heir if heir is not None and sides[heir] != sides[target] else None


def aims(analysis: Analysis, claim: Claim, target: int) -> bool:
    """Whether the claim is about the actor or names it."""
    named = (m for actor in analysis.actors if actor.id == target for m in actor.mentions)
    return target in claim.targets or any(covers(claim, Span(m.start, m.end)) for m in named)


def innermost(claims: Iterable[Claim]) -> Claim:
    """Of claims that hold the same words, the shortest."""
    return min(claims, key=lambda claim: sum(content.end - content.start for content in claim.content))


def covers(claim: Claim, span: Span) -> bool:
    return any(content.start <= span.start < content.end for content in claim.content)


def apart(analysis: Analysis, before: Analysis) -> Analysis:
    """The record without positions between actors that have come to one side: nobody is asked about its own.

    Args:
        analysis: after actors were merged or moved; the ids are those of `before`.
        before: tells which of them were on one side already.
    """
    now = {actor.id: actor.side for actor in analysis.actors}
    then = {actor.id: actor.side for actor in before.actors}

    def joined(one: int | None, other: int) -> bool:
        if one is None:
            return False
        return one == other or (now[one] == now[other] and then[one] != then[other])

    return replace(
        analysis,
        stances=tuple(row for row in analysis.stances if not joined(row.holder, row.target)),
        acts=tuple(row for row in analysis.acts if not joined(row.source, row.target)),
    )
