"""Statements and hedges become claims: who holds them, how certain, resting on which words."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Token

from framing import factuality, lexicon, syntax
from framing.attribution import Statement
from framing.cast import Cast, Figure
from framing.detectors import Mark
from framing.passages import Line
from framing.spans import runs, tidy
from framing.types import (
    Act,
    ActorKind,
    Factuality,
    HedgeKind,
    HedgeOwner,
    Proof,
    Reporting,
    Span,
    Voice,
)

UNCERTAIN = frozenset(Factuality) - {Factuality.CERTAIN, Factuality.CERTAINLY_NOT}
ON_THE_RECORD = frozenset({"spokesman", "spokeswoman", "spokesperson"})
# Share of each rule family's claims that PolNeAR's dev part also has (`python -m benchmarks.attribution`); headlines
# and the article's own hedged claims are too rare there, so theirs is a cautious guess.
TRUST = {"reporting": 0.91, "noun": 0.88, "quotation carried on": 0.97, "headline colon": 0.7, "hedge": 0.8}


@dataclass(slots=True, eq=False)
class Draft:
    """A claim before it is numbered."""

    line: Line
    holder: Figure | None
    holder_span: Span | None
    anonymous: bool
    voice: Voice
    cue: tuple[Span, ...]
    act: Act
    reporting: Reporting
    head: Token | None
    content: tuple[Span, ...]
    joint: int | None
    targets: tuple[int, ...]
    proof: tuple[Proof, ...]
    hedges: list["Doubt"] = field(default_factory=list)
    parent: "Draft | None" = None

    @property
    def factuality(self) -> Factuality:
        inside = (d.mark.strength for d in self.hedges if d.inside)
        return factuality.judge(self.act, self.head, inside)

    @property
    def hedged(self) -> bool:
        return self.factuality in UNCERTAIN or any(d.mark.label != HedgeKind.APPROXIMATE for d in self.hedges)

    def covers(self, span: Span) -> bool:
        return any(c.start <= span.start < c.end for c in self.content)


@dataclass(slots=True, eq=False)
class Doubt:
    """A hedge and the claim it lowers; `inside`: it stands in the claim's own words or cue."""

    mark: Mark
    owner: HedgeOwner
    draft: Draft | None
    inside: bool = True


def gather(statements: Sequence[Statement], cast: Cast, text: str) -> list[Draft]:
    """One draft per statement, without repeats of the same words by the same holder."""
    drafts: list[Draft] = []
    for statement in statements:
        draft = drawn(statement, cast, text)
        if draft.holder is None or draft.holder.kind is ActorKind.PLACE:
            continue  # nobody in the cast can hold it: the words stay the article's own
        if not any(same(draft, other) for other in drafts[-12:]):
            drafts.append(draft)
    for draft in drafts:
        draft.parent = outer(draft, drafts)
    return drafts


def drawn(statement: Statement, cast: Cast, text: str) -> Draft:
    line = statement.line
    told = statement.told or line
    holder = cast.of(told.passage, statement.holder)
    here = statement.holder is not None and statement.told is None
    span = line.passage.place(syntax.phrase(statement.holder)) if here and statement.holder is not None else None
    return Draft(
        line=line,
        holder=holder,
        holder_span=span,
        anonymous=anonymous(statement, holder, text),
        voice=statement.voice,
        cue=statement.cue,
        act=statement.act,
        reporting=statement.reporting,
        head=statement.head,
        content=statement.content,
        joint=statement.joint,
        targets=targets(statement, holder, cast),
        proof=statement.proof,
    )


def same(draft: Draft, other: Draft) -> bool:
    if draft.line.id != other.line.id or draft.holder is not other.holder:
        return False
    return draft.content == other.content or (
        draft.voice is other.voice
        and all(any(o.covers(c) for o in other.content) for c in draft.content)
        and not draft.cue
    )


def outer(draft: Draft, drafts: Iterable[Draft]) -> Draft | None:
    """The claim in whose content this one's cue and content stand."""
    around = [
        d
        for d in drafts
        if d is not draft and draft.cue and d.line.id == draft.line.id
        and all(any(c.covers(s) for c in d.content) for s in (*draft.cue, *draft.content))
    ]  # fmt: skip
    return min(around, key=lambda d: sum(c.end - c.start for c in d.content)) if around else None


def targets(statement: Statement, holder: Figure | None, cast: Cast) -> tuple[int, ...]:
    """The actors that the content speaks of, and whom the holder addresses with an accusation."""
    spoken = list(statement.content)
    found: dict[int, None] = {}
    for token in statement.line.tokens:
        figure = cast.of(statement.line.passage, token)
        if figure is None or figure.kind is ActorKind.PLACE or figure is holder:
            continue
        at = statement.line.passage.start + token.idx
        if any(s.start <= at < s.end for s in spoken) or accused(token, statement):
            found.setdefault(figure.number)
    return tuple(found)


def accused(token: Token, statement: Statement) -> bool:
    start = statement.line.passage.start
    cue = {s.start for s in statement.cue}
    return token.dep_ in {"dobj", "nsubjpass"} and start + token.head.idx in cue


# --- anonymity -------------------------------------------------------------------------------------------


def anonymous(statement: Statement, holder: Figure | None, text: str) -> bool:
    """Whether the holder, or the source it cites, goes without a name."""
    if insider(statement, text) is not None or unnamed_cited(statement):
        return True
    if holder is None or not holder.unnamed or holder.kind not in {ActorKind.PERSON, ActorKind.GROUP}:
        return False
    return not holder.heads & ON_THE_RECORD


def unnamed_cited(statement: Statement) -> bool:
    cited = statement.cited
    if cited is None:
        return False
    return not any(t.pos_ == "PROPN" for t in syntax.conjuncts(cited)) and cited.lemma_.lower() in lexicon.lemmas(
        "roles", "groups"
    ) | lexicon.lemmas("roles", "offices")


def insider(statement: Statement, text: str) -> Span | None:
    """The words that show an unnamed insider behind the statement."""
    for noun in (statement.cited, statement.holder):
        if noun is None or not statement.cue:
            continue
        span = reach(noun, statement)
        match = lexicon.insiders().search(text, span.start, span.end)
        if match is not None:
            return Span(match.start(), match.end())
    return None


def reach(noun: Token, statement: Statement) -> Span:
    """The holder's phrase with all that is said of it, up to the cue where the holder comes first."""
    tokens = [t for t in noun.subtree if not t.is_space]
    span = statement.line.passage.place(tokens)
    cue = statement.cue[0].start
    if noun is statement.holder and span.start < cue:
        inside = statement.content[0].start < span.start  # the content itself never counts
        return Span(span.start, cue) if not inside or span.end < cue else span
    first = statement.content[0].start
    return Span(span.start, min(span.end, first)) if span.start < first < span.end else span


# --- hedges ----------------------------------------------------------------------------------------------


def weigh(marks: Sequence[Mark], statements: Sequence[Statement], drafts: list[Draft], text: str) -> list[Doubt]:
    """Every hedge with its owner and claim; adds the article's own hedged claims to `drafts`."""
    doubts = [*rested(statements, drafts, text)]
    taken = [d.mark.span for d in doubts]
    for mark in marks:
        if any(mark.span.overlaps(s) for s in taken):
            continue
        doubts.extend(placed(mark, drafts, text))
    for doubt in doubts:
        if doubt.draft is not None:
            doubt.draft.hedges.append(doubt)
    return sorted(doubts, key=lambda d: (d.mark.span.start, d.mark.span.end))


def rested(statements: Sequence[Statement], drafts: Sequence[Draft], text: str) -> list[Doubt]:
    """The `reported` hedge of a claim that rests on unnamed insiders."""
    found: dict[Span, Doubt] = {}
    for statement in statements:
        span = insider(statement, text)
        draft = next((d for d in drafts if d.proof == statement.proof and d.content == statement.content), None)
        if span is None or draft is None or span in found:
            continue
        anchor = statement.line.at(span.start) or statement.line.tokens[0]
        whole = Span(draft.content[0].start, draft.content[-1].end)
        mark = Mark(statement.line, span, anchor, "unnamed insiders", HedgeKind.REPORTED, "", whole)
        owner = HedgeOwner.HOLDER if statement.cited is not None else HedgeOwner.AUTHOR
        found[span] = Doubt(mark, owner, draft, inside=False)
    return list(found.values())


def placed(mark: Mark, drafts: list[Draft], text: str) -> list[Doubt]:
    inside = [d for d in drafts if d.line.id == mark.line.id and d.voice is not Voice.AUTHOR and d.covers(mark.span)]
    if inside:
        inner = min(inside, key=lambda d: sum(c.end - c.start for c in d.content))
        return [Doubt(mark, HedgeOwner.HOLDER, inner)]
    cued = [d for d in drafts if d.line.id == mark.line.id and any(c.overlaps(mark.span) for c in d.cue)]
    if cued:
        return [Doubt(mark, HedgeOwner.HOLDER, d) for d in cued]
    if mark.label == HedgeKind.APPROXIMATE:
        return [Doubt(mark, HedgeOwner.AUTHOR, None)]
    if mark.rule == "unconfirmed":
        earlier = pointed(mark, drafts)
        if earlier:
            return [Doubt(mark, HedgeOwner.AUTHOR, d, inside=False) for d in earlier]
    around = [
        d
        for d in drafts
        if d.line.id == mark.line.id
        and mark.scope is not None
        and d.voice is not Voice.AUTHOR
        and any(c.overlaps(mark.scope) for c in d.content)
        and mark.scope.covers(d.content[0])
    ]
    if around and mark.label == HedgeKind.CONDITIONAL:
        return [Doubt(mark, HedgeOwner.HOLDER, around[0])]
    return [Doubt(mark, HedgeOwner.AUTHOR, own_claim(mark, drafts, text))]


SHELLS = re.compile(
    r"\b(?:account|accounts|claim|claims|report|reports|story|allegation|allegations|statement|statements|version|versions|assertion|assertions|figure|figures|it|this|these|that|toll)\b",
    re.IGNORECASE,
)


def pointed(mark: Mark, drafts: Sequence[Draft]) -> list[Draft]:
    """`The account could not be verified` lowers the claim before it; `the two accounts` the last two holders'."""
    verb = mark.anchor if mark.anchor.pos_ in {"VERB", "AUX"} else mark.anchor.head
    subject = syntax.subject(verb)
    if subject is None or not SHELLS.fullmatch(subject.text):
        return []
    if any(c.dep_ in {"ccomp", "csubj"} and c.i > mark.anchor.i for w in (verb, mark.anchor) for c in w.children):
        return []  # "it was not clear whether …" says what is unclear itself
    before = [
        d
        for d in drafts
        if d.line.id < mark.line.id
        and d.line.id >= mark.line.id - 4
        and d.voice is not Voice.AUTHOR
        and d.parent is None
    ]
    if not before:
        return []
    found = [before[-1]]
    if subject.tag_ == "NNS":
        other = next((d for d in reversed(before) if d.holder is not found[0].holder), None)
        found = [other, *found] if other is not None else found
    return found


def own_claim(mark: Mark, drafts: list[Draft], text: str) -> Draft | None:
    """The claim in the article's own voice around the hedge, made on first need."""
    line = mark.line
    verb = syntax.clause(mark.anchor)
    relative = next((a for a in [mark.anchor, *mark.anchor.ancestors] if a.dep_ == "relcl"), None)
    if relative is not None and verb.is_ancestor(relative):
        verb = relative
    barred = [
        c
        for c in verb.children
        if elsewhere(c) and c.i != mark.anchor.i and mark.anchor.i not in {t.i for t in c.subtree}
    ]
    joints = {
        c.i for c in verb.children if (c.dep_ == "cc" and barred) or (c.tag_ in {"WDT", "WP"} and verb is relative)
    }
    tokens = [
        t
        for t in syntax.subtree(verb, without=barred)
        if line.tokens.start <= t.i < line.tokens.end and t.i not in joints
    ]
    content = tuple(s for s in (tidy(text, r) for r in runs(line.passage, tokens)) if s is not None)
    if not content:
        return None
    known = next((d for d in drafts if d.voice is Voice.AUTHOR and d.content == content), None)
    if known is not None:
        return known
    proof = (Proof(f"hedge:{mark.rule}", mark.span.start, mark.span.end),)
    draft = Draft(
        line=line, holder=None, holder_span=None, anonymous=False, voice=Voice.AUTHOR, cue=(), act=Act.ASSERT,
        reporting=Reporting.NEUTRAL, head=verb, content=content, joint=None, targets=(), proof=proof,
    )  # fmt: skip
    drafts.append(draft)
    return draft


def elsewhere(part: Token) -> bool:
    """A clause beside the hedged one: coordinated, or set against it by `though`, `while`, `but`."""
    if part.pos_ not in {"VERB", "AUX"} or not syntax.finite(part):
        return False
    if part.dep_ == "ccomp":  # a complement that follows is the clause's own; one that precedes is quoted by it
        return part.i < part.head.i
    return part.dep_ in {"conj", "parataxis"} or (
        part.dep_ == "advcl" and syntax.has(part, "mark", "though", "although", "while", "whereas", "but")
    )


def trust(draft: Draft) -> float:
    family = draft.proof[0].by.split(":")[0]
    return TRUST.get(family, TRUST["reporting"])
