"""How certain the text presents a proposition: FactBank values from act, negation and hedges."""

from collections.abc import Iterable

from spacy.tokens import Token

from framing import syntax
from framing.types import Act, Factuality

NOBODY = frozenset({"nobody", "nothing", "none", "neither", "no-one", "nowhere"})
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
    """Whether the proposition's own main word is negated: `did not`, `no gate was`, `nobody warned`, `there is no`."""
    if syntax.negated(head):
        return True
    return any(empty(c) for c in syntax.children(head, "nsubj", "nsubjpass", "attr"))


def empty(noun: Token) -> bool:
    if noun.lower_ in NOBODY:
        return True
    if noun.lemma_.lower() == "doubt":  # "there is no doubt that it rained"
        return False
    return any(t.lower_ in {"no", "not"} for c in noun.lefts for t in c.subtree)
