"""Complements that hold content besides a clause: `put the toll at 40`, `announced a truce`, `asked for tents`."""

from collections.abc import Iterator

from framing import factuality, lexicon, syntax
from framing.attribution.edges import asides
from framing.attribution.speakers import ANSWERS, calling, speaks
from framing.lexicon import Verb
from framing.tokens import Token
from framing.types import Act

CLAIMED = frozenset("responsibility victory credit success immunity ignorance innocence".split())


def infinitive(verb: Token) -> tuple[Token, list[Token]] | None:
    """What is to be done, with its condition."""
    action = syntax.child(verb, "xcomp") or called_to(verb)
    if action is None:
        return None
    said = syntax.subtree(action, without=asides(action))
    return action, sorted({*said, *conditions(verb, action)}, key=lambda t: t.i)


def called_to(verb: Token) -> Token | None:
    """`called on Gabon to free them`, with the freeing taken for a purpose."""
    clause = next((c for c in syntax.children(verb, "advcl") if syntax.has(c, "aux", "to")), None)
    return clause if clause is not None and clause.i > verb.i and calling(verb) else None


def conditions(verb: Token, infinitive: Token) -> list[Token]:
    """`threatened to sue unless …`, `promised to pay, provided that …`: the condition is part of the words."""
    found = (
        c
        for c in verb.children
        if c.i > infinitive.i and (c.lower_ == "provided" or syntax.has(c, "mark", "if", "unless"))
    )
    return [t for c in found for t in verb.doc[infinitive.right_edge.i + 1 : c.right_edge.i + 1]]


def wished(verb: Token) -> Token | None:
    """`want the army to pull back`, `want the plant closed`: what somebody else is to do or suffer."""
    clause = syntax.child(verb, "ccomp")
    thing = syntax.child(clause, "nsubj", "nsubjpass") if clause is not None else None
    return clause if thing is not None and thing.lower_ not in {"what", "that"} else None


def wanted(verb: Token) -> Token | None:
    """`asked for a truce`, `called for talks`: what is asked for, unless it is only an answer."""
    link = next((p for p in syntax.children(verb, "prep") if p.lower_ == "for"), None)
    thing = syntax.child(link, "pobj") if link is not None else None
    return (
        thing if thing is not None and thing.pos_ in {"NOUN", "PROPN"} and thing.lemma_.lower() not in ANSWERS else None
    )


def estimated(verb: Token) -> tuple[Token, list[Token]] | None:
    """`puts the number of the dead at 40`: from the object to the number."""
    thing = syntax.complement(verb)
    if thing is None or thing.pos_ not in {"NOUN", "PROPN", "PRON"}:
        return None
    for at in (t for t in verb.doc[verb.i + 1 : min(verb.i + 20, verb.sent.end)] if t.lower_ == "at"):
        amount = syntax.child(at, "pobj")
        numbers = [t for t in amount.subtree if t.like_num] if amount is not None and amount.pos_ != "PROPN" else []
        if numbers and thing.i < at.i:
            return thing, [t for t in verb.doc[thing.left_edge.i : numbers[-1].i + 1] if t.i != verb.i]
    return None


def announced(verb: Token, entry: Verb) -> Iterator[tuple[Token | None, list[Token]]]:
    """`announced a truce`, `claimed responsibility`; a thing that was merely shown is no content."""
    thing = syntax.complement(verb) if syntax.passive(verb) else syntax.child(verb, "dobj")
    if thing is None or thing.pos_ not in {"NOUN", "PROPN"} or thing.ent_type_ in {"PERSON", "GPE", "ORG", "DATE"}:
        return
    lemma = thing.lemma_.lower()
    if ("person" in entry.takes and speaks(thing)) or lemma in ANSWERS:
        return  # whoever is ordered or urged; what is asked of a speaker
    if entry.lemma == "claim" and lemma not in CLAIMED:
        return  # "claimed twelve lives", "claimed his prize"
    if entry.act is Act.PROPOSE and factuality.empty(thing):
        return  # "offered no proof" offers nothing
    told = entry.act not in {Act.PROMISE, Act.DEMAND}  # one may promise a report
    if told and lemma in lexicon.nouns() and lexicon.nouns()[lemma].shell == "statement":
        return
    yield thing, list(thing.subtree)


def denied(verb: Token) -> Iterator[tuple[Token, list[Token]]]:
    """`denied bribing officials`; also where the parser took the act for an adjective ("flying weapons")."""
    act = syntax.child(verb, "xcomp", "pcomp")
    thing = syntax.child(verb, "dobj")
    if act is not None:
        yield act, syntax.subtree(act, without=asides(act))
    elif thing is not None and thing.left_edge.tag_ == "VBG" and thing.left_edge.i == verb.i + 1:
        yield thing.left_edge, list(thing.subtree)
