"""Refusing to do what somebody has asked for: `refused to withdraw`, after a demand to withdraw.

Who refuses to act contests nothing by that alone. It is a contest where the text tells of the wish: in a demand,
request or proposal to do the same, or beside the refusal (`despite calls`, `as Kenya had demanded`).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from framing import lexicon, syntax
from framing.attribution import Statement
from framing.disputes.dispute import Dispute, dispute, group, supposed
from framing.passages import Line
from framing.tokens import Token
from framing.types import Act, ContestKind

WISHES = frozenset({Act.DEMAND, Act.REQUEST, Act.PROPOSE})
REFUSING = frozenset({"refuse", "decline"})
BESIDE = re.compile(
    r"\b(?:despite|in spite of|notwithstanding|amid|in defiance of)\s+(?:\w+\s+){0,3}?(?:calls?|demands?|requests?|"
    r"appeals?|pressure|orders?|urging|pleas?|ultimatum)\b"
    r"|\b(?:as|what|which|that|something)\s+(?:\w+\s+){1,5}?(?:demanded|asked|urged|proposed|requested|suggested|ordered|"
    r"wants?|wanted|demands?|asks?|urges?|called for)\b",
    re.IGNORECASE,
)


def by_refusal(line: Line, statements: Sequence[Statement]) -> Iterator[Dispute]:
    word = lexicon.contest_words("verbs").get("refuse")
    if word is None:
        return
    for verb in line.tokens:
        deed = syntax.child(verb, "xcomp") if verb.lemma_.lower() in REFUSING and verb.pos_ == "VERB" else None
        told = deed is not None and deed.lemma_.lower() in lexicon.verbs()  # "declined to tell them": no deed
        if deed is None or told or syntax.negated(verb) or supposed(verb):
            continue
        holder = syntax.doer(verb)
        if holder is not None and (BESIDE.search(line.text) or wished(line, deed, statements)):
            found = dispute(line, group(line, verb), holder, word, deed, word.id)
            yield replace(found, kind=ContestKind.REJECTS, clausal=False)


def wished(line: Line, deed: Token, statements: Sequence[Statement]) -> bool:
    """Whether somebody was said before, or in the same sentence, to want just that."""
    return any(
        s.act in WISHES and s.line.id <= line.id and s.head is not None and wants(s.head, deed) for s in statements
    )


def wants(head: Token, deed: Token) -> bool:
    return deed.lemma_.lower() in {t.lemma_.lower() for t in (head, *head.subtree) if t.pos_ == "VERB"}
