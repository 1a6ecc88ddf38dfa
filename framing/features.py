"""What speaks for and against a claim as the thing contested: one weight for each feature.

The weights add up; `contests.NEEDED` is the bar. They were set by hand on the development gold, and every one that
is not zero stays with the link as a proof.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Token

from framing import lexicon, syntax
from framing.cast import Cast, Figure
from framing.disputes import Dispute
from framing.disputes.dispute import POINTERS
from framing.drafts import Draft
from framing.passages import by_line
from framing.types import Act, ActorKind, Span, Voice

FAMILIES = (
    frozenset({Act.ACCUSE, Act.CRITICISE}),
    frozenset({Act.DEMAND, Act.REQUEST, Act.ASK}),
    frozenset({Act.PROPOSE, Act.PROMISE}),
    frozenset({Act.THREATEN, Act.WARN}),
    frozenset({Act.REPORT, Act.CONFIRM}),
    frozenset({Act.DENY}),
)
STATEMENTS = frozenset(Act) - {Act.DEMAND, Act.REQUEST, Act.PROPOSE, Act.ASK, Act.PROMISE, Act.THREATEN}
GENERAL = frozenset({Act.SAY, Act.CLAIM})
OCCASIONS = frozenset("after as despite following since though although while but when once".split())

@dataclass(frozen=True, slots=True)
class Telling:
    """What the claims around a dispute are to each other."""

    quoted: frozenset[int]  # ids of the sentences that hold nothing but direct speech
    more: frozenset[int]  # claims (by `id`) that go on in direct speech from one of the same holder

    @staticmethod
    def of(drafts: Sequence[Draft]) -> "Telling":
        """Read the claims, which stand in order.

        `The colonel said his men had found tracks. "We measured them," he said.` A later "it" means the tracks.
        """
        spoken = by_line([d for d in drafts if d.voice is not Voice.AUTHOR], lambda d: d.line)
        quoted = frozenset(n for n, here in spoken.items() if all(d.voice is Voice.DIRECT for d in here))
        outer = [d for d in drafts if d.parent is None and d.voice is not Voice.AUTHOR]
        more = (b for a, b in pairwise(outer) if b.line.id in quoted and a.holder is b.holder)
        return Telling(quoted, frozenset(id(d) for d in more))


def recency(dispute: Dispute, draft: Draft, telling: Telling) -> float:
    """Nearness; sentences of direct speech, which dwell on what was said, do not count."""
    distance = dispute.line.id - draft.line.id
    if distance == 0:
        after = dispute.evidence.start - draft.content[-1].end
        return 2.5 if 0 <= after < 60 else 2.0
    if distance < 0:
        return 0.6 + 0.1 * distance
    between = sum(1 for n in range(draft.line.id + 1, dispute.line.id) if n not in telling.quoted)
    return max(0.0, 1.5 - 0.25 * between)


def named(dispute: Dispute, draft: Draft) -> bool:
    """`denied Kenya's claim that …`, `took issue with a study that blames …`: the phrase tells of the claim itself."""
    if dispute.about is None or draft.line.id != dispute.line.id:
        return False
    source = draft.holder_span is not None and dispute.about.overlaps(draft.holder_span)
    return any(dispute.about.covers(c) for c in draft.cue) or (source and not dispute.clausal)


def remarked(dispute: Dispute, draft: Draft) -> bool:
    """Whether the dispute is a comment on these words, which stand before it in its own sentence."""
    return dispute.remark and draft.line.id == dispute.line.id and draft.content[0].start < dispute.evidence.start


def occasion(dispute: Dispute, draft: Draft) -> bool:
    """`A denied …, hours after B said …`: the claim that a denial answers, told behind it."""
    if draft.line.id != dispute.line.id or not draft.cue or draft.content[0].start < dispute.evidence.end:
        return False
    cue = dispute.line.at(draft.cue[0].start)
    acts = {t.i for t in dispute.line.tokens if dispute.evidence.covers(dispute.line.passage.place([t]))}
    if cue is None:
        return False
    for word in (cue, *cue.ancestors):
        if word.i in acts:
            return False
        opened = any(c.dep_ in {"mark", "advmod"} and c.lower_ in OCCASIONS for c in word.children)
        if (word.dep_ == "advcl" and opened) or (word.dep_ == "prep" and word.lower_ in OCCASIONS):
            return any(a.i in acts for a in word.ancestors)
    return False


def contested_noun(dispute: Dispute) -> lexicon.Noun | None:
    head = dispute.about_head
    return lexicon.nouns().get(head.lemma_.lower()) if head is not None and head.pos_ in {"NOUN", "PROPN"} else None


def act_agreement(dispute: Dispute, draft: Draft) -> float:
    """`accusations` want an accusation, `the offer` an offer; general words take any statement."""
    noun = contested_noun(dispute)
    if noun is None:
        return 2.0 if misdeed(dispute) and (draft.act is Act.ACCUSE or suspicion(draft)) else 0.0
    if any(p.by == f"noun:{noun.lemma}" for p in draft.proof):
        return 2.0
    if noun.shell == "thought":
        return 0.5 if draft.act in STATEMENTS else 1.0
    if any(noun.act in family and draft.act in family for family in FAMILIES):
        return 2.0
    if noun.act is draft.act:
        return 0.5 if noun.act is Act.SAY else 1.0 if noun.act in GENERAL else 1.5
    if noun.shell != "statement":
        return 0.0 if draft.act not in STATEMENTS else 1.0 if told_act(draft) is noun.act else -1.0
    if draft.act not in STATEMENTS:
        return -2.0
    return 1.5 if told_act(draft) is noun.act else 0.5 if noun.act in GENERAL else 0.3


def told_act(draft: Draft) -> Act | None:
    """`said it expected …`, `said Doha had offered …`: the act that the claim's own words tell of."""
    verb = lexicon.verbs().get(draft.head.lemma_.lower()) if draft.head is not None else None
    return verb.act if verb is not None and verb.act not in GENERAL else None


def suspicion(draft: Draft) -> bool:
    """`is suspected of fraud`: a charge in the article's own voice, by nobody named."""
    known = draft.head is not None and draft.head.lemma_.lower() in lexicon.speaking("accuse")
    return draft.voice is Voice.AUTHOR and known


def misdeed(dispute: Dispute) -> bool:
    """`denied wrongdoing`: the answer to a charge that the words do not name."""
    head = dispute.about_head
    return head is not None and head.lemma_.lower() in lexicon.lemmas("contests", "misdeeds")


def counted(dispute: Dispute, draft: Draft) -> float:
    """`the figure`, `that tally` want a claim with a number in it."""
    head = dispute.about_head
    if head is None or head.lemma_.lower() not in lexicon.lemmas("contests", "numbers"):
        return 0.0
    start = draft.line.passage.start
    figures = (t for t in draft.line.tokens if t.like_num and t.ent_type_ not in {"DATE", "TIME", "ORDINAL"})
    return 1.5 if any(c.start <= start + t.idx < c.end for t in figures for c in draft.content) else -1.0


def answered(dispute: Dispute, draft: Draft) -> float:
    """Denials and admissions are seldom what is contested, unless the words name a denial."""
    noun = contested_noun(dispute)
    if draft.act is Act.DENY and (noun is None or noun.act is not Act.DENY):
        return -1.0
    return -0.5 if draft.act is Act.ADMIT else 0.0


def named_holder(dispute: Dispute, draft: Draft, cast: Cast, teller: Figure | None) -> float:
    """`Kenya's accusation`, `her reading`: the owner of the words is, or is not, the holder of the claim.

    Args:
        teller: whom a possessive pronoun means, see `who_told`.
    """
    if pronominal(dispute):
        return 0.0 if teller is None else 1.5 if draft.holder is teller and draft.parent is None else -1.0
    owner = named_owner(dispute, cast)
    if owner is None or draft.holder is None:
        return 0.0
    if owner is draft.holder:
        return 3.0
    if owner.side is not None and owner.side == draft.holder.side:
        return 2.0
    return -0.5 if owner.unnamed else -2.0  # a description may be another name of the holder


def pronominal(dispute: Dispute) -> bool:
    return dispute.owner is not None and dispute.owner.lower_ in {"his", "him", "her", "its", "their", "them"}


def who_told(dispute: Dispute, by: Figure | None, drafts: Iterable[Draft]) -> Figure | None:
    """`her story`: whoever last told something and can be meant, not always the pronoun's nearest noun."""
    if dispute.owner is None or not pronominal(dispute):
        return None
    before = [
        d.holder
        for d in drafts
        if d.holder is not None
        and d.holder is not by
        and d.parent is None
        and (d.line.id, d.content[0].start) < (dispute.line.id, dispute.evidence.start)
    ]
    return next((holder for holder in reversed(before) if may_mean(dispute.owner.lower_, holder)), None)


def may_mean(pronoun: str, holder: Figure) -> bool:
    person = holder.kind is ActorKind.PERSON
    if pronoun in {"his", "him", "her"}:
        return person and not holder.plural and holder.gender in {None, "f" if pronoun == "her" else "m"}
    return not person or (pronoun in {"their", "them"} and holder.plural)


def named_owner(dispute: Dispute, cast: Cast) -> Figure | None:
    token = dispute.owner
    figure = cast.of(dispute.line.passage, token)
    return figure if figure is not None and figure.kind is not ActorKind.PLACE else None


def aimed_at(draft: Draft, by: Figure | None, cast: Cast) -> bool:
    if by is None:
        return False
    return any(n == by.number or (by.side is not None and cast.figures[n].side == by.side) for n in draft.targets)


def overlap(dispute: Dispute, draft: Draft) -> float:
    """Share of the content words of the contested phrase that the claim's sentence holds, [0, 1]."""
    wanted = content_words(dispute)
    if not wanted:
        return 0.0
    inside = {
        lemma(t)
        for t in draft.line.tokens
        if any(c.start <= draft.line.passage.start + t.idx < c.end for c in (*draft.content, *draft.cue))
    }
    return len(wanted & inside) / len(wanted)


def content_words(dispute: Dispute) -> set[str]:
    about, line = dispute.about, dispute.line
    if about is None:
        return set()
    shells = lexicon.nouns()
    return {
        lemma(t)
        for t in line.tokens
        if about.start <= line.passage.start + t.idx < about.end
        and t.pos_ in {"NOUN", "VERB", "ADJ", "PROPN", "NUM"}
        and t.lower_ not in POINTERS
        and not (t.lemma_.lower() in shells and dispute.about_head is not None and t.i == dispute.about_head.i)
        and t.dep_ not in {"poss", "aux", "auxpass"}
    }


def lemma(token: Token) -> str:
    """The start of the lemma, so that `jamming` and `jam`, `denial` and `deny` meet half-way."""
    return token.lemma_.lower()[:5]


def pointing(dispute: Dispute) -> bool:
    """`denied it`, `begs to differ`: something that stands before is certainly meant."""
    head = dispute.about_head
    return head is None or (head.lower_ in POINTERS and dispute.about is not None)


def unsaid(dispute: Dispute, others: Iterable[Dispute]) -> bool:
    """`…, which nobody had suggested`, `…, although nobody says so`: the text itself knows of no such claim."""
    later = (o.evidence.start for o in others if o.evidence.start > dispute.evidence.end)
    room = Span(dispute.evidence.end, min(later, default=dispute.line.end))
    after = [t for t in dispute.line.tokens if room.start <= dispute.line.passage.start + t.idx < room.end]
    for verb in (t for t in after if t.pos_ == "VERB" and t.lemma_.lower() in lexicon.verbs().keys() | AIRED):
        own = syntax.child(verb, "nsubj")
        if own is not None and own.lower_ in {"nobody", "none"}:
            return True
        if verb.dep_ == "relcl" and syntax.negated(verb) and syntax.passive(verb):
            return True
    return False


AIRED = frozenset({"air", "raise", "make", "level", "voice", "utter"})


def whole(draft: Draft) -> Span:
    return Span(draft.content[0].start, draft.content[-1].end)
