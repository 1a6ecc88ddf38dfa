"""A changed record made whole: numbered in reading order, and all that follows from the rest derived anew.

Between a correction and this, ids are labels: rows may be missing or stand anywhere, and what refers to a missing row
refers to nothing. A record that keeps its laws comes out as it went in.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from framing.laws.expect import REFERENCES
from framing.laws.marks import CERTAIN
from framing.types import Analysis, Claim, Contest, Hedge, HedgeKind, HedgeOwner, Span, Tones, Voice

RENUMBERED = ("actors", "claims", "hedges", "contests", "silences")  # paragraphs and sentences are never corrected


def settle(analysis: Analysis) -> Analysis:
    """Rows in order, ids as positions, references renumbered, derived fields derived."""
    analysis = _without_lone_sides(_derived(analysis))
    return renumber(_ordered(_derived(_without_plain_news(analysis))))


def _derived(analysis: Analysis) -> Analysis:
    """References to missing rows are gone; hedged, contested, owners, counters and groups follow from the rest."""
    held = {claim.id: claim.holder for claim in analysis.claims}
    sides: dict[int | None, int | None] = {actor.id: actor.side for actor in analysis.actors}
    hedges = tuple(_owned(hedge, held) for hedge in analysis.hedges)
    contests = tuple(_linked(contest, held, sides) for contest in analysis.contests)
    lowered = {hedge.claim for hedge in hedges if hedge.kind is not HedgeKind.APPROXIMATE}
    contested = {contest.claim for contest in contests}
    groups = _groups(analysis.claims)
    claims = tuple(
        replace(
            claim,
            parent=_standing(claim.parent, held),
            group=groups.get(claim.id),
            hedged=claim.factuality not in CERTAIN or claim.id in lowered,
            contested=claim.id in contested,
        )
        for claim in analysis.claims
    )
    silences = tuple(replace(silence, claim=_standing(silence.claim, held)) for silence in analysis.silences)
    return replace(analysis, claims=claims, hedges=hedges, contests=contests, silences=silences)


def _standing(claim: int | None, held: Mapping[int, int | None]) -> int | None:
    return claim if claim in held else None


def _owned(hedge: Hedge, held: Mapping[int, int | None]) -> Hedge:
    """Nobody but the author hedges the article's own words."""
    claim = _standing(hedge.claim, held)
    unheld = claim is not None and held[claim] is None
    return replace(hedge, claim=claim, owner=HedgeOwner.AUTHOR if unheld else hedge.owner)


def _linked(contest: Contest, held: Mapping[int, int | None], sides: Mapping[int | None, int | None]) -> Contest:
    """The contester's side must hold the counter; without a claim there is no link to be unsure of."""
    claim, counter = _standing(contest.claim, held), _standing(contest.counter, held)
    if counter is not None and (counter == claim or sides.get(held[counter]) != sides.get(contest.by)):
        counter = None
    return replace(contest, claim=claim, counter=counter, unsure=contest.unsure and claim is not None)


def _groups(claims: Iterable[Claim]) -> dict[int, int]:
    """Claim id → group, without the groups that are no longer shared by different holders."""
    members: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.group is not None:
            members[claim.group].append(claim)
    shared = {g: joint for g, joint in members.items() if len({claim.holder for claim in joint}) == len(joint) > 1}
    return {claim.id: group for group, joint in shared.items() for claim in joint}


def _without_plain_news(analysis: Analysis) -> Analysis:
    """The article's own words are a claim only where they are hedged, contested, or answer something."""
    counters = {contest.counter for contest in analysis.contests}
    kept = tuple(
        claim
        for claim in analysis.claims
        if claim.voice is not Voice.AUTHOR or claim.hedged or claim.contested or claim.id in counters
    )
    return replace(analysis, claims=kept)


def _without_lone_sides(analysis: Analysis) -> Analysis:
    """An actor that the text never names is in the record as somebody's side, or because a mark refers to it."""
    tables = (analysis.claims, analysis.contests, analysis.silences, analysis.stances, analysis.acts)
    spoken = {actor for table in tables for row in table for actor in _actors_of(row)}
    needed = {actor.side for actor in analysis.actors if actor.mentions or actor.id in spoken}
    kept = tuple(actor for actor in analysis.actors if actor.mentions or actor.id in spoken | needed)
    return replace(analysis, actors=kept)


def _ordered(analysis: Analysis) -> Analysis:
    """Rows of equal places keep their order; actors that the text never names come last."""
    end = len(analysis.article.text)

    def read(table: str, place: Callable[[Any], Any]) -> tuple[Any, ...]:
        return tuple(sorted(getattr(analysis, table), key=place))

    return replace(
        analysis,
        actors=read("actors", lambda a: a.mentions[0].start if a.mentions else end),
        claims=read("claims", lambda c: (c.sentence, c.content[0].start)),
        hedges=read("hedges", lambda h: h.start),
        contests=read("contests", lambda c: (c.sentence, c.evidence.start)),
        silences=read("silences", lambda s: (s.sentence, s.evidence.start)),
    )


def renumber(analysis: Analysis) -> Analysis:
    """Ids become positions, and groups are counted in reading order."""
    new = {name: {row.id: at for at, row in enumerate(getattr(analysis, name))} for name in RENUMBERED}
    groups = {g: n for n, g in enumerate(dict.fromkeys(c.group for c in analysis.claims if c.group is not None))}
    claims = tuple(replace(c, group=groups[c.group] if c.group is not None else None) for c in analysis.claims)
    return replace(
        analysis,
        actors=_rows(analysis.actors, new),
        claims=_rows(claims, new),
        hedges=_rows(analysis.hedges, new),
        contests=_rows(analysis.contests, new),
        silences=_rows(analysis.silences, new),
        stances=_rows(analysis.stances, new),
        acts=_rows(analysis.acts, new),
        tones=Tones(analysis.tones.paragraphs, _rows(analysis.tones.actors, new)),
    )


def _rows(rows: Sequence[Any], new: Mapping[str, Mapping[int, int]]) -> tuple[Any, ...]:
    return tuple(
        replace(redirected(row, new), **({"id": position} if hasattr(row, "id") else {}))
        for position, row in enumerate(rows)
    )


def redirected(row: Any, new: Mapping[str, Mapping[int, int]]) -> Any:
    """The row with its references to the given tables by the new ids; an id without a new one stays."""
    changes: dict[str, Any] = {}
    for field in fields(row):
        ids = new.get(REFERENCES.get(field.name, ""))
        if ids is None:
            continue
        value = getattr(row, field.name)
        if isinstance(value, tuple):
            changes[field.name] = tuple(dict.fromkeys(ids.get(id_, id_) for id_ in value))
        elif value is not None:
            changes[field.name] = ids.get(value, value)
    return replace(row, **changes)


def _actors_of(row: Any) -> Iterator[int]:
    for field in fields(row):
        if REFERENCES.get(field.name) == "actors":
            value = getattr(row, field.name)
            yield from (id_ for id_ in (value if isinstance(value, tuple) else (value,)) if id_ is not None)


def free_id(rows: Sequence[Any]) -> int:
    """An id that none of the rows has."""
    return max((row.id for row in rows), default=-1) + 1


def home_sentence(analysis: Analysis, span: Span) -> int | None:
    """The first sentence that shares a character with the span."""
    return next((s.id for s in analysis.sentences if s.start < span.end and span.start < s.end), None)
