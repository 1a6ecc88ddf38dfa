"""Contesting by a verb that no list holds: `Lima pooh-poohed the allegation`. The network says which side it takes.

A verb whose object is words for words passes them on, looks into them or takes a side. For verbs of the lists the
lists know which; for any other one the network is asked how its subject stands to those words.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from framing import lexicon, syntax
from framing.attribution.holders import outer_holder
from framing.attribution.speakers import may_hold, speaks
from framing.disputes.dispute import Dispute, dispute, group, supposed
from framing.disputes.fitting import phrasal
from framing.lexicon import ContestWord
from framing.passages import Line
from framing.spans import local
from framing.tagging import Tagged
from framing.tokens import Token
from framing.types import Act, Span, Stance

OPPOSED = 0.75  # of the probability that its subject opposes the words, from which the verb is taken to contest
CONFLICT = 0.7  # of the probability that the act is one of conflict

ASSERTED = frozenset({Act.CLAIM, Act.ACCUSE, Act.REPORT})  # by the nouns that are asked about

WORD = ContestWord("unlisted", kind=None, needs="speech")


@dataclass(frozen=True, slots=True, eq=False)
class Unlisted:
    """A verb with the two parties between which the network is asked."""

    verb: Token
    holder: Token
    thing: Token

    def pair(self, line: Line) -> tuple[Span, Span]:
        """Holder and words, counted from the start of the sentence."""
        holder, words = line.passage.place(syntax.core(self.holder)), line.passage.place(syntax.core(self.thing))
        return local(holder, line), local(words, line)


def unlisted(line: Line) -> Iterator[Unlisted]:
    """The verbs of a sentence that do something to words, and stand in no list."""
    for token in line.tokens:
        if token.pos_ != "VERB" or token.dep_ in {"amod", "compound"} or syntax.negated(token) or supposed(token):
            continue
        if listed(token) or syntax.bare_participle(token):
            continue
        thing, holder = told(token), outer_holder(token) or syntax.doer(token)
        if thing is not None and holder is not None and speaks(holder) and may_hold(holder, token):
            yield Unlisted(token, holder, thing)


def told(verb: Token) -> Token | None:
    """Its object, if that is a noun for what somebody else asserts: `the claim`, not `a claim` or `its claim`."""
    after = (syntax.child(p, "pobj") for p in syntax.children(verb, "prep") if p.i == verb.i + 1)
    thing = syntax.complement(verb) or next((o for o in after if o is not None), None)
    noun = lexicon.nouns().get(thing.lemma_.lower()) if thing is not None and thing.pos_ == "NOUN" else None
    if thing is None or noun is None or noun.act not in ASSERTED or noun.shell != "statement":
        return None
    owned = any(c.pos_ == "PRON" for c in syntax.children(thing, "poss"))
    return thing if not owned and not syntax.has(thing, "det", "a", "an", "no", "any") else None


def listed(verb: Token) -> bool:
    return verb.lemma_.lower() in all_listed() or phrasal(verb) in all_listed()


@cache
def all_listed() -> frozenset[str]:
    """Every verb of which the lists know what it does with words."""
    known = (lexicon.verbs(), lexicon.contest_words("verbs"), lexicon.lemmas("contests", "handling"))
    return frozenset().union(*known)


def questions(lines: Iterable[Line]) -> Mapping[int, tuple[tuple[Span, Span], ...]]:
    """The pairs to ask the network about, by the sentence's id."""
    found = ((line, [one.pair(line) for one in unlisted(line)]) for line in lines)
    return {line.id: tuple(pairs) for line, pairs in found if pairs}


def by_unlisted_verb(line: Line, tagged: Tagged | None) -> Iterator[Dispute]:
    """The verbs of which the network is sure that they oppose the words; none without its answer."""
    if tagged is None or not tagged.stances:
        return
    acts = tagged.acts or (None,) * len(tagged.stances)
    for one, stance, act in zip(unlisted(line), tagged.stances, acts, strict=True):
        conflict = act.share("verbal conflict") + act.share("material conflict") if act is not None else 1.0
        if stance.share(Stance.OPPOSES) >= OPPOSED and conflict >= CONFLICT:
            found = dispute(line, group(line, one.verb), one.holder, WORD, one.thing, WORD.id)
            yield replace(found, clausal=False)
