"""Claims, hedges, contests and silences, and what follows from one for another."""

from collections import defaultdict

from framing.laws.expect import broken, expect_apart, expect_in_sentence, expect_order
from framing.types import ActorKind, Analysis, Claim, Factuality, HedgeKind, HedgeOwner, Voice

CERTAIN = frozenset({Factuality.CERTAIN, Factuality.CERTAINLY_NOT})  # any other value makes a claim hedged


def claims(analysis: Analysis) -> None:
    hedged = {h.claim for h in analysis.hedges if h.kind is not HedgeKind.APPROXIMATE}
    contested = {contest.claim for contest in analysis.contests}
    counters = {contest.counter for contest in analysis.contests}
    for claim in analysis.claims:
        path = f"claims[{claim.id}]"
        if not claim.content:
            broken(f"{path}.content", claim.content, "is empty")
        expect_apart(f"{path}.content", claim.content)
        expect_apart(f"{path}.cue", claim.cue)
        expect_in_sentence(analysis, path, claim.sentence, (*claim.content, *claim.cue))
        if len(set(claim.targets)) < len(claim.targets):
            broken(f"{path}.targets", claim.targets, "names an actor twice")
        if claim.hedged != (claim.factuality not in CERTAIN or claim.id in hedged):
            broken(f"{path}.hedged", claim.hedged, f"does not follow from {claim.factuality} and its hedges")
        if claim.contested != (claim.id in contested):
            broken(f"{path}.contested", claim.contested, "does not follow from the contests")
        _voice(claim, path, is_counter=claim.id in counters)


def _voice(claim: Claim, path: str, *, is_counter: bool) -> None:
    """The article's own voice has no holder, no cue and no outer claim; any other voice has a holder."""
    own = claim.voice is Voice.AUTHOR
    if own != (claim.holder is None):
        broken(f"{path}.holder", claim.holder, f"does not fit voice {claim.voice}")
    if not own:
        return
    for field in ("holder_span", "cue", "parent"):
        if getattr(claim, field) not in (None, ()):
            broken(f"{path}.{field}", getattr(claim, field), "stands in the article's own voice")
    if not (claim.hedged or claim.contested or is_counter):
        broken(path, claim.voice, "is recorded in the article's own voice, but neither hedged nor contested")


def parents(analysis: Analysis) -> None:
    """Every chain of outer claims ends; a claim is walked over once."""
    ended: set[int] = set()
    for claim in analysis.claims:
        chain: list[int] = []
        on_chain: set[int] = set()
        at: int | None = claim.id
        while at is not None and at not in ended:
            if at in on_chain:
                broken(f"claims[{claim.id}].parent", claim.parent, "leads back to the claim itself")
            chain.append(at)
            on_chain.add(at)
            at = analysis.claims[at].parent
        ended.update(chain)


def groups(analysis: Analysis) -> None:
    members: dict[int, list[Claim]] = defaultdict(list)
    for claim in analysis.claims:
        if claim.group is not None:
            members[claim.group].append(claim)
    for group, claims in members.items():
        path = f"claims[{claims[0].id}].group"
        if len(claims) < 2 or len({claim.holder for claim in claims}) < len(claims):
            broken(path, group, "is not shared by claims of different holders")
        if len({claim.sentence for claim in claims}) > 1:
            broken(path, group, "runs over more than one sentence")


def hedges(analysis: Analysis) -> None:
    for hedge in analysis.hedges:
        path, sentence = f"hedges[{hedge.id}]", analysis.sentences[hedge.sentence]
        if not (sentence.start <= hedge.start and hedge.end <= sentence.end):
            broken(path, (hedge.start, hedge.end), f"leaves sentence {sentence.id}")
        unheld = hedge.claim is not None and analysis.claims[hedge.claim].holder is None
        if hedge.owner is HedgeOwner.HOLDER and unheld:
            broken(f"{path}.owner", hedge.owner, f"but claim {hedge.claim} has no holder")


def contests(analysis: Analysis) -> None:
    silent = defaultdict(list)
    for silence in analysis.silences:
        silent[silence.sentence].append(silence.evidence)
    for contest in analysis.contests:
        path = f"contests[{contest.id}]"
        expect_in_sentence(analysis, f"{path}.evidence", contest.sentence, (contest.evidence,))
        if any(contest.evidence.overlaps(quiet) for quiet in silent[contest.sentence]):
            broken(f"{path}.evidence", contest.evidence, "is a silence, which contests nothing")
        if contest.counter is None:
            continue
        if contest.counter == contest.claim:
            broken(f"{path}.counter", contest.counter, "is the claim that it contests")
        if _side(analysis, analysis.claims[contest.counter].holder) != _side(analysis, contest.by):
            broken(f"{path}.counter", contest.counter, "is not held by the side that contests")


def silences(analysis: Analysis) -> None:
    for silence in analysis.silences:
        path = f"silences[{silence.id}]"
        expect_in_sentence(analysis, f"{path}.evidence", silence.sentence, (silence.evidence,))
        if silence.actor is not None and analysis.actors[silence.actor].kind is ActorKind.PLACE:
            broken(f"{path}.actor", silence.actor, "is a place, which cannot keep silent")


def reading_order(analysis: Analysis) -> None:
    """Actors by first mention (one without mentions may stand anywhere), marks by sentence and place."""
    expect_order("actors", [(a.id, a.mentions[0].start) for a in analysis.actors if a.mentions])
    expect_order("claims", [(c.id, (c.sentence, c.content[0].start)) for c in analysis.claims])
    expect_order("hedges", [(hedge.id, hedge.start) for hedge in analysis.hedges])
    for name in ("contests", "silences"):
        marks = getattr(analysis, name)
        expect_order(name, [(mark.id, (mark.sentence, mark.evidence.start)) for mark in marks])


def _side(analysis: Analysis, actor: int | None) -> int | None:
    return analysis.actors[actor].side if actor is not None else None


LAWS = (claims, parents, groups, hedges, contests, silences, reading_order)
