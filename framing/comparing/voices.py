"""Actors that have a say in one article and none in the other."""

from collections.abc import Collection, Iterator

from framing.comparing.names import named
from framing.comparing.pairing import Pairing, Worded
from framing.comparing.types import Difference, Kind, Place, Presence
from framing.types import ActorKind, Analysis, Span

BODIES = frozenset({ActorKind.ORGANISATION, ActorKind.MEDIA, ActorKind.STATE, ActorKind.BLOC})
FEW = 3  # sentences to open for an actor that is only named


def unheard(pairing: Pairing, dropped: Collection[int]) -> Iterator[Difference]:
    """Bodies and named persons of the first article that speak there and not in the second.

    Who says one of the same things there, by whatever name, is heard; and whoever only denies is told of by the
    difference of the denial.

    Args:
        dropped: sentences of the first article whose contest the second drops.
    """
    for actor in pairing.first.analysis.actors:
        said = sayings(pairing.first, actor.id)
        other = pairing.actor(actor.id)
        presence = present(pairing.second, other)
        if not said or presence is Presence.SPEAKS or not (actor.kind in BODIES or named(actor)):
            continue
        if spoken_for(pairing, actor.id) or (presence is not Presence.SILENT and {s for _, s in said} <= set(dropped)):
            continue
        words, sentences = zip(*said, strict=True)
        here = Place(tuple(sorted(set(words))), tuple(sorted(set(sentences))), Presence.SPEAKS, actor=actor.id)
        yield Difference(Kind.VOICE, here, place(pairing.second.analysis, other, presence))


def sayings(worded: Worded, actor: int) -> list[tuple[Span, int]]:
    """What the actor says below the headline, not counting what others tell of it: claims and denials, each with its
    sentence."""
    claims = [(span, c.sentence) for c in worded.told() if c.holder == actor and c.parent is None for span in c.content]
    contests = worded.analysis.contests
    return claims + [(c.evidence, c.sentence) for c in contests if c.by == actor and c.sentence not in worded.headlines]


def present(worded: Worded, actor: int | None) -> Presence:
    """What an actor does; a side speaks through whoever speaks for it."""
    if actor is None:
        return Presence.ABSENT
    analysis = worded.analysis
    members = {one.id for one in analysis.actors if one.id == actor or worded.side(one.id) == actor}
    if any(sayings(worded, member) for member in sorted(members)):
        return Presence.SPEAKS
    silent = any(silence.actor in members for silence in analysis.silences)
    return Presence.SILENT if silent else Presence.NAMED


def spoken_for(pairing: Pairing, actor: int) -> bool:
    """Whether a claim of the actor stands in the second article, by somebody named of its side or beside its name."""
    pairs = ((claim.holder, pairing.claim(claim.id)) for claim in pairing.first.analysis.claims)
    kept = [pairing.second.analysis.claims[other] for holder, other in pairs if holder == actor and other is not None]
    return any(
        (pairing.one_voice(actor, c.holder) and not c.anonymous) or pairing.named_there(actor, c.sentence) for c in kept
    )


def place(analysis: Analysis, actor: int | None, presence: Presence) -> Place:
    """Its silence, or where it is named."""
    if actor is None:
        return Place((), (), presence)
    silences = [silence for silence in analysis.silences if silence.actor == actor]
    if silences:
        words = tuple(silence.evidence for silence in silences)
        return Place(words, tuple(sorted({s.sentence for s in silences})), presence, actor=actor)
    mentions = [(mention.start, mention.end) for mention in analysis.actors[actor].mentions]
    inside = (s.id for s in analysis.sentences if any(s.start <= a and b <= s.end for a, b in mentions))
    return Place((), tuple(inside)[:FEW], presence, actor=actor)
