"""The stretches that a verb of speech attributes."""

from collections.abc import Iterator

from spacy.tokens import Token

from framing import lexicon, syntax
from framing.attribution.clauses import (
    after_comma_that,
    asides,
    clause_tokens,
    coordinated,
    fronted,
    interrupts,
    on_this_side,
    repeated,
    subject_start,
    trails,
)
from framing.attribution.speakers import ANSWERS, INTRODUCERS
from framing.lexicon import Verb
from framing.passages import Line
from framing.types import Act

CLAIMED = frozenset("responsibility victory credit success immunity ignorance innocence".split())


def contents(verb: Token, entry: Verb, holder: Token | None, line: Line) -> Iterator[tuple[Token | None, list[Token]]]:
    """The stretches that the verb attributes, each with its main word."""
    if "at" in entry.takes:
        measured = estimated(verb)
        if measured is not None or entry.takes == {"at"}:
            yield from [measured] if measured is not None else []
            return
    given = [c for c in syntax.children(verb, "ccomp") if holder is None or c.i != holder.i]
    given = given or [c for c in syntax.children(verb, "conj", "advcl") if after_comma_that(c)]
    citing = next((c for c in syntax.children(verb, "advcl") if c.lemma_.lower() in INTRODUCERS), None)
    if not given and citing is not None:
        given = [t for t in citing.subtree if t.i > citing.i and t.pos_ in {"VERB", "AUX"} and after_comma_that(t)][:1]
    given = [part for c in given if (part := on_this_side(verb, c)) is not None]
    if any(c.i > verb.i and syntax.has(c, "mark", "that") for c in given):
        given = [c for c in given if c.i > verb.i]
    if given:
        for clause in given:
            for part in coordinated(clause):
                told_by = {t.i for t in holder.subtree} if holder is not None and clause.is_ancestor(holder) else set()
                yield from repeated(part, [t for t in clause_tokens(part, clause) if t.i not in told_by])
        return
    if trails(verb):
        first = verb.sent.start
        yield verb.head, [t for t in verb.doc[first : subject_start(verb)] if not t.is_space]
        return
    if verb.dep_ in {"parataxis"} or (verb.dep_ == "ccomp" and interrupts(verb)):
        outer = verb.head
        yield outer, syntax.subtree(outer, without=[verb])
        return
    if verb.dep_ in {"conj", "advcl"} and quoted_elsewhere(verb, line) is None and fronted(verb) is not None:
        front = fronted(verb)
        yield front, syntax.subtree(front, without=[verb]) if front is not None else []
        return
    infinitive = syntax.child(verb, "xcomp")
    if infinitive is not None and syntax.negated(infinitive) and entry.act in {Act.ASK, Act.REQUEST}:
        return  # "asked not to be named"
    if infinitive is not None and wants_infinitive(entry, infinitive):
        yield infinitive, list(infinitive.subtree)
        return
    quoted = quoted_elsewhere(verb, line)
    if quoted and entry.act not in {Act.ACCUSE, Act.CRITICISE, Act.PRAISE}:
        yield None, quoted
        return
    if entry.act is Act.ACCUSE and syntax.child(verb, "dobj") is None:
        return  # a headline's "Lima accused of fraud" names no accuser
    if "of" in entry.takes:
        yield from charged(verb, entry)
    if "for" in entry.takes and (sought := wanted(verb)) is not None:
        yield sought, syntax.subtree(sought, without=asides(sought))
        return
    if "object" in entry.takes and entry.act not in {Act.CRITICISE, Act.PRAISE} and verb.dep_ != "pcomp":
        yield from announced(verb, entry)
    if entry.act is Act.DENY:
        gerund = syntax.child(verb, "xcomp", "pcomp")
        if gerund is not None:
            yield gerund, list(gerund.subtree)


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


def wanted(verb: Token) -> Token | None:
    """`asked for a truce`, `called for talks`: what is asked for, unless it is only an answer."""
    link = next((p for p in syntax.children(verb, "prep") if p.lower_ == "for"), None)
    thing = syntax.child(link, "pobj") if link is not None else None
    return (
        thing if thing is not None and thing.pos_ in {"NOUN", "PROPN"} and thing.lemma_.lower() not in ANSWERS else None
    )


def wants_infinitive(entry: Verb, infinitive: Token) -> bool:
    if infinitive.lemma_.lower() == "differ":
        return False  # "begs to differ" asks for nothing
    if entry.lemma == "deny":
        return infinitive.tag_ == "VBG"
    if not syntax.has(infinitive, "aux", "to"):
        return False
    if "infinitive" in entry.takes or "person" in entry.takes:
        return True
    return entry.lemma in {"tell", "warn", "ask"}


def charged(verb: Token, entry: Verb) -> Iterator[tuple[Token | None, list[Token]]]:
    """`accused X of shelling`, `warned of famine`, `blamed a fault on X`, `blamed X for the fire`."""
    for preposition in syntax.children(verb, "prep"):
        if preposition.lower_ not in {"of", "for", "over", "about", "that", "with"}:
            continue
        inner = syntax.child(preposition, "pcomp") or syntax.child(preposition, "pobj")
        if inner is None or (preposition.lower_ == "with" and entry.act is not Act.ACCUSE):
            continue
        if entry.act is Act.CRITICISE and inner.dep_ != "pcomp":
            continue
        if entry.act is Act.WARN and preposition.lower_ not in {"of", "about"}:
            continue
        yield inner, syntax.subtree(inner, without=asides(inner))
        return
    target = syntax.child(verb, "dobj")
    nested = next(
        (p for p in (syntax.children(target, "prep") if target is not None else []) if p.lower_ in {"of", "for"}), None
    )
    if nested is not None and syntax.child(nested, "pcomp") is not None:
        inner = syntax.child(nested, "pcomp")
        if inner is not None:
            yield inner, list(inner.subtree)
            return
    if entry.lemma == "blame" and target is not None and any(p.lower_ == "on" for p in syntax.children(verb, "prep")):
        yield target, list(target.subtree)
    elif entry.lemma == "blame" and target is not None and nested is not None:
        inner = syntax.child(nested, "pobj")
        if inner is not None:
            yield inner, list(inner.subtree)


def announced(verb: Token, entry: Verb) -> Iterator[tuple[Token | None, list[Token]]]:
    """`announced a truce`, `claimed responsibility`; a thing that was merely shown is no content."""
    thing = syntax.complement(verb) if syntax.passive(verb) else syntax.child(verb, "dobj")
    if thing is None or thing.pos_ not in {"NOUN", "PROPN"} or thing.ent_type_ in {"PERSON", "GPE", "ORG", "DATE"}:
        return
    lemma = thing.lemma_.lower()
    if entry.lemma == "claim" and lemma not in CLAIMED:
        return  # "claimed twelve lives", "claimed his prize"
    told = entry.act not in {Act.PROMISE, Act.DEMAND}  # one may promise a report
    if told and lemma in lexicon.nouns() and lexicon.nouns()[lemma].shell == "statement":
        return
    yield thing, list(thing.subtree)


def quoted_elsewhere(verb: Token, line: Line) -> list[Token]:
    """The quoted words of the sentence that hold neither the verb nor each other's cue."""
    marks = syntax.quoted(line.passage.doc)
    found = [t for t in line.tokens if any(a <= t.idx < b for a, b in marks) and not t.is_space]
    words = [t for t in found if t.is_alpha]
    if any(t.i == verb.i for t in found) or not (len(words) > 4 or any(t.pos_ in {"VERB", "AUX"} for t in words)):
        return []
    return found if all(nearest_cue(t, verb) for t in words) else []


def nearest_cue(token: Token, verb: Token) -> bool:
    """Whether no other verb of speech stands nearer to the quoted word in the tree."""
    known = lexicon.verbs()
    nearest = next((a for a in token.ancestors if a.pos_ == "VERB" and a.lemma_.lower() in known), None)
    return nearest is None or nearest.i == verb.i
