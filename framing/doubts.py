"""Every hedge finds its owner and its claim; the article's own hedged claims are made here."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from framing import hedging, syntax
from framing.anonymity import insider
from framing.attribution import Statement
from framing.detectors import Mark
from framing.detectors.scopes import elsewhere, set_against
from framing.drafts import Doubt, Draft
from framing.passages import by_line
from framing.spans import pieces
from framing.tokens import Token
from framing.types import Act, HedgeKind, HedgeOwner, Proof, Reporting, Span, Voice

Shelf = dict[int, list[Draft]]  # the claims of each sentence

BACKWARD = frozenset({"unconfirmed", "rests-on"})  # rules whose sentence may speak of a claim before it
SHELLS = re.compile(
    r"\b(?:account|accounts|claim|claims|report|reports|story|allegation|allegations|statement|statements|version|versions|assertion|assertions|figure|figures|it|this|these|that|toll)\b",
    re.IGNORECASE,
)


def weigh(marks: Sequence[Mark], statements: Sequence[Statement], drafts: list[Draft], text: str) -> list[Doubt]:
    """Every hedge with its owner and claim; adds the article's own hedged claims to `drafts`."""
    shelf = by_line(drafts, lambda d: d.line)
    doubts = rested(statements, shelf, text)
    taken = by_line(doubts, lambda d: d.mark.line)
    for mark in marks:
        if not any(mark.span.overlaps(d.mark.span) for d in taken.get(mark.line.id, ())):
            doubts.extend(placed(mark, shelf, text))
    drafts.extend(d for beside in shelf.values() for d in beside if d.voice is Voice.AUTHOR)
    for doubt in doubts:
        if doubt.draft is not None:
            doubt.draft.hedges.append(doubt)
    return sorted(doubts, key=lambda d: (d.mark.span.start, d.mark.span.end))


def rested(statements: Sequence[Statement], shelf: Shelf, text: str) -> list[Doubt]:
    """The `reported` hedge of a claim that rests on unnamed insiders."""
    found: dict[Span, Doubt] = {}
    for statement in statements:
        span = insider(statement, text)
        beside = shelf.get(statement.line.id, ())
        draft = next((d for d in beside if d.proof == statement.proof and d.content == statement.content), None)
        if span is None or draft is None or span in found:
            continue
        anchor = statement.line.at(span.start) or statement.line.tokens[0]
        whole = Span(draft.content[0].start, draft.content[-1].end)
        mark = Mark(statement.line, span, anchor, "unnamed insiders", HedgeKind.REPORTED, "", whole)
        owner = HedgeOwner.HOLDER if statement.cited is not None else HedgeOwner.AUTHOR
        found[span] = Doubt(mark, owner, draft, inside=False)
    return [*found.values(), *inherited(list(found.values()), shelf)]


def inherited(doubts: Sequence[Doubt], shelf: Shelf) -> Iterator[Doubt]:
    """`… the official said`: who went without a name when first heard still does in later sentences."""
    first: dict[int, Doubt] = {}
    for doubt in doubts:
        if doubt.owner is HedgeOwner.AUTHOR and doubt.draft is not None and doubt.draft.holder is not None:
            first.setdefault(doubt.draft.holder.number, doubt)
    for beside in shelf.values():
        for draft in beside:
            known = first.get(draft.holder.number) if draft.holder is not None and draft.holder.unnamed else None
            if known is not None and draft.line.id > known.mark.line.id:
                yield Doubt(replace(known.mark, scope=None), known.owner, draft, inside=False)


def placed(mark: Mark, shelf: Shelf, text: str) -> list[Doubt]:
    beside = shelf.get(mark.line.id, ())
    inside = [d for d in beside if d.voice is not Voice.AUTHOR and d.covers(mark.span)]
    if inside:
        inner = min(inside, key=lambda d: sum(c.end - c.start for c in d.content))
        return [Doubt(mark, HedgeOwner.HOLDER, inner)]
    cued = [d for d in beside if any(c.overlaps(mark.span) for c in d.cue)]
    if cued:
        return [Doubt(mark, HedgeOwner.HOLDER, d) for d in cued]
    if mark.label == HedgeKind.APPROXIMATE:
        return [Doubt(mark, HedgeOwner.AUTHOR, None)]
    if mark.rule in BACKWARD:
        earlier = pointed(mark, shelf)
        if earlier:
            return [Doubt(mark, HedgeOwner.AUTHOR, d, inside=False) for d in earlier]
    around = [
        d
        for d in beside
        if mark.scope is not None
        and d.voice is not Voice.AUTHOR
        and any(c.overlaps(mark.scope) for c in d.content)
        and mark.scope.covers(d.content[0])
    ]
    if around and mark.label == HedgeKind.CONDITIONAL:
        return [Doubt(mark, HedgeOwner.HOLDER, around[0])]
    return [Doubt(mark, HedgeOwner.AUTHOR, own_claim(mark, shelf, text))]


def pointed(mark: Mark, shelf: Shelf) -> list[Draft]:
    """`The account could not be verified` lowers the claim before it; `the two accounts` the last two holders'."""
    verb = next((t for t in (mark.anchor, *mark.anchor.ancestors) if t.pos_ in {"VERB", "AUX"}), mark.anchor)
    subject = syntax.subject(verb)
    if subject is None or not SHELLS.fullmatch(subject.text):
        return []
    if any(c.dep_ in {"ccomp", "csubj"} and c.i > mark.anchor.i for w in (verb, mark.anchor) for c in w.children):
        return []  # "it was not clear whether …" says what is unclear itself
    before = [
        d
        for number in range(mark.line.id - 4, mark.line.id)
        for d in shelf.get(number, ())
        if d.voice is not Voice.AUTHOR and d.parent is None
    ]
    if not before:
        return []
    found = [before[-1]]
    if subject.tag_ == "NNS":
        other = next((d for d in reversed(before) if d.holder is not found[0].holder), None)
        found = [other, *found] if other is not None else found
    return found


def impersonal(verb: Token) -> Token | None:
    """`It is understood that P`, `It was alleged in a lawsuit that P`: of what nobody is named for, P is the claim."""
    it = syntax.child(verb, *syntax.SUBJECTS)
    if it is None or it.lower_ != "it" or not syntax.passive(verb):
        return None
    clauses = (c for c in verb.subtree if c.i > verb.i and c.dep_ in {"ccomp", "acl", "relcl"} and syntax.finite(c))
    return next((c for c in clauses if syntax.opens_with_that(c)), None)


def own_claim(mark: Mark, shelf: Shelf, text: str) -> Draft | None:
    """The claim in the article's own voice around the hedge, made on first need."""
    line = mark.line
    verb = syntax.clause(mark.anchor)
    own = next((a for a in [mark.anchor, *mark.anchor.ancestors] if a.dep_ == "relcl" or set_against(a)), None)
    if own is not None and verb.is_ancestor(own):
        verb = own
    told = impersonal(verb)
    if told is not None:
        verb = own = told
    barred = [
        c
        for c in verb.children
        if elsewhere(c) and c.i != mark.anchor.i and mark.anchor.i not in {t.i for t in c.subtree}
    ]
    joints = {
        c.i
        for c in verb.children
        if (c.dep_ == "cc" and barred) or ((c.tag_ in {"WDT", "WP"} or c.dep_ == "mark") and verb is own)
    }
    if told is not None:
        joints |= {t.i for t in told.lefts if t.lower_ == "that"}
    tokens = [
        t
        for t in syntax.subtree(verb, without=barred)
        if line.tokens.start <= t.i < line.tokens.end and t.i not in joints
    ]
    content = pieces(text, line.passage, tokens)
    if not content:
        return None
    beside = shelf.setdefault(line.id, [])
    known = next((d for d in beside if d.voice is Voice.AUTHOR and d.content == content), None)
    if known is not None:
        return known
    rule = mark.rule if mark.rule == hedging.RULE else f"hedge:{mark.rule}"
    value = mark.head if mark.rule == hedging.RULE and mark.head is not None else 1.0
    proof = (Proof(rule, mark.span.start, mark.span.end, value),)
    draft = Draft(
        line=line, holder=None, holder_span=None, anonymous=False, voice=Voice.AUTHOR, cue=(), act=Act.ASSERT,
        reporting=Reporting.NEUTRAL, head=verb, content=content, joint=None, targets=(), proof=proof,
    )  # fmt: skip
    beside.append(draft)
    return draft
