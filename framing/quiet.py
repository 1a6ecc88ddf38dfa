"""Silences with who kept them and, where the words say so, the claim that they leave unanswered."""

from collections.abc import Sequence
from dataclasses import dataclass

from framing import syntax
from framing.cast import Cast, Figure
from framing.contests import resolve
from framing.detectors import Mark
from framing.disputes import Dispute
from framing.drafts import Draft
from framing.fits import within_reach
from framing.passages import by_line
from framing.tokens import Token
from framing.types import ActorKind, Span


@dataclass(frozen=True, slots=True, eq=False)
class Quiet:
    """A silence with who kept it and, where the words say so, about which claim."""

    mark: Mark
    actor: Figure | None
    claim: Draft | None


def without_silences(drafts: Sequence[Draft], silent: Sequence[Mark]) -> list[Draft]:
    """The claims that somebody can contest: `said it would not comment` puts nothing forward."""
    hushed = by_line(silent, lambda mark: mark.line)
    return [draft for draft in drafts if not any(holds(mark, draft) for mark in hushed.get(draft.line.id, ()))]


def holds(mark: Mark, draft: Draft) -> bool:
    """Whether the main word of the claim is in the silence."""
    return draft.head is not None and draft.line.passage.place([draft.head]).overlaps(mark.span)


def kept_silent(silent: Sequence[Mark], drafts: Sequence[Draft], cast: Cast) -> list[Quiet]:
    """`declined to comment on the report`: the silence and the claim that it leaves unanswered."""
    found = []
    shelf = by_line(drafts, lambda draft: draft.line)
    for mark in silent:
        subject = topic(mark)
        about = Span(mark.line.passage.start + subject.left_edge.idx, mark.line.end) if subject is not None else None
        asked = Dispute(mark.line, mark.subject, mark.span, None, about, subject, clausal=False, rule="silence")
        near = [draft for number in within_reach(mark.line) for draft in shelf.get(number, ())]
        claim = resolve([asked], near, cast)[0].claim if subject is not None else None
        actor = cast.of(mark.line.passage, mark.subject)
        found.append(Quiet(mark, actor if actor is None or actor.kind is not ActorKind.PLACE else None, claim))
    return found


def topic(mark: Mark) -> Token | None:
    """The noun after `on` or `about` behind the silent verb, unless it is only the request itself."""
    words = [t for t in mark.line.tokens if mark.span.start <= mark.line.passage.start + t.idx < mark.span.end]
    links = (p for t in words for p in syntax.children(t, "prep") if p.lower_ in {"on", "about", "to"})
    noun = next((o for p in links if (o := syntax.child(p, "pobj")) is not None), None)
    asked = {"request", "question", "call", "email", "message", "comment", "letter", "inquiry"}
    return noun if noun is not None and noun.lemma_.lower() not in asked else None
