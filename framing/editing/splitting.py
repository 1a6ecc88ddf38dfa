"""Some mentions of an actor mean another one: what rests on them alone goes with them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from framing.editing.actors import new_name
from framing.editing.addresses import find_actor
from framing.editing.change import Change, with_row
from framing.editing.contests import speaker
from framing.editing.operations import SplitActor
from framing.editing.settle import free_id
from framing.editing.voices import covers
from framing.errors import EditError
from framing.types import (
    Actor,
    ActorKind,
    ActorTone,
    ActReading,
    Analysis,
    Claim,
    Contest,
    Span,
    StanceReading,
    Tones,
)


@dataclass(frozen=True, slots=True)
class Parting:
    """Two actors where there was one, and which of its words mean whom."""

    old: int
    new: int
    staying: tuple[Span, ...]
    moving: tuple[Span, ...]
    sentences: tuple[Span, ...]

    def of(self, spans: Iterable[Span]) -> int:
        """Whom these words name: the new actor where they hold only mentions that move."""
        places = tuple(spans)
        moves = any(mention.overlaps(place) for mention in self.moving for place in places)
        stays = any(mention.overlaps(place) for mention in self.staying for place in places)
        return self.new if moves and not stays else self.old

    def in_sentence(self, actor: int | None, sentence: int) -> int | None:
        """Whom a reference of this sentence means now."""
        return self.of((self.sentences[sentence],)) if actor == self.old else actor


def split(analysis: Analysis, operation: SplitActor) -> Change:
    actor = find_actor(analysis, operation.actor)
    staying, moving = _parted(actor, operation)
    new = free_id(analysis.actors)
    place = operation.kind is ActorKind.PLACE
    side = _side(analysis, operation, new) if not place else None
    mentions = {Span(mention.start, mention.end): mention for mention in actor.mentions}
    second = Actor(
        new, new_name(analysis, operation.name), operation.kind, side, tuple(mentions[span] for span in moving)
    )
    first = replace(actor, mentions=tuple(mentions[span] for span in staying))
    sentences = tuple(Span(sentence.start, sentence.end) for sentence in analysis.sentences)
    parting = Parting(actor.id, new, staying, moving, sentences)
    changed = _referred(replace(analysis, actors=(*with_row(analysis.actors, first), second)), parting)
    if place:
        changed = _as_place(changed, second)
    text = analysis.article.text
    apart = {"actors": [actor.name, second.name], "mentions": [span.of(text) for span in moving]}
    return Change(changed, {"actors": [actor.name]}, apart)


def _parted(actor: Actor, operation: SplitActor) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The mentions that stay and those that move, each in the order of the text."""
    spans = [Span(mention.start, mention.end) for mention in actor.mentions]
    wanted = set(operation.mentions)
    if not wanted or not wanted <= set(spans):
        raise EditError(f"these words do not all name {actor.name}; choose from its {len(spans)} mentions")
    if wanted == set(spans):
        raise EditError(f"these are all mentions of {actor.name}; rename it instead")
    return tuple(s for s in spans if s not in wanted), tuple(s for s in spans if s in wanted)


def _side(analysis: Analysis, operation: SplitActor, new: int) -> int | None:
    chosen = speaker(analysis, operation.side)
    return analysis.actors[chosen].side if chosen is not None else new


def _referred(analysis: Analysis, parting: Parting) -> Analysis:
    claims = tuple(_claim(claim, parting) for claim in analysis.claims)
    changed = replace(analysis, claims=claims)
    return replace(
        changed,
        contests=tuple(_contest(contest, claims, parting) for contest in analysis.contests),
        silences=tuple(
            replace(silence, actor=parting.in_sentence(silence.actor, silence.sentence))
            for silence in analysis.silences
        ),
        stances=tuple(_stance(row, parting) for row in analysis.stances),
        acts=tuple(_act(row, parting) for row in analysis.acts),
        tones=Tones(analysis.tones.paragraphs, tuple(_tone(t, claims, parting) for t in analysis.tones.actors)),
    )


def _claim(claim: Claim, parting: Parting) -> Claim:
    holder = claim.holder
    if holder == parting.old:
        home = parting.sentences[claim.sentence]
        holder = parting.of((claim.holder_span if claim.holder_span is not None else home,))
    targets: dict[int, None] = {}
    for target in claim.targets:
        targets.update(dict.fromkeys(_targets(claim, target, parting)))
    return replace(claim, holder=holder, targets=tuple(t for t in targets if t != holder))


def _targets(claim: Claim, target: int, parting: Parting) -> tuple[int, ...]:
    """The old actor, the new one, or both, as the claim's words name them; else as its sentence does."""
    if target != parting.old:
        return (target,)
    moves = any(covers(claim, mention) for mention in parting.moving)
    stays = any(covers(claim, mention) for mention in parting.staying)
    if moves and stays:
        return parting.old, parting.new
    if moves or stays:
        return (parting.new if moves else parting.old,)
    return (parting.of((parting.sentences[claim.sentence],)),)


def _contest(contest: Contest, claims: tuple[Claim, ...], parting: Parting) -> Contest:
    by = parting.in_sentence(contest.by, contest.sentence)
    if contest.against != parting.old:
        return replace(contest, by=by)
    held = claims[contest.claim].holder if contest.claim is not None else None
    if held in (parting.old, parting.new):
        return replace(contest, by=by, against=held)
    return replace(contest, by=by, against=parting.in_sentence(contest.against, contest.sentence))


def _stance(row: StanceReading, parting: Parting) -> StanceReading:
    target = row.target
    if target == parting.old:
        target = parting.of((row.evidence if row.evidence is not None else parting.sentences[row.sentence],))
    return replace(row, holder=parting.in_sentence(row.holder, row.sentence), target=target)


def _act(row: ActReading, parting: Parting) -> ActReading:
    home = (parting.sentences[row.sentence],)
    source, target = (parting.of(home) if actor == parting.old else actor for actor in (row.source, row.target))
    return replace(row, source=source, target=target)


def _tone(tone: ActorTone, claims: tuple[Claim, ...], parting: Parting) -> ActorTone:
    """Toward the actor that the mention names, in the voice of whoever holds the claim around it."""
    actor = parting.new if tone.actor == parting.old and tone.mention in parting.moving else tone.actor
    if tone.holder != parting.old:
        return replace(tone, actor=actor)
    voices = {claim.holder for claim in claims if covers(claim, tone.mention)}
    moved = parting.old not in voices and parting.new in voices
    return replace(tone, actor=actor, holder=parting.new if moved else tone.holder)


def _as_place(analysis: Analysis, place: Actor) -> Analysis:
    """A place is on no side, speaks nowhere and is nobody's target.

    Raises:
        EditError: the record has it speak.
    """
    speakers: set[int | None] = {claim.holder for claim in analysis.claims}
    speakers |= {actor for contest in analysis.contests for actor in (contest.by, contest.against)}
    speakers |= {silence.actor for silence in analysis.silences}
    if place.id in speakers:
        raise EditError(
            f"{place.name} holds a claim, contests or keeps silent here, which a place cannot; "
            "correct that first, or choose another kind"
        )
    tones = tuple(tone for tone in analysis.tones.actors if place.id not in (tone.actor, tone.holder))
    return replace(
        analysis,
        claims=tuple(replace(c, targets=tuple(t for t in c.targets if t != place.id)) for c in analysis.claims),
        stances=tuple(row for row in analysis.stances if place.id not in (row.holder, row.target)),
        acts=tuple(row for row in analysis.acts if place.id not in (row.source, row.target)),
        tones=Tones(analysis.tones.paragraphs, tones),
    )
