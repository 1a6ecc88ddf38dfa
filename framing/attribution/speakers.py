"""Who can speak, and when a verb really reports words."""

from spacy.tokens import Token

from framing import factuality, lexicon, syntax

WEAK = frozenset(
    "show find suggest indicate reveal hold feel consider project imply signal prove demonstrate hint view "
    "establish document determine discover conclude estimate imagine verify back call press order offer "
    "post write add describe label brand expect hope agree answer question contest dispute "
    "challenge put value recommend invite encourage attack protest welcome command fear worry".split()
)


SPEAKING_PRONOUNS = frozenset("he she they who it we one some others many several both most few none another".split())


FIRST_PERSON = frozenset("i we you me us".split())


MODALS = frozenset("would could might may should can must".split())


# What one asks a speaker for: words about words, not a proposal.
ANSWERS = frozenset("comment response answer interview information clarification reaction anonymity".split())


def attributes(verb: Token) -> bool:
    """Whether the verb reports words, rather than denying, supposing or wishing that they were said."""
    if syntax.negated(verb) and verb.lemma_.lower() not in {"deny", "doubt"}:
        return False
    if any(c.dep_ == "aux" and c.lower_ in MODALS for c in verb.children):
        return False
    if any(c.dep_ == "mark" and c.lower_ in {"if", "unless", "whether"} for c in verb.children):
        return False
    if any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children):
        return verb.dep_ == "xcomp" and verb.head.lemma_.lower() in {"continue", "go", "begin", "start", "come"}
    return verb.dep_ != "amod" and not syntax.bare_participle(verb)


def may_hold(holder: Token | None, verb: Token) -> bool:
    if (
        holder is None
        or holder.lower_ in FIRST_PERSON
        or factuality.empty(holder)
        or syntax.has(holder, "det", "neither")
    ):
        return False
    if syntax.passive(verb) and not speaks(holder):
        return False  # "was told by telephone"
    if verb.lemma_.lower() not in WEAK:
        return holder.pos_ in {"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ"} and holder.lower_ not in {
            "there",
            "this",
            "what",
        }
    return speaks(holder)


def speaks(noun: Token) -> bool:
    """Whether the noun names somebody, or a paper that speaks for somebody."""
    if noun.pos_ == "PROPN" or noun.ent_type_ in {"PERSON", "ORG", "GPE", "NORP"}:
        return True
    if noun.pos_ == "PRON" or noun.lower_ in SPEAKING_PRONOUNS:
        return noun.lower_ in SPEAKING_PRONOUNS
    lemma = noun.lemma_.lower()
    return any(
        lemma in lexicon.lemmas("roles", group) for group in ("bodies", "offices", "groups", "media", "documents")
    )


def inverted(verb: Token) -> Token | None:
    """`…, said the mayor of Oran`: the parser sometimes calls the late subject an object."""
    after = syntax.child(verb, "dobj", "attr", "npadvmod")
    if after is not None and after.i > verb.i and verb.lemma_.lower() in {"say", "write", "add", "ask", "reply"}:
        return after
    return None


def cited(cue: Token) -> Token | None:
    """Whom a report rests on: `reported, citing two officials`."""
    within = [g for clause in syntax.children(cue, "conj", "ccomp") for g in clause.children]
    for c in (*cue.children, *within):
        if c.lemma_.lower() in INTRODUCERS and c.dep_ in {"advcl", "conj", "xcomp", "prep", "dep"}:
            return syntax.child(c, "dobj", "pobj")
    return None


INTRODUCERS = frozenset("cite quote".split())
