"""Who says what a verb reports, also where the parser hung the holder elsewhere than on it."""

from framing import lexicon, syntax
from framing.attribution.edges import escaped, teller, told_in_noun
from framing.attribution.speakers import INTRODUCERS, closing, inverted, speaks
from framing.tokens import Token
from framing.types import Act

ISSUING = frozenset("publish release issue compile collect gather prepare produce write draft".split())


def outer_holder(verb: Token) -> Token | None:
    """The holder of the clause that an escaped verb of speech really belongs to."""
    if syntax.finite(verb):
        return None
    first = verb.head
    while first.dep_ == "conj":
        first = first.head
    while first.dep_ not in {"ccomp", "ROOT"} and verb.tag_ == "VBG" and not told_in_noun(first):
        first = first.head  # a participle may hang deep in the clause
    if (first.dep_ == "ccomp" or told_in_noun(first)) and verb in escaped(first):
        return syntax.doer(teller(first))
    return None


def quoted_speaker(verb: Token) -> Token | None:
    """`quoted the general as saying …`: the one quoted says it."""
    link = verb.head
    if verb.dep_ != "pcomp" or link.lower_ != "as" or link.head.lemma_.lower() not in INTRODUCERS:
        return None
    return None if undergone(link.head) else syntax.child(link.head, "dobj")


def late_subject(verb: Token) -> Token | None:
    """`"The dam," said the engineer, "will hold"`: of two subjects the one beside the cue, not the dam.

    Before the cue it must follow a comma: `Turkey to send troops, minister says`.
    """
    subjects = syntax.children(verb, "nsubj")
    if len(subjects) < 2 or subjects[0].i > verb.i:
        return None
    last = subjects[-1]
    after = last.left_edge.i == verb.i + 1
    before = last.right_edge.i == verb.i - 1 and last.left_edge.nbor(-1).text == ","
    return last if after or before else None


def undergone(verb: Token) -> bool:
    """Passive, also without an auxiliary: `Croatia, accused by Serbia of …`, `stands accused by …`."""
    by = any(c.dep_ == "agent" and c.lower_ == "by" for c in verb.children)
    if verb.tag_ in {"VBN", "VBD"} and verb.dep_ == "conj" and not own_parts(verb):
        return undergone(verb.head) and syntax.child(verb, "dobj", "ccomp") is None  # "were stripped and told to go"
    active = any(c.dep_ == "aux" and c.lemma_.lower() == "have" for c in verb.children)
    return syntax.passive(verb) or (verb.tag_ == "VBN" and by and not active)


def own_parts(verb: Token) -> list[Token]:
    """Subject, auxiliary and agent of its own: without them a coordinate shares those of the first verb."""
    return syntax.children(verb, *syntax.SUBJECTS, "aux", "auxpass", "agent", "expl")


def issuer(noun: Token) -> Token:
    """`police figures show`, `results published by the ministry`: figures speak for whoever gives them out."""
    known = lexicon.nouns().get(noun.lemma_.lower())
    if known is None or known.act is not Act.REPORT:
        return noun
    issued = next((c for c in syntax.children(noun, "acl") if c.lemma_.lower() in ISSUING), None)
    by = syntax.agent(issued) if issued is not None else None
    if speaks(noun):  # a paper; what owns it, the actors know
        return by if by is not None and syntax.owner(noun) is None and speaks(by) else noun
    beside = (syntax.owner(noun), by, *syntax.children(noun, "compound"))
    return next((t for t in beside if t is not None and speaks(t)), noun)


def speaker(verb: Token) -> Token | None:
    """Who says what the verb reports."""
    if undergone(verb):
        return syntax.agent(verb) or (syntax.doer(verb) if syntax.passive(verb) else None)
    found = outer_holder(verb) or quoted_speaker(verb) or late_subject(verb) or closing(verb) or syntax.doer(verb)
    found = found or inverted(verb) or stranded(verb) or before_comma(verb)
    if found is not None and found.ent_type_ in {"DATE", "TIME"} and not speaks(found):
        found = swallowed(verb)
    elif found is not None and found == verb.head and verb.tag_ == "VBG" and not speaks(found):
        found = busy(verb) or found
    return issuer(found) if found is not None else None


def swallowed(verb: Token) -> Token | None:
    """`An engineer who worked there until March told …`: no month speaks; the noun whose clause took the verb does."""
    nouns = (a for a in verb.ancestors if a.pos_ in {"NOUN", "PROPN"} and a.i < verb.i)
    return next((noun for noun in nouns if syntax.child(noun, "relcl", "acl") is not None), None)


def busy(verb: Token) -> Token | None:
    """`They go on with their old ways, saying that …`: who acts in the clause, as the noun before cannot speak."""
    clause = next((a for a in verb.ancestors if a.pos_ in {"VERB", "AUX"}), None)
    who = syntax.doer(clause) if clause is not None else None
    return who if who is not None and speaks(who) else None


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
