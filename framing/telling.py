"""How the claims around a dispute hang together as a text: who goes on, who answers, whom a pronoun means."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from framing import lexicon, syntax
from framing.cast import Figure
from framing.disputes import Dispute
from framing.disputes.dispute import POINTERS
from framing.drafts import Draft
from framing.passages import by_line
from framing.types import ActorKind, Span, Voice

OCCASIONS = frozenset("after as despite following since though although while but when once".split())
AIRED = frozenset({"air", "raise", "make", "level", "voice", "utter"})


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


def pointing(dispute: Dispute) -> bool:
    """`denied it`, `begs to differ`, `denied any such order`: something that stands before is certainly meant."""
    head = dispute.about_head
    if head is None or (head.lower_ in POINTERS and dispute.about is not None):
        return True
    return any(t.lower_ == "such" and t.i - head.i < 6 for t in head.subtree)


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
