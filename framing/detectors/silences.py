"""Silences: declining to comment, answer or confirm."""

from collections.abc import Iterator

from spacy.tokens import Token

from framing import lexicon, syntax
from framing.detectors.types import Detector, Mark
from framing.passages import Line
from framing.types import Span

NOT_SILENT = frozenset("i we you someone anyone nobody".split())  # "I kept quiet" is speech


def detect(line: Line) -> Iterator[Mark]:
    reached = -1
    found = [(m.start(), -m.end(), m, rule) for rule in lexicon.silences() for m in rule.pattern.finditer(line.text)]
    for start, _, match, rule in sorted(found, key=lambda f: f[:2]):
        anchor = line.at(line.start + start)
        if start < reached or anchor is None:
            continue
        verb = next((t for t in line.tokens if t.i >= anchor.i and t.pos_ == "VERB"), anchor)
        head = anchor if anchor.pos_ == "VERB" else verb
        mark = Mark(line, Span(line.start + start, line.start + match.end()), head, rule.id, "")
        silent = who(mark)
        if silent is None or silent.lower_ not in NOT_SILENT:
            yield mark
            reached = match.end()


def who(mark: Mark) -> Token | None:
    """Who kept silent: the subject, or the source that no word came from."""
    noun = syntax.subject(mark.anchor)
    if noun is None or noun.lower_ in {"there", "comment", "response", "word", "accusations", "questions"}:
        prepositions = (
            p for t in mark.line.tokens for p in syntax.children(t, "prep", "agent") if p.lower_ in {"from", "by"}
        )
        noun = next((o for p in prepositions if (o := syntax.child(p, "pobj")) is not None), noun)
    return noun


DETECTOR = Detector("silences", detect)
