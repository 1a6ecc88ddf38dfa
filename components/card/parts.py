"""The parts that cards share: quotations with their places, rules, proofs and readings as plain strings."""

from collections.abc import Iterable

from components.card.types import Fact, ProofRow, Shares
from components.reader.places import Place, places
from framing.labels import NOT_SURE
from framing.marks import Layer, Role, flatten, within
from framing.naming import ANALYST, ARTICLE_VOICE, side_name, words
from framing.types import Analysis, Claim, Proof, Share, Span, StanceReading


def confidence(score: float, unsure: bool) -> Fact:
    """The model's confidence in its label, never a probability that something is true."""
    return Fact("Reading", f"{NOT_SURE}, {score:.2f}" if unsure else f"confidence {score:.2f}")


def sentence_pieces(analysis: Analysis, number: int, layers: Iterable[Layer]) -> tuple[tuple[str, str], ...]:
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


def proof_rows(analysis: Analysis, proofs: Iterable[Proof]) -> tuple[ProofRow, ...]:
    text = analysis.article.text
    return tuple(
        ProofRow(
            proof.by,
            text[proof.start : proof.end],
            proof.value,
            places(analysis, (Span(proof.start, proof.end),)),
        )
        for proof in proofs
    )


def rule(proofs: tuple[Proof, ...]) -> tuple[Fact, ...]:
    """What found the mark, the first proof being the one that did; and whether a person has decided since."""
    found = tuple(Fact("Found by", proof.by) for proof in proofs[:1])
    checked = tuple(Fact("Checked by", proof.by) for proof in proofs[1:] if proof.by == ANALYST)
    return (*found, *checked[:1])


def quoted(analysis: Analysis, name: str, value: str, *spans: Span) -> Fact:
    return Fact(name, value, words(analysis, spans), places(analysis, spans))


def sentence_places(analysis: Analysis, number: int) -> tuple[Place, ...]:
    sentence = analysis.sentences[number]
    return places(analysis, (Span(sentence.start, sentence.end),))


def toward(analysis: Analysis, item: StanceReading) -> str:
    holder = side_name(analysis, item.holder, absent=ARTICLE_VOICE)
    return f"{holder} toward {side_name(analysis, item.target)}"


def shares(head: str, name: str, unsure: bool, probabilities: Iterable[Share]) -> Shares:
    return Shares(head, name, unsure, tuple((share.label, share.value) for share in probabilities))


def claim_readings(analysis: Analysis, claim: Claim) -> tuple[Shares, ...]:
    """What the network read in the claim's sentence for its holder."""
    stances = (
        shares("stance", f"Stance toward {side_name(analysis, item.target)}", item.unsure, item.probabilities)
        for item in analysis.stances
        if item.sentence == claim.sentence and item.holder == claim.holder
    )
    tones = (
        shares("target_tone", f"Tone toward {side_name(analysis, item.actor)}", item.unsure, item.probabilities)
        for item in analysis.tones.actors
        if item.sentence == claim.sentence and item.holder == claim.holder
    )
    acts = (
        shares("act", f"Act toward {side_name(analysis, item.target)}", item.unsure, item.probabilities)
        for item in analysis.acts
        if item.sentence == claim.sentence and item.source == claim.holder
    )
    return (*stances, *tones, *acts)
