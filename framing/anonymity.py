"""Whether a holder, or the source it cites, goes without a name."""

from framing import lexicon, syntax
from framing.attribution import Statement
from framing.cast import Figure
from framing.tokens import Token
from framing.types import ActorKind, Span

ON_THE_RECORD = frozenset({"spokesman", "spokeswoman", "spokesperson"})


def anonymous(statement: Statement, holder: Figure | None, text: str) -> bool:
    """Whether the holder, or the source it cites, goes without a name."""
    if insider(statement, text) is not None or unnamed_cited(statement):
        return True
    if holder is None or not holder.unnamed or holder.kind not in {ActorKind.PERSON, ActorKind.GROUP}:
        return False
    return not holder.heads & ON_THE_RECORD


def unnamed_cited(statement: Statement) -> bool:
    cited = statement.cited
    if cited is None:
        return False
    return not any(t.pos_ == "PROPN" for t in syntax.conjuncts(cited)) and cited.lemma_.lower() in lexicon.lemmas(
        "roles", "groups"
    ) | lexicon.lemmas("roles", "offices")


def insider(statement: Statement, text: str) -> Span | None:
    """The words that show an unnamed insider behind the statement."""
    for noun in (statement.cited, statement.holder):
        if noun is None or not statement.cue:
            continue
        span = reach(noun, statement)
        match = lexicon.insiders().search(text, span.start, span.end)
        if match is not None:
            return Span(match.start(), match.end())
    return None


def reach(noun: Token, statement: Statement) -> Span:
    """The holder's phrase with all that is said of it, up to the cue where the holder comes first."""
    tokens = [t for t in noun.subtree if not t.is_space]
    span = statement.line.passage.place(tokens)
    cue = statement.cue[0].start
    if noun is statement.holder and span.start < cue:
        inside = statement.content[0].start < span.start  # the content itself never counts
        return Span(span.start, cue) if not inside or span.end < cue else span
    if noun is statement.cited:  # "citing two people with knowledge of the matter", wherever the parser hung that
        stop = next((t for t in statement.line.tokens if t.i > noun.i and t.text in {",", ";"}), None)
        line = statement.line
        return Span(span.start, line.passage.start + stop.idx if stop is not None else line.end)
    first = statement.content[0].start
    return Span(span.start, min(span.end, first)) if span.start < first < span.end else span
