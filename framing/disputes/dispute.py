"""One act of contesting, and the words that name what it contests."""

from dataclasses import dataclass

from framing import lexicon, syntax
from framing.attribution.edges import escaped, prompted
from framing.lexicon import ContestWord
from framing.passages import Line
from framing.spans import stretch
from framing.tokens import Token
from framing.types import ContestKind, Span

POINTERS = frozenset("it this that them these those which what".split())


ABOUT_WHAT = frozenset(
    {"of", "about", "over", "on", "at", "toward", "towards", "regarding", "by", "with", "against", "that"}
)

TOPICS = frozenset({"about", "over", "against", "regarding", "concerning"})  # what words are about belongs to them


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
    told: Line | None = None  # where the holder stands, if in another sentence
    remark: bool = False  # a comment on what its sentence has just said: `…, a figure that Lima disputes`
    tentative: bool = False  # no word of it denies: it stands only where a claim is found that it answers

    @property
    def opening(self) -> int:
        """Where the words about the thing begin; a remark is no part of what it comments on."""
        if self.about is not None or self.about_head is None:
            return min(self.about.start if self.about is not None else self.evidence.start, self.evidence.start)
        return self.line.passage.start + self.about_head.idx

    @property
    def owner(self) -> Token | None:
        """Whose words are contested, where the phrase says so: `her reading`, `Kenya's accusation`."""
        head = self.about_head
        if (
            head is not None
            and self.rule in {"deny", "phrase:called-untrue"}
            and not self.clausal
            and named_person(head)
        ):
            return head  # "contradicted her"
        if head is None or head.pos_ not in {"NOUN", "PROPN"}:
            return None
        adjective = (c for c in head.children if c.dep_ == "amod" and c.ent_type_ in {"NORP", "GPE"})
        return syntax.owner(head) or next(adjective, None)


def named_person(word: Token) -> bool:
    people = lexicon.lemmas("roles", "offices", "groups")
    return word.lower_ in {"him", "her", "man", "woman"} or word.ent_type_ == "PERSON" or word.lemma_.lower() in people


def parted(one: Dispute, other: Dispute) -> bool:
    """One act against two things, or by two parties, stays two disputes."""
    return one.rule == other.rule and (one.about != other.about or one.holder != other.holder)


def is_speech(thing: Token) -> bool:
    """Whether the thing is words, a plan or a clause rather than goods or people."""
    if thing.pos_ in {"VERB", "AUX"}:
        return True
    if thing.lower_ in POINTERS:
        return True
    if thing.lemma_.lower() in lexicon.nouns() or gossip(thing):
        return True
    return any(c.dep_ in {"acl", "ccomp"} and syntax.has(c, "mark", "that") for c in thing.children)


def gossip(thing: Token) -> bool:
    """`talk of a coup`, but not `the talks` nor `a talk about birds`."""
    return thing.lower_ == "talk" and any(c.lower_ in {"of", "that"} for c in (*thing.rights, *clause_marks(thing)))


def clause_marks(thing: Token) -> list[Token]:
    """The marks of the clauses that hang on it."""
    return [c for clause in syntax.children(thing, "acl", "ccomp", "relcl") for c in syntax.children(clause, "mark")]


def refusable(thing: Token) -> bool:
    """Words, or a deed such as a step or a reform, which one can say no to."""
    return is_speech(thing) or thing.lemma_.lower() in lexicon.lemmas("contests", "deeds")


def at_law(thing: Token) -> bool:
    return thing.lemma_.lower() in lexicon.lemmas("contests", "proceedings")


def telling(thing: Token | None) -> bool:
    """What can be true or false: words, a case at law, a picture or paper; nothing named means what was said."""
    known = lexicon.lemmas("contests", "exhibits")
    return thing is None or is_speech(thing) or at_law(thing) or thing.pos_ == "PRON" or thing.lemma_.lower() in known


def own(thing: Token) -> bool:
    """Whoever speaks, or theirs: `it had nothing to do with the fire`, `its troops`, `his client`."""
    return (thing.pos_ == "PRON" and thing.lower_ not in POINTERS - {"it"}) or syntax.has(thing, "poss")


def tellable(thing: Token) -> bool:
    """The same of a noun; of people (`she was wrong`) nothing is said to be untrue."""
    return is_speech(thing) or (thing.pos_ != "PRON" and telling(thing))


def things(thing: Token | None) -> list[Token | None]:
    if thing is None or thing.pos_ in {"VERB", "AUX"} or thing.lemma_.lower() in lexicon.lemmas("contests", "misdeeds"):
        return [thing]  # "denied bribery and fraud" answers one charge
    beside = [o for by in thing.head.conjuncts if by.pos_ == "ADP" and (o := syntax.child(by, "pobj")) is not None]
    return [*syntax.conjuncts(thing), *beside] if thing.dep_ == "pobj" else list(syntax.conjuncts(thing))


def about(line: Line, thing: Token | None) -> Span | None:
    if thing is None or syntax.relative(thing):
        return None
    beside = [c for c in thing.children if prompted(c, thing)]
    beside += escaped(thing) if syntax.has(thing, "mark", "that") else []
    tokens = syntax.subtree(thing, without=beside) if thing.pos_ in {"VERB", "AUX"} else syntax.phrase(thing)
    told = [c for c in thing.children if c.dep_ in {"acl", "ccomp"} and syntax.has(c, "mark", "that")]
    tokens += [t for c in told for t in syntax.subtree(c, without=escaped(c))]
    topics = (c for c in thing.children if c.dep_ == "prep" and c.lower_ in TOPICS and c.i > thing.i)
    tokens += [t for c in topics for t in c.subtree] if thing.pos_ == "NOUN" else []
    marks = {c.i for c in thing.children if c.dep_ == "mark" and c.lower_ == "that"}
    return stretch(line, [t for t in tokens if t.i not in marks])


def dispute(
    line: Line, evidence: Span, holder: Token | None, word: ContestWord, thing: Token | None, rule: str
) -> Dispute:
    clausal = thing is not None and thing.pos_ in {"VERB", "AUX"} and thing.dep_ in {"ccomp", "xcomp", "pcomp"}
    return Dispute(line, holder, evidence, word.kind, about(line, thing), thing, clausal, rule)


def group(line: Line, verb: Token) -> Span:
    """The verb with its auxiliaries, negation and particle: `has in turn rejected`."""
    parts = [verb, *syntax.children(verb, "prt")]
    parts += [c for c in syntax.children(verb, "advmod") if c.lower_ in syntax.PARTICLES and c.i == verb.i + 1]
    parts += [c for c in verb.children if c.dep_ in {"aux", "auxpass", "neg"} and c.i < verb.i]
    return line.passage.place(parts)


# What is said to be done, though in an infinitive: `went on to deny`, `was quick to deny`.
DONE = frozenset("continue go move seek rush hasten hurry quick swift fast prompt first".split())


def supposed(verb: Token) -> bool:
    """`would deny`, `if it rejects`, `asked to reject`: the act is not said to have happened."""
    if any(c.dep_ == "aux" and c.lower_ in {"would", "could", "might", "may", "should"} for c in verb.children):
        return True
    if any(c.dep_ == "mark" and c.lower_ in {"if", "unless", "whether"} for c in verb.children):
        return True
    return syntax.has(verb, "aux", "to") and not (verb.dep_ == "xcomp" and verb.head.lemma_.lower() in DONE)
