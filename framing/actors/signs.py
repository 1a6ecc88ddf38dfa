"""Signs in the grammar of what a name is: `Mr Quiroga`, `Larkin cut its forecast`, `in Safwan`."""

from collections.abc import Iterable
from functools import cache

from framing import gazetteer, lexicon, syntax
from framing.metonyms import PLACE_PREPOSITIONS
from framing.passages import Passage
from framing.tokens import Token

PROPERTY = frozenset(
    "share shareholder board executive chairman chairwoman headquarters profit sale revenue employee".split()
)
ADDRESSES = frozenset("mr mrs ms miss dr prof sir lady dame lord".split())
HELD = frozenset("share stake holding investment interest trust confidence faith position".split())


@cache
def body_names() -> frozenset[str]:
    """Words that end the names of bodies: "Rift Basin Institute", "Larkin Motors"."""
    groups = ("bodies", "media", "mastheads", "firm_names")
    return frozenset().union(*(lexicon.lemmas("roles", group) for group in groups)) - lexicon.lemmas("roles", "places")


def aged(head: Token) -> bool:
    """`Nuri Sand, 34,`"""
    return any(c.pos_ == "NUM" and c.i == head.i + 2 and c.text.isdigit() for c in syntax.children(head, "appos"))


def styled(name: list[Token]) -> bool:
    """`Mr Quiroga`: with a form of address before it, inside the name or outside."""
    before = name[0].nbor(-1).lower_ if name[0].i > name[0].sent.start else ""
    return bool({before.rstrip("."), name[0].lower_.rstrip(".")} & ADDRESSES)


def called(name: list[Token], head: Token) -> bool:
    """Whether the name opens with a known person's given name, or speaks of itself as a he or she."""
    if len(name) > 1 and name[0].text in gazetteer.given_names() and head.dep_ != "poss":
        return True
    clause = syntax.child(head.head, "ccomp") if head.dep_ in syntax.SUBJECTS else None
    return clause is not None and syntax.has(clause, "nsubj", "he", "she")


def surnamed(names: Iterable[str], passages: Iterable[Passage]) -> set[str]:
    """Names of two words or three that the article cuts to their last one, as it does with people and never with firms.

    `Xiomara Batres … Batres said`, but `Maple Ridge … Maple`.
    """
    alone = {
        token.text
        for passage in passages
        for token in passage.doc
        if token.text.istitle() and (token.i == 0 or not token.nbor(-1).text[0].isupper())
    }
    return {
        name
        for name in names
        if 1 < len(words := name.split()) < 4
        and words[-1] in alone
        and words[0] not in alone
        and words[-1].lower() not in body_names() | lexicon.lemmas("roles", "places")
        and all(word[0].isupper() for word in words)
    }


def owns(head: Token) -> bool:
    """`Larkin's chief executive`, `shares in Larkin`: what only a body has."""
    if head.dep_ == "poss":
        return head.head.lemma_.lower() in PROPERTY
    return head.dep_ == "pobj" and head.head.lower_ == "in" and head.head.head.lemma_.lower() in HELD


def locates(head: Token) -> bool:
    """`in Safwan`, `off Zanzibar`, `Kivu's governor`: what only a place has or does."""
    if head.dep_ == "poss":
        return head.head.lemma_.lower() in {"governor", "mayor", "resident", "outskirt", "suburb", "hospital", "market"}
    if head.ent_type_ == "ORG":  # "within Larkin": the finder knows better here
        return False
    return head.dep_ == "pobj" and head.head.lower_ in PLACE_PREPOSITIONS | {"off"} and not owns(head)


def keeps(head: Token) -> bool:
    """`Larkin cut its forecast`: the subject is an `it`."""
    verb = head.head
    if head.dep_ not in syntax.SUBJECTS or verb.pos_ != "VERB":
        return False
    return any(c.lower_ in {"its", "itself"} for o in syntax.children(verb, "dobj") for c in (o, *o.lefts))
