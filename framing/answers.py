"""Whether a statement that only negates something answers a claim: `no tanker was attacked`, told after `A attacked`.

It must be another side's claim, told before, about the side that speaks; itself no negation; and what is negated must
be the speaker's own doing, and the same that was claimed.
"""

from framing import features, syntax
from framing.cast import Cast, Figure
from framing.disputes import Dispute
from framing.disputes.counters import negation
from framing.drafts import Draft
from framing.tokens import Token
from framing.types import ActorKind

LIGHT = frozenset("be have put make take do play give bring see find".split())  # say little of what was done
NOBODY = frozenset({"no", "none", "nobody", "neither", "nothing"})


def answers(dispute: Dispute, claim: Draft | None, by: Figure | None, cast: Cast) -> bool:
    """Whether the tentative dispute by `by` contests the claim."""
    verb = dispute.about_head
    if claim is None or by is None or verb is None or claim.holder is None or claim.holder.side == by.side:
        return False
    told = claim.line.id <= dispute.line.id and any(cast.figures[n].side == by.side for n in claim.targets)
    if not told or (claim.head is not None and negation(claim.head) is not None):
        return False
    return own_doing(dispute, verb, by, cast) and same_matter(verb, claim)


def own_doing(dispute: Dispute, verb: Token, by: Figure, cast: Cast) -> bool:
    """Whether the clause is about the speaker's side, or about `no …` and `nobody`."""
    subject = syntax.subject(verb)
    if subject is None:
        return False
    if subject.lower_ in NOBODY or any(c.lower_ in NOBODY for c in subject.lefts) or owned(subject):
        return True
    figure = cast.of(dispute.line.passage, subject)
    if figure is not None and figure.kind is not ActorKind.PLACE:
        return figure.side == by.side
    return subject.lower_ in {"it", "he", "she", "they", "we", "i"}


def owned(subject: Token) -> bool:
    """`its officers`, `our systems`."""
    return any(c.pos_ == "PRON" for c in syntax.children(subject, "poss"))


def same_matter(verb: Token, claim: Draft) -> bool:
    """Whether the claim tells of the same act, on the same thing; of a light verb nothing is asked."""
    if verb.lemma_.lower() in LIGHT:
        return True
    words = {features.lemma(t) for t in features.inside(claim, claim.content)}
    thing = syntax.child(verb, "dobj") or syntax.child(verb, "nsubjpass")
    names = thing is not None and thing.pos_ == "NOUN" and not owned(thing)
    return features.lemma(verb) in words and not (names and thing is not None and features.lemma(thing) not in words)
