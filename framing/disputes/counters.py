"""Answers without a word of denial: `Ethiopia has no plan to attack anyone`, told after it was said to have one.

Whoever says of itself or its own that something is not so may be answering somebody. These disputes are tentative:
they stand only where a claim of another side is found that they answer, see `contests`.
"""

from collections.abc import Iterator, Sequence

from framing import factuality, syntax
from framing.attribution import Statement
from framing.disputes.dispute import Dispute
from framing.disputes.fitting import contesting
from framing.passages import Line
from framing.tokens import Token
from framing.types import Act, ContestKind, Span

RULE = "counter"
TELLING = frozenset({Act.SAY, Act.CLAIM, Act.REPORT, Act.CONFIRM})
# Verbs whose negation leaves open, or even grants, that something was done: `did not regret`, `never stopped`.
OPEN = frozenset(
    """
    know remember recall think believe expect plan want intend comment decide regret apologise apologize finish stop
    cease end hide conceal hesitate fail deny dispute forget
    """.split()
)
# Nouns that do the same: `has no doubt`, `had no choice`, `no reason to`.
MINDED = frozenset("doubt concern worry qualm comment information idea regret choice need reason question".split())


def by_counter(line: Line, spoken: Sequence[Statement]) -> Iterator[Dispute]:
    """One tentative dispute per statement whose main clause is negated."""
    for statement in spoken:
        verb = statement.head
        if statement.line is not line or statement.holder is None or statement.act not in TELLING:
            continue
        if verb is None or verb.pos_ not in {"VERB", "AUX"} or not (line.tokens.start <= verb.i < line.tokens.end):
            continue
        no = negation(verb)
        cue = line.at(statement.cue[0].start) if statement.cue else None
        if no is None or open_ended(verb) or (cue is not None and contesting(cue) is not None):
            continue
        whole = Span(statement.content[0].start, statement.content[-1].end)
        yield Dispute(
            line,
            statement.holder,
            line.passage.place([t for t in (no, verb) if whole.covers(line.passage.place([t]))] or [verb]),
            ContestKind.DENIES,
            whole,
            verb,
            clausal=True,
            rule=RULE,
            told=statement.told,
            tentative=True,
        )


def negation(verb: Token) -> Token | None:
    """The word that negates the clause: `not`, `never`, `no` before its subject or object, `nobody`, `none of`."""
    own = next((c for c in verb.children if c.dep_ == "neg" or c.lower_ == "never"), None)
    if own is not None:
        return own
    for part in (c for c in verb.children if c.dep_ in {*syntax.SUBJECTS, "dobj", "attr"}):
        no = next((c for c in part.lefts if c.lower_ in {"no", "neither"}), None)
        if no is not None or factuality.empty(part):
            return no or part
    return None


def open_ended(verb: Token) -> bool:
    """`did not know`, `does not expect`, `would not comment`, `will not`: no answer about what was or is."""
    minded = any(c.lemma_.lower() in MINDED for c in syntax.children(verb, "dobj", "attr"))
    ahead = any(
        c.dep_ == "aux" and c.lower_ in {"will", "would", "should", "can", "could", "may"} for c in verb.children
    )
    return minded or ahead or verb.lemma_.lower() in OPEN
