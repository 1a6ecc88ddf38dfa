"""Acts of contesting: a holder denies, doubts or rejects something. What exactly, `contests` resolves."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from framing import factuality
from framing.attribution import Statement
from framing.attribution.disowned import disowned
from framing.attribution.speakers import first_person
from framing.disputes.adverbs import by_adverb
from framing.disputes.counters import by_counter
from framing.disputes.dispute import Dispute, parted
from framing.disputes.misread import by_misread_verb
from framing.disputes.nouns import by_adjective, by_noun
from framing.disputes.phrases import by_phrase
from framing.disputes.refusals import by_refusal
from framing.disputes.remarks import by_remark, opens
from framing.disputes.unlisted import by_unlisted_verb, questions
from framing.disputes.verbs import by_verb
from framing.passages import Line, by_line
from framing.spans import tidy
from framing.tagging import Tags
from framing.tokens import Token
from framing.types import Span

# What the negation of the subject makes a contest: `nobody accepts it`.
NEGATED = frozenset({"not-accept", "not-recognise", "not-believe", "not-yield"})

__all__ = ["Dispute", "find", "questions", "without_remarks"]


def find(lines: Sequence[Line], statements: Sequence[Statement], silent: Iterable[Span], tags: Tags) -> list[Dispute]:
    """All acts of contesting, in reading order, none of them inside a silence."""
    hushed = list(silent)
    found: list[Dispute] = []
    spoken_in = by_line(statements, lambda s: s.line)
    for line in lines:
        spoken = spoken_in.get(line.id, [])
        here = [
            *by_remark(line),
            *by_phrase(line, spoken),
            *by_verb(line),
            *by_refusal(line, statements),
            *by_misread_verb(line),
            *by_unlisted_verb(line, tags.get(line.id)),
            *by_noun(line),
            *by_adjective(line),
            *by_adverb(line, spoken),
        ]
        kept: list[Dispute] = []
        here += [d for d in by_counter(line, spoken) if not any(within(other, d) for other in here)]
        for dispute in sorted(here, key=lambda d: (d.tentative, d.evidence.start, -d.evidence.end)):
            taken = any(dispute.evidence.overlaps(d.evidence) and not parted(d, dispute) for d in kept)
            taken = taken or disowned(line, dispute.evidence)
            owned = by_speaker(dispute, spoken)
            if owned is not None and not taken and not any(dispute.evidence.overlaps(s) for s in hushed):
                kept.append(replace(owned, remark=owned.remark or opens(owned.about_head)))
        kept.sort(key=lambda d: (d.evidence.start, -d.evidence.end))
        found.extend(dispute for dispute in kept if not repeated(dispute, kept))
    return found


def within(dispute: Dispute, counter: Dispute) -> bool:
    """Whether the words of a counter-claim hold a dispute of their own."""
    return counter.about is not None and counter.about.overlaps(dispute.evidence)


def repeated(dispute: Dispute, others: Sequence[Dispute]) -> bool:
    """Whether it only says again what the same holder does beside: `rejected the charge, calling it false`."""
    beside = [d for d in others if d is not dispute and d.holder == dispute.holder and d.line is dispute.line]
    if dispute.rule == "retort" and dispute.about is None:
        return bool(beside)  # "shot back that the charge was false"
    first = dispute.line.at(dispute.evidence.start)
    if first is None or first.tag_ != "VBG" or first.dep_ not in {"advcl", "conj"}:
        return False
    return any(d.evidence.end < dispute.evidence.start and heads(d, first) for d in beside)


def heads(dispute: Dispute, verb: Token) -> bool:
    """Whether the dispute's own words hold the verb on which `verb` hangs."""
    place = dispute.line.passage.start + verb.head.idx
    return dispute.evidence.start <= place < dispute.evidence.end


def without_remarks(statements: Sequence[Statement], disputes: Sequence[Dispute], text: str) -> list[Statement]:
    """The statements without what the article says about them in passing: `…, a figure that Lima disputes`."""
    remarks = by_line([d for d in disputes if d.remark], lambda d: d.line)
    return [cut(s, remarks.get(s.line.id, []), text) for s in statements]


def cut(statement: Statement, remarks: Sequence[Dispute], text: str) -> Statement:
    for remark in remarks:
        if statement.holder is not None and statement.holder == remark.holder:
            continue  # "…, which the mayor said was untrue" is what the mayor said
        kept = [
            span if not span.covers(remark.evidence) else tidy(text, Span(span.start, max(span.start, remark.opening)))
            for span in statement.content
            if span.start < remark.evidence.end
        ]
        content = tuple(span for span in kept if span is not None)
        statement = replace(statement, content=content) if content else statement
    return statement


def by_speaker(dispute: Dispute, spoken: Sequence[Statement]) -> Dispute | None:
    """`"We reject this," said A`: the first person is whoever speaks; without a speaker there is no dispute."""
    if dispute.holder is not None and factuality.empty(dispute.holder) and dispute.rule not in NEGATED:
        return None  # "nobody doubts it", but "nobody believes it"
    if dispute.holder is None or not first_person(dispute.holder):
        return dispute
    around = (s for s in spoken if any(c.overlaps(dispute.evidence) for c in s.content))
    outer = next(around, None)
    return replace(dispute, holder=outer.holder, told=outer.told) if outer is not None else None
