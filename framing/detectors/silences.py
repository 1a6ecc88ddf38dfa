"""Silences: declining to comment, answer or confirm."""

from collections.abc import Iterator

from framing import lexicon, syntax
from framing.detectors.types import Detector, Mark
from framing.passages import Line
from framing.tokens import Token
from framing.types import Span

ASKED = frozenset("there comment response word accusations questions calls messages emails requests letters".split())
NOT_SILENT = frozenset("i we you someone anyone nobody".split())  # "I kept quiet" is speech


def detect(line: Line) -> Iterator[Mark]:
    if lexicon.any_silence().search(line.text) is None:
        return
    reached = -1
    found = [(m.start(), -m.end(), m, rule) for rule in lexicon.silences() for m in rule.pattern.finditer(line.text)]
    for start, _, match, rule in sorted(found, key=lambda f: f[:2]):
        anchor = line.at(line.start + start)
        if start < reached or anchor is None:
            continue
        verb = next((t for t in line.tokens if t.i >= anchor.i and t.pos_ == "VERB"), anchor)
        head = anchor if anchor.pos_ == "VERB" else verb
        silent = who(line, head)
        if silent is None or silent.lower_ not in NOT_SILENT:
            span = Span(line.start + start, line.start + match.end())
            yield Mark(line, span, head, rule.id, "", subject=silent)
            reached = match.end()


def who(line: Line, anchor: Token) -> Token | None:
    """Who kept silent: the subject, or whoever was asked in vain or gave no word."""
    noun = syntax.subject(anchor)
    if noun is not None and noun.lower_ not in ASKED:
        return noun
    beside = [p for p in syntax.children(noun, "prep") if p.lower_ == "to"] if noun is not None else []
    links = (p for t in line.tokens for p in syntax.children(t, "prep", "agent") if p.lower_ in {"from", "by"})
    return next((o for p in (*beside, *links) if (o := syntax.child(p, "pobj")) is not None), noun)


DETECTOR = Detector("silences", detect)
