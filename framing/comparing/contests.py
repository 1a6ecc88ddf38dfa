"""Denials, doubts and rejections that one article has and the other drops."""

from collections.abc import Iterator

from framing.comparing.assignment import assigned
from framing.comparing.pairing import Pairing, Worded
from framing.comparing.types import Difference, Kind, Place
from framing.disputes.counters import RULE
from framing.types import Act, Contest, Factuality

LEAST = 0.5  # being the same contester is enough where nothing else fits better
LIKE = 0.3  # how much of a denial's words a negative claim must share to stand for it
REFUSING = frozenset({Act.DENY, Act.DOUBT, Act.REJECT})
NEGATIVE = frozenset({Factuality.CERTAINLY_NOT, Factuality.PROBABLY_NOT, Factuality.POSSIBLY_NOT})


def dropped(pairing: Pairing) -> Iterator[Difference]:
    """Contests of the first article that the second has in no form, with the sentence there that one would look at."""
    here, there = objections(pairing.first), objections(pairing.second)
    kept = assigned([[fit(pairing, one, other) for other in there] for one in here], least=LEAST)
    for place, objection in enumerate(here):
        if place not in kept and not any(stands_as_claim(pairing, contest) for contest in objection):
            lead = objection[0]
            words, kinds = (contest.evidence for contest in objection), (contest.kind for contest in objection)
            mine = Place(
                tuple(sorted(set(words))), (lead.sentence,), ", ".join(dict.fromkeys(kinds)),
                claim=lead.claim, contest=lead.id, actor=lead.by,
            )  # fmt: skip
            yield Difference(Kind.CONTEST, mine, where(pairing, lead))


def objections(worded: Worded) -> list[tuple[Contest, ...]]:
    """Contests of one contester in one sentence together; those of a headline only of who contests nothing below it."""
    found: dict[tuple[int | None, int], tuple[Contest, ...]] = {}
    for contest in worded.analysis.contests:
        key = contest.by, contest.sentence
        found[key] = (*found.get(key, ()), contest)
    below = {by for by, sentence in found if sentence not in worded.headlines}
    return [group for (by, sentence), group in found.items() if sentence not in worded.headlines or by not in below]


def fit(pairing: Pairing, ones: tuple[Contest, ...], others: tuple[Contest, ...]) -> float:
    """The same contester and, better still, the same claim or the same words around."""
    one, other = ones[0], others[0]
    if not pairing.one_voice(one.by, other.by):
        return 0.0
    claims = {contest.claim for contest in others} - {None}
    if any(pairing.claim(contest.claim) in claims for contest in ones):
        return 1.0
    here, there = pairing.first.sentences[one.sentence], pairing.second.sentences[other.sentence]
    return LEAST + (1 - LEAST) * 0.9 * pairing.wording.alike(here, there)


def stands_as_claim(pairing: Pairing, contest: Contest) -> bool:
    """Whether the second article has the denial as a claim: of the contester, negative, in like words.

    A contest that is nothing but a claim ("said no boat had sailed") is kept where that claim is.
    """
    if contest.counter is not None and told_only(contest) and pairing.claim(contest.counter) is not None:
        return True
    words = pairing.first.sentences[contest.sentence]
    return any(
        pairing.one_voice(contest.by, claim.holder)
        and (claim.act in REFUSING or claim.factuality in NEGATIVE)
        and pairing.wording.held(pairing.second.claims[claim.id], words) >= LIKE
        for claim in pairing.second.analysis.claims
    )


def told_only(contest: Contest) -> bool:
    return any(proof.by == f"contest:{RULE}" for proof in contest.proof[:1])


def where(pairing: Pairing, contest: Contest) -> Place:
    """In the second article: the claim that goes uncontested there, else the sentence most like the contest's."""
    claim, actor = pairing.claim(contest.claim), pairing.actor(contest.by)
    if claim is not None:
        sentence = pairing.second.analysis.claims[claim].sentence
        return Place((), (sentence,), "", claim=claim, actor=actor)
    return Place((), pairing.nearest(pairing.first.sentences[contest.sentence]), "", actor=actor)
