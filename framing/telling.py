"""How the claims around a dispute hang together as a text: who goes on, who answers, whom a pronoun means."""

from collections.abc import Iterable
from dataclasses import dataclass

from framing import features, lexicon, syntax
from framing.cast import Figure
from framing.disputes import Dispute
from framing.disputes.dispute import POINTERS
from framing.drafts import Draft
from framing.passages import by_line
from framing.types import ActorKind, Span, Voice

OCCASIONS = frozenset("after as despite following since though although while but when once".split())
AIRED = frozenset({"air", "raise", "make", "level", "voice", "utter"})


@dataclass(frozen=True, slots=True, eq=False)
class Turns:
    """The claims before a dispute that are neither its contester's side's nor the article's, by which one went last.

    Who denies mostly answers whoever spoke last, and by "the accusation" whoever last accused.
    """

    latest: Draft | None
    of_act: Draft | None  # the latest of the act that the contested noun names
    replies: tuple[Draft, ...]  # what the contester's own side has said before
    quoted: frozenset[int]  # ids of the sentences before that hold nothing but direct speech

    @staticmethod
    def of(dispute: Dispute, by: Figure | None, drafts: Iterable[Draft]) -> "Turns":
        """Read the claims near a dispute, which stand in order."""
        before = [d for d in drafts if d.voice is not Voice.AUTHOR and earlier(d, dispute)]
        others = [d for d in before if not own_side(by, d)]
        noun = features.contested_noun(dispute)
        fitting = [d for d in others if noun is not None and features.told_as(d, noun.act)]
        return Turns(
            latest=others[-1] if others else None,
            of_act=fitting[-1] if fitting else None,
            replies=tuple(d for d in before if own_side(by, d)),
            quoted=frozenset(
                n for n, here in by_line(before, lambda d: d.line).items() if all(d.voice is Voice.DIRECT for d in here)
            ),
        )

    def answered(self, draft: Draft) -> bool:
        """Whether the contester's side has spoken since; it has answered that one."""
        return any(reply.line.id > draft.line.id and reply.holder is not draft.holder for reply in self.replies)

    def just_said(self, draft: Draft, dispute: Dispute) -> bool:
        """Whether nothing but direct speech, which dwells on what was said, stands between the two sentences."""
        return draft.line.id < dispute.line.id and self.quoted.issuperset(range(draft.line.id + 1, dispute.line.id))

    def same_turn(self, draft: Draft) -> bool:
        """Whether whoever spoke last said this too, further back."""
        return self.latest is not None and draft is not self.latest and draft.holder is self.latest.holder


def earlier(draft: Draft, dispute: Dispute) -> bool:
    return (draft.line.id, draft.content[0].start) < (dispute.line.id, dispute.evidence.start)


def own_side(by: Figure | None, draft: Draft) -> bool:
    """Whether both speak for one side: sides seldom contradict themselves, but their people may."""
    return by is not None and draft.holder is not None and draft.holder.side == by.side


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


def told(dispute: Dispute, draft: Draft) -> bool:
    """Whether the text itself says that one contests the other."""
    return features.named(dispute, draft) or occasion(dispute, draft) or remarked(dispute, draft)


def who_told(dispute: Dispute, by: Figure | None, drafts: Iterable[Draft]) -> Figure | None:
    """`her story`: whoever last told something and can be meant, not always the pronoun's nearest noun."""
    if dispute.owner is None or not features.pronominal(dispute):
        return None
    before = [
        d.holder
        for d in drafts
        if d.holder is not None and d.holder is not by and d.parent is None and earlier(d, dispute)
    ]
    return next((holder for holder in reversed(before) if may_mean(dispute.owner.lower_, holder)), None)


def may_mean(pronoun: str, holder: Figure) -> bool:
    person = holder.kind is ActorKind.PERSON
    if pronoun in {"his", "him", "her"}:
        return person and not holder.plural and holder.may_be("f" if pronoun == "her" else "m")
    return not person or (pronoun in {"their", "them"} and holder.plural)


def pointing(dispute: Dispute) -> bool:
    """`denied it`, `begs to differ`, `denied any such order`: something that stands before is certainly meant."""
    if dispute.rule == "not-recognise":
        return False  # "declared independence, but Serbia has never recognised it": a state, not words
    head = dispute.about_head
    if head is None or (head.lower_ in POINTERS and not syntax.relative(head)):
        return True
    return any(t.lower_ == "such" and t.i - head.i < 6 for t in head.subtree)


def unsaid(dispute: Dispute, others: Iterable[Dispute]) -> bool:
    """`…, which nobody had suggested`, `…, although nobody says so`: the text itself knows of no such claim."""
    later = (o.evidence.start for o in others if o.evidence.start > dispute.evidence.end)
    room = Span(dispute.evidence.end, min(later, default=dispute.line.end))
    after = [t for t in dispute.line.tokens if room.start <= dispute.line.passage.start + t.idx < room.end]
    for verb in (
        t for t in after if t.pos_ == "VERB" and (t.lemma_.lower() in lexicon.verbs() or t.lemma_.lower() in AIRED)
    ):
        own = syntax.child(verb, "nsubj")
        if own is not None and own.lower_ in {"nobody", "none"}:
            return True
        if verb.dep_ == "relcl" and syntax.negated(verb) and syntax.passive(verb):
            return True
    return False
