"""Attribution by verb: `said`, `accused of`, `vowed to`."""

from collections.abc import Iterator, Sequence

from framing import lexicon, syntax
from framing.attribution.contents import contents
from framing.attribution.holders import speaker, undergone
from framing.attribution.speakers import attributes, cited, may_hold
from framing.attribution.statement import Statement, voice
from framing.lexicon import Verb
from framing.passages import Line
from framing.spans import pieces
from framing.tokens import Token
from framing.types import Act, Proof


def by_verb(line: Line, text: str) -> Iterator[Statement]:
    known = lexicon.verbs()
    for token in line.tokens:
        if not verbal(token):
            continue
        entry = known.get(phrasal(token)) or known.get(token.lemma_.lower())
        if entry is None or not attributes(token):
            continue
        if entry.act is Act.ACCUSE and undergone(token):
            for accuser, inner in accusers(token):
                yield from speak(line, text, token, entry, accuser, inner, list(inner.subtree))
            continue
        holder = speaker(token)
        if not may_hold(holder, token) or of_itself(token, entry, holder):
            continue
        for head, tokens in contents(token, entry, holder, line):
            yield from speak(line, text, token, entry, holder, head, tokens)


def speak(
    line: Line, text: str, cue: Token, entry: Verb, holder: Token | None, head: Token | None, tokens: Sequence[Token]
) -> Iterator[Statement]:
    passage = line.passage
    content = pieces(text, passage, tokens)
    holders = syntax.conjuncts(holder) if holder is not None else [None]
    joint = cue.i + 1_000_000 * passage.paragraph if len(holders) > 1 else None
    span = passage.place([cue, *syntax.children(cue, "prt")])
    for each in holders:
        yield Statement(
            line=line,
            holder=each,
            cue=(span,),
            head=head,
            content=content,
            act=act_of(entry, cue),
            reporting=entry.reporting,
            voice=voice(text, passage, content),
            joint=joint,
            proof=(Proof(f"reporting:{entry.lemma}", span.start, span.end),),
            cited=cited(cue),
        )


def of_itself(verb: Token, entry: Verb, holder: Token | None) -> bool:
    """`said it feared that …`: what the holder says of its own mind is told once, with the saying."""
    inner = entry.act in {Act.BELIEVE, Act.EXPECT, Act.WARN} and verb.dep_ == "ccomp" and holder is not None
    outer = verb.head.lemma_.lower() in lexicon.verbs() and verb.head.i < verb.i and not syntax.has(verb, "xcomp")
    return inner and outer and holder is not None and holder.lower_ in {"it", "he", "she", "they"}


def verbal(token: Token) -> bool:
    """Whether it is a verb, or a noun only to the parser: `Residents fear that …`, with subject and clause."""
    if token.pos_ in {"VERB", "AUX"} or token.tag_[:2] == "VB":
        return True
    clause = syntax.child(token, "ccomp")
    return token.pos_ == "NOUN" and syntax.has(token, "nsubj") and clause is not None and syntax.has(clause, "mark")


def phrasal(verb: Token) -> str:
    particle = syntax.child(verb, "prt") or next(
        (c for c in syntax.children(verb, "prep") if c.i == verb.i + 1 and c.lower_ in {"on", "for", "upon"}), None
    )
    return f"{verb.lemma_.lower()} {particle.lower_}" if particle is not None else ""


def act_of(entry: Verb, cue: Token) -> Act:
    """`told him to go` is a demand, `asked them to go` a request; otherwise the verb's own act."""
    orders = any(c.dep_ in {"xcomp", "ccomp"} and syntax.has(c, "aux", "to") for c in cue.children)
    if orders and entry.lemma in {"tell", "ask", "order", "warn"}:
        return {"ask": Act.REQUEST, "warn": Act.WARN}.get(entry.lemma, Act.DEMAND)
    return entry.act


def accusers(verb: Token) -> Iterator[tuple[Token, Token]]:
    """`X is accused by A of one thing and by B of another`: each accuser with its charge."""
    agents = [c for c in syntax.children(verb, "agent", "prep") if c.lower_ == "by"]
    agents += [c for a in agents for c in a.conjuncts if c.lower_ == "by"]
    shared = next((i for i in charges(verb)), None)
    for by in agents:
        accuser = syntax.child(by, "pobj")
        inner = next(charges(accuser), shared) if accuser is not None else None
        if accuser is not None and inner is not None:
            yield accuser, inner


def charges(word: Token) -> Iterator[Token]:
    for preposition in syntax.children(word, "prep"):
        inner = syntax.child(preposition, "pcomp") or syntax.child(preposition, "pobj")
        if preposition.lower_ in {"of", "over", "for"} and inner is not None:
            yield inner
