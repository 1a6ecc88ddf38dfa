"""What one mark rests on, as a card of plain strings; every quotation is read from its span."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from components.card.parts import (
    claim_readings,
    confidence,
    proof_rows,
    quoted,
    rule,
    sentence_pieces,
    sentence_places,
    shares,
    toward,
)
from components.card.types import Card, Fact, Link
from components.measured import Scores, measured
from components.reader.places import places
from framing.citation import citation
from framing.labels import CONTESTED_BY, DISPUTE, FACTUALITY, HEDGE, HEDGE_OWNER, NOT_SURE, REPORTING, TAG, VOICE
from framing.marks import Layer, MarkId, MarkKind, Role
from framing.naming import (
    UNNAMED,
    actor_name,
    contester_name,
    contests_of,
    holder_name,
    side_of,
    words,
)
from framing.paragraphs import contents, numbers
from framing.types import Analysis, Claim, Contest, Hedge, Span

HEADS = {
    "claim": ("attribution", "roles", "factuality"),
    "contest": ("contest", "pair"),
    "hedge": ("hedge",),
    "silence": (),
    "paragraph": ("tone", "frame"),
}  # the heads that read each kind of mark; those of its readings come on top


def card(analysis: Analysis, mark: MarkId, scores: Mapping[str, Scores] = MappingProxyType({})) -> Card:
    """The card of a mark; `scores` are the measured figures of each head."""
    found = _CARDS[mark.record](analysis, mark.number)
    read = dict.fromkeys([*HEADS[mark.record], *(reading.head for reading in found.readings)])
    return replace(found, measured=measured(list(read), scores))


def _claim(analysis: Analysis, number: int) -> Card:
    claim = analysis.claims[number]
    kind = MarkKind.CONTESTED if claim.contested else MarkKind.CLAIM
    layers = [Layer(span, 0) for span in claim.content]
    layers += [Layer(span, 0, Role.CUE) for span in claim.cue]
    if claim.holder_span is not None:
        layers.append(Layer(claim.holder_span, 0, Role.HOLDER))
    return Card(
        kind=kind,
        tag=TAG[kind],
        label="Contested claim" if claim.contested else "Claim",
        title=holder_name(analysis, claim),
        subtitle=_speaks_for(analysis, claim.holder),
        quote=words(analysis, claim.content),
        places=places(analysis, claim.content),
        facts=_claim_facts(analysis, claim),
        links=(
            *(_contest_link(analysis, contest) for contest in contests_of(analysis, number)),
            *(_hedge_link(analysis, hedge) for hedge in analysis.hedges if hedge.claim == number),
            *((_claim_link(analysis, "Inside a claim by", claim.parent),) if claim.parent is not None else ()),
        ),
        sentence=sentence_pieces(analysis, claim.sentence, layers),
        sentence_places=sentence_places(analysis, claim.sentence),
        proofs=proof_rows(analysis, claim.proof),
        readings=claim_readings(analysis, claim),
        citation=citation(analysis, claim),
    )


def _claim_facts(analysis: Analysis, claim: Claim) -> tuple[Fact, ...]:
    facts = [
        quoted(analysis, "Act", claim.act, *claim.cue),
        Fact("Certainty", FACTUALITY[claim.factuality] + (", hedged" if claim.hedged else "")),
        Fact("Voice", VOICE[claim.voice]),
        Fact("Reporting", REPORTING[claim.reporting]),
    ]
    if claim.holder_span is not None:
        facts.append(quoted(analysis, "Named as", "", claim.holder_span))
    if claim.anonymous:
        facts.append(Fact("Source", UNNAMED))
    if claim.targets:
        facts.append(Fact("About", ", ".join(actor_name(analysis, target) for target in claim.targets)))
    facts += [confidence(claim.score, claim.unsure), *rule(claim.proof)]
    return tuple(facts)


def _contest(analysis: Analysis, number: int) -> Card:
    contest = analysis.contests[number]
    layers = [Layer(contest.evidence, 0)]
    if contest.about is not None:
        layers.append(Layer(contest.about, 0, Role.CUE))
    facts = [
        Fact("Against", actor_name(analysis, contest.against)),
        *([quoted(analysis, "About", "", contest.about)] if contest.about is not None else []),
        confidence(contest.score, contest.unsure),
        *rule(contest.proof),
    ]
    if contest.claim is None:
        facts.append(Fact("Claim", "not stated in this article"))
    links = []
    if contest.claim is not None:
        links.append(_claim_link(analysis, "Contests a claim by", contest.claim))
    if contest.counter is not None:
        links.append(_claim_link(analysis, "Puts forward instead, by", contest.counter))
    return Card(
        kind=MarkKind.CONTEST,
        tag=TAG[MarkKind.CONTEST],
        label=DISPUTE[contest.kind],
        title=contester_name(analysis, contest),
        subtitle=_speaks_for(analysis, contest.by),
        quote=words(analysis, (contest.evidence,)),
        places=places(analysis, (contest.evidence,)),
        facts=tuple(facts),
        links=tuple(links),
        sentence=sentence_pieces(analysis, contest.sentence, layers),
        sentence_places=sentence_places(analysis, contest.sentence),
        proofs=proof_rows(analysis, contest.proof),
    )


def _silence(analysis: Analysis, number: int) -> Card:
    silence = analysis.silences[number]
    return Card(
        kind=MarkKind.SILENCE,
        tag=TAG[MarkKind.SILENCE],
        label="Silence",
        title=actor_name(analysis, silence.actor),
        subtitle=_speaks_for(analysis, silence.actor),
        quote=words(analysis, (silence.evidence,)),
        places=places(analysis, (silence.evidence,)),
        facts=(Fact("Counts as", "no comment or no answer; not a denial"), *rule(silence.proof)),
        links=(_claim_link(analysis, "About a claim by", silence.claim),) if silence.claim is not None else (),
        sentence=sentence_pieces(analysis, silence.sentence, [Layer(silence.evidence, 0)]),
        sentence_places=sentence_places(analysis, silence.sentence),
        proofs=proof_rows(analysis, silence.proof),
    )


def _hedge(analysis: Analysis, number: int) -> Card:
    hedge = analysis.hedges[number]
    span = Span(hedge.start, hedge.end)
    layers = [Layer(span, 0)] + ([Layer(hedge.scope, 0, Role.CUE)] if hedge.scope is not None else [])
    return Card(
        kind=MarkKind.HEDGE,
        tag=TAG[MarkKind.HEDGE],
        label="Hedge",
        title=f"Put as {HEDGE[hedge.kind]}",
        subtitle="",
        quote=words(analysis, (span,)),
        places=places(analysis, (span,)),
        facts=(
            Fact("Kind", hedge.kind),
            Fact("Hedged by", HEDGE_OWNER[hedge.owner]),
            *((quoted(analysis, "Applies to", "", hedge.scope),) if hedge.scope is not None else ()),
            confidence(hedge.score, unsure=False),
            *rule(hedge.proof),
        ),
        links=(_claim_link(analysis, "In a claim by", hedge.claim),) if hedge.claim is not None else (),
        sentence=sentence_pieces(analysis, hedge.sentence, layers),
        sentence_places=sentence_places(analysis, hedge.sentence),
        proofs=proof_rows(analysis, hedge.proof),
    )


def _paragraph(analysis: Analysis, number: int) -> Card:
    paragraph, held = analysis.paragraphs[number], contents(analysis)[number]
    readings = []
    if held.tone is not None:
        readings.append(shares("tone", "Tone in the author’s voice", held.tone.unsure, held.tone.probabilities))
    readings += [
        shares(
            "stance",
            toward(analysis, item),
            item.unsure,
            item.probabilities,
        )
        for item in held.stances
    ]
    readings += [
        shares("frame", f"Frame (experimental): {frame.label}", frame.unsure, frame.probabilities)
        for frame in analysis.frames
        if frame.paragraph == number
    ]
    numbered = numbers(analysis)
    tone = "not read" if held.tone is None else NOT_SURE if held.tone.unsure else held.tone.label
    return Card(
        kind="paragraph",
        tag="¶",
        label=f"Paragraph {numbered[number]}" if number in numbered else "Left out",
        title="What this paragraph holds",
        subtitle="",
        quote="",
        facts=(
            Fact("Author’s tone", tone),
            Fact("Claims", str(len(held.claims))),
            Fact("Kind", paragraph.kind),
            Fact("Hedges", str(len(held.hedges))),
        ),
        links=tuple(_claim_link(analysis, "Claim by", claim.id) for claim in held.claims),
        readings=tuple(readings),
    )


_CARDS = {"claim": _claim, "contest": _contest, "silence": _silence, "hedge": _hedge, "paragraph": _paragraph}


def _speaks_for(analysis: Analysis, actor: int | None) -> str:
    side = side_of(analysis, actor)
    return f"speaking for {actor_name(analysis, side)}" if side != actor else ""


def _contest_link(analysis: Analysis, contest: Contest) -> Link:
    lead = f"✗ {CONTESTED_BY[contest.kind]} {contester_name(analysis, contest)}"
    lead += f" ({NOT_SURE})" if contest.unsure else ""
    return Link(str(MarkId("contest", contest.id)), lead, words(analysis, (contest.evidence,)))


def _hedge_link(analysis: Analysis, hedge: Hedge) -> Link:
    quote = words(analysis, (Span(hedge.start, hedge.end),))
    return Link(str(MarkId("hedge", hedge.id)), f"≈ {HEDGE[hedge.kind]}:", quote)


def _claim_link(analysis: Analysis, lead: str, number: int) -> Link:
    claim = analysis.claims[number]
    lead = f"{lead} {holder_name(analysis, claim)}:"
    return Link(str(MarkId("claim", number)), lead, words(analysis, claim.content))
