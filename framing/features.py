"""What the words of a dispute and of a claim say for and against their being one matter.

Each is a plain figure, mostly 0 or 1; `weights` says what it counts for.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from framing import lexicon
from framing.cast import Cast, Figure
from framing.disputes import Dispute
from framing.disputes.dispute import POINTERS
from framing.drafts import Draft
from framing.tokens import Token
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
OFFERS = frozenset({Act.PROPOSE, Act.PROMISE, Act.AGREE})
GENERAL = frozenset({Act.SAY, Act.CLAIM})
ACCUSERS = frozenset(
    "prosecutor prosecutors prosecution investigator investigators police detective detectives".split()
)
CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN", "NUM"})
FULL = 4  # content words from which a claim says as much as any


@dataclass(frozen=True, slots=True)
class Gist:
    """What the words of a claim come to, whichever dispute it is laid beside."""

    words: frozenset[str]
    size: float  # how much it says, [0, 1]: fragments of talk are seldom what is contested
    counts: bool  # whether it holds a number
    ahead: bool  # whether it speaks of what is yet to come

    @staticmethod
    def of(draft: Draft) -> "Gist":
        said = inside(draft, draft.content)
        tokens = inside(draft, (*draft.content, *draft.cue))
        return Gist(
            words=frozenset(lemma(t) for t in tokens),
            size=min(1.0, len(weighty(tokens)) / FULL),
            counts=any(t.like_num and t.ent_type_ not in {"DATE", "TIME", "ORDINAL"} for t in said),
            ahead=any(t.lower_ in {"will", "would"} for t in said),
        )


def named(dispute: Dispute, draft: Draft) -> bool:
    """`denied Kenya's claim that …`, `took issue with a study that blames …`: the phrase tells of the claim itself."""
    if dispute.about is None or dispute.clausal or draft.line.id != dispute.line.id:
        return False
    source = draft.holder_span is not None and dispute.about.overlaps(draft.holder_span)
    return source or any(dispute.about.covers(c) for c in draft.cue)


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
        return 2.0 if draft.act not in STATEMENTS else -2.0  # "Bratislava refused" to do something
    if noun is None and dispute.kind is not ContestKind.DENIES and plain(dispute):
        return 1.0 if draft.act in OFFERS else -1.0 if draft.act is Act.ACCUSE else 0.0  # "spurned the olive branch"
    if noun is None:
        return 2.0 if misdeed(dispute) and (draft.act is Act.ACCUSE or suspicion(draft)) else 0.0
    if any(p.by == f"noun:{noun.lemma}" for p in draft.proof):
        return 2.0
    if noun.shell == "thought":
        return 0.5 if draft.act in STATEMENTS else 1.0
    if any(noun.act in family and draft.act in family for family in FAMILIES):
        return 2.0
    if noun.act is draft.act:
        return 0.5 if noun.act in GENERAL else 1.5  # "the claims" may be any statement
    if noun.shell != "statement":
        return 0.0 if draft.act not in STATEMENTS else 1.0 if told_act(draft) is noun.act else -1.0
    if draft.act not in STATEMENTS:
        return -2.0
    return 1.5 if told_act(draft) is noun.act else 0.5 if noun.act in GENERAL else 0.3


def plain(dispute: Dispute) -> bool:
    """An object that is neither a word for words nor a pronoun: `denied wrongdoing`, `the jamming`."""
    head = dispute.about_head
    if head is None or dispute.clausal or head is dispute.owner:
        return False
    return head.lower_ not in POINTERS and head.lemma_.lower() not in lexicon.nouns()


def akin(one: Act, other: Act) -> bool:
    return one is other or any(one in family and other in family for family in FAMILIES)


def told_as(draft: Draft, act: Act) -> bool:
    """Whether it is told by such an act: `prosecutors said` is an accusation, too."""
    return akin(act, draft.act) or (act is Act.ACCUSE and draft.act in GENERAL and prosecuting(draft))


def told_act(draft: Draft) -> Act | None:
    """`said it expected …`, `said Doha had offered …`: the act that the claim's own words tell of.

    What prosecutors or the police say of somebody is a charge.
    """
    if draft.act in GENERAL and prosecuting(draft):
        return Act.ACCUSE
    verb = lexicon.verbs().get(draft.head.lemma_.lower()) if draft.head is not None else None
    return verb.act if verb is not None and verb.act not in GENERAL else None


def prosecuting(draft: Draft) -> bool:
    """Whether its holder's office is to accuse, and somebody is spoken of: `prosecutors said A had sold passes`."""
    holder = draft.holder
    return holder is not None and bool(draft.targets) and bool((holder.heads | holder.words) & ACCUSERS)


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


def counted(dispute: Dispute, gist: Gist) -> float:
    """`the figure`, `that tally` want a claim with a number in it: 1 where it has one, -1 where it has none."""
    head = dispute.about_head
    if head is None or head.lemma_.lower() not in lexicon.lemmas("contests", "numbers"):
        return 0.0
    return 1.0 if gist.counts else -1.0


def accuses(draft: Draft) -> bool:
    """Accusations are what is most often denied, whatever the words of the denial."""
    return draft.act in {Act.ACCUSE, Act.CRITICISE} or (draft.act in GENERAL and prosecuting(draft))


def denies(dispute: Dispute, draft: Draft) -> bool:
    """Denials are seldom what is contested, unless the words name a denial."""
    noun = contested_noun(dispute)
    return draft.act is Act.DENY and (noun is None or noun.act is not Act.DENY)


def promised(dispute: Dispute, gist: Gist) -> bool:
    """`said it would pay`: what is yet to come can be refused, and is seldom denied."""
    return gist.ahead and dispute.kind is not ContestKind.REJECTS


def pronominal(dispute: Dispute) -> bool:
    return dispute.owner is not None and dispute.owner.lower_ in {"his", "him", "her", "its", "their", "them"}


def owned(dispute: Dispute, draft: Draft, cast: Cast, teller: Figure | None) -> float:
    """`Kenya's accusation`, `her story`: 1 where the owner of the words, or its side, holds the claim; -1 where not.

    Args:
        teller: whom a possessive pronoun means, see `telling.who_told`.
    """
    if teller is not None:
        return 1.0 if draft.holder is teller and draft.parent is None else -1.0
    owner = None if pronominal(dispute) else named_owner(dispute, cast)
    if owner is None or draft.holder is None:
        return 0.0
    if owner is draft.holder or (owner.side is not None and owner.side == draft.holder.side):
        return 1.0
    return 0.0 if owner.unnamed else -1.0  # a description may be another name of the holder


def named_owner(dispute: Dispute, cast: Cast) -> Figure | None:
    token = dispute.owner
    figure = cast.of(dispute.line.passage, token)
    return figure if figure is not None and figure.kind is not ActorKind.PLACE else None


def overlap(wanted: frozenset[str], gist: Gist) -> float:
    """Share of the content words of the contested phrase that the claim holds, [0, 1]."""
    return len(wanted & gist.words) / len(wanted) if wanted else 0.0


def content_words(dispute: Dispute) -> frozenset[str]:
    """The content words of the phrase that names what is contested."""
    about, line = dispute.about, dispute.line
    if about is None:
        return frozenset()
    shells = lexicon.nouns()
    return frozenset(
        lemma(t)
        for t in line.tokens
        if about.start <= line.passage.start + t.idx < about.end
        and t.pos_ in CONTENT
        and t.lower_ not in POINTERS
        and not (t.lemma_.lower() in shells and dispute.about_head is not None and t.i == dispute.about_head.i)
        and t.dep_ not in {"poss", "aux", "auxpass"}
    )


def lemma(token: Token) -> str:
    """The start of the lemma, so that `jamming` and `jam`, `denial` and `deny` meet half-way."""
    return token.lemma_.lower()[:4]


def whole(draft: Draft) -> Span:
    return Span(draft.content[0].start, draft.content[-1].end)


def inside(draft: Draft, spans: Iterable[Span]) -> list[Token]:
    """The tokens of these parts of the claim, which may run on into the next sentence."""
    passage, found = draft.line.passage, {}
    for part in spans:
        start, end = part.start - passage.start, part.end - passage.start
        around = passage.doc.touching(start, end) or ()
        found.update({t.i: t for t in around if start <= t.idx < end})
    return [found[i] for i in sorted(found)]


def weighty(tokens: Iterable[Token]) -> set[str]:
    """The content words among them."""
    return {lemma(t) for t in tokens if t.pos_ in CONTENT and (t.is_alpha or t.like_num)}
