"""Contesting by verb: `denied`, `turned down`, `no longer trusted`."""

from collections.abc import Iterator

from spacy.tokens import Token

from framing import lexicon, syntax
from framing.disputes.dispute import ABOUT_WHAT, Dispute, dispute, group, is_speech, supposed, things
from framing.lexicon import ContestWord
from framing.passages import Line

ABSTRACT = ("tion", "sion", "ment", "ism", "ity", "ance", "ence", "ness", "ship", "gation", "ing")


ACCEPTING = frozenset("accept recognise recognize acknowledge endorse believe concede agree".split())


def by_verb(line: Line) -> Iterator[Dispute]:
    plain, under_negation = lexicon.contest_words("verbs"), lexicon.contest_words("negated")
    for token in line.tokens:
        lemma = token.lemma_.lower()
        if (
            token.pos_ not in {"VERB", "AUX"}
            or token.dep_ in {"amod", "compound"}
            or supposed(token)
            or syntax.bare_participle(token)
        ):
            continue
        word = None
        if (phrasal(token) in plain or lemma in plain) and not syntax.negated(token):
            word = plain.get(phrasal(token)) or plain[lemma]
        elif lemma in under_negation and (syntax.negated(token) or no_longer(token)):
            word = under_negation[lemma]
        if word is not None:
            yield from act(line, token, word)


def act(line: Line, verb: Token, word: ContestWord) -> Iterator[Dispute]:
    if verb.lemma_.lower() in {"refuse", "decline"}:
        inner = syntax.child(verb, "xcomp")
        if inner is not None and inner.lemma_.lower() not in ACCEPTING:
            return
        thing = syntax.child(inner, "dobj", "ccomp") if inner is not None else syntax.complement(verb)
    else:
        thing = contested(verb)
    if given_away(verb, thing) or not fits(word, thing, verb):
        return
    persuaded = verb.lemma_.lower() in {"persuade", "convince"}
    holder = syntax.subject(verb) if persuaded else syntax.doer(verb)
    if holder is None and not syntax.passive(verb):
        return
    for who in syntax.conjuncts(holder) if holder is not None else [None]:
        for each in things(thing):
            yield dispute(line, group(line, verb), who, word, each, word.id)


def phrasal(verb: Token) -> str:
    """The verb with its particle: `turn down`, `push back`."""
    particle = syntax.child(verb, "prt") or next(
        (c for c in syntax.children(verb, "advmod") if c.lower_ in {"back", "aside", "away"}), None
    )
    return f"{verb.lemma_.lower()} {particle.lower_}" if particle is not None else ""


def no_longer(verb: Token) -> bool:
    return any(c.lower_ == "longer" for c in verb.children) or any(
        c.lower_ in {"hardly", "scarcely"} for c in verb.children
    )


def contested(verb: Token) -> Token | None:
    """What the verb is about: its clause, object, passive subject, relative antecedent or prepositional object."""
    clause = next((c for c in syntax.children(verb, "ccomp", "xcomp") if c.i > verb.i), None)
    if clause is not None:
        return clause
    thing = syntax.child(verb, "dobj", "obj")
    if syntax.passive(verb):
        prepositional = next(
            (
                o
                for p in syntax.children(verb, "prep", "agent")
                if p.lower_ in {"by", "with"}
                and verb.lemma_.lower() in {"persuade", "convince"}
                and (o := syntax.child(p, "pobj")) is not None
            ),
            None,
        )
        return prepositional or syntax.subject(verb)
    if thing is not None:
        return verb.head if thing.lower_ in syntax.RELATIVE and verb.dep_ == "relcl" else thing
    if verb.dep_ == "relcl":
        return verb.head
    for p in syntax.children(verb, "prep"):
        if p.lower_ in ABOUT_WHAT and (o := syntax.child(p, "pobj", "pcomp")) is not None:
            return o
    return None


def given_away(verb: Token, thing: Token | None) -> bool:
    """`denied entry`, `denied the men a visa`, `was denied bail`: something withheld, nothing contested."""
    if verb.lemma_.lower() not in {"deny", "refuse", "reject", "decline"} or thing is None:
        return False
    barred = lexicon.table("contests")["not_contested"]["lemmas"]
    if thing.lemma_.lower() in barred or syntax.has(verb, "dative"):
        return True
    return syntax.passive(verb) and syntax.child(verb, "dobj", "oprd") is not None


def fits(word: ContestWord, thing: Token | None, verb: Token) -> bool:
    if thing is None:
        return verb.lemma_.lower() == "disagree"
    if word.needs == "any":
        return True
    if word.needs == "things":
        people = (
            lexicon.lemmas("roles", "offices") | lexicon.lemmas("roles", "groups") | {"suspect", "child", "boy", "girl"}
        )
        return (
            thing.pos_ != "PROPN"
            and thing.lemma_.lower() not in people
            and thing.ent_type_ not in {"PERSON", "CARDINAL"}
        )
    return is_speech(thing) or (
        verb.lemma_.lower() in {"reject", "dismiss"} and thing.lemma_.lower().endswith(ABSTRACT)
    )
