"""Who can speak, and when a verb really reports words."""

from framing import factuality, lexicon, syntax
from framing.tokens import Token

WEAK = frozenset(
    "show find suggest indicate reveal hold feel consider project imply signal prove demonstrate hint view "
    "establish document determine discover conclude imagine verify back call press order offer want "
    "specify stipulate reason attest certify rule decree snap shout relay "
    "post write add describe label brand agree answer question contest dispute "
    "challenge put value recommend invite encourage attack protest welcome command".split()
)


SPEAKING_PRONOUNS = frozenset("he she they who it we one some others many several both most few none another".split())


FIRST_PERSON = frozenset("i we you me us".split())


MODALS = frozenset("would could might may should can must".split())


DONE = frozenset("continue go begin start come quick swift prompt".split())
# What one asks a speaker for: words about words, not a proposal.
ANSWERS = frozenset("comment response answer interview information clarification reaction anonymity".split())


def first_person(word: Token) -> bool:
    """`I`, `we`, `us`; not `the US`."""
    return word.lower_ in FIRST_PERSON and word.text != "US"


def attributes(verb: Token) -> bool:
    """Whether the verb reports words, rather than denying, supposing or wishing that they were said."""
    if syntax.negated(verb) and verb.lemma_.lower() not in {"deny", "doubt"}:
        return False
    if any(c.dep_ == "aux" and c.lower_ in MODALS for c in verb.children) or hearsay(verb):
        return False
    if any(c.dep_ == "mark" and c.lower_ in {"if", "unless", "whether"} for c in verb.children):
        return False
    if verb.dep_ == "xcomp" and any(c.dep_ == "aux" and c.lower_ in MODALS for c in verb.head.children):
        return False  # "must stop saying"
    if verb.dep_ in {"pcomp", "ccomp"} and verb.head.lower_ in {"provided", "suppose", "supposing"}:
        return False
    if any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children):
        return carried_out(verb)
    return verb.dep_ != "amod" and not syntax.bare_participle(verb)


def carried_out(verb: Token) -> bool:
    """`continued to say`, `went on to accuse`, `was quick to blame`: an infinitive of what was done, not of a wish."""
    if verb.dep_ == "advcl":
        return syntax.phrasal(verb.head) == "go on"
    return verb.dep_ == "xcomp" and verb.head.lemma_.lower() in DONE


def hearsay(verb: Token) -> bool:
    """`A ship said to be Greek was found`, taken for a ship that says: nobody says *to* be."""
    told = syntax.child(verb, "xcomp") if verb.lemma_.lower() == "say" and not syntax.passive(verb) else None
    return told is not None and syntax.has(told, "aux", "to")


def may_hold(holder: Token | None, verb: Token) -> bool:
    if holder is None or first_person(holder) or factuality.empty(holder) or syntax.has(holder, "det", "neither"):
        return False
    if syntax.passive(verb) and not speaks(holder):
        return False  # "was told by telephone"
    if verb.lemma_.lower() not in WEAK or calling(verb):
        return holder.pos_ in {"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ"} and holder.lower_ not in {
            "there",
            "this",
            "what",
            "that",
        }
    return speaks(holder)


def calling(verb: Token) -> bool:
    """`called for`, `called on`: more than a call."""
    links = (c for c in syntax.children(verb, "prep") if c.i == verb.i + 1)
    return (
        verb.lemma_.lower() == "call" and verb.tag_ != "VBG" and any(c.lower_ in {"for", "on", "upon"} for c in links)
    )


def speaks(noun: Token) -> bool:
    """Whether the noun names somebody, or a paper that speaks for somebody."""
    if noun.pos_ == "PROPN" or noun.ent_type_ in {"PERSON", "ORG", "GPE", "NORP"} or syntax.aged(noun):
        return True
    if noun.pos_ == "PRON" or noun.lower_ in SPEAKING_PRONOUNS:
        return noun.lower_ in SPEAKING_PRONOUNS
    lemma = noun.lemma_.lower()
    return any(
        lemma in lexicon.lemmas("roles", group)
        for group in ("bodies", "offices", "groups", "others", "media", "documents")
    )


def inverted(verb: Token) -> Token | None:
    """`…, said the mayor of Oran`: the parser sometimes calls the late subject an object."""
    after = syntax.child(verb, "dobj", "attr", "npadvmod")
    if after is not None and after.i > verb.i and verb.lemma_.lower() in {"say", "write", "add", "ask", "reply"}:
        return after
    return None


def closing(verb: Token) -> Token | None:
    """`The strike would go on, warned the union.`: cue and speaker close the sentence, behind a comma or quotation."""
    after = syntax.child(verb, "dobj", "nsubj", "npadvmod") if verb.tag_ in {"VBD", "VBZ", "VBP"} else None
    if after is None or verb.i == 0 or verb.nbor(-1).text not in {",", '"', "”", "’"} or syntax.has(verb, "cc"):
        return None
    last = after.left_edge.i == verb.i + 1 and all(t.is_punct for t in verb.doc[after.right_edge.i + 1 : verb.sent.end])
    entry = lexicon.verbs().get(verb.lemma_.lower())
    wordy = entry is not None and "object" not in entry.takes and verb.lemma_.lower() not in WEAK
    return after if last and (speaks(after) or wordy) else None


def cited(cue: Token) -> Token | None:
    """Whom a report rests on: `reported, citing two officials`."""
    within = [g for clause in syntax.children(cue, "conj", "ccomp") for g in clause.children]
    for c in (*cue.children, *within):
        if c.lemma_.lower() in INTRODUCERS and c.dep_ in {"advcl", "conj", "xcomp", "prep", "dep"}:
            return syntax.child(c, "dobj", "pobj")
    return None


INTRODUCERS = frozenset("cite quote".split())
