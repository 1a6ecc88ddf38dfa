"""How certain the text presents a proposition: FactBank values from act, negation and hedges."""

from collections.abc import Iterable

from framing import syntax
from framing.tokens import Token
from framing.types import Act, Factuality

NOBODY = frozenset({"nobody", "nothing", "none", "neither", "no-one", "nowhere"})
AMOUNTS = frozenset({"more", "less", "fewer", "later", "only", "just"})  # "no more than 40" is a figure
CONTRARY = frozenset("unlikely improbable impossible inconceivable unthinkable implausible".split())
OPEN = frozenset({Act.DEMAND, Act.REQUEST, Act.PROPOSE, Act.ASK})  # they put nothing forward as fact
LEANING = frozenset({Act.BELIEVE, Act.EXPECT})


def judge(act: Act, head: Token | None, strengths: Iterable[str]) -> Factuality:
    """The holder's commitment.

    Possibility beats an open condition ("could close unless …" is possible), which beats probability.
    """
    marks = set(strengths)
    negative = act is Act.DENY or (head is not None and denies(head))
    if act in OPEN or ("UU" in marks and "PS" not in marks):
        return Factuality.UNDERSPECIFIED
    if "PS" in marks:
        return Factuality.POSSIBLY_NOT if negative else Factuality.POSSIBLE
    if "PR" in marks or act in LEANING or act is Act.DOUBT:
        return Factuality.PROBABLY_NOT if negative or act is Act.DOUBT else Factuality.PROBABLE
    return Factuality.CERTAINLY_NOT if negative else Factuality.CERTAIN


def denies(head: Token) -> bool:
    """Whether the proposition's own main word is negated.

    `did not`, `no gate was`, `nobody warned`, `there is no`, `found nothing`, `knew of no pact`, `no longer`,
    `is unlikely`; two negations, as in `not impossible`, are none.
    """
    if any(c.lower_ in CONTRARY for c in (head, *syntax.children(head, "acomp"))):
        return not syntax.negated(head)
    if head.lemma_.lower() in {"rule", "exclude"} and syntax.negated(head):  # "a flood was not ruled out"
        return False
    if syntax.negated(head) or any(c.lower_ == "longer" and empty(c) for c in syntax.children(head, "advmod")):
        return True
    behind = syntax.objects_of(head, "of", "to", "about")
    beside = (*syntax.children(head, "nsubj", "nsubjpass", "attr", "dobj"), *behind)
    return any(empty(noun) for noun in beside)


def empty(noun: Token) -> bool:
    if noun.lower_ in NOBODY:
        return True
    if noun.lemma_.lower() == "doubt":  # "there is no doubt that it rained"
        return False
    return any(t.lower_ in {"no", "not"} and t.nbor().lower_ not in AMOUNTS for c in noun.lefts for t in c.subtree)
