"""Holders that the parser hung elsewhere than on their verb."""

from spacy.tokens import Token

from framing import syntax
from framing.attribution.clauses import escaped


def outer_holder(verb: Token) -> Token | None:
    """The holder of the clause that an escaped verb of speech really belongs to."""
    if verb.dep_ != "conj" or syntax.finite(verb):
        return None
    first = verb.head
    while first.dep_ == "conj":
        first = first.head
    if first.dep_ == "ccomp" and verb in escaped(first):
        return syntax.doer(first.head)
    return None


def stranded(verb: Token) -> Token | None:
    """`A was caused by B, the head of C said`: the late subject, taken for an apposition to B."""
    if verb.i == 0 or not any(c.dep_ == "ccomp" and c.i < verb.i for c in verb.children):
        return None
    last = verb.nbor(-1)
    for noun in (last, *last.ancestors):
        if noun.dep_ == "appos" and noun.right_edge.i == verb.i - 1 and noun.left_edge.i > 0:
            return noun if noun.left_edge.nbor(-1).text == "," else None
    return None


def before_comma(verb: Token) -> Token | None:
    """`In a letter, reported by a paper, the chairman, Jan Novak, wrote`: the name that the parser hung elsewhere."""
    at = verb.i - 1
    if verb.dep_ != "ROOT" or verb.tag_ not in {"VBD", "VBZ", "VBP"} or syntax.subject(verb) is not None:
        return None
    if at <= verb.sent.start or verb.doc[at].text != ",":
        return None
    name = verb.doc[at - 1]
    return name if name.pos_ == "PROPN" and name.ent_type_ in {"PERSON", "ORG"} else None
