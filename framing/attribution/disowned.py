"""Acts that stand under a denial: who "denied rejecting the offer" is not said to have rejected it."""

from framing import syntax
from framing.attribution.edges import contest_of, escaped, teller, told_in_noun
from framing.passages import Line
from framing.tokens import Token
from framing.types import Span

REFUSING = frozenset({"deny", "dispute", "reject", "spurn", "turn-down"})  # families whose clause is what is refused


def disowned(line: Line, cue: Span) -> bool:
    """Whether what the cue tells is told only to be denied: `denied reports that Chad had accused it`.

    Only complements count. A relative clause or an occasion is the article's: `denied meeting the man who, Chad
    says, stole it`, `denied it after Chad accused it`.
    """
    first = line.at(cue.start)
    clause = next((t for t in (first, *first.ancestors) if t.pos_ == "VERB"), None) if first is not None else None
    if clause is None or not cue.covers(line.passage.place([clause])):
        return False
    verb = clause
    while clause.dep_ in {"ccomp", "xcomp"} or told_in_noun(clause):
        above = teller(clause)
        if refuses(above) and not any(e == verb or e.is_ancestor(verb) for e in escaped(clause)):
            return True
        clause = above
    return False


def refuses(verb: Token) -> bool:
    word = contest_of(verb)
    return word is not None and word.id in REFUSING and not syntax.negated(verb)
