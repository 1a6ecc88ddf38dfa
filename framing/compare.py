"""Two articles side by side: what both tell, and what one of them tells otherwise."""

from collections.abc import Iterator
from dataclasses import replace

from framing.comparing.commitment import hedged_otherwise, stated_as_fact
from framing.comparing.contests import dropped
from framing.comparing.matching import paired
from framing.comparing.pairing import Pairing
from framing.comparing.passages import shared_passages
from framing.comparing.reporting import reported_otherwise
from framing.comparing.tones import shared_tones
from framing.comparing.types import (
    ActorPair,
    ClaimPair,
    Comparison,
    Difference,
    Lone,
    Passage,
    SharedTone,
)
from framing.comparing.voices import unheard
from framing.grouping import Counting, Level
from framing.ports import Meaning
from framing.types import Analysis, Span


def compare(first: Analysis, second: Analysis, *, meaning: Meaning | None = None, unsure: bool = False) -> Comparison:
    """Lay two articles side by side.

    Args:
        meaning: finds claims that say one thing in other words; without it only their words count.
        unsure: whether readings of tone below their threshold count.
    """
    if _order(first) > _order(second):
        return mirrored(compare(second, first, meaning=meaning, unsure=unsure))
    pairing = paired(first, second, meaning)
    counting = Counting(level=Level.ACTOR, unsure=unsure, rows=len(first.actors) + len(second.actors) + 1)
    return Comparison(
        first=first.article.id,
        second=second.article.id,
        actors=tuple(ActorPair(one, *other) for one, other in sorted(pairing.actors.items())),
        claims=tuple(ClaimPair(one, *other) for one, other in sorted(pairing.claims.items())),
        differences=tuple(sorted(_differences(pairing), key=_reading_order)),
        only_first=tuple(_lone(pairing)),
        only_second=tuple(_lone(pairing.turned())),
        tones=tuple(shared_tones(first, second, pairing.actors, counting)),
        passages=shared_passages(first, second),
    )


def mirrored(comparison: Comparison) -> Comparison:
    """The same with the articles in the other order."""
    turned = (Difference(one.kind, one.second, one.first) for one in comparison.differences)
    actors = (ActorPair(pair.second, pair.first, pair.score) for pair in comparison.actors)
    claims = (ClaimPair(pair.second, pair.first, pair.score) for pair in comparison.claims)
    tones = (
        replace(one, first_actor=one.second_actor, second_actor=one.first_actor, first=one.second, second=one.first)
        for one in comparison.tones
    )
    passages = (Passage(one.second, one.first, one.scores) for one in comparison.passages)
    return Comparison(
        first=comparison.second,
        second=comparison.first,
        actors=tuple(sorted(actors, key=lambda pair: pair.first)),
        claims=tuple(sorted(claims, key=lambda pair: pair.first)),
        differences=tuple(sorted(turned, key=_reading_order)),
        only_first=comparison.only_second,
        only_second=comparison.only_first,
        tones=tuple(sorted(tones, key=_tone_order)),
        passages=tuple(sorted(passages, key=lambda one: one.first)),
    )


def _order(analysis: Analysis) -> tuple[str, str]:
    """Which of two records is worked on first, so that their order cannot decide between equal matches."""
    return analysis.article.id, repr(analysis.edits)


def _differences(pairing: Pairing) -> Iterator[Difference]:
    """None of articles on two events: what is not told there is not left out."""
    if not pairing.related:
        return
    yield from hedged_otherwise(pairing)
    yield from reported_otherwise(pairing)
    yield from _one_sided(pairing)
    for found in _one_sided(pairing.turned()):
        yield Difference(found.kind, found.second, found.first)


def _one_sided(pairing: Pairing) -> Iterator[Difference]:
    """What the first article has and the second has not."""
    yield from stated_as_fact(pairing)
    contests = list(dropped(pairing))
    yield from contests
    yield from unheard(pairing, {sentence for one in contests for sentence in one.first.sentences})


def _lone(pairing: Pairing) -> Iterator[Lone]:
    for claim in pairing.first.analysis.claims:
        if claim.id not in pairing.claims:
            yield Lone(claim.id, pairing.nearest(pairing.first.claims[claim.id]))


def _reading_order(one: Difference) -> tuple[bool, tuple[Span, ...], tuple[Span, ...], str]:
    """By the first article's words; what it lacks stands behind all others, where the second has it."""
    return not one.first.words, one.first.words, one.second.words, one.kind


def _tone_order(one: SharedTone) -> tuple[int, str]:
    return one.first_actor, one.by
