"""A capital or seat in a sentence: the government that sits there, or the place."""

from framing.tokens import Token

PLACE_PREPOSITIONS = frozenset(
    "in near outside around across through into at via within inside toward towards throughout over".split()
)
MOVING = frozenset(
    "travel go fly head come arrive return drive move walk march sail visit leave reach tour enter trip flight "
    "journey route road train plane depart flee escape bus ship stop way".split()
)
VISITED = frozenset(
    "visit leave reach tour enter bomb hit strike shell evacuate flee cross quit storm capture besiege".split()
)
FOLLOWERS = frozenset(
    "region area street suburb airport time university hospital court-house station district metro stadium hotel mayor "
    "resident residents municipality province marathon festival museum zoo".split()
)


def means_government(token: Token) -> bool:
    """Whether the city named by `token` (its last word) stands for the state's government.

    After a preposition of place, as the goal of a movement, in apposition to a country or before a word such
    as `airport` it is a place; where it speaks, acts, owns or is dealt with politically it is the government.
    """
    head = token.head
    if token.dep_ in {"compound", "nmod", "amod"}:
        return head.lemma_.lower() not in FOLLOWERS and not (
            head.pos_ == "PROPN" and head.ent_type_ in {"ORG", "FAC", "LOC"}
        )
    if token.dep_ == "pobj":
        return governs(head)
    if token.dep_ in {"dobj", "obj"}:
        return head.lemma_.lower() not in VISITED
    if token.dep_ == "appos":
        return False
    if token.dep_ == "conj":
        return means_government(head) if head.i != token.i and head.pos_ == "PROPN" else True
    if token.dep_ in {"npadvmod", "advmod", "dep"}:
        return False
    if token.dep_ == "ROOT":
        return len(list(token.children)) > 1
    return True


def governs(preposition: Token) -> bool:
    word = preposition.lower_
    if word in PLACE_PREPOSITIONS:
        return False
    if word in {"to", "from", "between"}:
        return preposition.head.lemma_.lower() not in MOVING
    if word == "of":
        return preposition.head.lemma_.lower() not in {
            "city",
            "town",
            "capital",
            "north",
            "south",
            "east",
            "west",
            "outskirts",
            "streets",
            "street",
            "suburb",
            "centre",
            "center",
            "port",
            "university",
            "people",
            "resident",
            "mayor",
        }
    return True
