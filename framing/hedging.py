"""Hedges of the word list and of the network side by side: agreement is kept, new cues are added.

The network learnt from encyclopedia and biology (Szeged), where an accusation, a `whether`, a `would` and whatever
is being examined count as hedges; here they are acts of speech, open questions, plain future and research, so it
may add only words of other kinds.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from framing import factuality, lexicon, syntax
from framing.detectors import Mark
from framing.detectors.hedges import key_word
from framing.detectors.scopes import scope
from framing.passages import Line, by_line
from framing.ports import Tag
from framing.tagging import Tags
from framing.tokens import Token
from framing.types import HedgeKind, Proof

RULE = "head:hedge"
LEAST = 0.85  # probability from which a cue that no list has becomes a hedge; chosen on the gold
CONTENT = frozenset({"ADJ", "ADV", "VERB"})
STRENGTHS: Mapping[str, str] = {
    HedgeKind.POSSIBLE: "PS",
    HedgeKind.BELIEVED: "PR",
    HedgeKind.CONDITIONAL: "UU",
}  # what most of the list's rules of the kind give; no other kind is added


def join(marks: Sequence[Mark], lines: Sequence[Line], tags: Tags) -> list[Mark]:
    """The list's marks with the network's agreement, and the network's own, in reading order."""
    listed = by_line(marks, lambda mark: mark.line)
    found: list[Mark] = []
    for line in lines:
        own = listed.get(line.id, [])
        cues = tags[line.id].hedges if line.id in tags else ()
        here = [*(seconded(mark, cues) for mark in own), *added(line, own, cues)]
        found.extend(sorted(here, key=lambda mark: mark.span))
    return found


def seconded(mark: Mark, cues: Sequence[Tag]) -> Mark:
    same = [cue.probability for cue in cues if cue.span.overlaps(mark.span)]
    return replace(mark, head=max(same)) if same else mark


def added(line: Line, marks: Sequence[Mark], cues: Sequence[Tag]) -> Iterator[Mark]:
    """The network's cues, the surest first where two overlap, that no rule of the list has or has refused."""
    taken = [mark.span for mark in marks]
    for cue in sorted(cues, key=lambda cue: -cue.probability):
        word = key_word(line, cue.span)
        if cue.probability < LEAST or cue.label not in STRENGTHS or otherwise(word) or denied(line, cue, word):
            continue
        if any(cue.span.overlaps(span) for span in taken) or listed(line, cue) or idle(cue, word):
            continue
        taken.append(cue.span)
        around = scope(reach(cue, word), word, line)
        yield Mark(line, cue.span, word, RULE, cue.label, STRENGTHS[cue.label], around, head=cue.probability)


def listed(line: Line, cue: Tag) -> bool:
    """Whether the list knows the words: then it has looked at them and taken them for no hedge here."""
    start, end = cue.span.start - line.start, cue.span.end - line.start
    matches = (match for rule in lexicon.hedges() for match in rule.pattern.finditer(line.text))
    return any(match.start() < end and start < match.end() for match in matches)


def otherwise(word: Token) -> bool:
    """A function word, a word of speech, contest or certainty: nothing that lowers how sure anybody is."""
    lemma = word.lemma_.lower()
    if word.pos_ not in CONTENT or lemma in lexicon.lemmas("hedges", "certainty"):
        return True
    if any(lemma in lexicon.contest_words(part) for part in ("verbs", "nouns", "adjectives")):
        return True
    verb = lexicon.verbs().get(lemma)
    return (verb is not None and verb.act not in factuality.LEANING) or lemma in lexicon.nouns()


def idle(cue: Tag, word: Token) -> bool:
    """A verb over no clause (`considered her a friend`, `higher than expected`), unless it opens a condition."""
    if word.pos_ != "VERB" or cue.label == HedgeKind.CONDITIONAL:
        return False
    return not any(c.pos_ in {"VERB", "AUX"} for c in syntax.children(word, "ccomp", "xcomp"))


def denied(line: Line, cue: Tag, word: Token) -> bool:
    """`not likely`, `few believe`: what is denied is no hedge."""
    subject = syntax.subject(word)
    nobody = subject is not None and (factuality.empty(subject) or subject.lower_ == "few")
    return (
        nobody
        or syntax.negated(word)
        or lexicon.negation().search(line.text[: cue.span.start - line.start]) is not None
    )


def reach(cue: Tag, word: Token) -> str:
    """How far it reaches, as the list's rules of the same kind do."""
    if cue.label == HedgeKind.CONDITIONAL:
        return "main"
    if word.dep_ == "amod":
        return "phrase"
    return "complement" if cue.label == HedgeKind.BELIEVED and word.pos_ == "VERB" else "clause"


def proofs(mark: Mark) -> tuple[Proof, ...]:
    """Who found the hedge: the list's rule, the network, or both."""
    by_list = () if mark.rule == RULE else (Proof(f"lexicon:{mark.rule}", mark.span.start, mark.span.end),)
    by_head = () if mark.head is None else (Proof(RULE, mark.span.start, mark.span.end, mark.head),)
    return (*by_list, *by_head)


def score(mark: Mark) -> float:
    """The network's probability where it speaks, else the certainty of a rule."""
    return mark.head if mark.head is not None else 1.0
