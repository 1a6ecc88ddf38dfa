"""What one article asserts and the other hedges: of claims that both have, and of sentences that state one as fact."""

from collections.abc import Iterator

from framing.comparing.pairing import Pairing
from framing.comparing.types import Difference, Kind, Place
from framing.types import Analysis, Claim, Factuality, HedgeKind, Span, Voice

# A figure that is about right, and what somebody is to do, are told alike by "some 300" and "will".
WEAKENING = frozenset(HedgeKind) - {HedgeKind.APPROXIMATE, HedgeKind.PLANNED}
UNCERTAIN = frozenset({Factuality.PROBABLE, Factuality.POSSIBLE, Factuality.PROBABLY_NOT, Factuality.POSSIBLY_NOT})
STATED = 0.7  # of a hedged claim's words, what a sentence without a hedge must hold to state it as fact
ASSERTS, HEDGES = "asserts", "hedges"


def hedged_otherwise(pairing: Pairing) -> Iterator[Difference]:
    """Pairs of claims of which one is hedged."""
    first, second = pairing.first.analysis, pairing.second.analysis
    for one, (other, _) in sorted(pairing.claims.items()):
        here, there = place(first, first.claims[one]), place(second, second.claims[other])
        if here.value != there.value:
            yield Difference(Kind.HEDGE, here, there)


def stated_as_fact(pairing: Pairing) -> Iterator[Difference]:
    """Hedged claims of the first article that a plain sentence of the second states in the article's own voice."""
    second = pairing.second.analysis
    spoken = {claim.sentence for claim in second.claims} | {hedge.sentence for hedge in second.hedges}
    for claim in pairing.first.analysis.claims:
        here = place(pairing.first.analysis, claim)
        if claim.id in pairing.claims or here.value == ASSERTS or claim.voice is not Voice.AUTHOR:
            continue
        nearest = pairing.nearest(pairing.first.claims[claim.id], least=STATED)
        if nearest and nearest[0] not in spoken:
            sentence = second.sentences[nearest[0]]
            yield Difference(Kind.HEDGE, here, Place((Span(sentence.start, sentence.end),), nearest, ASSERTS))


def place(analysis: Analysis, claim: Claim) -> Place:
    """The claim with the words that hedge it."""
    hedges = [hedge for hedge in analysis.hedges if hedge.claim == claim.id and hedge.kind in WEAKENING]
    value = HEDGES if hedges or claim.factuality in UNCERTAIN else ASSERTS
    words = {*claim.content, *(Span(hedge.start, hedge.end) for hedge in hedges)}
    return Place(tuple(sorted(words)), (claim.sentence,), value, claim=claim.id, actor=claim.holder)
