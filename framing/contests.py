"""What a dispute is about: the claim it fits best, by features that stay with the link.

Each feature adds to one sum; the link stands where the sum reaches `NEEDED`, else the contest is kept with no
claim. The score is the share of the claim among all that it may be about, and none.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from framing import lexicon, opposition, syntax
from framing.answers import answers
from framing.cast import Cast, Figure
from framing.disputes import Dispute
from framing.drafts import Draft
from framing.features import STATEMENTS, named_owner
from framing.fits import Fit, Trial, trials
from framing.ports import Reader
from framing.tokens import Token
from framing.types import ContestKind, Proof
from framing.weights import NEEDED


@dataclass(slots=True, eq=False)
class Link:
    """A resolved dispute: the claim it contests (or None), the counter-claim, and why."""

    dispute: Dispute
    by: Figure | None
    against: Figure | None
    claim: Draft | None
    counter: Draft | None
    kind: ContestKind
    score: float
    features: tuple[Proof, ...]


def resolve(
    disputes: Sequence[Dispute], drafts: Sequence[Draft], cast: Cast, *, text: str = "", reader: Reader | None = None
) -> list[Link]:
    """One link per dispute, in order; an earlier link of the same act leaves its claim to no other.

    Args:
        text: the article's, for the network's comparisons.
        reader: compares claims and denials; without one the other features decide alone.
    """
    links: list[Link] = []
    for trial in opposition.weigh(list(trials(disputes, drafts, cast)), text, reader):
        dispute = trial.dispute
        ranked = sorted(trial.fits, key=lambda fit: (-fit.total, -fit.claim.line.id, -fit.claim.content[0].start))
        taken = [
            link.claim
            for link in links[-8:]
            if link.dispute.line.id == dispute.line.id and link.dispute.evidence == dispute.evidence
        ]
        link = linked(trial, next((fit for fit in ranked if fit.claim not in taken), None), cast)
        if not dispute.tentative or answers(dispute, link.claim, link.by, cast):
            links.append(link)
    return links


def linked(trial: Trial, best: Fit | None, cast: Cast) -> Link:
    dispute = trial.dispute
    won = best if best is not None and best.total >= NEEDED else None
    claim = won.claim if won is not None else None
    against = claim.holder if claim is not None and claim.holder is not None else named_owner(dispute, cast)
    rule = Proof(f"contest:{dispute.rule}", dispute.evidence.start, dispute.evidence.end)
    return Link(
        dispute=dispute,
        by=trial.by,
        against=against if against is not trial.by else None,
        claim=claim,
        counter=trial.counter,
        kind=kind_of(dispute, claim),
        score=share(won, trial) if won is not None else 0.5,
        features=(rule, *(won.features if won is not None else ())),
    )


def share(won: Fit, trial: Trial) -> float:
    """The probability of the claim beside its rivals and beside none, as the weights were learned to give it."""
    return 1 / (math.exp(NEEDED - won.total) + sum(math.exp(fit.total - won.total) for fit in trial.fits))


def kind_of(dispute: Dispute, claim: Draft | None) -> ContestKind:
    """The kind follows what is refused: words are denied, an offer or an authority is rejected."""
    if dispute.kind is not None:
        return dispute.kind
    if dispute.about_head is not None and dispute.about_head.lemma_.lower() in lexicon.lemmas("contests", "deeds"):
        return ContestKind.REJECTS
    shell = shell_of(dispute.about_head)
    if shell == "thought" and not dispute.remark and dispute.about_head is not None and asserted(dispute.about_head):
        return ContestKind.DENIES
    if shell in {None, "thought"} and claim is not None:
        return ContestKind.DENIES if claim.act in STATEMENTS else ContestKind.REJECTS
    if shell is None:
        return (
            ContestKind.DENIES
            if dispute.about_head is not None and dispute.about_head.pos_ == "VERB"
            else ContestKind.REJECTS
        )
    return ContestKind.DENIES if shell == "statement" else ContestKind.REJECTS


def asserted(noun: Token) -> bool:
    """`the suggestion that she knew` says what is so; `the suggestion that she resign`, what is to be done."""
    clauses = (c for c in syntax.children(noun, "acl", "ccomp", "relcl") if syntax.opens_with_that(c))
    clause = next(clauses, None)
    if clause is None or not syntax.finite(clause) or syntax.has(noun, "det", "a", "an"):
        return False
    modal = next((c for c in clause.children if c.tag_ == "MD"), None)
    return modal.lower_ != "should" if modal is not None else clause.tag_ != "VB" or syntax.has(clause, "aux")


def shell_of(head: Token | None) -> str | None:
    if head is None:
        return None
    noun = lexicon.nouns().get(head.lemma_.lower())
    return noun.shell if noun is not None and head.pos_ in {"NOUN", "PROPN"} else None
