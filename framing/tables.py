"""Flat rows over an Analysis: what the page, the exports and a corpus count and list.

Every quoted string is read from its span. `sides` of a row are the sides that it involves, for filters.
"""

from collections import Counter
from typing import NamedTuple

from framing.naming import (
    ARTICLE_VOICE,
    actor_name,
    contester_name,
    contests_of,
    holder_absent,
    holder_name,
    side_name,
    side_of,
    sides_of,
    words,
)
from framing.types import (
    Act,
    ActorKind,
    Analysis,
    Claim,
    ContestKind,
    Factuality,
    HedgeKind,
    HedgeOwner,
    Reporting,
    Span,
    Voice,
)

ALLEGATIONS = frozenset({Act.ACCUSE, Act.CRITICISE, Act.WARN})  # acts that call for an answer by their target


class ClaimRow(NamedTuple):
    id: int
    holder: str
    side: str
    act: Act
    cue: str
    content: str
    targets: str
    voice: Voice
    reporting: Reporting
    factuality: Factuality
    hedged: bool
    contested: bool
    contested_by: str
    unsure: bool
    sides: frozenset[int]


class ContestRow(NamedTuple):
    id: int
    by: str
    kind: ContestKind
    against: str
    words: str
    claim: int | None
    claim_content: str
    counter: int | None
    unsure: bool
    sides: frozenset[int]


class HedgeRow(NamedTuple):
    id: int
    words: str
    kind: HedgeKind
    owner: HedgeOwner
    scope: str
    claim: int | None
    holder: str
    sides: frozenset[int]


class SilenceRow(NamedTuple):
    id: int
    actor: str
    side: str
    words: str
    about: str
    sides: frozenset[int]


class ActorRow(NamedTuple):
    """A side, with what it says and what is said of it; members count towards it."""

    id: int
    name: str
    kind: ActorKind
    mentions: int
    claims: int
    contested: int
    contests: int
    silences: int


class UnansweredRow(NamedTuple):
    """An allegation against a side of which nobody contests it, says anything else, or is said to be silent."""

    claim: int
    holder: str
    act: Act
    target: str
    accused: int
    content: str
    sides: frozenset[int]


def claim_rows(analysis: Analysis) -> list[ClaimRow]:
    return [_claim_row(analysis, claim) for claim in analysis.claims]


def _claim_row(analysis: Analysis, claim: Claim) -> ClaimRow:
    against = contests_of(analysis, claim.id)
    return ClaimRow(
        id=claim.id,
        holder=holder_name(analysis, claim),
        side=side_name(analysis, claim.holder, absent=holder_absent(claim)),
        act=claim.act,
        cue=words(analysis, claim.cue),
        content=words(analysis, claim.content),
        targets=", ".join(actor_name(analysis, target) for target in claim.targets),
        voice=claim.voice,
        reporting=claim.reporting,
        factuality=claim.factuality,
        hedged=claim.hedged,
        contested=claim.contested,
        contested_by=", ".join(dict.fromkeys(contester_name(analysis, contest) for contest in against)),
        unsure=claim.unsure,
        sides=sides_of(analysis, (claim.holder, *claim.targets, *(contest.by for contest in against))),
    )


def contest_rows(analysis: Analysis) -> list[ContestRow]:
    return [
        ContestRow(
            id=contest.id,
            by=contester_name(analysis, contest),
            kind=contest.kind,
            against=actor_name(analysis, contest.against),
            words=words(analysis, (contest.evidence,)),
            claim=contest.claim,
            claim_content=_content(analysis, contest.claim),
            counter=contest.counter,
            unsure=contest.unsure,
            sides=sides_of(analysis, (contest.by, contest.against)),
        )
        for contest in analysis.contests
    ]


def hedge_rows(analysis: Analysis) -> list[HedgeRow]:
    rows = []
    for hedge in analysis.hedges:
        claim = analysis.claims[hedge.claim] if hedge.claim is not None else None
        rows.append(
            HedgeRow(
                id=hedge.id,
                words=words(analysis, (Span(hedge.start, hedge.end),)),
                kind=hedge.kind,
                owner=hedge.owner,
                scope=words(analysis, (hedge.scope,)) if hedge.scope is not None else "",
                claim=hedge.claim,
                holder=holder_name(analysis, claim) if claim is not None else ARTICLE_VOICE,
                sides=sides_of(analysis, (claim.holder, *claim.targets)) if claim is not None else frozenset(),
            )
        )
    return rows


def silence_rows(analysis: Analysis) -> list[SilenceRow]:
    return [
        SilenceRow(
            id=silence.id,
            actor=actor_name(analysis, silence.actor),
            side=side_name(analysis, silence.actor),
            words=words(analysis, (silence.evidence,)),
            about=_content(analysis, silence.claim),
            sides=sides_of(analysis, (silence.actor,)),
        )
        for silence in analysis.silences
    ]


def actor_rows(analysis: Analysis) -> list[ActorRow]:
    """Sides that say something or are read in some way, busiest first; ties in reading order."""
    side = {actor.id: side_of(analysis, actor.id) for actor in analysis.actors}
    claims = Counter(side[claim.holder] for claim in analysis.claims if claim.holder is not None)
    contested = Counter(side[c.holder] for c in analysis.claims if c.holder is not None and c.contested)
    contests = Counter(side[contest.by] for contest in analysis.contests if contest.by is not None)
    silences = Counter(side[silence.actor] for silence in analysis.silences if silence.actor is not None)
    mentions: Counter[int | None] = Counter()
    for actor in analysis.actors:
        mentions[side[actor.id]] += len(actor.mentions)
    heard = {*claims, *contests, *silences, *_spoken_of(analysis)}
    rows = [
        ActorRow(
            id=actor.id,
            name=actor.name,
            kind=actor.kind,
            mentions=mentions[actor.id],
            claims=claims[actor.id],
            contested=contested[actor.id],
            contests=contests[actor.id],
            silences=silences[actor.id],
        )
        for actor in analysis.actors
        if actor.id in heard and actor.kind is not ActorKind.PLACE
    ]
    return sorted(rows, key=lambda row: (-row.claims - row.contests - row.silences, -row.mentions, row.id))


def unanswered_rows(analysis: Analysis) -> list[UnansweredRow]:
    return [
        row
        for claim in analysis.claims
        if claim.act in ALLEGATIONS
        for target in _accused(analysis, claim)
        if (row := _unanswered(analysis, claim, target)) is not None
    ]


def _accused(analysis: Analysis, claim: Claim) -> list[int]:
    """Whom the allegation is raised against.

    Those named beside its words ("accused Lima of fraud"), else whoever its words name first ("Lima cheated Quito").
    """
    home = analysis.sentences[claim.sentence]
    named = sorted(
        (Span(m.start, m.end), target)
        for target in claim.targets
        for m in analysis.actors[target].mentions
        if home.start <= m.start < home.end
    )
    beside = [target for span, target in named if not any(c.covers(span) for c in claim.content)]
    return list(dict.fromkeys(beside)) or [target for _, target in named[:1]]


def _unanswered(analysis: Analysis, claim: Claim, target: int) -> UnansweredRow | None:
    side = side_of(analysis, target)
    if side == side_of(analysis, claim.holder):
        return None
    if any(side_of(analysis, contest.by) == side for contest in contests_of(analysis, claim.id)):
        return None
    if any(side_of(analysis, other.holder) == side for other in analysis.claims if other.parent is None):
        return None  # it has its say; what others tell of its words is none
    if any(s.claim in {claim.id, None} and side_of(analysis, s.actor) == side for s in analysis.silences):
        return None  # it was asked; the table of silences says so
    return UnansweredRow(
        claim=claim.id,
        holder=holder_name(analysis, claim),
        act=claim.act,
        target=actor_name(analysis, target),
        accused=target,
        content=words(analysis, claim.content),
        sides=sides_of(analysis, (claim.holder, target)),
    )


def _content(analysis: Analysis, claim: int | None) -> str:
    return words(analysis, analysis.claims[claim].content) if claim is not None else ""


def _spoken_of(analysis: Analysis) -> set[int | None]:
    """Sides that some claim, contest, stance or tone is about."""
    actors: list[int | None] = [target for claim in analysis.claims for target in claim.targets]
    actors += [contest.against for contest in analysis.contests]
    actors += [stance.target for stance in analysis.stances]
    actors += [tone.actor for tone in analysis.tones.actors]
    return {side_of(analysis, actor) for actor in actors if actor is not None}
