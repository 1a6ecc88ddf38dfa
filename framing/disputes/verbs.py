"""Contesting by verb: `denied`, `turned down`, `no longer trusted`."""

from collections.abc import Iterator
from dataclasses import replace

from framing import factuality, lexicon, syntax
from framing.attribution.holders import before_comma, outer_holder
from framing.disputes.dispute import ABOUT_WHAT, Dispute, dispute, group, is_speech, supposed, things
from framing.disputes.fitting import WON_OVER, contesting, decided, fits, given_away, phrasal, retorts
from framing.lexicon import ContestWord
from framing.passages import Line
from framing.tokens import Token
from framing.types import ContestKind
from framing.verdicts import behind_verdict

ACCEPTING = frozenset(
    "accept recognise recognize acknowledge endorse believe concede agree sign ratify approve back support consider "
    "join honour honor heed obey".split()
)

IFS = frozenset({"if", "unless", "whether"})


def by_verb(line: Line) -> Iterator[Dispute]:
    under_negation = lexicon.contest_words("negated")
    for token in line.tokens:
        lemma = token.lemma_.lower()
        if (
            token.pos_ not in {"VERB", "AUX"}
            or token.dep_ in {"amod", "compound"}
            or (supposed(token) and not (lemma in under_negation and refused(token)))
            or (syntax.bare_participle(token) and not main(token))
        ):
            continue
        word = under_negation.get(lemma) if negated(token) else contesting(token)
        if word is not None:
            yield from act(line, token, word)


def act(line: Line, verb: Token, word: ContestWord) -> Iterator[Dispute]:
    inner = syntax.child(verb, "xcomp") if verb.lemma_.lower() in {"refuse", "decline"} else None
    if verb.lemma_.lower() in {"refuse", "decline"}:
        if inner is not None and inner.lemma_.lower() not in ACCEPTING:
            return
        thing = syntax.child(inner, "dobj", "ccomp") if inner is not None else syntax.complement(verb)
    else:
        thing = contested(verb)
    if given_away(verb, thing) or not fits(word, thing, verb if inner is None else inner):
        return
    holder = (
        syntax.subject(verb)
        if verb.lemma_.lower() in WON_OVER
        else (outer_holder(verb) or done_by(verb) or before_comma(first_of(verb)))
    )
    if (holder is None and not syntax.passive(verb)) or (word.kind is None and decided(holder, thing)):
        return
    remark = thing is not None and thing.lower_ == "which"
    for who in syntax.conjuncts(holder) if holder is not None else [None]:
        for each in things(thing):
            found = dispute(line, group(line, verb), who, word, each, word.id)
            found = replace(found, kind=ContestKind.REJECTS) if word.kind is None and deed(each) else found
            yield replace(found, remark=True) if remark else found


def deed(thing: Token | None) -> bool:
    """`ruled out sending tanks`, but `dismissed having met him`, and `rejects warning` in a headline."""
    gerund = thing is not None and thing.tag_ == "VBG" and thing.lower_ not in lexicon.nouns()
    return gerund and thing is not None and not any(c.tag_ == "VBG" for c in syntax.children(thing, "aux"))


def first_of(verb: Token) -> Token:
    """The verb that shares its subject with those coordinated to it."""
    while verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        verb = verb.head
    return verb


def main(verb: Token) -> bool:
    """`An official, who asked not to be named, denied there was …`: no participle, since it says something."""
    return (
        verb.dep_ == "acl"
        and verb.i > verb.head.i
        and verb.head.dep_ == "ROOT"
        and syntax.has(verb, "ccomp")
        and verb.nbor(-1).text == ","
    )


def done_by(verb: Token) -> Token | None:
    """Who acts; of `the account, denied by Lima` it is Lima, not the account."""
    return syntax.agent(verb) if verb.dep_ == "acl" and verb.tag_ == "VBN" and not main(verb) else syntax.doer(verb)


def negated(verb: Token) -> bool:
    """By itself, by its subject, or by the verb it is joined to: `did not shame or dismiss`."""
    joined = verb.dep_ == "conj" and any(c.dep_ == "cc" and c.lower_ in {"or", "nor"} for c in verb.head.children)
    return (
        syntax.negated(verb)
        or no_longer(verb)
        or by_hardly_any(verb)
        or (joined and verb.head.pos_ == "VERB" and syntax.negated(verb.head))
    )


def refused(verb: Token) -> bool:
    """`would not accept`, `could not accept`: told of the past, it is a refusal."""
    willing = any(c.dep_ == "aux" and c.lower_ in {"would", "could"} for c in verb.children)
    return willing and syntax.negated(verb) and not any(c.dep_ == "mark" and c.lower_ in IFS for c in verb.children)


def by_hardly_any(verb: Token) -> bool:
    """`few believe`, `nobody in the town accepts`, `neither Chad nor Mali recognises`: the subject negates."""
    who = syntax.child(verb, *syntax.SUBJECTS)
    return who is not None and (
        factuality.empty(who)
        or any(t.lower_ in {"few", "neither"} for t in (who, *syntax.children(who, "amod", "det")))
    )


def no_longer(verb: Token) -> bool:
    return any(c.lower_ == "longer" for c in verb.children) or any(
        c.lower_ in {"hardly", "scarcely"} for c in verb.children
    )


def contested(verb: Token) -> Token | None:
    """What the verb is about: its clause, object, passive subject, relative antecedent or prepositional object."""
    clause = next((c for c in syntax.children(verb, "ccomp", "xcomp") if c.i > verb.i), None) or ruled_out(verb)
    called = syntax.child(verb, "dobj")
    if clause is not None and called is not None and called.i < clause.i and syntax.has(clause, "aux", "to"):
        return called  # "rejected all calls to resign"
    if clause is not None:
        return clause if not retorts(verb) else None  # "retorted that …" says what holds instead
    thing = syntax.child(verb, "dobj", "obj") or behind_verdict(verb)
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
        o = syntax.child(p, "pobj", "pcomp")
        beside = (
            p.lower_ == "with" and o is not None and o.dep_ == "pcomp"
        )  # "pushed back, with some calling it a plot"
        if o is not None and not beside and p.lower_ in ABOUT_WHAT | syntax.PARTICLES | {"to"}:
            return o
    return None


def ruled_out(verb: Token) -> Token | None:
    """`ruled out sending`: the parser takes the deed for an adverbial."""
    deed = next((c for c in syntax.children(verb, "advcl") if c.i > verb.i), None)
    beside = deed is not None and deed.tag_ == "VBG" and phrasal(verb).endswith(f" {deed.nbor(-1).lower_}")
    return deed if beside else None
