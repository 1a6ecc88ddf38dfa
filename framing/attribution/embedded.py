"""Claims inside a relative clause that the parser lost: `a minister who prosecutors say took bribes went on trial`."""

from collections.abc import Iterator

from spacy.tokens import Token

from framing import lexicon, syntax
from framing.attribution.speakers import attributes, speaks
from framing.attribution.statement import Statement, voice
from framing.passages import Line
from framing.spans import pieces
from framing.types import Proof

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
            yield Statement(
                line=line, holder=holder, cue=(span,), head=tokens[0], content=content, act=entry.act,
                reporting=entry.reporting, voice=voice(text, line.passage, content), joint=None,
                proof=(Proof(f"reporting:{entry.lemma}", span.start, span.end),),
            )  # fmt: skip


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
    for token in line.tokens.doc[first.i + 1 : line.tokens.end]:
        own = token.tag_ in FINITE and token.dep_ not in {"aux", "auxpass", "ccomp", "relcl", "advcl"}
        led = any(
            c.i < token.i and c.dep_ in {*syntax.SUBJECTS, "cc", "mark"} and c.i > first.i for c in token.children
        )
        if token.text in {",", ";", ".", "—"} or (own and not led and first.dep_ != "aux"):
            break
        tokens.append(token)
    return tokens
