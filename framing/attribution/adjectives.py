"""Attribution by adjective: `is convinced that …`, `were worried that …`."""

from collections.abc import Iterator

from framing import lexicon, syntax
from framing.attribution.clauses import clause_tokens
from framing.attribution.speakers import attributes, may_hold, speaks
from framing.attribution.statement import Statement
from framing.attribution.verbs import of_itself, speak
from framing.passages import Line
from framing.tokens import Token

COPULAS = frozenset("be remain feel seem become".split())


def by_adjective(line: Line, text: str) -> Iterator[Statement]:
    for token in line.tokens:
        entry = lexicon.adjectives().get(token.lower_)
        if entry is None or token.tag_ not in {"JJ", "VBN"}:
            continue
        verb = token if syntax.passive(token) else token.head
        if verb is not token and verb.lemma_.lower() not in COPULAS:
            continue
        clause = complement(token, verb)
        holder = syntax.subject(verb)
        if clause is None or holder is None or holder.lower_ == "it" or not attributes(verb):
            continue
        if of_itself(verb, entry, holder):
            continue
        if speaks(holder) and may_hold(holder, verb):
            yield from speak(line, text, token, entry, holder, clause, clause_tokens(clause, clause))


def complement(adjective: Token, verb: Token) -> Token | None:
    """The clause that follows, wherever the parser hung it."""
    for word in (adjective, verb):
        for c in word.children:
            clausal = c.dep_ == "ccomp" or (c.dep_ in {"advcl", "csubj"} and syntax.has(c, "mark", "that"))
            if clausal and c.i > adjective.i and syntax.finite(c):
                return c
    return None
