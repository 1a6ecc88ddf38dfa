"""Attribution by the network: it proposes cue, source and content, the parse links them, rules veto.

The network learnt from PolNeAR, which also counts attitudes ("she likes the plan", "they want to leave"). The
record wants propositions that somebody puts forward, so a content needs a verb, and after a cue that no list knows
a subject too.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from framing import factuality, lexicon, syntax
from framing.attribution.links import inside, linked, main_word, words
from framing.attribution.speakers import attributes, cited, first_person, may_hold, speaks
from framing.attribution.statement import Statement, voice
from framing.attribution.verbs import act_of, phrasal
from framing.passages import Line
from framing.ports import Attributed
from framing.spans import letters, pieces
from framing.tagging import Tagged, Tags
from framing.tokens import Token
from framing.types import Act, Proof, Reporting, Span, Voice

LEAST = 0.6  # probability of the weakest part of a proposal; chosen on the gold and PolNeAR's dev part
FIRM = 0.8  # the same for words whose clause the parse does not show, or after a cue that no list knows
SAME = 0.5  # share of the words from which a proposal says what a statement of the rules says already
WORDS = 2  # a content of fewer words puts nothing forward
PIECES = 2  # a content in more of them is torn: the network is not sure of its extent
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
    return replace(statement, proof=(*statement.proof, read("head:attribution", cue.span, cue.probability)))


def read(by: str, span: Span, value: float = 1.0) -> Proof:
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
    if first_person(holder) or not speaks(holder):
        return False
    if cue.pos_ != "VERB":
        return True
    said_of = syntax.passive(cue) and syntax.subject(cue) == holder
    return not said_of and may_hold(holder, cue)


def proposition(content: Sequence[Span], tokens: Sequence[Token]) -> bool:
    """Whether the words are enough for one and hang together."""
    return 0 < len(content) <= PIECES and sum(t.is_alpha for t in tokens) >= WORDS


def warranted(found: Attributed, cue: Token, head: Token) -> bool:
    """Whether the network is sure enough: of a clause after a known cue, less is asked than of anything else."""
    if head.pos_ not in {"VERB", "AUX"} or syntax.has(head, "mark", *BESIDE) or unheld(head):
        return False
    act = speech(cue)
    if act is not None and act[0] in {Act.CRITICISE, Act.PRAISE} and any(c.lower_ == "what" for c in head.children):
        return False  # "criticised what she called a ploy": the calling says it
    if syntax.finite(head) and act is not None:
        return True
    return certainty(found) >= FIRM and bool(found.sources) and (syntax.finite(head) or act is not None)


def unheld(head: Token) -> bool:
    """`has no hope that P`, `saw no sign that P`: a clause that hangs on what there is none of."""
    noun = head.head
    return head.dep_ in {"acl", "ccomp"} and head.i > noun.i and noun.pos_ == "NOUN" and factuality.empty(noun)


def told(cue: Span, content: Sequence[Span], known: Sequence[Statement], text: str) -> bool:
    """Whether a statement of the rules has about the same words, or these with others before or behind."""
    own = letters(text, content)
    for statement in known:
        other = letters(text, statement.content)
        shared = len(own & other)
        nested = any(span.covers(c) for c in statement.cue for span in content)
        outer = any(span.covers(cue) for span in statement.content)
        if shared > SAME * max(len(own), len(other)) or (shared > SAME * len(other) and not nested and not outer):
            return True
    return False


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
                read("head:attribution", found.cue.span, found.cue.probability),
                read("head:roles", most.span, most.probability),
                read(link, line.passage.place([each])),
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
