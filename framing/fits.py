"""How well a claim fits what a dispute is about: features that stay with the link."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from framing import features, lexicon, telling
from framing.cast import Cast, Figure
from framing.disputes import Dispute
from framing.disputes.dispute import POINTERS
from framing.drafts import Draft
from framing.passages import by_line
from framing.types import Act, ParagraphKind, Proof, Voice

CLAUSAL = 1.6  # weight of overlap (3 for all words) that a denial in its own words must reach: more than half of them
REACH = 12  # sentences back
AHEAD = 6  # sentences on, for a headline that tells the dispute before the claim


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
class Around:
    """Whose dispute it is, and what stands around it."""

    by: Figure | None
    cast: Cast
    telling: telling.Telling
    teller: Figure | None  # whom "her" in "her story" means


@dataclass(frozen=True, slots=True, eq=False)
class Trial:
    """A dispute with all claims that it may be about; `counter` is the denial's own claim, if it has content."""

    dispute: Dispute
    by: Figure | None
    counter: Draft | None
    fits: tuple[Fit, ...]


def trials(disputes: Sequence[Dispute], drafts: Sequence[Draft], cast: Cast) -> Iterator[Trial]:
    """One trial per dispute, in order."""
    ordered = sorted(drafts, key=lambda d: (d.line.id, d.content[0].start))
    shelf = by_line(ordered, lambda d: d.line)
    told_by = telling.Telling.of(ordered)
    beside = by_line(disputes, lambda d: d.line)
    for dispute in disputes:
        reach = range(dispute.line.id - REACH, dispute.line.id + AHEAD + 1)
        near = [d for number in reach for d in shelf.get(number, ())]
        by = cast.of((dispute.told or dispute.line).passage, dispute.holder)
        counter = own_content(dispute, near)
        unsaid = telling.unsaid(dispute, beside[dispute.line.id])
        teller = telling.who_told(dispute, by, near)
        around = Around(by, cast, told_by, teller)
        found = (fit(dispute, d, around) for d in near if d is not counter and not unsaid)
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


def fit(dispute: Dispute, draft: Draft, around: Around) -> Fit | None:
    """The claim with its features and their weights; None where the dispute cannot be about it."""
    distance = dispute.line.id - draft.line.id
    named = features.named(dispute, draft)
    occasion = telling.occasion(dispute, draft)
    if impossible(dispute, draft, around, distance) or (after(dispute, draft) and not (named or occasion)):
        return None
    target = 0.5 if telling.pointing(dispute) else 1.5  # a pronoun means what is near, whomever it is about
    found = {
        "named": 4.0 if named else 0.0,
        "occasion": 3.0 if occasion else 0.0,
        "remark": 3.0 if telling.remarked(dispute, draft) else 0.0,
        "recency": telling.recency(dispute, draft, around.telling),
        "pointing": 0.75 if telling.pointing(dispute) else 0.0,
        "own side": -0.75 if own_side(around.by, draft) and not told(dispute, draft, around) else 0.0,
        "act": features.act_agreement(dispute, draft),
        "number": features.counted(dispute, draft),
        "answer": features.answered(dispute, draft),
        "holder": features.named_holder(dispute, draft, around.cast, around.teller),
        "target": target if features.aimed_at(draft, around.by, around.cast) else 0.0,
        "overlap": 3.0 * features.overlap(dispute, draft),
        "inner": -0.5 if telling.pointing(dispute) and draft.parent is not None else 0.0,
        "more of the same": -0.6 if id(draft) in around.telling.more else 0.0,
    }
    place = features.whole(draft)
    proofs = tuple(Proof(f"feature:{name}", place.start, place.end, v) for name, v in found.items() if v != 0)
    return Fit(draft, proofs, apart=apart(dispute, draft, found, distance))


def impossible(dispute: Dispute, draft: Draft, around: Around, distance: int) -> bool:
    """Out of reach, the article's own words, the contester's own claim, or the claim that tells of the dispute."""
    if distance > REACH or distance < -AHEAD or (draft.voice is Voice.AUTHOR and not features.suspicion(draft)):
        return True
    if around.by is not None and draft.holder is around.by:
        return True
    return any(c.covers(dispute.evidence) for c in draft.content)


def after(dispute: Dispute, draft: Draft) -> bool:
    """Whether the claim follows the dispute in the same sentence."""
    return dispute.line.id == draft.line.id and draft.content[0].start > dispute.evidence.end


def apart(dispute: Dispute, draft: Draft, found: Mapping[str, float], distance: int) -> bool:
    """Whether the denial's own words do not meet the claim's, so that no other feature may link the two."""
    headline = dispute.line.passage.kind is ParagraphKind.HEADLINE
    if found["occasion"] > 0 or found["remark"] > 0 or (dispute.clausal and found["pointing"] > 0 and distance >= 0):
        return False
    if dispute.clausal and found["overlap"] < CLAUSAL:
        return True
    next_one = distance == -1 and found["act"] >= 1.5  # "doubted the forecast. B said it expected …"
    if distance < 0 and not headline and not next_one and found["overlap"] < 1.5:
        return True  # what comes later is met only by its own words
    if (
        found["recency"] < 0.5
        and distance > 0
        and not any(found[name] > 0 for name in ("holder", "target", "overlap", "number"))
    ):
        return True  # far back, a fitting noun alone means nothing in particular
    if features.misdeed(dispute):
        return found["act"] <= 0 and found["overlap"] <= 0 and found["target"] <= 0
    if is_plain_object(dispute) and found["overlap"] <= 0 and found["target"] <= 0:
        offered = draft.act in {Act.PROPOSE, Act.PROMISE, Act.AGREE}
        near = dispute.kind is None and found["recency"] >= 1.5  # "spurned the olive branch" right behind an offer
        return not (offered and (near or found["holder"] > 0))  # "Beijing's efforts" may be its offer
    return False


def own_side(by: Figure | None, draft: Draft) -> bool:
    """Whether both speak for one side: sides seldom contradict themselves, but their people may."""
    return by is not None and draft.holder is not None and draft.holder.side == by.side


def told(dispute: Dispute, draft: Draft, around: Around) -> bool:
    """Whether the text itself says that one contests the other: in a remark, or by saying whose words they are."""
    owned = features.named_holder(dispute, draft, around.cast, around.teller) >= 2.0
    return dispute.remark or owned or features.named(dispute, draft) or telling.occasion(dispute, draft)


def is_plain_object(dispute: Dispute) -> bool:
    """An object that is neither a word for words nor a pronoun: `denied wrongdoing`, `the jamming`."""
    head = dispute.about_head
    if head is None or dispute.clausal or head is dispute.owner:
        return False
    return head.lower_ not in POINTERS and head.lemma_.lower() not in lexicon.nouns()
