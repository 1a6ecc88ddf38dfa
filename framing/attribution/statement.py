"""One attributed proposition, and the voice it stands in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from framing.passages import Line, Passage
from framing.tokens import Token
from framing.types import Act, Proof, Reporting, Span, Voice


@dataclass(frozen=True, slots=True, eq=False)
class Statement:
    """One attributed proposition; spans count into `article.text`."""

    line: Line
    holder: Token | None  # head of the holder's noun phrase, in whatever sentence it stands
    cue: tuple[Span, ...]
    head: Token | None  # the main word of the content
    content: tuple[Span, ...]
    act: Act
    reporting: Reporting
    voice: Voice
    joint: int | None  # statements of joint holders share a number
    proof: tuple[Proof, ...]
    cited: Token | None = None  # "citing two officials": whom the holder rests on
    told: Line | None = None  # where the holder stands, if in another sentence


def said(
    line: Line, text: str, holder: Token, cue: Span, head: Token, content: tuple[Span, ...], rule: str
) -> Statement:
    """A statement that `rule` found at the cue: neutrally told, as `said` would tell it, by one holder."""
    return Statement(
        line=line,
        holder=holder,
        cue=(cue,),
        head=head,
        content=content,
        act=Act.SAY,
        reporting=Reporting.NEUTRAL,
        voice=voice(text, line.passage, content),
        joint=None,
        proof=(Proof(rule, cue.start, cue.end),),
    )


def voice(text: str, passage: Passage, content: Iterable[Span]) -> Voice:
    """direct: all letters quoted; mixed: some; indirect: none."""
    marks = [Span(passage.start + a, passage.start + b) for a, b in passage.doc.quotations]
    letters = [i for span in content for i in range(span.start, span.end) if text[i].isalnum()]
    quoted = sum(1 for i in letters if any(m.start <= i < m.end for m in marks))
    if not letters or quoted == 0:
        return Voice.INDIRECT
    return Voice.DIRECT if quoted == len(letters) else Voice.MIXED


def distinct(found: Sequence[Statement]) -> list[Statement]:
    """One statement per holder and content; the first rule that found it wins."""
    kept: dict[tuple[int | None, tuple[Span, ...]], Statement] = {}
    for statement in found:
        key = (statement.holder.i if statement.holder is not None else None, statement.content)
        kept.setdefault(key, statement)
    return list(kept.values())
