"""Evaluations: `called the vote "a sham"`, `described the tariff as an insult`. The content is thing and verdict."""

from framing import lexicon, syntax
from framing.attribution.speakers import ANSWERS
from framing.tokens import Token

POINTING = frozenset("it this that what which one".split())  # what is called so stands elsewhere: contests resolve it
PREDICATES = frozenset({"oprd", "attr", "acomp", "dobj", "ccomp", "xcomp"})


def judged(verb: Token) -> tuple[Token, list[Token]] | None:
    """The thing and what it is called, from the first word of the one to the last of the other.

    Where words are judged ("called the report false") a claim is contested, and nothing new is put forward.
    """
    thing = thing_of(verb)
    named = whatever(verb)
    if named is not None:
        return named, list(named.subtree)
    if thing is None or thing.lower_ in POINTING or worded(thing) or contested(verb, thing):
        return None
    verdict = verdict_of(verb, thing)
    if verdict is None:
        return None
    said = [t for t in verb.doc[thing.left_edge.i : verdict.right_edge.i + 1] if t.i != verb.i]
    if syntax.passive(verb):
        barred = {verb.i, *(t.i for c in syntax.children(verb, "agent", "aux", "auxpass") for t in c.subtree)}
        said = [t for t in (*thing.subtree, *verdict.subtree) if t.i not in barred]
    return thing, sorted(said, key=lambda t: t.i)


def whatever(verb: Token) -> Token | None:
    """`at what she called a leak meant to hurt her`: the verdict, if it holds an act, says it all."""
    what = any(c.lower_ == "what" and c.i < verb.i for c in verb.children)
    verdict = syntax.child(verb, "oprd", "attr") if what else None
    return verdict if verdict is not None and any(t.pos_ == "VERB" for t in verdict.subtree) else None


def thing_of(verb: Token) -> Token | None:
    if syntax.passive(verb):
        return syntax.child(verb, "nsubjpass")
    objects = [c for c in syntax.children(verb, "dobj", "nsubj") if c.i > verb.i]
    small = syntax.child(verb, "ccomp")  # "called the raid illegal", taken for a clause
    if not objects and small is not None and small.i > verb.i and small.pos_ in {"ADJ", "NOUN", "PROPN"}:
        objects = syntax.children(small, "nsubj")
    return next(iter(objects), None)


def verdict_of(verb: Token, thing: Token) -> Token | None:
    """The noun or adjective after the thing, or behind `as`."""
    after = [c for c in verb.children if c.i > thing.i and c.i > verb.i]
    nested = [c for c in thing.children if c.i > thing.i and c.dep_ == "prep"]  # "the vote as …" hung on the vote
    for c in (*after, *nested):
        if c.dep_ == "prep" and c.lower_ == "as" and any(g.i > c.i for g in c.children):
            return c
    wanted = "as" not in {t.lower_ for t in after}
    found = next((c for c in after if c.dep_ in PREDICATES), None)
    return (
        found
        if wanted and found is not None and (found.pos_ in {"NOUN", "PROPN", "ADJ"} or found.tag_ == "VBN")
        else None
    )


def contested(verb: Token, thing: Token) -> bool:
    """Whether the set phrases of contesting read it: `called the offer a stunt`, but not `called the vote a sham`."""
    text = verb.doc[verb.i : verb.sent.end].text
    noun = lexicon.nouns().get(thing.lemma_.lower())
    proposed = noun is not None and noun.shell == "proposal"
    rules = (rule for rule in lexicon.contest_phrases() if rule.stands == "names" and rule.pattern.match(text))
    return any(proposed or rule.word.needs == "any" for rule in rules)


def worded(thing: Token) -> bool:
    """Whether the thing is itself words or a paper."""
    lemma = thing.lemma_.lower()
    noun = lexicon.nouns().get(lemma)
    told = noun is not None and noun.shell in {"statement", "thought"}
    return told or lemma in ANSWERS or lemma in lexicon.lemmas("roles", "documents")
