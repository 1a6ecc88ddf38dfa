"""How well a claim fits what a dispute is about: features that stay with the link."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from framing import features, telling
from framing.cast import Cast, Figure
from framing.disputes import Dispute
from framing.drafts import Draft
from framing.passages import Line, by_line
from framing.types import Act, ActorKind, ContestKind, ParagraphKind, Proof
from framing.weights import WEIGHTS

HALF = 0.53  # share of a phrase's words from which the claim is said to repeat it: more than half
REACH = 12  # sentences back
AHEAD = 6  # sentences on, for a headline that tells the dispute before the claim


@dataclass(frozen=True, slots=True, eq=False)
class Fit:
    """A claim that the dispute may be about, and why."""

    claim: Draft
    observed: Mapping[str, float]  # the features before they are weighed
    total: float = field(init=False)  # and their sum, weighed

    def __post_init__(self) -> None:
        object.__setattr__(self, "total", sum(WEIGHTS[name] * value for name, value in self.observed.items()))

    @property
    def features(self) -> tuple[Proof, ...]:
        """Each feature that says something, times its weight."""
        place = features.whole(self.claim)
        return tuple(
            Proof(f"feature:{name}", place.start, place.end, WEIGHTS[name] * value)
            for name, value in self.observed.items()
            if value
        )


@dataclass(frozen=True, slots=True, eq=False)
class Around:
    """Whose dispute it is, and what stands around it."""

    by: Figure | None
    cast: Cast
    turns: telling.Turns
    teller: Figure | None  # whom "her" in "her story" means
    wanted: frozenset[str]  # the content words of what is contested


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
    beside = by_line(disputes, lambda d: d.line)
    gist = cache(features.Gist.of)
    for dispute in disputes:
        near = [d for number in within_reach(dispute.line) for d in shelf.get(number, ())]
        by = cast.of((dispute.told or dispute.line).passage, dispute.holder)
        by = by if by is None or by.kind is not ActorKind.PLACE else None  # "met with scepticism in Bohemia"
        counter = own_content(dispute, near)
        unsaid = telling.unsaid(dispute, beside[dispute.line.id])
        possible = [d for d in near if d is not counter and not impossible(dispute, d, by)]
        turns, teller = telling.Turns.of(dispute, by, possible), telling.who_told(dispute, by, near)
        around = Around(by, cast, turns, teller, features.content_words(dispute))
        fits = (Fit(d, observed(dispute, d, gist(d), around)) for d in possible)
        yield Trial(dispute, by, counter, () if unsaid else tuple(fits))


def within_reach(line: Line) -> range:
    """The sentences whose claims a dispute in this line may be about."""
    return range(line.id - REACH, line.id + AHEAD + 1)


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


def impossible(dispute: Dispute, draft: Draft, by: Figure | None) -> bool:
    """The contester's own claim, the claim that tells of the dispute, or one told inside the words of the denial."""
    within = dispute.clausal and dispute.about is not None and any(dispute.about.covers(c) for c in draft.cue)
    return (by is not None and draft.holder is by) or within or any(c.covers(dispute.evidence) for c in draft.content)


def observed(dispute: Dispute, draft: Draft, gist: features.Gist, around: Around) -> dict[str, float]:
    seen = (*in_words(dispute, draft, gist, around), *in_place(dispute, draft, around))
    return {name: float(value) for name, value in seen}


def in_words(dispute: Dispute, draft: Draft, gist: features.Gist, around: Around) -> Iterator[tuple[str, float]]:
    """What the words of both say."""
    shared = features.overlap(around.wanted, gist)
    fitting = features.act_agreement(dispute, draft)
    yield "act", max(fitting, 0.0)
    yield "other act", min(fitting, 0.0)
    yield "overlap", shared
    yield "repeated", shared >= HALF
    yield "number", features.counted(dispute, gist)
    yield "holder", features.owned(dispute, draft, around.cast, around.teller)
    yield "accusation", dispute.kind is not ContestKind.DOUBTS and features.accuses(draft)
    yield "report", draft.act is Act.REPORT
    yield "denial", features.denies(dispute, draft)
    yield "promise", features.promised(dispute, gist)
    yield "misdeed", features.misdeed(dispute)
    yield "size", gist.size


def in_place(dispute: Dispute, draft: Draft, around: Around) -> Iterator[tuple[str, float]]:
    """Where the claim stands, and in whose turn."""
    distance = dispute.line.id - draft.line.id
    latest, pointing = draft is around.turns.latest, telling.pointing(dispute)
    headline = dispute.line.passage.kind is ParagraphKind.HEADLINE
    told = telling.told(dispute, draft)
    yield "told", told
    yield "same sentence", distance == 0 and (told or draft.content[0].start <= dispute.evidence.end)
    yield "just said", around.turns.just_said(draft, dispute)
    yield "same paragraph", dispute.line.passage.paragraph == draft.line.passage.paragraph
    yield "ahead", distance < 0
    yield "ahead of headline", distance < 0 and headline
    yield "pointing", pointing
    yield "pointing to the latest", pointing and latest
    yield "noun for the latest", latest and features.contested_noun(dispute) is not None
    yield "latest of the act", draft is around.turns.of_act
    yield "same turn", around.turns.same_turn(draft)
    yield "answered before", around.turns.answered(draft)
