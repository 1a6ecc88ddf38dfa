"""What speaks for and against a claim as the thing contested: one weight for each feature.

The weights add up; `contests.NEEDED` is the bar. They were set by hand on the development gold, and every one that
is not zero stays with the link as a proof.
"""

from spacy.tokens import Token

from framing import lexicon
from framing.cast import Cast, Figure
from framing.disputes import Dispute
from framing.disputes.dispute import POINTERS
from framing.drafts import Draft
from framing.telling import pronominal
from framing.types import Act, ActorKind, ContestKind, Span, Voice

FAMILIES = (
    frozenset({Act.ACCUSE, Act.CRITICISE}),
    frozenset({Act.DEMAND, Act.REQUEST, Act.ASK}),
    frozenset({Act.PROPOSE, Act.PROMISE}),
    frozenset({Act.THREATEN, Act.WARN}),
    frozenset({Act.REPORT, Act.CONFIRM}),
    frozenset({Act.DENY}),
)
STATEMENTS = frozenset(Act) - {Act.DEMAND, Act.REQUEST, Act.PROPOSE, Act.ASK, Act.PROMISE, Act.THREATEN}
BLAMED = frozenset("responsible blame involved fault guilty complicit".split())  # "denied that it was to blame"
GENERAL = frozenset({Act.SAY, Act.CLAIM})


def named(dispute: Dispute, draft: Draft) -> bool:
    """`denied Kenya's claim that …`, `took issue with a study that blames …`: the phrase tells of the claim itself."""
    if dispute.about is None or draft.line.id != dispute.line.id:
        return False
    source = draft.holder_span is not None and dispute.about.overlaps(draft.holder_span)
    return any(dispute.about.covers(c) for c in draft.cue) or (source and not dispute.clausal)


def contested_noun(dispute: Dispute) -> lexicon.Noun | None:
    """The noun for words that is contested; of "took up the suggestion, but B rejected it", the suggestion."""
    head = dispute.about_head
    if head is not None and head.lower_ in {"it", "them"}:
        own = (t for t in reversed(list(dispute.line.tokens)) if t.i < head.i and t.dep_ in {"dobj", "nsubjpass"})
        head = next((t for t in own if t.lemma_.lower() in lexicon.nouns()), None)
    return lexicon.nouns().get(head.lemma_.lower()) if head is not None and head.pos_ in {"NOUN", "PROPN"} else None


def act_agreement(dispute: Dispute, draft: Draft) -> float:
    """`accusations` want an accusation, `the offer` an offer; general words take any statement."""
    noun = contested_noun(dispute)
    if noun is None and dispute.about_head is None and dispute.kind in {None, ContestKind.REJECTS}:
        return 1.0 if draft.act not in STATEMENTS else -1.0  # "Bratislava refused" to do something
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
    if head is None:
        return False
    blamed = dispute.clausal and any(t.lower_ in BLAMED for t in head.subtree)
    return blamed or head.lemma_.lower() in lexicon.lemmas("contests", "misdeeds")


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


def whole(draft: Draft) -> Span:
    return Span(draft.content[0].start, draft.content[-1].end)
