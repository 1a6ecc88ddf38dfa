"""Attribution by `according to`, and by the colon of a headline."""

from collections.abc import Iterator

from spacy.tokens import Token

from framing import lexicon, syntax
from framing.attribution.statement import Statement, voice
from framing.passages import Line
from framing.spans import pieces
from framing.types import Act, ParagraphKind, Proof, Reporting


def according(line: Line, text: str) -> Iterator[Statement]:
    for token in line.tokens:
        if token.lower_ != "according":
            continue
        to = syntax.child(token, "prep")
        holder = syntax.child(to, "pobj") if to is not None else None
        if to is None or holder is None:
            continue
        head = syntax.clause(token.head)
        while head.dep_ == "ccomp" and head.head.lemma_.lower() in lexicon.verbs() and head.head.i > token.i:
            head = head.head
        barred = [token, *(c for c in syntax.children(head, "advcl") if c.lower_ == "according")]
        tokens = [t for t in syntax.subtree(head, without=barred) if t.i not in conjunction(head)]
        content = pieces(text, line.passage, tokens)
        span = line.passage.place([token, to])
        yield Statement(
            line=line,
            holder=holder,
            cue=(span,),
            head=head,
            content=content,
            act=Act.SAY,
            reporting=Reporting.NEUTRAL,
            voice=voice(text, line.passage, content),
            joint=None,
            proof=(Proof("reporting:according to", span.start, span.end),),
        )


def conjunction(head: Token) -> set[int]:
    return {c.i for c in head.children if c.dep_ in {"cc"} or (c.dep_ == "mark" and c.lower_ == "that")}


def by_colon(line: Line, text: str) -> Iterator[Statement]:
    """A headline that names its speaker before a colon or after a dash: `Zeman: talks have failed`."""
    if line.passage.kind is not ParagraphKind.HEADLINE:
        return
    colon = next((t for t in line.tokens if t.text == ":"), None)
    if colon is None or not 0 < colon.i - line.tokens.start <= 5:
        return
    before = [t for t in line.tokens if t.i < colon.i]
    after = [t for t in line.tokens if t.i > colon.i]
    holder = next((t for t in reversed(before) if t.pos_ == "PROPN"), None)
    if holder is None or len(after) < 3 or holder.ent_type_ not in {"PERSON", "ORG", "GPE", "NORP"}:
        return
    span = line.passage.place([colon])
    content = pieces(text, line.passage, after)
    yield Statement(
        line=line,
        holder=holder,
        cue=(span,),
        head=next((t for t in after if t.dep_ == "ROOT"), after[0]),
        content=content,
        act=Act.SAY,
        reporting=Reporting.NEUTRAL,
        voice=voice(text, line.passage, content),
        joint=None,
        proof=(Proof("headline colon", span.start, span.end),),
    )
