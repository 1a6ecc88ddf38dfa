"""Attribution by the network: it proposes cue, source and content, the parse links them, rules veto.

The network learnt from PolNeAR, which also counts attitudes ("she likes the plan", "they want to leave"). The
record wants propositions that somebody puts forward, so a cue that no list knows needs a clause or a quotation.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from framing import factuality, lexicon, syntax
from framing.attribution.clauses import clause_tokens
from framing.attribution.nouns import noun_contents, noun_holder
from framing.attribution.speakers import FIRST_PERSON, SPEAKING_PRONOUNS, attributes, cited, may_hold, speaks
from framing.attribution.statement import Statement, voice
from framing.attribution.verbs import act_of, phrasal
from framing.passages import Line
from framing.ports import Attributed
from framing.spans import pieces
from framing.tagging import Tagged, Tags
from framing.types import Act, Proof, Reporting, Span, Voice

LEAST = 0.6  # probability of the weakest part of a proposal; chosen on the gold and PolNeAR's dev part
FIRM = 0.8  # the same for words whose clause the parse does not show, or after a cue that no list knows
ALIKE = 0.8  # share of words from which the clause of the parse is what the network means
SAME = 0.5  # share of the words from which a proposal says what a statement of the rules says already
WORDS = 2  # a content of fewer words puts nothing forward
PIECES = 2  # a content in more of them is torn: the network is not sure of its extent
FUNCTION = frozenset({"ADP", "CCONJ", "DET", "PART", "PRON", "PUNCT", "SCONJ", "SPACE", "SYM"})
HOLDERS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})
BESIDE = frozenset("as when while after before because since until though although".split())  # no complement opens so
PERCEIVING = frozenset(
    "know understand hear learn realise realize see seem remember forget notice like love want".split()
)


def seconded(statements: Sequence[Statement], tags: Tags) -> list[Statement]:
    """The statements as they are, with the network's agreement as a second proof where it marks the same cue."""
    return [agreed(s, tags[s.line.id]) if s.line.id in tags else s for s in statements]


def agreed(statement: Statement, tagged: Tagged) -> Statement:
    if any(p.by == "head:attribution" for p in statement.proof):
        return statement  # it is the network's own
    cues = [a.cue for a in tagged.attributed if any(a.cue.span.overlaps(c) for c in statement.cue)]
    if not cues:
        return statement
    cue = max(cues, key=lambda c: c.probability)
    return replace(statement, proof=(*statement.proof, marked("head:attribution", cue.span, cue.probability)))


def marked(by: str, span: Span, value: float = 1.0) -> Proof:
    return Proof(by, span.start, span.end, value)


def proposed(line: Line, tagged: Tagged, known: Sequence[Statement], text: str) -> Iterator[Statement]:
    """The network's statements of one sentence that no rule has found and none forbids."""
    for found in tagged.attributed:
        if certainty(found) < LEAST or any(found.cue.span.overlaps(c) for s in known for c in s.cue):
            continue
        cue = main_word(inside(line, [found.cue.span]))
        if cue is None or mute(cue):
            continue
        holder, link = linked(line, found, cue)
        if holder is None or not holds(holder, cue):
            continue
        head, tokens = words(line, found, cue)
        content = pieces(text, line.passage, tokens)
        if head is None or not proposition(content, tokens) or not warranted(found, cue, head):
            continue
        if not told(found.cue.span, content, known, text):
            yield from stated(
                Proposal(line, found, cue, head, content, voice(text, line.passage, content)), holder, link
            )


def certainty(found: Attributed) -> float:
    """A proposal is as sure as its weakest part; 0 without content."""
    return min(found.cue.probability, max((tag.probability for tag in found.contents), default=0.0))


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


# --- vetoes ----------------------------------------------------------------------------------------------


def mute(cue: Token) -> bool:
    """No verb and no noun of speech; negated, supposed, or perceived; an act of contesting, which `disputes` reads."""
    lemma = cue.lemma_.lower()
    if lemma in PERCEIVING or any(lemma in lexicon.contest_words(part) for part in ("verbs", "nouns", "adjectives")):
        return True
    if cue.pos_ == "VERB":
        return not attributes(cue)
    return factuality.empty(cue) or speech(cue) is None


def holds(holder: Token, cue: Token) -> bool:
    """Whether it can speak and is not merely said to: a name, a known kind of speaker, or a paper; never "I"."""
    if holder.lower_ in FIRST_PERSON or not speaks(holder):
        return False
    if cue.pos_ != "VERB":
        return True
    said_of = syntax.passive(cue) and syntax.subject(cue) == holder and cue.lemma_.lower() != "tell"
    return not said_of and may_hold(holder, cue)


def proposition(content: Sequence[Span], tokens: Sequence[Token]) -> bool:
    """Whether the words are enough for one and hang together."""
    return 0 < len(content) <= PIECES and sum(t.is_alpha for t in tokens) >= WORDS


def warranted(found: Attributed, cue: Token, head: Token) -> bool:
    """Whether the network is sure enough: of a clause after a known cue, less is asked than of anything else."""
    if head.pos_ not in {"VERB", "AUX"} or syntax.has(head, "mark", *BESIDE):
        return False
    if syntax.finite(head) and speech(cue) is not None:
        return True
    return certainty(found) >= FIRM and bool(found.sources) and (syntax.finite(head) or speech(cue) is not None)


def told(cue: Span, content: Sequence[Span], known: Sequence[Statement], text: str) -> bool:
    """Whether a statement of the rules has about the same words, or these with others before or behind."""
    own = letters(content, text)
    for statement in known:
        other = letters(statement.content, text)
        shared = len(own & other)
        nested = any(span.covers(c) for c in statement.cue for span in content)
        outer = any(span.covers(cue) for span in statement.content)
        if shared > SAME * max(len(own), len(other)) or (shared > SAME * len(other) and not nested and not outer):
            return True
    return False


def letters(spans: Sequence[Span], text: str) -> set[int]:
    return {i for span in spans for i in range(span.start, span.end) if text[i].isalnum()}


# --- links -----------------------------------------------------------------------------------------------


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


# --- statements ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, eq=False)
class Proposal:
    """What the network marked, tied to the parse."""

    line: Line
    found: Attributed
    cue: Token
    head: Token
    content: tuple[Span, ...]
    voice: Voice


def stated(proposal: Proposal, holder: Token, link: str) -> Iterator[Statement]:
    """One statement for each of the joint holders."""
    line, found, cue = proposal.line, proposal.found, proposal.cue
    act, reporting = speech(cue) or (Act.SAY, Reporting.NEUTRAL)
    holders = syntax.conjuncts(holder)
    most = max(found.contents, key=lambda tag: tag.probability)
    for each in holders:
        yield Statement(
            line=line,
            holder=each,
            cue=(line.passage.place([cue, *syntax.children(cue, "prt")]),),
            head=proposal.head,
            content=proposal.content,
            act=act,
            reporting=reporting,
            voice=proposal.voice,
            joint=cue.i + 1_000_000 * line.passage.paragraph if len(holders) > 1 else None,
            proof=(
                marked("head:attribution", found.cue.span, found.cue.probability),
                marked("head:roles", most.span, most.probability),
                marked(link, line.passage.place([each])),
            ),
            cited=cited(cue),
        )


def speech(cue: Token) -> tuple[Act, Reporting] | None:
    """Act and reporting of a word that the lists know; None for any other."""
    verb = lexicon.verbs().get(phrasal(cue)) or lexicon.verbs().get(cue.lemma_.lower())
    if cue.pos_ == "VERB" and verb is not None:
        return act_of(verb, cue), verb.reporting
    noun = lexicon.nouns().get(cue.lemma_.lower())
    if cue.pos_ == "NOUN" and noun is not None and noun.shell != "legitimacy":
        return noun.act, Reporting.DISTANCING if noun.act in {Act.CLAIM, Act.ACCUSE} else Reporting.NEUTRAL
    return None
