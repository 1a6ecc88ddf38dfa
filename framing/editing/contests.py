"""Corrections of contests: one is added or removed; to mend one is to do both."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from framing.editing.addresses import ActorWords, find_actor, find_claim, find_contest
from framing.editing.change import Change, by_analyst
from framing.editing.operations import AddContest, RemoveContest
from framing.editing.settle import free_id, home_sentence
from framing.errors import EditError
from framing.naming import contester_name, words
from framing.types import ActorKind, Analysis, Contest, Span


def add(analysis: Analysis, operation: AddContest) -> Change:
    claim = find_claim(analysis, operation.claim) if operation.claim is not None else None
    by = speaker(analysis, operation.by)
    against = claim.holder if claim is not None else speaker(analysis, operation.against)
    contest = Contest(
        id=free_id(analysis.contests),
        sentence=_sentence(analysis, operation.evidence),
        claim=claim.id if claim is not None else None,
        counter=None,
        about=operation.about,
        by=by,
        against=against,
        kind=operation.kind,
        evidence=operation.evidence,
        score=1.0,
        unsure=False,
        proof=(by_analyst(operation.evidence),),
    )
    _require_sense(analysis, contest)
    changed = replace(analysis, contests=(*analysis.contests, contest))
    return Change(changed, None, told(changed, contest))


def remove(analysis: Analysis, operation: RemoveContest) -> Change:
    contest = find_contest(analysis, operation.contest)
    rest = tuple(other for other in analysis.contests if other.id != contest.id)
    return Change(replace(analysis, contests=rest), told(analysis, contest), None)


def speaker(analysis: Analysis, address: ActorWords | None) -> int | None:
    """The id of an actor that can hold a position.

    Raises:
        EditError: no such actor, or a place.
    """
    if address is None:
        return None
    actor = find_actor(analysis, address)
    if actor.kind is ActorKind.PLACE:
        raise EditError(f"{actor.name} is a place, which holds no position; choose who speaks there")
    return actor.id


def _sentence(analysis: Analysis, evidence: Span) -> int:
    _require_words(analysis, evidence)
    sentence = home_sentence(analysis, evidence)
    if sentence is None:
        raise EditError(
            f"“{evidence.of(analysis.article.text)}” stands in no sentence that is read; "
            "choose words of the article, or restore their paragraph first"
        )
    return sentence


def _require_words(analysis: Analysis, span: Span) -> None:
    if not 0 <= span.start < span.end <= len(analysis.article.text):
        raise EditError(f"{span.start} to {span.end} are no words of this text; choose the words anew")


def _require_sense(analysis: Analysis, contest: Contest) -> None:
    if contest.about is not None:
        _require_words(analysis, contest.about)
    quoted = contest.evidence.of(analysis.article.text)
    own = contest.claim is not None and analysis.claims[contest.claim].holder == contest.by
    if own or (contest.by is not None and contest.by == contest.against):
        raise EditError("nobody contests a claim or position of their own; choose another actor or claim")
    if any(contest.evidence.overlaps(silence.evidence) for silence in analysis.silences):
        raise EditError(f"“{quoted}” is a silence, which contests nothing; choose other words")
    alike = (contest.evidence, contest.by, contest.claim)
    if any((other.evidence, other.by, other.claim) == alike for other in analysis.contests):
        raise EditError(f"the reading has this contest already: “{quoted}”")


def told(analysis: Analysis, contest: Contest) -> Mapping[str, Any]:
    """A contest in the words that an analyst judges it by."""
    claim = analysis.claims[contest.claim] if contest.claim is not None else None
    return {
        "by": contester_name(analysis, contest),
        "kind": contest.kind.value,
        "evidence": contest.evidence.of(analysis.article.text),
        "claim": words(analysis, claim.content) if claim is not None else None,
    }
