"""What the network marks, tied to the parse: the cue's own word, the holder's noun, the content's clause."""

from collections.abc import Sequence

from framing import lexicon, syntax
from framing.attribution.clauses import clause_tokens
from framing.attribution.nouns import noun_contents, noun_holder
from framing.attribution.speakers import SPEAKING_PRONOUNS
from framing.passages import Line
from framing.ports import Attributed
from framing.tokens import Token
from framing.types import Span

ALIKE = 0.8  # share of words from which the clause of the parse is what the network means
FUNCTION = frozenset({"ADP", "CCONJ", "DET", "PART", "PRON", "PUNCT", "SCONJ", "SPACE", "SYM"})
HOLDERS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})  # "its secretary-general" is parsed as an adjective


def inside(line: Line, spans: Sequence[Span]) -> list[Token]:
    """The sentence's tokens that share a letter with one of the spans."""
    start = line.passage.start
    places = ((t, Span(start + t.idx, start + t.idx + len(t.text))) for t in line.tokens if not t.is_space)
    return [t for t, place in places if any(place.overlaps(s) for s in spans)]


def main_word(tokens: Sequence[Token]) -> Token | None:
    """The word that the others hang on, a verb where several do; None where all are function words."""
    members = {t.i for t in tokens}
    full = [t for t in tokens if t.pos_ not in FUNCTION and t.dep_ not in {"aux", "auxpass"}]
    tops = [t for t in full if not any(a.i in members for a in t.ancestors)]
    return min(tops or full, key=lambda t: (t.pos_ not in {"VERB", "AUX"}, len(list(t.ancestors)), t.i), default=None)


def linked(line: Line, found: Attributed, cue: Token) -> tuple[Token | None, str]:
    """The holder's noun and the rule that found it: the head of its source, else the cue's own subject."""
    for source in sorted(found.sources, key=lambda s: -s.probability):
        noun = main_noun(inside(line, [source.span]))
        if noun is not None and noun.lower_ in syntax.RELATIVE:
            noun = syntax.doer(cue)
        if noun is not None:
            return noun, "parse:source"
    return (syntax.doer(cue) if cue.pos_ == "VERB" else noun_holder(cue)), "parse:subject"


def main_noun(tokens: Sequence[Token]) -> Token | None:
    members = {t.i for t in tokens}
    nouns = (t for t in tokens if t.pos_ in HOLDERS or t.lower_ in SPEAKING_PRONOUNS)
    return next((t for t in nouns if t.head.i == t.i or t.head.i not in members), None)


def words(line: Line, found: Attributed, cue: Token) -> tuple[Token | None, list[Token]]:
    """The content's main word and its words: those of the parse where they are about what the network marks."""
    if cue.pos_ == "NOUN":
        return next(noun_contents(cue, lexicon.nouns()[cue.lemma_.lower()]), (None, []))
    own = {t.i for t in inside(line, [found.cue.span])} | {cue.i}
    said = [t for t in inside(line, [tag.span for tag in found.contents]) if t.i not in own]
    head = main_word(said)
    if head is None:
        return None, []
    clause = [t for t in clause_tokens(head, head) if cue.i != t.i and not (head.is_ancestor(cue) and t in cue.subtree)]
    alike = len(set(clause) & set(said)) >= ALIKE * len(set(clause) | set(said))
    chosen = clause if alike else said
    return head, chosen[1:] if chosen and chosen[0].lower_ == "that" and chosen[0].dep_ == "mark" else chosen
