"""Contesting by set phrase: `called the account a fabrication`, `cast doubt on`."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from framing import factuality, lexicon, syntax
from framing.attribution import Statement
from framing.attribution.holders import outer_holder
from framing.disputes.dispute import (
    ABOUT_WHAT,
    Dispute,
    at_law,
    dispute,
    is_speech,
    own,
    refusable,
    supposed,
    tellable,
    telling,
)
from framing.lexicon import ContestPhrase
from framing.passages import Line
from framing.tokens import Token
from framing.types import Act, ContestKind, Span
from framing.verdicts import behind_verdict

MATTER = frozenset({"truth", "basis", "substance", "foundation"})
LOOKING = frozenset("see find have hear show uncover discover receive know".split())
PARTS = frozenset("first second third last none neither both all most each some one two".split())  # of the claims
BORNE_OUT = frozenset("of for to behind about".split())


def by_phrase(line: Line, spoken: Sequence[Statement]) -> Iterator[Dispute]:
    if lexicon.any_contest_phrase().search(line.text) is None:
        return
    for rule in lexicon.contest_phrases():
        for match in rule.pattern.finditer(line.text):
            span = Span(line.start + match.start(), line.start + match.end())
            first = line.at(span.start)
            if first is None:
                continue
            verb = verb_of(line, span, first)
            outer = next(
                (s for s in reversed(spoken) if any(c.covers(span) or c.overlaps(span) for c in s.content)), None
            )
            if verb.dep_ in {"aux", "auxpass"} and verb.head.i > verb.i:
                verb = verb.head
            yield from phrase_act(line, rule, span, verb, outer)


def verb_of(line: Line, span: Span, first: Token) -> Token:
    """The phrase's own verb, else the one it hangs on: of `there was no truth in it, he said` it is `was`."""
    verbal = {"VERB", "AUX"}
    inside = (t for t in line.tokens if t.i >= first.i and line.passage.start + t.idx < span.end and t.pos_ in verbal)
    return next(inside, None) or next((t for t in first.ancestors if t.pos_ in verbal), first)


def phrase_act(line: Line, rule: ContestPhrase, span: Span, verb: Token, outer: Statement | None) -> Iterator[Dispute]:
    word = rule.word
    if rule.stands == "unseen":
        yield from unseen(line, rule, span, verb, outer)
        return
    if rule.stands == "said" and not supposed(verb):
        told = outer.told if outer is not None else None
        thing = meant(untrue(line, verb), line)
        if thing is not None and thing.lower_ in factuality.NOBODY:
            return  # "nothing was off the table"
        if outer is not None and (outer.act is Act.ADMIT or outer.proof[0].by == "reporting:acknowledge"):
            return  # "admitted that its story was false"
        if word.needs == "voiced":
            thing = None  # "they made it up": what was said, whoever said it
            if outer is None:
                return
        if word.needs == "speech" and (thing is None or not (tellable(thing) if outer is not None else claimed(thing))):
            return
        if word.kind is None and thing is not None and thing.pos_ in {"VERB", "AUX"}:
            return  # "it is unacceptable that children starve"
        if word.needs == "telling" and not telling(thing):
            return
        if word.needs == "own":
            if outer is None or thing is None or not own(thing):
                return
            thing = object_of(verb, line, span)
        found = dispute(
            line, span, outer.holder if outer is not None else speaker(verb), word, thing, f"phrase:{rule.id}"
        )
        yield replace(found, told=told, remark=commented(thing))
    if rule.stands == "said":
        return
    thing = small_subject(verb) if rule.stands == "names" else object_of(verb, line, span)
    holder = outer_holder(verb) or syntax.doer(verb) or (verb.head if told_of_head(verb) else None)
    alone = rule.stands == "alone"
    if (not alone and (syntax.negated(verb) or supposed(verb) or thing is None)) or holder is None:
        return
    if rule.stands == "names" and thing is not None and not named_so(line, span, verb, thing):
        return
    words = thing is not None and (is_speech(thing) or (word.kind is not ContestKind.DENIES and refusable(thing)))
    known = words or (thing is not None and rule.stands == "names" and at_law(thing))
    if rule.word.needs == "any" or known:
        found = dispute(line, span, holder, word, thing, f"phrase:{rule.id}")
        yield without_verdict(found) if thing is not None and thing == moved(verb) else found


def commented(thing: Token | None) -> bool:
    """`…, which the mayor said was untrue`: a comment on what stands before it."""
    return thing is not None and thing.lower_ == "which" and thing.i > 0 and thing.nbor(-1).text == ","


def without_verdict(found: Dispute) -> Dispute:
    """Of `dismissed as baseless claims that P`, it is about `claims that P`."""
    about, line = found.about, found.line
    if about is None or not about.start < found.evidence.end < about.end:
        return found
    rest = line.text[found.evidence.end - line.start : about.end - line.start]
    named = rest.lstrip().lstrip("\"”’'").lstrip()
    return replace(found, about=Span(about.end - len(named), about.end)) if named else found


def claimed(thing: Token) -> bool:
    """`The claim is false`, in the article's own voice: its verdict, where the noun is one for what others say."""
    of = syntax.child(thing, "prep") if thing.lower_ in PARTS else None
    thing = syntax.child(of, "pobj") or thing if of is not None and of.lower_ == "of" else thing
    noun = lexicon.nouns().get(thing.lemma_.lower())
    definite = any(c.dep_ == "poss" or c.lower_ in {"the", "this", "that", "these", "those"} for c in thing.lefts)
    return noun is not None and noun.shell == "statement" and definite


def speaker(verb: Token) -> Token | None:
    """Who says it, where no statement was found: the subject of the verb of speech or retort around it."""
    retorts = {v for v, word in lexicon.contest_words("verbs").items() if word.id == "retort"}
    for outer in verb.ancestors:
        if outer.lemma_.lower() in lexicon.verbs() or syntax.phrasal(outer) in retorts:
            return syntax.doer(outer)
    return None


def named_so(line: Line, span: Span, verb: Token, thing: Token) -> bool:
    """Whether the verdict is on the thing: not of `called him a judge who issued a ridiculous order`.

    Nor is what is only described found: `condemned the wild fires`, but `condemned the false report`.
    """
    last = line.at(span.end - 1)
    if last is None or thing.lower_ == "what" or last == thing or (last.i > thing.i and thing == moved(verb)):
        return False
    between = [t for t in (last, *last.ancestors) if verb.is_ancestor(t)]
    if any(t.dep_ in {"relcl", "acl", "pcomp"} or (t.dep_ == "prep" and t.lower_ != "as") for t in between):
        return is_speech(thing) and not any(t.dep_ == "relcl" for t in between)
    return is_speech(thing) or last.i >= thing.i or not thing.is_ancestor(last)


def unseen(line: Line, rule: ContestPhrase, span: Span, verb: Token, outer: Statement | None) -> Iterator[Dispute]:
    """`there was no proof that …, he said`, `the panel found no proof of …`: who speaks, else who looked for it."""
    noun = next((t for t in reversed(line.tokens) if line.passage.start + t.idx < span.end), None)
    if noun is None:
        return
    seen = noun.head if noun.dep_ in {"dobj", "pobj"} else verb
    looked = syntax.doer(seen) if seen.lemma_.lower() in LOOKING and not supposed(seen) else None
    holder = outer.holder if outer is not None else looked
    links = (syntax.child(p, "pobj", "pcomp") for p in syntax.children(noun, "prep") if p.lower_ in BORNE_OUT)
    clause = next((c for c in syntax.children(noun, "acl", "ccomp", "relcl") if c.i > noun.i), None)
    thing = clause or next((o for o in links if o is not None), None)
    if holder is not None and (thing is not None or outer is not None):
        found = dispute(line, span, holder, rule.word, thing, f"phrase:{rule.id}")
        yield replace(found, told=outer.told if outer is not None else None)


def meant(thing: Token | None, line: Line) -> Token | None:
    """`asked about the claims, she said they were absurd`: the words that `they` takes up, in the same sentence."""
    if thing is None or thing.lower_ != "they":
        return thing
    before = [t for t in line.tokens if t.i < thing.i and t.tag_ in {"NNS", "NNPS"}]
    return before[-1] if before and is_speech(before[-1]) else thing


def untrue(line: Line, verb: Token) -> Token | None:
    """What is untrue: the subject of `is baseless`, the object of `no truth in`."""
    thing = syntax.subject(verb)
    clauses = (
        c for part in (verb, *syntax.children(verb, "acomp", "attr")) for c in syntax.children(part, "ccomp", "xcomp")
    )
    if thing is not None and thing.lower_ == "it" and (clause := next(clauses, None)) is not None:
        return clause  # "it is not true that …"
    if thing is not None and thing.lower_ not in MATTER | {"there"}:
        return thing
    links = (p for t in line.tokens if t.lower_ in MATTER for p in syntax.children(t, "prep"))
    return next((o for p in links if (o := syntax.child(p, "pobj")) is not None), None)


def small_subject(verb: Token) -> Token | None:
    """The thing called something: object, subject of the small clause, passive subject, antecedent."""
    if syntax.passive(verb):
        return syntax.subject(verb)
    behind = moved(verb)
    if behind is not None:
        return behind
    inner = syntax.child(verb, "ccomp", "xcomp")
    if inner is not None and (any(c.tag_ == "WRB" for c in inner.children) or not syntax.finite(inner)):
        inner = None  # "described how men told lies", "described hearing shots"
    thing = syntax.child(verb, "dobj", "oprd" if told_of_head(verb) else "dobj") or (
        syntax.child(inner, "nsubj", "dobj") if inner is not None else None
    )
    if thing is not None and thing.lower_ in syntax.RELATIVE and verb.dep_ == "relcl":
        return verb.head
    named = syntax.child(verb, "oprd")
    folded = syntax.child(named, "compound") if named is not None else None  # "called [the testimony groundless]"
    return thing or (verb.head if verb.dep_ == "relcl" else folded)


def moved(verb: Token) -> Token | None:
    """`described as "a lie" a report that …`: the thing behind what it is called, where the parser missed it."""
    return behind_verdict(verb) if syntax.child(verb, "dobj") is None else None


def told_of_head(verb: Token) -> bool:
    """`Her lawyer, Ana Solis, called the story a lie`, read as a participle: of two complements one is its object."""
    main = verb.dep_ == "acl" and verb.head.dep_ == "ROOT" and verb.i > 0 and verb.nbor(-1).text == ","
    return main and len(syntax.children(verb, "oprd")) > 1


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
