"""Corrections of a claim: accepted, rejected, held by somebody else, more or less certain."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from framing.editing.addresses import find_actor, find_claim
from framing.editing.change import Change, decided, with_row
from framing.editing.operations import AcceptClaim, ChangeFactuality, ChangeHedged, ChangeHolder, RejectClaim
from framing.editing.voices import covers, innermost, retell
from framing.errors import EditError
from framing.laws.marks import CERTAIN
from framing.naming import actor_name, contester_name, words
from framing.types import (
    Act,
    Actor,
    ActorKind,
    Analysis,
    Claim,
    Contest,
    Factuality,
    Hedge,
    HedgeKind,
    HedgeOwner,
    MentionForm,
    Span,
    Voice,
)

NEGATIVE = frozenset({Factuality.CERTAINLY_NOT, Factuality.PROBABLY_NOT, Factuality.POSSIBLY_NOT})
NAMED = frozenset({MentionForm.NAME, MentionForm.METONYM, MentionForm.DEMONYM})


def accept(analysis: Analysis, operation: AcceptClaim) -> Change:
    claim = find_claim(analysis, operation.claim)
    changed = replace(analysis, claims=with_row(analysis.claims, decided(claim)))
    return Change(changed, {"unsure": claim.unsure}, {"unsure": False})


def reject(analysis: Analysis, operation: RejectClaim) -> Change:
    """The claim is gone; what stood inside it goes to the claim around it, and what was about it has no claim."""
    claim = find_claim(analysis, operation.claim)
    rest = tuple(
        replace(other, parent=claim.parent) if other.parent == claim.id else other
        for other in analysis.claims
        if other.id != claim.id
    )
    changed = replace(analysis, claims=rest)
    hedges = tuple(
        replace(hedge, claim=_around(changed, hedge)) if hedge.claim == claim.id else hedge for hedge in analysis.hedges
    )
    return Change(retell(replace(changed, hedges=hedges), claim), told(analysis, claim), None)


def _around(analysis: Analysis, hedge: Hedge) -> int | None:
    """The innermost claim of its sentence in whose words the hedge stands."""
    place = Span(hedge.start, hedge.end)
    claims = [claim for claim in analysis.claims if claim.sentence == hedge.sentence and covers(claim, place)]
    return innermost(claims).id if claims else None


def change_holder(analysis: Analysis, operation: ChangeHolder) -> Change:
    claim = find_claim(analysis, operation.claim)
    holder = find_actor(analysis, operation.holder) if operation.holder is not None else None
    _require_holder(analysis, claim, holder)
    held = _by_article(claim) if holder is None else _by_actor(analysis, claim, holder)
    changed = replace(
        analysis,
        claims=with_row(analysis.claims, held),
        contests=tuple(_against(contest, claim, holder) for contest in analysis.contests),
        hedges=tuple(_spoken(hedge, claim, held) for hedge in analysis.hedges),
    )
    values = [{"holder": named(analysis, id_)} for id_ in (claim.holder, held.holder)]
    return Change(retell(changed, claim), *values)


def _require_holder(analysis: Analysis, claim: Claim, holder: Actor | None) -> None:
    id_, name = (holder.id, holder.name) if holder is not None else (None, "the article")
    if holder is not None and holder.kind is ActorKind.PLACE:
        raise EditError(f"{name} is a place, which holds no position; choose who speaks there")
    if holder is None and not (claim.hedged or claim.contested):
        raise EditError(
            f"“{words(analysis, claim.content)}” would be plain news: the article's own words are a claim only where "
            "they are hedged or contested; reject the claim instead"
        )
    if any(c.id != claim.id and (c.content, c.holder) == (claim.content, id_) for c in analysis.claims):
        raise EditError(f"{name} holds “{words(analysis, claim.content)}” already; reject this claim instead")
    own = next((c for c in analysis.contests if c.claim == claim.id and c.by == id_ and id_ is not None), None)
    if own is not None:
        raise EditError(f"this claim is contested by {contester_name(analysis, own)}; remove that contest first")


def _by_article(claim: Claim) -> Claim:
    return decided(
        claim, holder=None, holder_span=None, anonymous=False, voice=Voice.AUTHOR, cue=(), parent=None, group=None
    )


def _by_actor(analysis: Analysis, claim: Claim, holder: Actor) -> Claim:
    """A claim that was the article's is paraphrased, and said; an unnamed holder gives way to a named one."""
    before = next((actor for actor in analysis.actors if actor.id == claim.holder), None)
    now_named = before is not None and not _has_name(before) and _has_name(holder)
    own = claim.voice is Voice.AUTHOR
    return decided(
        claim,
        holder=holder.id,
        anonymous=claim.anonymous and not now_named,
        voice=Voice.INDIRECT if own else claim.voice,
        act=Act.SAY if own and claim.act is Act.ASSERT else claim.act,
        targets=tuple(target for target in claim.targets if target != holder.id),
    )


def _has_name(actor: Actor) -> bool:
    return any(mention.form in NAMED for mention in actor.mentions)


def _against(contest: Contest, claim: Claim, holder: Actor | None) -> Contest:
    """Who contests a claim contests whoever holds it."""
    if contest.claim != claim.id or contest.against != claim.holder:
        return contest
    return replace(contest, against=holder.id if holder is not None else None)


def _spoken(hedge: Hedge, claim: Claim, held: Claim) -> Hedge:
    """A hedge in words that were the article's is the holder's, once they have one."""
    if hedge.claim != claim.id or claim.holder is not None or not covers(held, Span(hedge.start, hedge.end)):
        return hedge
    return replace(hedge, owner=HedgeOwner.HOLDER)


def change_factuality(analysis: Analysis, operation: ChangeFactuality) -> Change:
    claim = find_claim(analysis, operation.claim)
    changed = with_row(analysis.claims, decided(claim, factuality=operation.factuality))
    return _certainty(replace(analysis, claims=changed), claim)


def change_hedged(analysis: Analysis, operation: ChangeHedged) -> Change:
    """Not hedged: certain, and its hedges lower something else. Hedged: by hedges in its words, else probable."""
    claim = find_claim(analysis, operation.claim)
    if operation.hedged == claim.hedged:
        return _certainty(replace(analysis, claims=with_row(analysis.claims, decided(claim))), claim)
    own = {hedge.id for hedge in analysis.hedges if lowers(hedge) and hedge.claim == claim.id}
    loose = {hedge.id for hedge in analysis.hedges if lowers(hedge) and hedge.claim is None and _within(hedge, claim)}
    moved = loose if operation.hedged else own
    new = claim.id if operation.hedged else None
    hedges = tuple(replace(h, claim=new) if h.id in moved else h for h in analysis.hedges)
    factuality = claim.factuality
    if not operation.hedged:
        factuality = Factuality.CERTAINLY_NOT if factuality in NEGATIVE else Factuality.CERTAIN
    elif not loose:
        factuality = Factuality.PROBABLY_NOT if factuality in NEGATIVE else Factuality.PROBABLE
    claims = with_row(analysis.claims, decided(claim, factuality=factuality))
    return _certainty(replace(analysis, claims=claims, hedges=hedges), claim)


def lowers(hedge: Hedge) -> bool:
    """Whether a claim that has it is hedged."""
    return hedge.kind is not HedgeKind.APPROXIMATE


def _within(hedge: Hedge, claim: Claim) -> bool:
    return any(span.start <= hedge.start < span.end for span in (*claim.content, *claim.cue))


def _certainty(changed: Analysis, claim: Claim) -> Change:
    """The values before and after, of the two fields that say how certain a claim is presented."""
    now = next(row for row in changed.claims if row.id == claim.id)
    hedged = now.factuality not in CERTAIN or any(lowers(h) and h.claim == claim.id for h in changed.hedges)
    return Change(
        changed,
        {"factuality": claim.factuality.value, "hedged": claim.hedged},
        {"factuality": now.factuality.value, "hedged": hedged},
    )


def named(analysis: Analysis, actor: int | None) -> str | None:
    return actor_name(analysis, actor) if actor is not None else None


def told(analysis: Analysis, claim: Claim) -> Mapping[str, Any]:
    """A claim in the words that an analyst judges it by."""
    return {
        "holder": named(analysis, claim.holder),
        "content": words(analysis, claim.content),
        "act": claim.act.value,
        "factuality": claim.factuality.value,
        "hedged": claim.hedged,
        "unsure": claim.unsure,
    }
