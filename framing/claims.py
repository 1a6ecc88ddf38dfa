"""Statements become claims: who holds them, of whom they speak, inside which other claim."""

from collections.abc import Iterable, Sequence

from framing import syntax
from framing.anonymity import anonymous
from framing.attribution import Statement
from framing.attribution.holders import undergone
from framing.cast import Cast, Figure
from framing.drafts import Draft
from framing.passages import by_line
from framing.types import ActorKind


def gather(statements: Sequence[Statement], cast: Cast, text: str) -> list[Draft]:
    """One draft per statement, without repeats of the same words by the same holder."""
    drafts: list[Draft] = []
    for statement in statements:
        draft = drawn(statement, cast, text)
        if draft.holder is None or draft.holder.kind is ActorKind.PLACE:
            continue  # nobody in the cast can hold it: the words stay the article's own
        if not any(same(draft, other) for other in drafts[-12:]):
            drafts.append(draft)
    for beside in by_line(drafts, lambda d: d.line).values():
        for draft in beside:
            draft.parent = outer(draft, beside)
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
    """The claim of the same sentence in whose content this one's cue and content stand."""
    around = [
        d
        for d in drafts
        if d is not draft and draft.cue
        and all(any(c.covers(s) for c in d.content) for s in (*draft.cue, *draft.content))
    ]  # fmt: skip
    return min(around, key=lambda d: sum(c.end - c.start for c in d.content)) if around else None


def targets(statement: Statement, holder: Figure | None, cast: Cast) -> tuple[int, ...]:
    """The actors that the content speaks of, and whom the holder addresses with an accusation."""
    spoken = list(statement.content)
    found: dict[int, None] = {}
    addressed = accused(statement)
    for token in statement.line.tokens:
        figure = cast.of(statement.line.passage, token)
        if figure is None or figure.kind is ActorKind.PLACE or figure is holder:
            continue
        at = statement.line.passage.start + token.idx
        if any(s.start <= at < s.end for s in spoken) or token.i in addressed:
            found.setdefault(figure.number)
    return tuple(found)


def accused(statement: Statement) -> set[int]:
    """The tokens that name whom the cue is done to: "accused Chile and Bolivia", "Croatia, accused by Serbia"."""
    cue = statement.line.at(statement.cue[0].start) if statement.cue else None
    if cue is None:
        return set()
    thing = syntax.child(cue, "dobj", "nsubjpass")
    if thing is None and cue.pos_ == "VERB" and undergone(cue):
        thing = syntax.subject(cue)
    return {t.i for t in syntax.conjuncts(thing)} if thing is not None else set()
