"""Claims inside a relative clause that the parser lost: `a minister who prosecutors say took bribes went on trial`."""

from collections.abc import Iterator
from dataclasses import replace

from framing import lexicon, syntax
from framing.attribution.speakers import attributes, speaks
from framing.attribution.statement import Statement, said
from framing.passages import Line
from framing.spans import pieces
from framing.tokens import Token

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
LINKS = frozenset({"who", "which", "that", "whom"})


def by_embedding(line: Line, text: str) -> Iterator[Statement]:
    """The verb of speech stands between the relative pronoun, with its own subject, and the verb that it reports."""
    for verb in line.tokens:
        entry = lexicon.verbs().get(verb.lemma_.lower())
        holder = told_between(verb) if entry is not None else None
        if entry is None or holder is None or not attributes(verb) or not speaks(holder):
            continue
        tokens = reported(verb, line)
        content = pieces(text, line.passage, tokens)
        span = line.passage.place([verb])
        if content:
            told = said(line, text, holder, span, tokens[0], content, f"reporting:{entry.lemma}")
            yield replace(told, act=entry.act, reporting=entry.reporting)


def told_between(verb: Token) -> Token | None:
    """Who says it, where a relative pronoun stands before them and a finite verb right behind."""
    if verb.tag_ not in FINITE or verb.i + 1 >= verb.sent.end or verb.nbor().tag_ not in FINITE:
        return None
    if syntax.child(verb, "ccomp") is not None:
        return None  # read as any other clause
    holder = next((c for c in syntax.children(verb, "nsubj") if c.lower_ not in LINKS), None)
    if holder is None or holder.i != verb.i - 1 or holder.left_edge.i == 0:
        return None
    return holder if holder.left_edge.nbor(-1).lower_ in LINKS else None


def reported(verb: Token, line: Line) -> list[Token]:
    """From the reported verb to the end of its clause: a comma, or the next verb that is nobody's below it."""
    first = verb.nbor()
    tokens = [first]
    for token in line.passage.doc[first.i + 1 : line.tokens.end]:
        if token.text in {",", ";", ".", "—"} or (token.tag_ in FINITE and not grouped(tokens) and alone(token, first)):
            break
        tokens.append(token)
    return tokens


def grouped(before: list[Token]) -> bool:
    """Whether the words so far are one group of verbs, which goes on: `has`, `has not`."""
    return all(t.tag_ in FINITE or t.tag_ in {"VB", "RB"} for t in before)


def alone(verb: Token, first: Token) -> bool:
    """Whether the verb has no subject of its own behind the first one, and hangs on nothing that has."""
    clause = verb.head if verb.dep_ in {"aux", "auxpass"} else verb
    led = any(c.i < clause.i and c.i > first.i and c.dep_ in {*syntax.SUBJECTS, "cc", "mark"} for c in clause.children)
    return not led and clause.dep_ not in {"ccomp", "relcl", "advcl"}
