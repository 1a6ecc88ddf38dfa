"""Hedges: cues that lower commitment, from the lexicon, each with the words it scopes over."""

from collections.abc import Iterator

from framing import lexicon, syntax
from framing.detectors import modals
from framing.detectors.scopes import scope
from framing.detectors.types import Detector, Mark
from framing.lexicon import HedgeRule
from framing.passages import Line
from framing.tokens import Token
from framing.types import Span


def detect(line: Line) -> Iterator[Mark]:
    if lexicon.any_hedge().search(line.text) is None:
        return
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
        if anchor is None or not fits(rule, anchor):
            continue
        if any(a < match.end() and match.start() < b for a, b in barred):
            continue
        if trusting(anchor) or (match.group() == anchor.text and modals.plain(anchor)):
            continue
        if not rule.raises and lexicon.negation().search(text[: match.start()]):
            continue
        span = Span(line.start + match.start(), line.start + match.end())
        word = key_word(line, span)
        yield Mark(line, span, word, rule.id, rule.kind, rule.strength, scope(rule.scope, word, line))


def fits(rule: HedgeRule, anchor: Token) -> bool:
    """Whether the first word plays the part that the rule asks for."""
    if rule.pos and anchor.pos_ not in rule.pos and not ("VERB" in rule.pos and verb_in_disguise(anchor)):
        return False
    return (not rule.dep or anchor.dep_ in rule.dep) and anchor.dep_ not in rule.not_dep


def trusting(word: Token) -> bool:
    """`The judge believed the nurse`: somebody, or what somebody said, and not that something is so."""
    mind = word.lemma_.lower() == "believe" and word.pos_ == "VERB" and not syntax.passive(word)
    return mind and syntax.has(word, "dobj") and syntax.child(word, "ccomp", "xcomp") is None


def verb_in_disguise(word: Token) -> bool:
    """`Agents in Mombasa fear that …`: the parser's noun heads the sentence and governs a clause."""
    return word.pos_ == "NOUN" and word.dep_ == "ROOT" and syntax.child(word, "ccomp") is not None


def key_word(line: Line, span: Span) -> Token:
    """The last content word of the cue: `considering` in "was considering"."""
    start = line.passage.start
    tokens = [t for t in line.tokens if start + t.idx < span.end and span.start < start + t.idx + len(t.text)]
    content = [t for t in tokens if t.pos_ in {"VERB", "ADJ", "ADV", "NOUN"} and t.dep_ != "prep"]
    return (content or tokens)[-1]


DETECTOR = Detector("hedges", detect)
