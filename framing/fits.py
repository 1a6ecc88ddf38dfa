"""How well a claim fits what a dispute is about: features that stay with the link."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from framing import lexicon
from framing.cast import Cast, Figure
from framing.disputes import Dispute
from framing.disputes.dispute import POINTERS
from framing.drafts import Draft
from framing.passages import by_line
from framing.types import Act, ActorKind, ParagraphKind, Proof, Span, Voice

CLAUSAL = 1.6  # weight of overlap (3 for all words) that a denial in its own words must reach: more than half of them
REACH = 12  # sentences back
AHEAD = 6  # sentences on, for a headline that tells the dispute before the claim
FAMILIES = (
    frozenset({Act.ACCUSE, Act.CRITICISE}),
    frozenset({Act.DEMAND, Act.REQUEST, Act.ASK}),
    frozenset({Act.PROPOSE, Act.PROMISE}),
    frozenset({Act.THREATEN, Act.WARN}),
    frozenset({Act.REPORT, Act.CONFIRM}),
    frozenset({Act.DENY}),
)
STATEMENTS = frozenset(Act) - {Act.DEMAND, Act.REQUEST, Act.PROPOSE, Act.ASK, Act.PROMISE, Act.THREATEN}
GENERAL = frozenset({Act.SAY, Act.CLAIM})


@dataclass(frozen=True, slots=True, eq=False)
class Fit:
    """A claim that the dispute may be about, and why."""

    claim: Draft
    features: tuple[Proof, ...]
    apart: bool  # in words: only the network may link the two

    @property
    def total(self) -> float:
        return sum(feature.value for feature in self.features)


@dataclass(frozen=True, slots=True, eq=False)
class Trial:
    """A dispute with all claims that it may be about; `counter` is the denial's own claim, if it has content."""

    dispute: Dispute
    by: Figure | None
    counter: Draft | None
    fits: tuple[Fit, ...]


def trials(disputes: Sequence[Dispute], drafts: Sequence[Draft], cast: Cast) -> Iterator[Trial]:
    """One trial per dispute, in order."""
    shelf = by_line(drafts, lambda d: d.line)
    for dispute in disputes:
        around = range(dispute.line.id - REACH, dispute.line.id + AHEAD + 1)
        near = [d for number in around for d in shelf.get(number, ())]
        by = cast.of((dispute.told or dispute.line).passage, dispute.holder)
        counter = own_content(dispute, near)
        found = (fit(dispute, by, draft, cast) for draft in near if draft is not counter)
        yield Trial(dispute, by, counter, tuple(each for each in found if each is not None))


def own_content(dispute: Dispute, drafts: Sequence[Draft]) -> Draft | None:
    """The denial's own claim ("denied that it had fired"), if it has content."""
    return next(
        (
            d
            for d in drafts
            if d.line.id == dispute.line.id
            and d.cue
            and dispute.clausal
            and any(dispute.evidence.covers(c) for c in d.cue)
        ),
        None,
    )


def fit(dispute: Dispute, by: Figure | None, draft: Draft, cast: Cast) -> Fit | None:
    """The claim with its features and their weights; None where the dispute cannot be about it."""
    distance = dispute.line.id - draft.line.id
    named = dispute.about is not None and any(dispute.about.covers(c) for c in draft.cue)
    if impossible(dispute, by, draft, cast, distance) or (after(dispute, draft) and not named):
        return None
    found = {
        "named": 4.0 if named else 0.0,
        "recency": recency(dispute, draft, distance),
        "act": act_agreement(dispute, draft),
        "holder": named_holder(dispute, draft, cast),
        "target": 1.5 if aimed_at(draft, by, cast) else 0.0,
        "overlap": 3.0 * overlap(dispute, draft),
        "first of a quotation": 0.0 if draft.cue else -0.6,
    }
    place = Span(draft.content[0].start, draft.content[-1].end)
    proofs = tuple(Proof(f"feature:{name}", place.start, place.end, v) for name, v in found.items() if v != 0)
    return Fit(draft, proofs, apart=apart(dispute, draft, found, distance))


def impossible(dispute: Dispute, by: Figure | None, draft: Draft, cast: Cast, distance: int) -> bool:
    """Out of reach, the article's own words, the contester's own claim, or the claim that tells of the dispute."""
    if distance > REACH or distance < -AHEAD or (draft.voice is Voice.AUTHOR and not draft.cue):
        return True
    if by is not None and draft.holder is not None:
        same_side = draft.holder.side == by.side
        if draft.holder is by or (same_side and not names_own(dispute, draft, cast)):
            return True
    return any(c.covers(dispute.evidence) for c in draft.content)


def after(dispute: Dispute, draft: Draft) -> bool:
    """Whether the claim follows the dispute in the same sentence."""
    return dispute.line.id == draft.line.id and draft.content[0].start > dispute.evidence.end


def apart(dispute: Dispute, draft: Draft, found: Mapping[str, float], distance: int) -> bool:
    """Whether the denial's own words do not meet the claim's, so that no other feature may link the two."""
    headline = dispute.line.passage.kind is ParagraphKind.HEADLINE
    if dispute.clausal and found["overlap"] < CLAUSAL:
        return True
    if distance < 0 and not headline and found["overlap"] < 1.5:
        return True  # what comes later is met only by its own words
    if is_plain_object(dispute) and found["overlap"] <= 0 and found["target"] <= 0:
        offered = draft.act in {Act.PROPOSE, Act.PROMISE, Act.AGREE}
        return not (found["holder"] > 0 and offered)  # "Beijing's efforts" may be its offer, not just anything it said
    return False


def names_own(dispute: Dispute, draft: Draft, cast: Cast) -> bool:
    """A person may contest a claim of the own side when the words say whose it is."""
    return named_holder(dispute, draft, cast) > 0


def recency(dispute: Dispute, draft: Draft, distance: int) -> float:
    if distance == 0:
        after = dispute.evidence.start - draft.content[-1].end
        return 2.5 if 0 <= after < 60 else 2.0
    if distance < 0:
        return 0.6 + 0.1 * distance
    return max(0.0, 1.5 - 0.25 * (distance - 1))


def act_agreement(dispute: Dispute, draft: Draft) -> float:
    """`accusations` want an accusation, `the offer` an offer; general words take any statement."""
    head = dispute.about_head
    noun = lexicon.nouns().get(head.lemma_.lower()) if head is not None and head.pos_ == "NOUN" else None
    if noun is None:
        return 0.0
    same_noun = any(p.by == f"noun:{noun.lemma}" for p in draft.proof)
    if same_noun or any(noun.act in family and draft.act in family for family in FAMILIES):
        return 2.0
    if noun.act is draft.act:
        return 1.5
    if noun.shell == "statement":
        if draft.act not in STATEMENTS:
            return -2.0
        return 0.5 if noun.act in GENERAL else 0.3
    return 0.0 if draft.act not in STATEMENTS else -1.0


def named_holder(dispute: Dispute, draft: Draft, cast: Cast) -> float:
    """`Kenya's accusation`, `her reading`: the owner of the words is, or is not, the holder of the claim."""
    owner = named_owner(dispute, cast)
    if owner is None or draft.holder is None:
        return 0.0
    if owner is draft.holder:
        return 3.0
    return 2.0 if owner.side is not None and owner.side == draft.holder.side else -2.0


def named_owner(dispute: Dispute, cast: Cast) -> Figure | None:
    token = dispute.owner
    figure = cast.of(dispute.line.passage, token)
    return figure if figure is not None and figure.kind is not ActorKind.PLACE else None


def aimed_at(draft: Draft, by: Figure | None, cast: Cast) -> bool:
    if by is None:
        return False
    return any(n == by.number or (by.side is not None and cast.figures[n].side == by.side) for n in draft.targets)


def overlap(dispute: Dispute, draft: Draft) -> float:
    """Share of the content words of the contested phrase that the claim's sentence holds, [0, 1]."""
    wanted = content_words(dispute)
    if not wanted:
        return 0.0
    inside = {
        lemma(t)
        for t in draft.line.tokens
        if any(c.start <= draft.line.passage.start + t.idx < c.end for c in (*draft.content, *draft.cue))
    }
    return len(wanted & inside) / len(wanted)


def content_words(dispute: Dispute) -> set[str]:
    about, line = dispute.about, dispute.line
    if about is None:
        return set()
    shells = lexicon.nouns()
    return {
        lemma(t)
        for t in line.tokens
        if about.start <= line.passage.start + t.idx < about.end
        and t.pos_ in {"NOUN", "VERB", "ADJ", "PROPN", "NUM"}
        and t.lower_ not in POINTERS
        and not (t.lemma_.lower() in shells and dispute.about_head is not None and t.i == dispute.about_head.i)
        and t.dep_ not in {"poss", "aux", "auxpass"}
    }


def lemma(token: Token) -> str:
    """The start of the lemma, so that `jamming` and `jam`, `denial` and `deny` meet half-way."""
    return token.lemma_.lower()[:5]


def is_plain_object(dispute: Dispute) -> bool:
    """An object that is neither a word for words nor a pronoun: `denied wrongdoing`, `the jamming`."""
    head = dispute.about_head
    if head is None or dispute.clausal:
        return False
    return head.lower_ not in POINTERS and head.lemma_.lower() not in lexicon.nouns()
