"""Headlines name their speaker before a colon (`Zeman: talks have failed`) or at the end (`… - sources`)."""

from collections.abc import Iterator, Sequence

from framing import lexicon, syntax
from framing.attribution.speakers import speaks
from framing.attribution.statement import Statement, said
from framing.passages import Line
from framing.spans import pieces
from framing.tokens import Token
from framing.types import ParagraphKind

NAMES = 5  # tokens that the speaker before a colon has at most
TAIL = 4  # tokens that the speaker at the end has at most
WORDS = 3  # tokens that the words have at least
KINDS = frozenset(
    """
    analysis column editorial article book review draft letter post message note explainer opinion interview profile
    factbox timeline
    """.split()
)  # of texts
FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
ASSERTING = frozenset("will would must no not wo ca never ready we".split())


def by_headline(line: Line, text: str) -> Iterator[Statement]:
    if line.passage.kind is not ParagraphKind.HEADLINE:
        return
    tokens = [t for t in line.tokens if not t.is_space]
    while tokens and tokens[-1].text == ".":
        tokens.pop()
    stops = [n for n, t in enumerate(tokens) if syntax.separates(t)]
    if not stops:
        return
    first, last = stops[0], stops[-1]
    tail = named(tokens[last + 1 :]) if len(tokens) - last - 1 <= TAIL else None
    if tail is not None and last >= WORDS:
        start = first + 1 if first != last and named(tokens[:first]) is None and first <= 2 else 0
        yield stated(line, text, tail, tokens[last], tokens[start:last])
        return
    holder = named(tokens[:first]) if 0 < first <= NAMES and tokens[first].text == ":" else None
    rest = tokens[first + 1 :]
    if holder is not None and len(rest) >= WORDS and (holder.ent_type_ != "GPE" or asserts(rest)):
        yield stated(line, text, holder, tokens[first], rest)


def named(tokens: Sequence[Token]) -> Token | None:
    """The noun of a phrase that names somebody who speaks; a label ("Analysis", "Budget 2024") names nobody."""
    if not tokens or any(t.tag_ in FINITE for t in tokens):
        return None
    noun = tokens[-1]
    lemma = noun.lemma_.lower()
    if lemma in KINDS or noun.is_digit or noun.ent_type_ in {"DATE", "EVENT", "FAC", "LAW", "WORK_OF_ART"}:
        return None
    known = noun.lower_ in {"police", "media", "tv", "radio"} or lemma in lexicon.lemmas("roles", "mastheads")
    return noun if known or speaks(noun) or source(noun) else None


def source(noun: Token) -> bool:
    return noun.lemma_.lower() in {"source", "witness", "insider"}


def asserts(words: Sequence[Token]) -> bool:
    """A country before a colon may only be the topic ("Iran: protests spread"), unless it takes a position."""
    return any(t.lower_ in ASSERTING or t.text in {'"', "“", "‘", "'"} for t in words)


def stated(line: Line, text: str, holder: Token, stop: Token, words: Sequence[Token]) -> Statement:
    span = line.passage.place([stop])
    content = pieces(text, line.passage, words)
    verbs = [t for t in words if t.pos_ in {"VERB", "AUX"} and t.tag_ in FINITE]
    head = next((t for t in words if t.dep_ == "ROOT"), next(iter(verbs), words[0]))
    return said(line, text, holder, span, head, content, "headline colon")
