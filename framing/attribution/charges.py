"""Charges: `accused X of shelling`, `warned of famine`, `blamed the crash on faulty brakes`."""

from collections.abc import Iterator

from framing import syntax
from framing.attribution.edges import asides
from framing.lexicon import Verb
from framing.tokens import Token
from framing.types import Act


def charged(verb: Token, entry: Verb) -> Iterator[tuple[Token | None, list[Token]]]:
    """`accused X of shelling`, `warned of famine`, `blamed a fault on X`, `blamed X for the fire`."""
    for preposition in syntax.children(verb, "prep"):
        if preposition.lower_ not in {"of", "for", "over", "about", "that", "with"} or shared(verb, entry):
            continue
        inner = syntax.child(preposition, "pcomp") or syntax.child(preposition, "pobj")
        if inner is None or (preposition.lower_ == "with" and entry.act is not Act.ACCUSE):
            continue
        if entry.act is Act.CRITICISE and inner.dep_ != "pcomp":
            continue
        if entry.act is Act.WARN and preposition.lower_ not in {"of", "about"}:
            continue
        if gerund(preposition) is not None:
            yield inner, deed(verb, inner)
            return
        for each in further(preposition, inner):
            yield each, syntax.subtree(each, without=asides(each))
        return
    target = syntax.child(verb, "dobj") or accused(verb)
    carriers = [] if target is None else [target] if target.head == verb else [target, target.head]
    links = (p for carrier in carriers for p in syntax.children(carrier, "prep"))
    nested = next((p for p in links if p.lower_ in {"of", "for"}), None)
    if nested is not None:
        inner = syntax.child(nested, "pcomp") or gerund(nested)
        if inner is not None:
            for each in further(nested, inner):
                yield each, list(each.subtree)
            return
    if target is not None and shared(verb, entry):
        on = next(p for p in syntax.children(verb, "prep") if p.lower_ == "on")
        last = max(c.right_edge.i for c in verb.children if c.dep_ == "prep" and c.i <= on.right_edge.i + 1)
        yield target, list(verb.doc[target.left_edge.i : last + 1])
    elif entry.lemma == "blame" and target is not None and nested is None:
        yield target, syntax.subtree(target, without=asides(target))  # `blamed the storm`
    elif entry.lemma == "blame" and target is not None and nested is not None:
        inner = syntax.child(nested, "pobj")
        if inner is not None:
            yield inner, list(inner.subtree)


def shared(verb: Token, entry: Verb) -> bool:
    """`blames the crash on faulty brakes`: what happened and whose fault it was."""
    return entry.lemma == "blame" and any(p.lower_ == "on" for p in syntax.children(verb, "prep"))


def gerund(preposition: Token) -> Token | None:
    """`of burning granaries`, with the burning taken for an adjective."""
    thing = syntax.child(preposition, "pobj")
    first = thing.left_edge if thing is not None else None
    return thing if first is not None and first.tag_ == "VBG" and first.i == preposition.i + 1 else None


def deed(verb: Token, thing: Token) -> list[Token]:
    """`of flying migrants to Minsk and steering them on`: what the parser hung on the accusing goes with the deed."""
    more = (c for c in verb.children if c.i > thing.i and (c.dep_ == "prep" or (c.dep_ == "conj" and c.tag_ == "VBG")))
    last = max((c.right_edge.i for c in more), default=thing.right_edge.i)
    return list(verb.doc[thing.left_edge.i : last + 1])


def accused(verb: Token) -> Token | None:
    """`accused neighbouring Chad of theft`: the accused, with the adjective taken for a verb."""
    taken = next((c for c in syntax.children(verb, "advcl") if c.i == verb.i + 1 and c.tag_ == "VBG"), None)
    return syntax.child(taken, "dobj") if taken is not None else None


def further(preposition: Token, inner: Token) -> list[Token]:
    """`of dumping mercury and of bribing guards`: each charge for itself."""
    others = (p for p in preposition.conjuncts if p.lower_ == preposition.lower_)
    return [inner, *(c for p in others if (c := syntax.child(p, "pcomp", "pobj")) is not None)]
