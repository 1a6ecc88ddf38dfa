"""What a verdict is on where it stands behind it: `dismissed as "fiction" a report that P`.

The parser hangs such an object anywhere, most often on `as`, so it is read in the order of words: the verb has no
other object, and the first noun phrase behind the verdict is what is judged.
"""

from itertools import pairwise

from framing import lexicon, syntax
from framing.tokens import Token

FAR = 12  # words in which the verdict ends and its object starts
QUOTES = {'"': '"', "“": "”", "‘": "’", "'": "'"}
JUDGING = frozenset({"ADJ", "ADV", "CCONJ", "PUNCT", "VERB"})
PLAIN = frozenset({"ADJ", "NOUN", "PROPN", "PART", "NUM", "VERB"})
BEHIND = frozenset("that of by from about".split())  # what follows a noun for words that has no article


def behind_verdict(verb: Token) -> Token | None:
    """`rejected as "wild and baseless" the claims`, `dismissed as false reports that P`: the noun that is judged."""
    rest = list(verb.doc[verb.i + 1 : min(verb.i + 1 + FAR, verb.sent.end)])
    if len(rest) < 3 or rest[0].lower_ != "as" or judged_before(verb):
        return None
    close = QUOTES.get(rest[1].text)
    if close is not None:
        ends = next((k for k, t in enumerate(rest) if k > 1 and t.text == close), len(rest))
        return first_thing(rest[ends + 1 :])
    at = next((k for k, t in enumerate(rest) if k and t.pos_ not in JUDGING), 1)
    if at > 1 and rest[at].pos_ == "DET":  # "as too costly the plan"
        return first_thing(rest[at:])
    return worded(rest[2:])


def first_thing(rest: list[Token]) -> Token | None:
    """The noun of the phrase that starts here."""
    if rest and rest[0].dep_ in {"det", "poss"}:
        return rest[0].head if rest[0].head.i > rest[0].i else None
    return worded(rest)


def worded(rest: list[Token]) -> Token | None:
    """The first noun for words with what it tells right behind it: `media reports that P`, `claims by Lima`."""
    for token, after in pairwise(rest):
        if after.lower_ in BEHIND:
            return token if token.lemma_.lower() in lexicon.nouns() else None
        if token.pos_ not in PLAIN | JUDGING:
            return None
    return None


def judged_before(verb: Token) -> bool:
    """Whether its object stands before it: `was dismissed as`, `the reports that Lima dismissed as`."""
    if syntax.passive(verb) or syntax.bare_participle(verb):
        return True
    who = syntax.child(verb, *syntax.SUBJECTS)
    if verb.dep_ == "relcl" and who is not None and who.lower_ not in syntax.RELATIVE:
        return True
    heading = (
        who is not None and who.tag_ == "NNS" and who.lemma_.lower() in lexicon.nouns() and who.i == who.left_edge.i
    )
    return heading or any(c.tag_ in {"WP", "WDT"} and c != who for c in verb.children)
