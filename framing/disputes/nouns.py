"""Contesting by noun or adjective: `met with scepticism by`, `is sceptical of`."""

from collections.abc import Iterator

from framing import lexicon, syntax
from framing.disputes.dispute import ABOUT_WHAT, Dispute, dispute, is_speech, refusable, supposed, things
from framing.disputes.fitting import abstract
from framing.disputes.verbs import ACCEPTING
from framing.lexicon import ContestWord
from framing.passages import Line
from framing.tokens import Token
from framing.types import ContestKind

DRAWING = frozenset(
    "draw prompt bring elicit provoke meet greet receive face spark attract view regard see treat".split()
)


ALONE = frozenset("sceptical skeptical unconvinced unimpressed unpersuaded doubtful".split())  # of what stands before


WON_OVER = frozenset("convinced persuaded impressed satisfied".split())  # contesting only under a negation


REACTING = frozenset({"react", "respond", "reply", "answer"})  # "with scepticism", and to what


OPPOSING = frozenset({"opposition", "objection"})  # contesting what stands behind `to`


BY_WHOM = frozenset({"by", "from", "among", "at", "in"})


def by_noun(line: Line) -> Iterator[Dispute]:
    """`met with scepticism by`, `a denial from`, `their rejection of`; not "no doubt"."""
    words = lexicon.contest_words("nouns")
    for token in line.tokens:
        word = words.get(token.lemma_.lower())
        if word is None or token.pos_ != "NOUN" or unreal(token):
            continue
        verb = token.head.head if token.dep_ == "pobj" else token.head
        if token.dep_ == "pobj" and token.head.lower_ == "with" and verb.lemma_.lower() in REACTING:
            yield from reaction(line, token, verb, word)
            continue
        holder = whose(token, verb)
        drawn = verb.pos_ == "VERB" and verb.lemma_.lower() in DRAWING
        thing = target(token, verb, drawn=drawn)
        withheld = thing is not None and thing.lemma_.lower() in lexicon.lemmas("contests", "not_contested")
        answer = word.kind is ContestKind.DENIES  # "issued a denial" of what stands before
        if holder is None or withheld or (thing is None and not drawn and not answer):
            continue
        if word.kind is None and thing is not None and not (refusable(thing) or abstract(thing)):
            continue  # "the rejection of the offer", not "of the kidney"
        evidence = line.passage.place([*group_tokens(verb), token]) if drawn else line.passage.place([token])
        for each in things(thing):
            yield dispute(line, evidence, holder, word, each, f"noun:{word.id}")


def reaction(line: Line, noun: Token, verb: Token, word: ContestWord) -> Iterator[Dispute]:
    """`reacted with scepticism to the announcement`, and to nothing named."""
    to = (p for p in syntax.children(verb, "prep") if p.lower_ == "to")
    thing = next((o for p in to if (o := syntax.child(p, "pobj", "pcomp")) is not None), None)
    holder = syntax.doer(verb)
    if holder is not None and not supposed(verb) and not syntax.negated(verb):
        yield dispute(line, line.passage.place([verb, noun]), holder, word, thing, f"noun:{word.id}")


def group_tokens(verb: Token) -> list[Token]:
    return [verb, *(c for c in verb.children if c.dep_ in {"aux", "auxpass", "neg"} and c.i < verb.i)]


def unreal(noun: Token) -> bool:
    if any(c.lower_ in {"no", "little", "any", "without"} for c in noun.children):
        return True
    return noun.dep_ == "pobj" and noun.head.lower_ in {"without", "beyond", "of", "in", "on", "under"}


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
    links = ABOUT_WHAT - BY_WHOM | ({"to"} if noun.lemma_.lower() in OPPOSING else set())
    for p in syntax.children(noun, "prep"):
        if p.lower_ in links and (o := syntax.child(p, "pobj", "pcomp")) is not None:
            return o
    clause = syntax.child(noun, "acl", "ccomp")
    if clause is not None and syntax.has(clause, "mark", "that"):
        return clause
    if clause is not None and clause.lemma_.lower() in ACCEPTING and syntax.has(clause, "aux", "to"):
        accepted = syntax.child(clause, "dobj")
        return accepted if accepted is not None and is_speech(accepted) else None  # "the refusal to accept the offer"
    return syntax.subject(verb) if drawn else None


def by_adjective(line: Line) -> Iterator[Dispute]:
    """`is sceptical of the figures`, `are unconvinced by the promise`."""
    words = lexicon.contest_words("adjectives")
    for token in line.tokens:
        word = words.get(token.lemma_.lower()) or words.get(token.lower_)  # "unconvinced" may pass for a verb
        verb = predicate(token)
        if verb is not None and syntax.negated(verb) and token.lower_ in WON_OVER:
            word = lexicon.contest_words("negated").get("convince")
        elif verb is not None and syntax.negated(verb):
            continue
        beside = set_beside(token) if verb is None else None
        if word is None or (verb is None and beside is None) or (verb is not None and supposed(verb)):
            continue
        objects = (
            syntax.child(p, "pobj", "pcomp") for p in syntax.children(token, "prep", "agent") if p.lower_ in ABOUT_WHAT
        )
        thing = next((o for o in objects if o is not None), None) or syntax.child(token, "ccomp")
        holder = syntax.subject(verb) if verb is not None else beside
        alone = verb is not None and token.lower_ in ALONE | WON_OVER and verb.lemma_ == "be"
        if holder is not None and (thing is not None or alone):
            words_ = [token] if verb is None else [verb, token]
            for each in things(thing):
                yield dispute(line, line.passage.place(words_), holder, word, each, f"adjective:{word.id}")


def set_beside(adjective: Token) -> Token | None:
    """Whose adjective it is where it stands apart: `Mali, sceptical of the offer, …`, `Wary of it, Mali …`."""
    head = adjective.head
    if adjective.pos_ != "ADJ" or adjective.dep_ not in {"amod", "acl", "relcl", "appos", "advcl"}:
        return None
    if head.pos_ in {"VERB", "AUX"}:
        return syntax.subject(head) if adjective.i == adjective.sent.start else None
    return head if adjective.i > head.i and adjective.nbor(-1).text == "," else None


def predicate(adjective: Token) -> Token | None:
    """The verb that says the adjective of its subject; the parser takes some for passives."""
    if adjective.dep_ in {"acomp", "attr", "conj", "oprd"} and adjective.head.pos_ in {"AUX", "VERB"}:
        return adjective.head
    return adjective if syntax.has(adjective, "auxpass") else None
