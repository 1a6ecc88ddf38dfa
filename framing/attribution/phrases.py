"""Attribution by `according to` and its like."""

from collections.abc import Iterator

from framing import lexicon, syntax
from framing.attribution.edges import asides
from framing.attribution.statement import Statement, said
from framing.passages import Line
from framing.spans import pieces
from framing.tokens import Token


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
        barred = [token, *(c for c in syntax.children(head, "advcl") if c.lower_ == "according"), *asides(head)]
        tokens = [t for t in syntax.subtree(head, without=barred) if t.i not in conjunction(head)]
        content = pieces(text, line.passage, tokens)
        span = line.passage.place([token, to])
        yield said(line, text, holder, span, head, content, "reporting:according to")


def conjunction(head: Token) -> set[int]:
    return {c.i for c in head.children if c.dep_ in {"cc"} or (c.dep_ == "mark" and c.lower_ == "that")}
