"""Acts of contesting: a holder denies, doubts or rejects something. What exactly, `contests` resolves."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from framing import lexicon, syntax
from framing.attribution import Statement
from framing.lexicon import ContestWord
from framing.passages import Line
from framing.spans import runs, tidy
from framing.types import ContestKind, Span

POINTERS = frozenset("it this that them these those which what".split())
ABSTRACT = ("tion", "sion", "ment", "ism", "ity", "ance", "ence", "ness", "ship", "gation", "ing")
ACCEPTING = frozenset("accept recognise recognize acknowledge endorse believe concede agree".split())
DRAWING = frozenset("draw prompt bring elicit provoke meet greet receive face spark attract".split())
BY_WHOM = frozenset({"by", "from", "among", "at", "in"})
ABOUT_WHAT = frozenset(
    {"of", "about", "over", "on", "at", "toward", "towards", "regarding", "by", "with", "against", "that"}
)


@dataclass(frozen=True, slots=True, eq=False)
class Dispute:
    """One act; `about` is the phrase or clause that names what is contested, in the article's own words."""

    line: Line
    holder: Token | None
    evidence: Span
    kind: ContestKind | None  # None: it follows what is refused
    about: Span | None
    about_head: Token | None
    clausal: bool  # denied in a clause or gerund of its own ("denied shelling the town")
    rule: str

    @property
    def owner(self) -> Token | None:
        """Whose words are contested, where the phrase says so: `her reading`, `Kenya's accusation`."""
        head = self.about_head
        if head is None or head.pos_ not in {"NOUN", "PROPN"}:
            return None
        adjective = (c for c in head.children if c.dep_ == "amod" and c.ent_type_ in {"NORP", "GPE"})
        return syntax.owner(head) or next(adjective, None)


def find(lines: Sequence[Line], statements: Sequence[Statement], silent: Iterable[Span]) -> list[Dispute]:
    """All acts of contesting, in reading order, none of them inside a silence."""
    hushed = list(silent)
    found: list[Dispute] = []
    for line in lines:
        spoken = [s for s in statements if s.line.id == line.id]
        here = [*by_phrase(line, spoken), *by_verb(line), *by_noun(line), *by_adjective(line)]
        for dispute in sorted(here, key=lambda d: (d.evidence.start, -d.evidence.end)):
            if any(dispute.evidence.overlaps(s) for s in hushed):
                continue
            if any(
                dispute.evidence.overlaps(d.evidence) and not parted(d, dispute) for d in found if d.line.id == line.id
            ):
                continue
            found.append(dispute)
    return found


def parted(one: Dispute, other: Dispute) -> bool:
    """One act against two things, or by two parties, stays two disputes."""
    return one.rule == other.rule and (one.about != other.about or one.holder is not other.holder)


# --- verbs ---------------------------------------------------------------------------------------------


def by_verb(line: Line) -> Iterator[Dispute]:
    plain, under_negation = lexicon.contest_words("verbs"), lexicon.contest_words("negated")
    for token in line.tokens:
        lemma = token.lemma_.lower()
        if token.pos_ not in {"VERB", "AUX"} or token.dep_ in {"amod", "compound"} or supposed(token):
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
    for who in syntax.conjuncts(holder) if holder is not None else [None]:
        for each in things(thing):
            yield dispute(line, group(line, verb), who, word, each, word.id)


def phrasal(verb: Token) -> str:
    """The verb with its particle: `turn down`, `push back`."""
    particle = syntax.child(verb, "prt") or next(
        (c for c in syntax.children(verb, "advmod") if c.lower_ in {"back", "aside", "away"}), None
    )
    return f"{verb.lemma_.lower()} {particle.lower_}" if particle is not None else ""


def supposed(verb: Token) -> bool:
    """`would deny`, `if it rejects`, `asked to reject`: the act is not said to have happened."""
    if any(c.dep_ == "aux" and c.lower_ in {"would", "could", "might", "may", "should"} for c in verb.children):
        return True
    if any(c.dep_ == "mark" and c.lower_ in {"if", "unless", "whether"} for c in verb.children):
        return True
    return syntax.has(verb, "aux", "to") and not (
        verb.dep_ == "xcomp" and verb.head.lemma_.lower() in {"continue", "go", "move", "seek", "rush"}
    )


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
        return False
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


def is_speech(thing: Token) -> bool:
    """Whether the thing is words, a plan or a clause rather than goods or people."""
    if thing.pos_ in {"VERB", "AUX"}:
        return True
    if thing.lower_ in POINTERS:
        return True
    if thing.lemma_.lower() in lexicon.nouns():
        return True
    return any(c.dep_ in {"acl", "ccomp"} and syntax.has(c, "mark", "that") for c in thing.children)


def things(thing: Token | None) -> list[Token | None]:
    if thing is None or thing.pos_ in {"VERB", "AUX"}:
        return [thing]
    beside = [o for by in thing.head.conjuncts if by.pos_ == "ADP" and (o := syntax.child(by, "pobj")) is not None]
    return [*syntax.conjuncts(thing), *beside] if thing.dep_ == "pobj" else list(syntax.conjuncts(thing))


def dispute(
    line: Line, evidence: Span, holder: Token | None, word: ContestWord, thing: Token | None, rule: str
) -> Dispute:
    clausal = thing is not None and thing.pos_ in {"VERB", "AUX"} and thing.dep_ in {"ccomp", "xcomp", "pcomp"}
    return Dispute(line, holder, evidence, word.kind, about(line, thing), thing, clausal, rule)


def about(line: Line, thing: Token | None) -> Span | None:
    if thing is None or thing.lower_ in syntax.RELATIVE:
        return None
    tokens = list(thing.subtree) if thing.pos_ in {"VERB", "AUX"} else syntax.phrase(thing)
    tokens += [
        t for c in thing.children if c.dep_ in {"acl", "ccomp"} and syntax.has(c, "mark", "that") for t in c.subtree
    ]
    marks = {c.i for c in thing.children if c.dep_ == "mark" and c.lower_ == "that"}
    inside = [t for t in tokens if line.tokens.start <= t.i < line.tokens.end and t.i not in marks]
    spans = list(runs(line.passage, inside))
    if not spans:
        return None
    text = line.passage.doc.text
    start = line.passage.start
    local = tidy(text, Span(spans[0].start - start, spans[-1].end - start))
    return Span(local.start + start, local.end + start) if local is not None else None


def group(line: Line, verb: Token) -> Span:
    """The verb with its auxiliaries, negation and particle: `has in turn rejected`."""
    parts = [verb, *syntax.children(verb, "prt")]
    parts += [c for c in verb.children if c.dep_ in {"aux", "auxpass", "neg"} and c.i < verb.i]
    return line.passage.place(parts)


# --- nouns, adjectives, set phrases ------------------------------------------------------------------------


def by_noun(line: Line) -> Iterator[Dispute]:
    """`met with scepticism by`, `a denial from`, `their rejection of`; not "no doubt"."""
    words = lexicon.contest_words("nouns")
    for token in line.tokens:
        word = words.get(token.lemma_.lower())
        if word is None or token.pos_ != "NOUN" or unreal(token):
            continue
        verb = token.head.head if token.dep_ == "pobj" else token.head
        holder = whose(token, verb)
        drawn = verb.pos_ == "VERB" and verb.lemma_.lower() in DRAWING
        thing = target(token, verb, drawn=drawn)
        if holder is None or (thing is None and not drawn):
            continue
        evidence = line.passage.place([*group_tokens(verb), token]) if drawn else line.passage.place([token])
        for each in things(thing):
            yield dispute(line, evidence, holder, word, each, f"noun:{word.id}")


def group_tokens(verb: Token) -> list[Token]:
    return [verb, *(c for c in verb.children if c.dep_ in {"aux", "auxpass", "neg"} and c.i < verb.i)]


def unreal(noun: Token) -> bool:
    if any(c.lower_ in {"no", "little", "any", "without"} for c in noun.children):
        return True
    return noun.dep_ == "pobj" and noun.head.lower_ in {"without", "beyond", "of", "in"}


def whose(noun: Token, verb: Token) -> Token | None:
    own = syntax.child(noun, "poss")
    if own is not None:
        return own
    for source in (noun, verb):
        for p in syntax.children(source, "prep", "agent"):
            if p.lower_ in BY_WHOM and (o := syntax.child(p, "pobj")) is not None and o.i != noun.i:
                return o
    if noun.dep_ == "dobj" and verb.pos_ == "VERB" and verb.lemma_.lower() not in DRAWING:
        return syntax.doer(verb)
    return None


def target(noun: Token, verb: Token, *, drawn: bool) -> Token | None:
    for p in syntax.children(noun, "prep"):
        if p.lower_ in ABOUT_WHAT - BY_WHOM and (o := syntax.child(p, "pobj", "pcomp")) is not None:
            return o
    clause = syntax.child(noun, "acl", "ccomp")
    if clause is not None and syntax.has(clause, "mark", "that"):
        return clause
    return syntax.subject(verb) if drawn else None


def by_adjective(line: Line) -> Iterator[Dispute]:
    words = lexicon.contest_words("adjectives")
    for token in line.tokens:
        word = words.get(token.lemma_.lower())
        if (
            word is None
            or token.dep_ not in {"acomp", "attr", "conj", "oprd"}
            or token.head.pos_ not in {"AUX", "VERB"}
        ):
            continue
        verb = token.head
        if syntax.negated(verb) or supposed(verb):
            continue
        thing = next(
            (
                o
                for p in syntax.children(token, "prep")
                if p.lower_ in ABOUT_WHAT and (o := syntax.child(p, "pobj", "pcomp")) is not None
            ),
            None,
        )
        thing = thing or syntax.child(token, "ccomp")
        holder = syntax.subject(verb)
        if holder is not None and thing is not None:
            yield dispute(line, line.passage.place([verb, token]), holder, word, thing, f"adjective:{word.id}")


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
            yield from phrase_act(line, rule.id, rule.kind, span, verb, outer)


def phrase_act(line: Line, rule: str, kind: str, span: Span, verb: Token, outer: Statement | None) -> Iterator[Dispute]:
    if rule == "no-truth":
        holder, thing = (outer.holder if outer is not None else None), syntax.subject(verb)
        if thing is not None and thing.lower_ == "there":
            thing = next(
                (
                    o
                    for t in line.tokens
                    if t.lower_ in {"truth", "basis", "substance"}
                    for p in syntax.children(t, "prep")
                    if (o := syntax.child(p, "pobj")) is not None
                ),
                None,
            )
    else:
        if syntax.negated(verb) or supposed(verb):
            return
        holder, thing = (
            syntax.doer(verb),
            small_subject(verb) if rule == "called-untrue" else object_of(verb, line, span),
        )
    if holder is None or (thing is None and rule != "no-truth"):
        return
    word = ContestWord(rule, ContestKind(kind), "any")
    if rule == "pour-cold-water" and thing is not None and not is_speech(thing):
        return
    yield dispute(line, span, holder, word, thing, f"phrase:{rule}")


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
    for t in inside:
        for p in syntax.children(t, "prep"):
            if p.lower_ in ABOUT_WHAT and (o := syntax.child(p, "pobj")) is not None:
                return o
    return None
