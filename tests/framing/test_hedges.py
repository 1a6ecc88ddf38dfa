"""Hedges: over which words they reach, who hedges, and what negation and company do to them."""

import pytest

from framing.types import Claim, Factuality, Hedge, HedgeKind, HedgeOwner
from tests.framing.conftest import Read
from tests.framing.views import hedges, words

AUTHOR, HOLDER = HedgeOwner.AUTHOR, HedgeOwner.HOLDER
CERTAIN, PROBABLE, POSSIBLE = Factuality.CERTAIN, Factuality.PROBABLE, Factuality.POSSIBLE


def only(read: Read, sentence: str, cue: str) -> tuple[Hedge, Claim | None, str]:
    """The one hedge with that cue, its claim, and the words that it reaches over."""
    record = read(sentence, any_language=True)
    (hedge,) = hedges(record, cue)
    claim = record.claims[hedge.claim] if hedge.claim is not None else None
    return hedge, claim, words(record, hedge.scope) if hedge.scope is not None else ""


@pytest.mark.parametrize(
    ("sentence", "cue", "reaches", "spares"),
    [
        ("Suva may close the reef, but Apia will keep it open.", "may", "close the reef", "keep it open"),
        ("The tunnel leaked, so the line might shut.", "might", "the line", "leaked"),
        ("Turin said the vote might be held, and left the talks.", "might", "the vote", "left the talks"),
        ("Divers found a possible wreck off Tartu last week.", "possible", "wreck", "Divers"),
        ("Nearly 300 herders left the valley.", "Nearly", "300 herders", "valley"),
        ("Prices will rise if the harvest fails.", "if", "Prices will rise", ""),
        ("The auditors believe that the till was emptied twice.", "believe", "the till was emptied", "auditors"),
        ("The prints suggest that a child was there.", "suggest", "a child was there", "prints"),
        ("Kofi Mensah, who may run again, praised the count.", "may", "run again", "praised the count"),
    ],
)
def test_scope(read: Read, sentence: str, cue: str, reaches: str, spares: str) -> None:
    _, _, scope = only(read, sentence, cue)
    assert reaches in scope
    assert not spares or spares not in scope


@pytest.mark.parametrize(
    ("sentence", "cue", "owner", "content"),
    [
        # in the holder's words
        ("Hanoi said the dyke might burst.", "might", HOLDER, "the dyke might burst"),
        ('"The dyke could burst," said the mayor, Ruth Otieno.', "could", HOLDER, "The dyke could burst"),
        ("The dyke, Hanoi said, will possibly burst.", "possibly", HOLDER, "will possibly burst"),
        # in the cue: still the holder's doubt, of which the content knows nothing
        ("Hanoi suggested that the dyke had burst.", "suggested", HOLDER, "the dyke had burst"),
        ("Aid workers believe that the dyke has burst.", "believe", HOLDER, "the dyke has burst"),
        # the article's own
        ("The dyke reportedly burst.", "reportedly", AUTHOR, "The dyke reportedly burst"),
        ("The dyke is said to have burst.", "is said to", AUTHOR, "The dyke is said to have burst"),
        (
            "Two engineers who asked not to be named said the dyke had burst.",
            "asked not to be named",
            AUTHOR,
            "the dyke had burst",
        ),
        # of two claims the one that it stands in
        ("Hue said the dyke had held and Hanoi said it might burst.", "might", HOLDER, "it might burst"),
    ],
)
def test_owner(read: Read, sentence: str, cue: str, owner: HedgeOwner, content: str) -> None:
    hedge, claim, _ = only(read, sentence, cue)
    assert hedge.owner is owner
    assert claim is not None
    assert content in words(read(sentence, any_language=True), claim.content)
    assert claim.hedged


@pytest.mark.parametrize(
    ("sentence", "factuality"),
    [
        # a denied possibility is a certainty
        ("Oslo said it was not possible that the ice would hold.", Factuality.CERTAINLY_NOT),
        ("Oslo said it was impossible that the ice would hold.", Factuality.CERTAINLY_NOT),
        ("Oslo said the ice could not have held.", Factuality.CERTAINLY_NOT),
        ("Oslo said there was no doubt that the ice had held.", CERTAIN),
        ("Oslo said the ice had without doubt held.", CERTAIN),
        # a denied probability is a probable denial
        ("Oslo said the ice was not likely to hold.", Factuality.PROBABLY_NOT),
        ("Oslo said the ice was unlikely to hold.", Factuality.PROBABLY_NOT),
        ("Oslo said the ice did not appear to have held.", Factuality.PROBABLY_NOT),
        ("Oslo said the ice was not expected to hold.", Factuality.PROBABLY_NOT),
        # two negations are none
        ("Oslo said it was not impossible that the ice would hold.", POSSIBLE),
        ("Oslo said a thaw could not be ruled out.", POSSIBLE),
        # a hedge before the negation keeps it
        ("Oslo said the ice might not hold.", Factuality.POSSIBLY_NOT),
        ("Oslo said the ice would probably not hold.", Factuality.PROBABLY_NOT),
        # the proposition itself is denied by its object, its complement or its time
        ("Oslo said its divers had found nothing.", Factuality.CERTAINLY_NOT),
        ("Oslo said it knew of no crack.", Factuality.CERTAINLY_NOT),
        ("Oslo said the ice no longer held.", Factuality.CERTAINLY_NOT),
        ("Oslo said the ice had cost no more than 40 lives.", CERTAIN),
    ],
)
def test_negation(read: Read, sentence: str, factuality: Factuality) -> None:
    (claim,) = read(sentence, any_language=True).claims
    assert claim.factuality is factuality
    assert claim.hedged is (factuality not in {CERTAIN, Factuality.CERTAINLY_NOT})


@pytest.mark.parametrize(
    ("sentence", "cues", "factuality"),
    [
        ("The strike may possibly end on Friday.", ["may", "possibly"], POSSIBLE),
        ("The strike reportedly might end on Friday.", ["reportedly", "might"], POSSIBLE),
        ("Perhaps the strike will probably end.", ["Perhaps", "probably"], POSSIBLE),
        ("The strike is likely to end, if the union agrees.", ["likely", "if"], Factuality.UNDERSPECIFIED),
        ("The strike, which apparently began in Lyon, ended.", ["apparently"], PROBABLE),
        ("The union suggested that the strike may have ended.", ["suggested", "may"], POSSIBLE),
        ("The union suggested that the strike had ended.", ["suggested"], PROBABLE),
        ("The union said that the strike may have ended.", ["may"], POSSIBLE),
        ("It is not only possible but likely that the strike will end.", ["possible", "likely"], POSSIBLE),
    ],
)
def test_several_hedges(read: Read, sentence: str, cues: list[str], factuality: Factuality) -> None:
    """Each cue is a mark of its own, on one claim; the weakest commitment counts."""
    record = read(sentence, any_language=True)
    assert [record.article.text[h.start : h.end] for h in record.hedges] == cues
    (claim,) = {h.claim for h in record.hedges}
    assert claim is not None
    assert record.claims[claim].factuality is factuality


@pytest.mark.parametrize(
    ("sentence", "cues"),
    [
        ("About 60 boats sank in almost a week.", ["About", "almost"]),
        ("Output was roughly double that of Chile.", ["roughly"]),
        ("As many as 90 miners were below.", ["As many as"]),
        # bounds are exact, and so is a preposition before a number
        ("More than 60 boats sank in less than two days.", []),
        ("At least 12 died; fewer than 40 were hurt.", []),
        ("The two clubs talked about two players.", []),
        ("The mill worked under three owners.", []),
    ],
)
def test_figures(read: Read, sentence: str, cues: list[str]) -> None:
    record = read(sentence, any_language=True)
    assert [record.article.text[h.start : h.end] for h in record.hedges] == cues
    assert all(h.kind is HedgeKind.APPROXIMATE for h in record.hedges)
    assert not any(claim.hedged for claim in record.claims)


@pytest.mark.parametrize(
    ("text", "hedged"),
    [
        ("A rigger who would not be named said the mast had bent. The rigger said the crew had fled.", [True, True]),
        ("A rigger from Split said the mast had bent. The rigger said the crew had fled.", [False, False]),
        ("Two clerks, speaking on condition that they not be named, said the safe was empty.", [True]),
        ("Radio Sol reported that the mine had closed. Its report cited an unnamed clerk.", [True]),
        ("Radio Sol reported that the mine had closed. Its report cited the mayor.", [False]),
        ("Radio Sol reported that the mine had closed. The report could not be confirmed.", [True]),
        ("Radio Sol reported that the mine had closed. The report was confirmed.", [False]),
    ],
)
def test_a_source_without_a_name(read: Read, text: str, hedged: list[bool]) -> None:
    claims = [claim for claim in read(text, any_language=True).claims if claim.holder is not None]
    assert [claim.hedged for claim in claims] == hedged
