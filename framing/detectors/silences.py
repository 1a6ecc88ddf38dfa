"""Silences: declining to comment, answer or confirm."""

from collections.abc import Iterator

from framing import lexicon, syntax
from framing.detectors.types import Detector, Mark
from framing.passages import Line
from framing.tokens import Token
from framing.types import Span

ASKED = frozenset("there comment response word accusations questions calls messages emails requests letters".split())
OWN_NAMES = frozenset("name surname identity".split())
AGREEING = {"he": {"his"}, "she": {"her"}, "they": {"their"}}
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
        silent, span = who(line, head), Span(line.start + start, line.start + match.end())
        spoke = silent is not None and (silent.lower_ in NOT_SILENT or unnamed(line, span, silent))
        if not spoke and not laid(head):
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


def laid(verb: Token) -> bool:
    """`urged Ottawa to keep quiet`, `was told to stay silent`: laid on whoever it is, who may yet have spoken."""
    while verb.dep_ == "conj" and verb.tag_ == "VB" and verb.head.pos_ in {"VERB", "AUX"}:
        verb = verb.head
    presses = verb.head
    if not syntax.has(verb, "aux", "to") or presses.lemma_.lower() not in lexicon.lemmas("silences", "pressing"):
        return False
    if presses.pos_ == "NOUN":
        return True
    given = syntax.children(presses, "dobj", "dative", "agent")
    between = any(presses.i < c.i < verb.i for c in (*given, *syntax.children(verb, *syntax.SUBJECTS)))
    other = between or any(c.lower_ in syntax.RELATIVE for c in given)  # "whom it told to keep quiet"
    called = any(c.lower_ in {"on", "upon", "to", "with"} and c.i < verb.i for c in syntax.children(presses, "prep"))
    return syntax.passive(presses) or syntax.bare_participle(presses) or other or called


def unnamed(line: Line, span: Span, silent: Token) -> bool:
    """`a guard who would not give his name`: without a name, not without a word; of a body it is another's name."""
    given = (t for t in line.tokens if span.start <= line.passage.start + t.idx < span.end and t.pos_ == "VERB")
    names = (o for verb in given for o in syntax.children(verb, "dobj") if o.lemma_.lower() in OWN_NAMES)
    whose = next((p.lower_ for o in names for p in syntax.children(o, "poss")), None)
    if silent.pos_ == "PROPN" or silent.lower_ in lexicon.lemmas("roles", "bodies"):  # but "two guards" are people
        return False
    own = AGREEING.get(silent.lower_) or ({"their"} if silent.tag_ == "NNS" else {"his", "her", "their"})
    return whose in own


DETECTOR = Detector("silences", detect)
