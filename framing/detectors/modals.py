"""`may` and `could` in their plain senses: permission and past ability lower nobody's commitment."""

from collections.abc import Iterator

from framing import lexicon, syntax
from framing.tokens import Token

BARELY = frozenset({"not", "n't", "n’t", "barely", "hardly", "scarcely", "only"})  # right behind `could`: a fact
CONDITIONS = frozenset({"with", "if", "after", "when", "on", "under", "because", "by"})  # `may enter only with a visa`
PEOPLE = frozenset({"i", "we", "you", "he", "she", "they", "who"})


def plain(modal: Token) -> bool:
    """Whether the modal says what is allowed or what somebody was able to do, and not what is possible."""
    verb = modal.head
    if modal.lower_ == "could":
        return next_to(modal).lower_ in BARELY or no_longer(modal) or (not epistemic(verb) and able(verb))
    return modal.lower_ == "may" and not epistemic(verb) and permitted(modal, verb)


def epistemic(verb: Token) -> bool:
    """`may have sunk`, `may be waiting`: no permission and no skill has these forms."""
    return syntax.has(verb, "aux", "have") or (verb.tag_ == "VBG" and syntax.has(verb, "aux", "be"))


def permitted(modal: Token, verb: Token) -> bool:
    return (
        restricted(modal, verb)
        or (syntax.negated(verb) and syntax.passive(verb))
        or any(governed(word) for word in (verb, *verb.ancestors))
        or any(ruling(word) for word in verb.ancestors)
    )


def restricted(modal: Token, verb: Token) -> bool:
    """`may only`, `only citizens may`, `may board only with a ticket`, `any citizen may`."""
    subject = syntax.subject(verb)
    first = subject.left_edge.lower_ if subject is not None else ""
    return (
        first in {"any", "only"}
        or next_to(modal).lower_ == "only"
        or any(t.lower_ == "only" and t.i > modal.i and next_to(t).lower_ in CONDITIONS for t in verb.subtree)
    )


def governed(word: Token) -> bool:
    """`under the treaty`, whether it hangs on the verb, on one that holds it or on an object."""
    places = (p for c in (word, *syntax.children(word, "dobj", "prep")) for p in (c, *c.children))
    objects = (syntax.child(p, "pobj") for p in places if p.lower_ in {"under", "by"})
    return any(o is not None and o.lemma_.lower() in lexicon.lemmas("hedges", "norms") for o in objects)


def ruling(word: Token) -> bool:
    """`the court ruled that`, `the law says`."""
    if word.pos_ not in {"VERB", "AUX"}:
        return False
    subject = syntax.subject(word)
    return word.lemma_.lower() in lexicon.lemmas("hedges", "rulings") or (
        subject is not None and subject.lemma_.lower() in lexicon.lemmas("hedges", "norms")
    )


def able(verb: Token) -> bool:
    """What somebody perceived or knew how to do, and what was possible in a time that is over."""
    if any(lexicon.past().match(frame) for frame in frames(verb)):
        return True
    if syntax.passive(verb):
        return False
    lemma = verb.lemma_.lower()
    alone = not syntax.children(verb, "dobj", "prep", "prt", "advmod", "npadvmod", "acomp", "ccomp", "xcomp", "oprd")
    return (
        lemma in lexicon.lemmas("hedges", "senses")
        or (lemma in lexicon.lemmas("hedges", "sights") and person(syntax.subject(verb)))
        or (lemma in lexicon.lemmas("hedges", "skills") and alone)
    )


def person(subject: Token | None) -> bool:
    if subject is None:
        return False
    known = lexicon.lemmas("roles", "groups", "offices")
    return subject.lower_ in PEOPLE or subject.ent_type_ == "PERSON" or subject.lemma_.lower() in known


def frames(verb: Token) -> Iterator[str]:
    """The adverbials that stand before the verb: `as a girl`, `in those days`."""
    for part in syntax.children(verb, "prep", "advmod", "npadvmod"):
        if part.i < verb.i:
            yield part.doc[part.left_edge.i : part.right_edge.i + 1].text


def no_longer(modal: Token) -> bool:
    return next_to(modal).lower_ == "no" and next_to(next_to(modal)).lower_ == "longer"


def next_to(token: Token) -> Token:
    return token.nbor() if token.i + 1 < len(token.doc) else token
