"""Corrections in plain words: what they are about, and the machine's value → the analyst's."""

from collections.abc import Mapping
from typing import Any, assert_never

from framing.editing.addresses import ActorWords, ClaimWords
from framing.editing.operations import (
    AcceptClaim,
    AddContest,
    ChangeFactuality,
    ChangeHedged,
    ChangeHolder,
    ChangeParagraph,
    MergeActors,
    MoveActor,
    Operation,
    RejectClaim,
    RemoveContest,
    RenameActor,
    SplitActor,
    operation_to_json,
)
from framing.labels import DISPUTE, FACTUALITY
from framing.naming import ARTICLE_VOICE, words
from framing.strict_json import loads
from framing.types import Analysis, Factuality, Span

MOST_CODE_POINTS = 80  # of a quotation in a list


def describe(operation: Operation, analysis: Analysis) -> str:
    """One line for a list of corrections; the machine's value is told where the record lists the correction."""
    machine = _machine(operation, analysis)
    match operation:
        case MergeActors(kept, merged):
            told = f"Merged: {merged.name} → {kept.name}"
        case SplitActor(actor, mentions, name):
            told = f"Split: “{words(analysis, mentions)}” of {actor.name} → {name}"
        case RenameActor(actor, name):
            told = f"Name: {machine.get('name', actor.name)} → {name}"
        case MoveActor(actor, side):
            told = f"Side of {actor.name}: {_value(machine, 'side')}→ {side.name if side is not None else actor.name}"
        case ChangeParagraph(paragraph, kind):
            told = f"Paragraph “{_short(analysis, paragraph)}”: {_value(machine, 'kind')}→ {kind}"
        case _:
            told = _of_claim(operation, analysis, machine)
    return " ".join(told.split())


def _of_claim(
    operation: AcceptClaim | RejectClaim | ChangeHolder | ChangeFactuality | ChangeHedged | AddContest | RemoveContest,
    analysis: Analysis,
    machine: Mapping[str, Any],
) -> str:
    match operation:
        case AcceptClaim(claim):
            return f"Accepted: {_claim(analysis, claim)}"
        case RejectClaim(claim):
            return f"No claim: {_claim(analysis, claim)}"
        case ChangeHolder(claim, holder):
            before = _value(machine, "holder", ARTICLE_VOICE)
            return f"Holder of {_claim(analysis, claim)}: {before}→ {_actor(holder)}"
        case ChangeFactuality(claim, factuality):
            before = f"{FACTUALITY[Factuality(machine['factuality'])]} " if "factuality" in machine else ""
            return f"Certainty of {_claim(analysis, claim)}: {before}→ {FACTUALITY[factuality]}"
        case ChangeHedged(claim, hedged):
            before = f"{_hedged(machine['hedged'])} " if "hedged" in machine else ""
            return f"Hedged or not, {_claim(analysis, claim)}: {before}→ {_hedged(hedged)}"
        case AddContest(evidence, kind, by, claim):
            about = _claim(analysis, claim) if claim is not None else "what the text does not state"
            return f"Contest added: {DISPUTE[kind].lower()} by {_actor(by)} of {about} (“{_short(analysis, evidence)}”)"
        case RemoveContest(contest):
            of_claim = f" of {_claim(analysis, contest.claim)}" if contest.claim is not None else ""
            return f"No contest{of_claim}: “{_short(analysis, contest.evidence)}”"
        case _:
            assert_never(operation)


def _machine(operation: Operation, analysis: Analysis) -> Mapping[str, Any]:
    op = operation_to_json(operation)
    return next((loads(edit.machine) or {} for edit in analysis.edits if edit.op == op), {})


def _value(machine: Mapping[str, Any], field: str, absent: str = "") -> str:
    """The value with a space behind it; nothing where none is listed."""
    if field not in machine:
        return ""
    value = machine[field]
    return f"{value if value is not None else absent} "


def _hedged(hedged: bool) -> str:
    return "hedged" if hedged else "not hedged"


def _claim(analysis: Analysis, claim: ClaimWords) -> str:
    return f"“{_cut(words(analysis, claim.content))}”"


def _actor(actor: ActorWords | None) -> str:
    return actor.name if actor is not None else ARTICLE_VOICE


def _short(analysis: Analysis, span: Span) -> str:
    return _cut(span.of(analysis.article.text))


def _cut(quoted: str) -> str:
    line = " ".join(quoted.split())
    return line if len(line) <= MOST_CODE_POINTS else f"{line[: MOST_CODE_POINTS - 1].rstrip()}…"
