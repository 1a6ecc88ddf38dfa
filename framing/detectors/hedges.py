"""Hedges: cues that lower commitment, from the lexicon, each with the words it scopes over."""

from collections.abc import Iterator

from spacy.tokens import Token

from framing import lexicon, syntax
from framing.detectors.types import Detector, Mark
from framing.lexicon import HedgeRule
from framing.passages import Line
from framing.spans import stretch
from framing.types import Span


def detect(line: Line) -> Iterator[Mark]:
    found = sorted(
        (m for rule in lexicon.hedges() for m in matches(rule, line)), key=lambda m: (m.span.start, -m.span.end)
    )
    reached = -1
    for mark in found:
        if mark.span.start >= reached:
            yield mark
            reached = mark.span.end


def matches(rule: HedgeRule, line: Line) -> Iterator[Mark]:
    text = line.text
    barred = [(m.start(), m.end()) for m in rule.unless.finditer(text)] if rule.unless is not None else []
    for match in rule.pattern.finditer(text):
        anchor = line.at(line.start + match.start())
        if anchor is None or (rule.pos and anchor.pos_ not in rule.pos) or (rule.dep and anchor.dep_ not in rule.dep):
            continue
        if any(a < match.end() and match.start() < b for a, b in barred):
            continue
        if lexicon.negation().search(text[: match.start()]):
            continue
        span = Span(line.start + match.start(), line.start + match.end())
        word = key_word(line, span)
        yield Mark(line, span, word, rule.id, rule.kind, rule.strength, scope(rule.scope, word, line))


def key_word(line: Line, span: Span) -> Token:
    """The last content word of the cue: `considering` in "was considering"."""
    start = line.passage.start
    tokens = [t for t in line.tokens if start + t.idx < span.end and span.start < start + t.idx + len(t.text)]
    content = [t for t in tokens if t.pos_ in {"VERB", "ADJ", "ADV", "NOUN"} and t.dep_ != "prep"]
    return (content or tokens)[-1]


def scope(kind: str, word: Token, line: Line) -> Span | None:
    """The stretch that the cue scopes over; None when the parse shows none."""
    if kind == "phrase":
        head = word.head if word.dep_ in {"amod", "advmod", "quantmod", "nummod", "compound"} else word
        head = head.head if head.pos_ == "NUM" and head.dep_ == "nummod" else head
        return stretch(line, syntax.phrase(head))
    if kind == "main":
        verb = word if word.pos_ in {"VERB", "AUX"} else word.head
        main = verb.head if verb.dep_ in {"advcl", "ccomp", "dep"} else verb
        return stretch(line, main.subtree)
    if kind == "complement":
        inner = syntax.child(word, "ccomp", "xcomp", "dobj")
        return stretch(line, inner.subtree if inner is not None else syntax.clause(word).subtree)
    verb = word if word.pos_ in {"VERB", "AUX"} and word.dep_ not in {"aux", "auxpass"} else word.head
    return stretch(line, verb.subtree)


DETECTOR = Detector("hedges", detect)
