"""What the parser hangs into a reported clause although nobody reports it: acts beside the words, their occasion."""

from collections.abc import Iterator

from framing import lexicon, syntax
from framing.attribution.speakers import INTRODUCERS, speaks
from framing.lexicon import ContestWord
from framing.tokens import Token

TOLD = frozenset({"add", "speak", "refer", *INTRODUCERS})  # as participles they go on with the telling
SHOWING = frozenset("highlight underscore underline echo allude".split())  # what the telling shows, says the author
ASIDES = frozenset("swipe reference nod jab dig allusion echo reminder contrast reversal departure about-face".split())
WITHHELD = frozenset(
    "detail evidence proof explanation reason date figure name source example basis specific timetable".split()
)
WITHHOLDING = frozenset("elaborate name identify specify say explain give cite provide offer mention".split())
REFUSED = frozenset("comment answer respond reply discuss confirm disclose speculate".split())  # to say no more
OCCASIONS = frozenset("interview conference briefing speech address television radio call tweet sermon".split())


def escaped(part: Token) -> list[Token]:
    """Verbs below a reported clause that tell what the outer holder does.

    "Hanoi denied that its ship had turned and blamed the other crew": the ship blames nobody.
    "The envoy said the plan was dead and left the hall, citing a prior engagement": the plan leaves no hall.
    """
    inner = syntax.child(part, "nsubj", "nsubjpass")
    mute = inner is not None and not speaks(inner)
    pronoun = inner is not None and inner.lower_ in {"it", "he", "she", "they"}
    own = pronoun and (denied(part) or part.lemma_.lower() == "be")  # "said it was aware and urged …"
    beside = [c for c in part.conjuncts if c.i > part.i and c.pos_ == "VERB" and not syntax.passive(c)]
    shared = [v for v in beside if not syntax.finite(v)]
    acts = [v for v in shared if (mute or own) and (takes_a_speaker(v) or embodied(v))]
    acts += [v for v in shared if v not in acts and takes_a_speaker(v) and of_the_cue(v, part)]
    replies = [v for v in beside if takes_a_speaker(v) and answers(v)]
    withheld = [v for v in shared if withholds(v) or (pronoun and unsaid_clause(v))]
    meanwhile = [c for c in syntax.children(part, "advcl") if c.i > part.i and contrasted(c)]
    return [*acts, *replies, *withheld, *meanwhile, *participles(part, mute=mute)]


def of_the_cue(verb: Token, part: Token) -> bool:
    """`said she admires him and highlighted …`: in the tense of the cue, not of the words."""
    cue, modal = part.head, syntax.child(part, "aux")
    minded = verb.lemma_.lower() in {"want", "hope", "expect", "need", "think", "believe", "fear"}
    if part.dep_ != "ccomp" or verb.tag_ != cue.tag_ or verb.tag_ not in {"VBD", "VBZ"} or minded:
        return False
    return part.tag_ in {"VBD", "VBZ", "VBP"} - {verb.tag_} or (modal is not None and modal.tag_ == "MD")


def contrasted(clause: Token) -> bool:
    """`…, while the organisers put it at 40`: what somebody else says meanwhile."""
    subject = syntax.child(clause, "nsubj")
    first = clause.left_edge
    apart = syntax.has(clause, "mark", "while", "whereas") and first.i > 0 and first.nbor(-1).text == ","
    return apart and takes_a_speaker(clause) and subject is not None and subject.pos_ != "PRON" and speaks(subject)


def participles(part: Token, *, mute: bool) -> Iterator[Token]:
    """`…, citing two officials`, `…, adding that …`: a participle of telling after a comma.

    Behind a denial it is the denier who goes on to tell: `denied that Chad had fired, saying the guns were cold`.
    """
    for c in part.subtree:
        if c.dep_ not in {"advcl", "acl", "prep"} or c.tag_ != "VBG" or c.i <= part.i or c.i == 0:
            continue
        lemma = c.lemma_.lower()
        pointing = lemma == "point" and syntax.has(c, "prep", "to")
        telling = lemma in lexicon.verbs() and (
            mute or (denied(part) and (syntax.has(c, "ccomp") or syntax.has(c, "oprd")))
        )
        if c.nbor(-1).text == "," and (lemma in TOLD | SHOWING or pointing or telling):
            yield c


def takes_a_speaker(verb: Token) -> bool:
    """Whether only somebody who speaks can do it: a verb of speech or of contesting."""
    return contest_of(verb) is not None or verb.lemma_.lower() in lexicon.verbs()


def contest_of(verb: Token) -> ContestWord | None:
    """What the verb contests by, with its own particle or alone."""
    words = lexicon.contest_words("verbs")
    return words.get(syntax.phrasal(verb)) or words.get(verb.lemma_.lower())


def embodied(verb: Token) -> bool:
    """Whether only somebody with a body can do it: `walked out`, `left the hall`."""
    return verb.lemma_.lower() in lexicon.lemmas("reporting", "embodied")


def withholds(verb: Token) -> bool:
    """`gave no details`, `did not elaborate`, `declined to comment`: what is told of the telling."""
    refused = syntax.child(verb, "xcomp") if verb.lemma_.lower() in {"decline", "refuse"} else None
    if refused is not None and refused.lemma_.lower() in REFUSED | WITHHOLDING:
        return True
    thing = syntax.child(verb, "dobj")
    if thing is not None and syntax.has(thing, "det", "no"):
        return thing.lemma_.lower() in WITHHELD
    return verb.lemma_.lower() == "elaborate" and syntax.negated(verb)


def unsaid_clause(verb: Token) -> bool:
    """`but did not suggest that …`, `did not say when`: of the telling, too; not `did not warn its customers`."""
    past = any(c.lower_ in {"did", "does"} for c in syntax.children(verb, "aux"))
    lemma = verb.lemma_.lower()
    known = lemma in WITHHOLDING or lemma in lexicon.verbs()
    return past and known and syntax.negated(verb) and syntax.child(verb, "ccomp") is not None


def denied(part: Token) -> bool:
    """`denied it had fired and accused B`: nobody denies to have accused, so the accusing is told beside it."""
    return teller(part).lemma_.lower() in lexicon.contest_words("verbs")


def teller(part: Token) -> Token:
    """The verb whose words the clause is: `denied that P`, `denied reports that P`, `said in a letter that P`."""
    noun = part.head
    if noun.pos_ != "NOUN" or part.i < noun.i:
        return noun
    if noun.dep_ == "pobj" and noun.head.lower_ == "in" and noun.head.head.pos_ == "VERB":
        return noun.head.head
    return noun.head if noun.dep_ == "dobj" else noun


def told_in_noun(clause: Token) -> bool:
    """Whether it hangs on the object of its teller, or on its occasion: `denied reports that P`."""
    return clause.dep_ in {"acl", "relcl"} and syntax.has(clause, "mark", "that") and teller(clause) != clause.head


def answers(verb: Token) -> bool:
    """`…, but Lima denied this`, `…, and Quito called it false`: somebody else speaks, after a comma."""
    subject = syntax.child(verb, "nsubj")
    link = next((c for c in verb.head.children if c.dep_ == "cc" and c.i < verb.i), None)
    if not syntax.finite(verb) or link is None:
        return False
    apart = link.i > 0 and link.nbor(-1).text == "," and subject is not None and subject.pos_ != "PRON"
    return link.lower_ == "but" or (apart and subject is not None and speaks(subject))


def asides(part: Token) -> list[Token]:
    """The author's own comment: `…, a charge that nobody had made`, `…, though few believed it`, `…, a day after …`."""
    return [
        t
        for t in part.subtree
        if (t.i > part.i and (shell(t) or t.lower_ == "something") and set_apart(t))
        or (t.dep_ == "advcl" and t.i > part.i and syntax.has(t, "mark", "though", "although"))
        or (t.dep_ == "relcl" and t.lemma_.lower() in lexicon.contest_words("verbs") and t.left_edge.lower_ == "which")
        or (t.i > part.i and (later(t) or prompted(t, part) or unsaid(t) or t.lower_ == "according"))
    ]


def shell(noun: Token) -> bool:
    """Whether the word can comment on what was just said: `a charge`, `a sign`."""
    lemma = noun.lemma_.lower()
    return lemma in lexicon.nouns() or lemma in ASIDES


def set_apart(noun: Token) -> bool:
    """`, a claim that …`: a noun phrase after a comma, whatever the parser called it."""
    if not (syntax.has(noun, "det", "a", "an", "the") or noun.lower_ == "something") or noun.dep_ in syntax.SUBJECTS:
        return False
    first = noun.left_edge
    aside = noun.lower_ == "something" or noun.lemma_.lower() in ASIDES
    commented = aside or noun.dep_ == "appos" or any(c.dep_ == "relcl" for c in noun.children)
    return commented and first.i > 0 and first.nbor(-1).text == ","


def later(word: Token) -> bool:
    """`, three days after the raid`: when it was said, not what."""
    if word.dep_ not in {"advcl", "prep", "advmod", "npadvmod"} or word.left_edge.i == 0:
        return False
    first = word.left_edge
    link = word if word.dep_ == "prep" else syntax.child(word, "mark", "prep")
    if first.nbor(-1).text != "," or link is None or link.lower_ not in {"after", "before"} or link.i == first.i:
        return False
    return any(t.ent_type_ in {"DATE", "TIME"} for t in word.doc[first.i : link.i])


def prompted(clause: Token, part: Token) -> bool:
    """`denied shelling it after Kenya accused it`: what prompted the denial, not what is denied."""
    after = clause.dep_ == "advcl" and syntax.has(clause, "mark", "after")
    return after and denied(part) and syntax.finite(clause) and takes_a_speaker(clause)


def unsaid(word: Token) -> bool:
    """`without giving details`, said of the telling."""
    gerund = syntax.child(word, "pcomp") if word.lower_ == "without" else None
    return gerund is not None and gerund.lemma_.lower() in WITHHOLDING


def begun(tokens: list[Token], part: Token, cue: Token) -> list[Token]:
    """The words without the time and place of the telling: `said on Tuesday it would …`, `said in a report the …`."""
    if part.head != cue or cue.i > part.i:
        return tokens
    subject = syntax.child(part, *syntax.SUBJECTS, "expl")
    at = cue.i + 1
    for c in part.children:
        if c.left_edge.i != at or subject is None or c.i > subject.i or not occasion(c):
            continue
        at = c.right_edge.i + 1
    if subject is None or at == cue.i + 1 or part.doc[at].text == ",":
        return tokens
    return [t for t in tokens if t.i >= at]


def occasion(word: Token) -> bool:
    """`on Tuesday`, `last week`, `in a statement`."""
    if word.dep_ not in {"prep", "npadvmod"}:
        return False
    noun = syntax.child(word, "pobj") if word.dep_ == "prep" else word
    if noun is None:
        return False
    lemma = noun.lemma_.lower()
    paper = lemma in lexicon.lemmas("roles", "documents") or lemma in lexicon.nouns() or lemma in OCCASIONS
    return noun.ent_type_ in {"DATE", "TIME"} or (word.lower_ in {"in", "on", "at"} and paper)
