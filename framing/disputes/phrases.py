"""Contesting by set phrase: `called the account a fabrication`, `cast doubt on`."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from framing import lexicon, syntax
from framing.attribution import Statement
from framing.disputes.dispute import ABOUT_WHAT, Dispute, dispute, is_speech, supposed
from framing.lexicon import ContestPhrase
from framing.passages import Line
from framing.types import Span


def by_phrase(line: Line, spoken: Sequence[Statement]) -> Iterator[Dispute]:
    for rule in lexicon.contest_phrases():
        for match in rule.pattern.finditer(line.text):
            span = Span(line.start + match.start(), line.start + match.end())
            first = line.at(span.start)
            if first is None:
                continue
            verb = next((t for t in line.tokens if t.i >= first.i and t.pos_ in {"VERB", "AUX"}), first)
            outer = next(
                (s for s in reversed(spoken) if any(c.covers(span) or c.overlaps(span) for c in s.content)), None
            )
            if verb.dep_ in {"aux", "auxpass"} and verb.head.i > verb.i:
                verb = verb.head
            yield from phrase_act(line, rule, span, verb, outer)


def phrase_act(line: Line, rule: ContestPhrase, span: Span, verb: Token, outer: Statement | None) -> Iterator[Dispute]:
    word = rule.word
    if rule.stands == "said":
        told = outer.told if outer is not None else None
        thing = untrue(line, verb)
        if word.needs == "speech" and (outer is None or thing is None or not is_speech(thing)):
            return
        found = dispute(line, span, outer.holder if outer is not None else None, word, thing, f"phrase:{rule.id}")
        yield replace(found, told=told)
        return
    thing = small_subject(verb) if rule.stands == "names" else object_of(verb, line, span)
    holder = syntax.doer(verb)
    alone = rule.stands == "alone"
    if (not alone and (syntax.negated(verb) or supposed(verb) or thing is None)) or holder is None:
        return
    if rule.word.needs == "any" or (thing is not None and is_speech(thing)):
        yield dispute(line, span, holder, word, thing, f"phrase:{rule.id}")


def untrue(line: Line, verb: Token) -> Token | None:
    """What is untrue: the subject of `is baseless`, the object of `no truth in`."""
    thing = syntax.subject(verb)
    if thing is None or thing.lower_ != "there":
        return thing
    links = (p for t in line.tokens if t.lower_ in {"truth", "basis", "substance"} for p in syntax.children(t, "prep"))
    return next((o for p in links if (o := syntax.child(p, "pobj")) is not None), None)


def small_subject(verb: Token) -> Token | None:
    """The thing called something: object, subject of the small clause, passive subject, antecedent."""
    if syntax.passive(verb):
        return syntax.subject(verb)
    inner = syntax.child(verb, "ccomp", "xcomp")
    thing = syntax.child(verb, "dobj") or (syntax.child(inner, "nsubj", "dobj") if inner is not None else None)
    if thing is not None and thing.lower_ in syntax.RELATIVE and verb.dep_ == "relcl":
        return verb.head
    return thing or (verb.head if verb.dep_ == "relcl" else None)


def object_of(verb: Token, line: Line, span: Span) -> Token | None:
    if syntax.passive(verb):
        return syntax.subject(verb)
    thing = syntax.child(verb, "dobj")
    if thing is not None and not span.start <= line.passage.start + thing.idx < span.end:
        return verb.head if thing.lower_ in syntax.RELATIVE and verb.dep_ == "relcl" else thing
    inside = [t for t in line.tokens if span.start <= line.passage.start + t.idx < span.end]
    links = [p for t in inside for p in syntax.children(t, "prep", "dative")]
    for wanted in (ABOUT_WHAT, {"to", "in", "from"}):
        objects = (syntax.child(p, "pobj", "pcomp") for p in links if p.lower_ in wanted)
        thing = next((o for o in objects if o is not None and o.ent_type_ not in {"DATE", "TIME"}), None)
        if thing is not None:
            return thing
    return None
