"""Contesting by verb: `denied`, `turned down`, `no longer trusted`."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from framing import lexicon, syntax
from framing.attribution.holders import before_comma, outer_holder
from framing.disputes.dispute import ABOUT_WHAT, Dispute, dispute, group, is_speech, supposed, things
from framing.lexicon import ContestWord
from framing.passages import Line

ABSTRACT = ("tion", "sion", "ment", "ism", "ity", "ance", "ence", "ness", "ship", "gation", "ing")


ROLES = frozenset(
    "reject dismiss oppose decline refuse".split()
)  # "rejected the fruit as rotten", "dismissed him as coach"

WON_OVER = frozenset({"persuade", "convince", "impress"})  # of `were not persuaded by it`, the subject contests

ALONE = WON_OVER | {"refuse", "demur", "object", "baulk"}  # of what stands before: `Bratislava refused`

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
        if (syntax.phrasal(token) in plain or lemma in plain) and not syntax.negated(token):
            word = plain.get(syntax.phrasal(token)) or plain[lemma]
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
    holder = (
        syntax.subject(verb)
        if verb.lemma_.lower() in WON_OVER
        else (outer_holder(verb) or done_by(verb) or before_comma(first_of(verb)))
    )
    if holder is None and not syntax.passive(verb):
        return
    remark = thing is not None and thing.lower_ == "which"
    for who in syntax.conjuncts(holder) if holder is not None else [None]:
        for each in things(thing):
            found = dispute(line, group(line, verb), who, word, each, word.id)
            yield replace(found, remark=True) if remark else found


def first_of(verb: Token) -> Token:
    """The verb that shares its subject with those coordinated to it."""
    while verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        verb = verb.head
    return verb


def done_by(verb: Token) -> Token | None:
    """Who acts; of `the account, denied by Lima` it is Lima, not the account."""
    return syntax.agent(verb) if verb.dep_ == "acl" and verb.tag_ == "VBN" else syntax.doer(verb)


def retorts(verb: Token) -> bool:
    words = lexicon.contest_words("verbs")
    word = words.get(syntax.phrasal(verb)) or words.get(verb.lemma_.lower())
    return word is not None and word.id == "retort"


def no_longer(verb: Token) -> bool:
    return any(c.lower_ == "longer" for c in verb.children) or any(
        c.lower_ in {"hardly", "scarcely"} for c in verb.children
    )


def contested(verb: Token) -> Token | None:
    """What the verb is about: its clause, object, passive subject, relative antecedent or prepositional object."""
    clause = next((c for c in syntax.children(verb, "ccomp", "xcomp") if c.i > verb.i), None)
    if clause is not None:
        return clause if not retorts(verb) else None  # "retorted that …" says what holds instead
    thing = syntax.child(verb, "dobj", "obj")
    if syntax.passive(verb):
        prepositional = next(
            (
                o
                for p in syntax.children(verb, "prep", "agent")
                if p.lower_ in {"by", "with"}
                and verb.lemma_.lower() in WON_OVER
                and (o := syntax.child(p, "pobj")) is not None
            ),
            None,
        )
        return prepositional or (syntax.subject(verb) if verb.lemma_.lower() not in WON_OVER else None)
    if thing is not None:
        if thing.lower_ not in syntax.RELATIVE or verb.dep_ != "relcl":
            return thing
        whole = thing.lower_ == "which" and thing.i > 0 and thing.nbor(-1).text == "," and not is_speech(verb.head)
        return thing if whole else verb.head  # `accused it of theft, which it denies`: all that was said
    if verb.dep_ == "relcl" or (verb.dep_ == "acl" and verb.tag_ == "VBN"):
        return verb.head
    for p in syntax.children(verb, "prep"):
        if p.lower_ in ABOUT_WHAT | syntax.PARTICLES | {"to"} and (o := syntax.child(p, "pobj", "pcomp")) is not None:
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
        return word.id in {"disagree", "retort"} or verb.lemma_.lower() in ALONE
    if word.needs == "any":
        return True
    if word.needs == "things":
        people = (
            lexicon.lemmas("roles", "offices") | lexicon.lemmas("roles", "groups") | {"suspect", "child", "boy", "girl"}
        )
        return (
            not (thing.pos_ == "PROPN" and thing.text[0].isupper())
            and thing.lemma_.lower() not in people
            and thing.ent_type_ not in {"PERSON", "CARDINAL"}
        )
    scorned = syntax.has(verb, "prep", "as") and thing.pos_ != "PROPN" and verb.lemma_.lower() not in ROLES
    return (
        is_speech(thing)
        or scorned
        or (word.id == "dispute" and thing.lemma_.lower() in lexicon.lemmas("contests", "aspects"))
        or (verb.lemma_.lower() in {"reject", "dismiss"} and thing.lemma_.lower().endswith(ABSTRACT))
    )
