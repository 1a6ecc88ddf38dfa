"""Quotations that nothing but a colon introduces: `She was blunt: "The money is gone."`, `His answer: "Never."`"""

from collections.abc import Iterator, Sequence

from framing import lexicon, syntax
from framing.attribution.speakers import first_person, speaks
from framing.attribution.statement import Statement, said
from framing.passages import Line
from framing.spans import pieces
from framing.tokens import Token
from framing.types import ParagraphKind

MAIN = frozenset({"ROOT", "ccomp", "conj", "parataxis"})


def introduced(line: Line, known: Sequence[Statement], text: str) -> Iterator[Statement]:
    """The quotation after the sentence's colon, where no cue has taken it."""
    colon = next((t for t in line.tokens if t.text == ":"), None)
    if colon is None or colon.i <= line.tokens.start or line.passage.kind is ParagraphKind.HEADLINE:
        return
    mark = next((m for m in line.passage.doc.quotations if 0 < m[0] - colon.idx <= 3), None)
    words = [t for t in line.tokens if mark is not None and mark[0] <= t.idx < mark[1] and not t.is_space]
    holder = introducer([t for t in line.tokens if t.i < colon.i])
    content = pieces(text, line.passage, words)
    if holder is None or not content or any(c.overlaps(o) for s in known for c in s.content for o in content):
        return
    span = line.passage.place([colon])
    head = next((t for t in words if t.dep_ == "ROOT"), words[0])
    yield said(line, text, holder, span, head, content, "quotation after colon")


def introducer(before: Sequence[Token]) -> Token | None:
    """The last main subject before the colon, if it can speak; the owner of an answer ("her reply was short")."""
    subjects = [t for t in before if t.dep_ in {"nsubj", "nsubjpass"} and t.head.dep_ in MAIN]
    noun = next(reversed(subjects), None) or next((t for t in before if t.pos_ == "NOUN" and owned(t)), None)
    if noun is None:
        return None
    own = owned(noun)
    found = own if own is not None else noun
    return found if speaks(found) and found.lower_ != "it" and not first_person(found) else None


def owned(noun: Token) -> Token | None:
    spoken = noun.lemma_.lower() in lexicon.nouns() or noun.lemma_.lower() in {"answer", "reply", "response", "verdict"}
    own = syntax.owner(noun) if spoken else None
    return own
