"""Whether a verb's object makes it a contest: words are rejected otherwise than fruit, a visa or a jury."""

from framing import lexicon, syntax
from framing.disputes.dispute import POINTERS, is_speech, refusable
from framing.lexicon import ContestWord
from framing.tokens import Token

ABSTRACT = ("tion", "sion", "ment", "ism", "ity", "ance", "ence", "ness", "ship", "gation", "ing")

ROLES = frozenset(
    "reject dismiss oppose decline refuse".split()
)  # "rejected the fruit as rotten", "dismissed him as coach"

WON_OVER = frozenset({"persuade", "convince", "impress"})  # of `were not persuaded by it`, the subject contests

ALONE = WON_OVER | {"refuse", "demur", "object", "baulk"}  # of what stands before: `Bratislava refused`


def phrasal(verb: Token) -> str:
    """The verb with its particle, also where the parser takes it for a preposition: `ruled out sending`."""
    after = verb.nbor() if verb.i + 1 < len(verb.doc) else None
    beside = after is not None and after.head == verb and after.dep_ in {"prep", "prt", "advmod"}
    return syntax.phrasal(verb) or (f"{verb.lemma_.lower()} {after.lower_}" if after is not None and beside else "")


def contesting(verb: Token) -> ContestWord | None:
    """What the verb contests by, with its particle or alone."""
    words = lexicon.contest_words("verbs")
    return words.get(phrasal(verb)) or words.get(verb.lemma_.lower())


def retorts(verb: Token) -> bool:
    word = contesting(verb)
    return word is not None and word.id == "retort"


def given_away(verb: Token, thing: Token | None) -> bool:
    """`denied entry`, `denied the men a visa`, `was denied bail`: something withheld, nothing contested."""
    if verb.lemma_.lower() not in {"deny", "refuse", "reject", "decline"} or thing is None:
        return False
    if thing.lemma_.lower() in lexicon.lemmas("contests", "not_contested") or syntax.has(verb, "dative"):
        return True
    return syntax.passive(verb) and syntax.child(verb, "dobj", "oprd") is not None


def decided(holder: Token | None, thing: Token | None) -> bool:
    """`The court rejected his appeal`: a decision, not an answer."""
    courts, pleas = lexicon.lemmas("contests", "courts"), lexicon.lemmas("contests", "pleas")
    return (
        holder is not None and thing is not None and holder.lemma_.lower() in courts and thing.lemma_.lower() in pleas
    )


def hits_back(thing: Token, verb: Token) -> bool:
    """`hit back at the minister`, who had spoken; `hit back at the camp with rockets` is no answer in words."""
    at = thing.head
    occasion = syntax.has(thing, "det", "a", "an")  # "at a rally"
    return (
        at.lower_ == "at" and at.head == verb and retorts(verb) and not (occasion or syntax.has(verb, "prep", "with"))
    )


def asking(verb: Token) -> bool:
    """`Who objects?`"""
    who = syntax.child(verb, *syntax.SUBJECTS)
    return who is not None and who.tag_ == "WP" and verb.dep_ != "relcl"


def fits(word: ContestWord, thing: Token | None, verb: Token) -> bool:
    if thing is None:
        answers = verb.lemma_.lower() in {"disagree", "dissent"} or (word.id == "retort" and syntax.has(verb, "ccomp"))
        return answers or (verb.lemma_.lower() in ALONE and not asking(verb))
    if word.needs == "any" or hits_back(thing, verb):
        return True
    if thing.text.endswith(("self", "selves")):
        return False
    if verb.lemma_ in {"recognise", "recognize"} and not any(c.lower_ == "did" for c in syntax.children(verb, "aux")):
        return withheld(thing)
    if verb.lemma_ in {"sign", "ratify"}:
        return thing.pos_ == "NOUN"
    if verb.lemma_ == "agree" and thing.dep_ == "dobj":
        return False  # "never agreed a border"
    if word.id == "question" and (syntax.has(thing, "aux", "to") or (syntax.passive(verb) and not is_speech(thing))):
        return False  # "challenged him to prove it", "others were questioned"
    if word.needs == "things":
        if thing.pos_ == "PRON" and thing.lower_ not in POINTERS:
            return False
        lemma = thing.lemma_.lower()
        return (
            not (thing.pos_ == "PROPN" and thing.text[0].isupper())
            and lemma not in lexicon.lemmas("roles", "offices", "groups")
            and lemma not in {"suspect", "child", "boy", "girl"}
            and thing.ent_type_ not in {"PERSON", "CARDINAL"}
        )
    scorned = syntax.has(verb, "prep", "as") and thing.pos_ != "PROPN" and verb.lemma_.lower() not in ROLES
    return (
        is_speech(thing)
        or scorned
        or (word.kind is None and refusable(thing))
        or (word.id == "dispute" and thing.lemma_.lower() in lexicon.lemmas("contests", "aspects"))
        or (verb.lemma_.lower() in {"reject", "dismiss"} and abstract(thing))
    )


def abstract(thing: Token) -> bool:
    return thing.lemma_.lower().endswith(ABSTRACT) and thing.lemma_.lower() not in lexicon.lemmas("roles", "bodies")


def withheld(thing: Token) -> bool:
    """What recognition is refused to: a state or body, a border, independence; a face is not known again."""
    return is_speech(thing) or abstract(thing) or thing.ent_type_ in {"GPE", "ORG", "NORP"}
