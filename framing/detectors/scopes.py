"""Over which words a cue reaches: its phrase, its complement, its clause without the clauses beside it."""

from framing import syntax
from framing.passages import Line
from framing.spans import stretch
from framing.tokens import Token
from framing.types import Span

TENSED = frozenset({"VBD", "VBZ", "VBP"})


def scope(kind: str, word: Token, line: Line) -> Span | None:
    """The stretch that the cue scopes over; None when the parse shows none."""
    if kind == "phrase":
        head = word.head if word.dep_ in {"amod", "advmod", "quantmod", "nummod", "compound"} else word
        head = head.head if head.pos_ == "NUM" and head.dep_ == "nummod" else head
        return stretch(line, syntax.phrase(head))
    if kind == "main":
        verb = word if word.pos_ in {"VERB", "AUX"} else word.head
        main = verb.head if verb.dep_ in {"advcl", "ccomp", "dep"} else verb
        return stretch(line, main.subtree)
    if kind == "complement":
        inner = syntax.child(word, "ccomp", "xcomp", "dobj")
        return stretch(line, inner.subtree if inner is not None else syntax.clause(word).subtree)
    verb = word if word.pos_ in {"VERB", "AUX"} and word.dep_ not in {"aux", "auxpass"} else word.head
    return stretch(line, syntax.subtree(verb, without=beside(verb, word)))


def beside(verb: Token, word: Token) -> list[Token]:
    """The clauses under the verb that are none of the cue's business, and the joints to them."""
    barred = [c for c in verb.children if elsewhere(c) and word != c and not c.is_ancestor(word)]
    joints = [c for c in verb.children if c.dep_ in {"cc", "punct"} and any(abs(c.i - edge(b, c)) <= 2 for b in barred)]
    return [*barred, *joints]


def edge(clause: Token, joint: Token) -> int:
    """The end of the clause that looks towards the joint."""
    return clause.left_edge.i if joint.i < clause.i else clause.right_edge.i


def elsewhere(part: Token) -> bool:
    """A clause beside the hedged one: coordinated, or set against it by `though`, `while`, `but`."""
    if part.pos_ not in {"VERB", "AUX"}:
        return False
    if part.dep_ == "conj" and part.tag_ in TENSED and any(c.tag_ == "MD" for c in part.head.children):
        return True  # "might be held and left": what has a tense of its own is not under the modal
    if not syntax.finite(part):
        return False
    if part.dep_ == "ccomp":  # a complement that follows is the clause's own; one that precedes is quoted by it
        return part.i < part.head.i
    return part.dep_ in {"conj", "parataxis"} or set_against(part)


def set_against(part: Token) -> bool:
    """`…, although its leaders seemed divided`: a clause with a subject of its own."""
    contrast = syntax.has(part, "mark", "though", "although", "while", "whereas", "but")
    return part.dep_ == "advcl" and contrast and syntax.finite(part)
