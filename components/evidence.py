"""What one mark rests on, as a card of plain strings; every quotation is read from its span."""

from collections.abc import Iterable

from components.card.types import Card, Fact, Link, ProofRow, Shares
from components.reader.document import TAG
from components.reader.marks import Layer, MarkId, MarkKind, Role, flatten, within
from components.reader.strip import contents
from components.wording import (
    CONTEST,
    CONTESTED_BY,
    FACTUALITY,
    HEDGE,
    HEDGE_OWNER,
    NOT_SURE,
    REPORTING,
    VOICE,
)
from framing.naming import (
    ARTICLE_VOICE,
    UNNAMED,
    actor_name,
    contester_name,
    contests_of,
    holder_name,
    side_name,
    side_of,
    words,
)
from framing.types import Analysis, Claim, Contest, Hedge, Proof, Share, Span, StanceReading


def card(analysis: Analysis, mark: MarkId) -> Card:
    return _CARDS[mark.record](analysis, mark.number)


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
        facts=_claim_facts(analysis, claim),
        links=(
            *(_contest_link(analysis, contest) for contest in contests_of(analysis, number)),
            *(_hedge_link(analysis, hedge) for hedge in analysis.hedges if hedge.claim == number),
            *((_claim_link(analysis, "Inside a claim by", claim.parent),) if claim.parent is not None else ()),
        ),
        sentence=_sentence(analysis, claim.sentence, layers),
        proofs=_proofs(analysis, claim.proof),
        readings=_readings(analysis, claim),
    )


def _claim_facts(analysis: Analysis, claim: Claim) -> tuple[Fact, ...]:
    holder = words(analysis, (claim.holder_span,)) if claim.holder_span is not None else ""
    facts = [
        Fact("Act", claim.act, words(analysis, claim.cue)),
        Fact("Certainty", FACTUALITY[claim.factuality] + (", hedged" if claim.hedged else "")),
        Fact("Voice", VOICE[claim.voice]),
        Fact("Reporting", REPORTING[claim.reporting]),
    ]
    if holder:
        facts.append(Fact("Named as", "", holder))
    if claim.anonymous:
        facts.append(Fact("Source", UNNAMED))
    if claim.targets:
        facts.append(Fact("About", ", ".join(actor_name(analysis, target) for target in claim.targets)))
    facts.append(_confidence(claim.score, claim.unsure))
    return tuple(facts)


def _contest(analysis: Analysis, number: int) -> Card:
    contest = analysis.contests[number]
    layers = [Layer(contest.evidence, 0)]
    if contest.about is not None:
        layers.append(Layer(contest.about, 0, Role.CUE))
    about = words(analysis, (contest.about,)) if contest.about is not None else ""
    facts = [
        Fact("Against", actor_name(analysis, contest.against)),
        *([Fact("About", "", about)] if about else []),
        _confidence(contest.score, contest.unsure),
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
        label={"denies": "Denial", "doubts": "Doubt", "rejects": "Rejection"}[contest.kind],
        title=f"{contester_name(analysis, contest)} {CONTEST[contest.kind]}",
        subtitle=_speaks_for(analysis, contest.by),
        quote=words(analysis, (contest.evidence,)),
        facts=tuple(facts),
        links=tuple(links),
        sentence=_sentence(analysis, contest.sentence, layers),
        proofs=_proofs(analysis, contest.proof),
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
        facts=(Fact("Counts as", "no comment or no answer; not a denial"),),
        links=(_claim_link(analysis, "About a claim by", silence.claim),) if silence.claim is not None else (),
        sentence=_sentence(analysis, silence.sentence, [Layer(silence.evidence, 0)]),
        proofs=_proofs(analysis, silence.proof),
    )


def _hedge(analysis: Analysis, number: int) -> Card:
    hedge = analysis.hedges[number]
    span = Span(hedge.start, hedge.end)
    layers = [Layer(span, 0)] + ([Layer(hedge.scope, 0, Role.CUE)] if hedge.scope is not None else [])
    scope = words(analysis, (hedge.scope,)) if hedge.scope is not None else ""
    return Card(
        kind=MarkKind.HEDGE,
        tag=TAG[MarkKind.HEDGE],
        label="Hedge",
        title=f"Put as {HEDGE[hedge.kind]}",
        subtitle="",
        quote=words(analysis, (span,)),
        facts=(
            Fact("Kind", hedge.kind),
            Fact("Hedged by", HEDGE_OWNER[hedge.owner]),
            *((Fact("Applies to", "", scope),) if scope else ()),
            _confidence(hedge.score, unsure=False),
        ),
        links=(_claim_link(analysis, "In a claim by", hedge.claim),) if hedge.claim is not None else (),
        sentence=_sentence(analysis, hedge.sentence, layers),
        proofs=_proofs(analysis, hedge.proof),
    )


def _paragraph(analysis: Analysis, number: int) -> Card:
    paragraph, held = analysis.paragraphs[number], contents(analysis)[number]
    readings = []
    if held.tone is not None:
        readings.append(_shares("Tone in the author’s voice", held.tone.unsure, held.tone.probabilities))
    readings += [
        _shares(
            _toward(analysis, item),
            item.unsure,
            item.probabilities,
        )
        for item in held.stances
    ]
    readings += [
        _shares(f"Frame (experimental): {frame.label}", frame.unsure, frame.probabilities)
        for frame in analysis.frames
        if frame.paragraph == number
    ]
    tone = "not read" if held.tone is None else NOT_SURE if held.tone.unsure else held.tone.label
    return Card(
        kind="paragraph",
        tag="¶",
        label=f"Paragraph {number + 1}",
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
    return f"speaks for {actor_name(analysis, side)}" if side != actor else ""


def _confidence(score: float, unsure: bool) -> Fact:
    """The model's confidence in its label, never a probability that something is true."""
    return Fact("Reading", f"{NOT_SURE}, {score:.2f}" if unsure else f"confidence {score:.2f}")


def _contest_link(analysis: Analysis, contest: Contest) -> Link:
    lead = f"✗ {CONTESTED_BY[contest.kind]} {contester_name(analysis, contest)}"
    return Link(str(MarkId("contest", contest.id)), lead, words(analysis, (contest.evidence,)))


def _hedge_link(analysis: Analysis, hedge: Hedge) -> Link:
    quote = words(analysis, (Span(hedge.start, hedge.end),))
    return Link(str(MarkId("hedge", hedge.id)), f"≈ {HEDGE[hedge.kind]}:", quote)


def _claim_link(analysis: Analysis, lead: str, number: int) -> Link:
    claim = analysis.claims[number]
    lead = f"{lead} {holder_name(analysis, claim)}:"
    return Link(str(MarkId("claim", number)), lead, words(analysis, claim.content))


def _sentence(analysis: Analysis, number: int, layers: Iterable[Layer]) -> tuple[tuple[str, str], ...]:
    """The sentence in pieces; where roles overlap, what the mark is about wins."""
    sentence = analysis.sentences[number]
    pieces = within(flatten(layers), Span(sentence.start, sentence.end))
    order = (Role.BODY, Role.CUE, Role.HOLDER)
    return tuple(
        (
            piece.span.of(analysis.article.text),
            next((role for role in order if any(layer.role is role for layer in piece.layers)), ""),
        )
        for piece in pieces
    )


def _proofs(analysis: Analysis, proofs: Iterable[Proof]) -> tuple[ProofRow, ...]:
    text = analysis.article.text
    return tuple(ProofRow(proof.by, text[proof.start : proof.end], proof.value) for proof in proofs)


def _toward(analysis: Analysis, item: StanceReading) -> str:
    holder = side_name(analysis, item.holder, absent=ARTICLE_VOICE)
    return f"{holder} toward {side_name(analysis, item.target)}"


def _shares(name: str, unsure: bool, probabilities: Iterable[Share]) -> Shares:
    return Shares(name, unsure, tuple((share.label, share.value) for share in probabilities))


def _readings(analysis: Analysis, claim: Claim) -> tuple[Shares, ...]:
    """What the network read in the claim's sentence for its holder."""
    stances = (
        _shares(f"Stance toward {side_name(analysis, item.target)}", item.unsure, item.probabilities)
        for item in analysis.stances
        if item.sentence == claim.sentence and item.holder == claim.holder
    )
    tones = (
        _shares(f"Tone toward {side_name(analysis, item.actor)}", item.unsure, item.probabilities)
        for item in analysis.tones.actors
        if item.sentence == claim.sentence and item.holder == claim.holder
    )
    return (*stances, *tones)
