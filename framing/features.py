"""What speaks for and against a claim as the thing contested: one weight for each feature.

The weights add up; `contests.NEEDED` is the bar. They were set by hand on the development gold, and every one that
is not zero stays with the link as a proof.
"""

from collections.abc import Mapping, Sequence

from spacy.tokens import Token

from framing import lexicon, syntax
from framing.cast import Cast, Figure
from framing.disputes import Dispute
from framing.disputes.dispute import POINTERS
from framing.drafts import Draft
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

Turns = Mapping[int, int]  # id of a claim → last sentence in which its holder goes on in quotation


def turns(drafts: Sequence[Draft]) -> tuple[Turns, frozenset[int]]:
    """How far the speaker of each claim goes on in direct speech, and the claims that only go on.

    `The colonel said his men had found tracks. "We measured them," he said.` A later "it" means the tracks.
    """
    last: dict[int, int] = {}
    more: set[int] = set()
    lead: Draft | None = None
    for draft in drafts:
        end = last.get(id(lead), -1)
        goes_on = (
            lead is not None
            and draft.voice is Voice.DIRECT
            and draft.holder is lead.holder
            and 0 < draft.line.id - lead.line.id
            and draft.line.id - end <= 1
        )
        if goes_on:
            more.add(id(draft))
            last[id(lead)] = draft.line.id
        else:
            lead = draft
            last[id(draft)] = draft.line.id
    return last, frozenset(more)


def recency(dispute: Dispute, draft: Draft, until: int) -> float:
    """Nearness, counted from the last sentence of the claim's turn (`until`)."""
    distance = dispute.line.id - draft.line.id
    if distance == 0:
        after = dispute.evidence.start - draft.content[-1].end
        return 2.5 if 0 <= after < 60 else 2.0
    if distance < 0:
        return 0.6 + 0.1 * distance
    return max(0.0, 1.5 - 0.25 * (dispute.line.id - min(until, dispute.line.id - 1) - 1))


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
        return 2.0 if misdeed(dispute) and draft.act is Act.ACCUSE else 0.0
    same_noun = any(p.by == f"noun:{noun.lemma}" for p in draft.proof)
    if same_noun or any(noun.act in family and draft.act in family for family in FAMILIES):
        return 2.0
    if noun.act is draft.act and noun.act not in GENERAL:
        return 1.5
    if noun.shell == "thought":
        return 0.5 if draft.act in STATEMENTS else 1.0
    if noun.shell == "statement":
        if draft.act not in STATEMENTS:
            return -2.0
        return 0.5 if noun.act in GENERAL else 0.3
    return 0.0 if draft.act not in STATEMENTS else -1.0


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


def named_holder(dispute: Dispute, draft: Draft, cast: Cast) -> float:
    """`Kenya's accusation`, `her reading`: the owner of the words is, or is not, the holder of the claim."""
    owner = named_owner(dispute, cast)
    if dispute.owner is not None and dispute.owner.pos_ == "PRON":
        return by_pronoun(dispute.owner, owner, draft.holder)
    if owner is None or draft.holder is None:
        return 0.0
    if owner is draft.holder:
        return 3.0
    if owner.side is not None and owner.side == draft.holder.side:
        return 2.0
    return -0.5 if owner.unnamed else -2.0  # a description may be another name of the holder


def by_pronoun(pronoun: Token, owner: Figure | None, holder: Figure | None) -> float:
    """`her story`: any woman may have told it, she whom the pronoun seems to mean a little rather."""
    if holder is None:
        return 0.0
    if pronoun.lower_ in {"his", "her"}:
        other = "m" if pronoun.lower_ == "her" else "f"
        if holder.kind is not ActorKind.PERSON or holder.gender == other or holder.plural:
            return -2.0
    elif pronoun.lower_ == "its" and holder.kind is ActorKind.PERSON:
        return -2.0
    return 0.5 if owner is holder else 0.0


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


def unsaid(dispute: Dispute) -> bool:
    """`…, which nobody had suggested`, `…, although nobody says so`: the text itself knows of no such claim."""
    after = [t for t in dispute.line.tokens if dispute.line.passage.start + t.idx >= dispute.evidence.end]
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
