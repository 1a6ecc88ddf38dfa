"""Corrections of actors: renamed, moved to another side, merged. `splitting` takes one apart."""

import unicodedata
from collections.abc import Callable, Hashable, Iterable
from dataclasses import replace
from typing import TypeVar

from framing.editing.addresses import find_actor
from framing.editing.change import Change, with_row
from framing.editing.contests import speaker
from framing.editing.operations import MergeActors, MoveActor, RenameActor
from framing.editing.settle import redirected
from framing.editing.voices import apart
from framing.errors import EditError
from framing.naming import actor_name
from framing.strict_json import has_lone_surrogate
from framing.types import Actor, ActorKind, Analysis, Claim, Mention, Span, Tones

Row = TypeVar("Row")
TURNS = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})  # they turn what stands behind them


def rename(analysis: Analysis, operation: RenameActor) -> Change:
    actor = find_actor(analysis, operation.actor)
    name = new_name(analysis, operation.name, but=actor.id)
    changed = replace(analysis, actors=with_row(analysis.actors, replace(actor, name=name)))
    return Change(changed, {"name": actor.name}, {"name": name})


def new_name(analysis: Analysis, name: str, *, but: int | None = None) -> str:
    """The name on one line, which no other actor than `but` has.

    Raises:
        EditError: nothing is left of it, it cannot be written, or it is taken.
    """
    line = " ".join(name.split())
    if not any(map(_visible, line)) or has_lone_surrogate(line):
        raise EditError(f"{name!a} is no name; type at least one letter")
    if any(map(_steers, line)):
        raise EditError(f"{name!a} holds characters that steer the text around them; type it anew without them")
    if any(actor.name == line and actor.id != but for actor in analysis.actors):
        raise EditError(f"{line} is the name of another actor; if both are the same, merge them, else add a word to it")
    return line


def _visible(character: str) -> bool:
    return unicodedata.category(character)[0] in "LMNPS"


def _steers(character: str) -> bool:
    return unicodedata.category(character) == "Cc" or unicodedata.bidirectional(character) in TURNS


def move(analysis: Analysis, operation: MoveActor) -> Change:
    actor = find_actor(analysis, operation.actor)
    if actor.kind is ActorKind.PLACE:
        raise EditError(f"{actor.name} is a place, which is on no side; merge it with the actor that speaks there")
    chosen = speaker(analysis, operation.side)
    side = actor.id if chosen is None or chosen == actor.id else analysis.actors[chosen].side
    if side == actor.id and chosen not in (None, actor.id):
        raise EditError(f"{actor_name(analysis, chosen)} speaks for {actor.name}, so not the other way round")
    led = actor.id  # whoever spoke for the actor goes along, so that a side stays its own side
    actors = tuple(replace(a, side=side) if actor.id == a.id or a.side == led else a for a in analysis.actors)
    return Change(
        apart(replace(analysis, actors=actors), analysis),
        {"side": actor_name(analysis, actor.side)},
        {"side": actor_name(analysis, side)},
    )


def merge(analysis: Analysis, operation: MergeActors) -> Change:
    kept, merged = find_actor(analysis, operation.kept), find_actor(analysis, operation.merged)
    _require_two(kept, merged)
    joined = _redirected(analysis, kept, merged)
    _require_no_quarrel(joined, analysis, kept)
    changed = apart(_without_repeats(_with_kept(joined, kept, merged), kept.id), analysis)
    return Change(changed, {"actors": [kept.name, merged.name]}, {"actors": [kept.name]})


def _require_two(kept: Actor, merged: Actor) -> None:
    if kept.id == merged.id:
        raise EditError(f"{kept.name} is one actor already; choose another one to merge with it")
    if kept.kind is ActorKind.PLACE and merged.kind is not ActorKind.PLACE:
        raise EditError(f"{kept.name} is a place, which holds no position; keep {merged.name} instead")


def _redirected(analysis: Analysis, kept: Actor, merged: Actor) -> Analysis:
    new = {"actors": {merged.id: kept.id}}

    def all_of(rows: tuple[Row, ...]) -> tuple[Row, ...]:
        return tuple(redirected(row, new) for row in rows)

    return replace(
        analysis,
        actors=all_of(tuple(actor for actor in analysis.actors if actor.id != merged.id)),
        claims=tuple(_about_others(claim) for claim in all_of(analysis.claims)),
        contests=all_of(analysis.contests),
        silences=all_of(analysis.silences),
        stances=all_of(analysis.stances),
        acts=all_of(analysis.acts),
        tones=Tones(analysis.tones.paragraphs, all_of(analysis.tones.actors)),
    )


def _about_others(claim: Claim) -> Claim:
    """Nobody is the target of their own claim."""
    return replace(claim, targets=tuple(target for target in claim.targets if target != claim.holder))


def _require_no_quarrel(joined: Analysis, before: Analysis, kept: Actor) -> None:
    for contest, as_read in zip(joined.contests, before.contests, strict=True):
        holder = joined.claims[contest.claim].holder if contest.claim is not None else contest.against
        if contest.by == kept.id and kept.id in (holder, contest.against):
            raise EditError(
                f"{actor_name(before, as_read.by)} contests what the other holds "
                f"(“{contest.evidence.of(before.article.text)}”), so they are two; remove that contest first"
            )


def _with_kept(joined: Analysis, kept: Actor, merged: Actor) -> Analysis:
    """The kept actor with all mentions; whoever spoke for either speaks for the kept one's side."""
    mentions = _once((*kept.mentions, *merged.mentions), lambda mention: (mention.start, mention.end))
    side = kept.id if kept.side == merged.id else kept.side
    both = replace(kept, side=side, mentions=tuple(sorted(mentions, key=_place)))
    led = tuple(replace(actor, side=side) if actor.side == kept.id else actor for actor in joined.actors)
    return replace(joined, actors=with_row(led, both))


def _place(mention: Mention) -> Span:
    return Span(mention.start, mention.end)


def _without_repeats(analysis: Analysis, actor: int) -> Analysis:
    """What two actors did alike, the one that they are did once."""
    first: dict[tuple[Span, ...], int] = {}
    for claim in analysis.claims:
        if claim.holder == actor:
            first.setdefault(claim.content, claim.id)
    same = {"claims": {c.id: first[c.content] for c in analysis.claims if c.holder == actor}}
    gone = same["claims"].keys() - first.values()
    stances = (row for row in analysis.stances if row.holder != row.target)
    acts = (row for row in analysis.acts if row.source != row.target)
    return replace(
        analysis,
        claims=tuple(redirected(claim, same) for claim in analysis.claims if claim.id not in gone),
        hedges=tuple(redirected(hedge, same) for hedge in analysis.hedges),
        contests=_once(
            (redirected(contest, same) for contest in analysis.contests), lambda c: (c.evidence, c.by, c.claim, c.kind)
        ),
        silences=_once((redirected(s, same) for s in analysis.silences), lambda s: (s.evidence, s.actor)),
        stances=_once(stances, lambda row: (row.holder, row.target, row.sentence)),
        acts=_once(acts, lambda row: (row.source, row.target, row.sentence)),
        tones=Tones(analysis.tones.paragraphs, _once(analysis.tones.actors, lambda t: (t.actor, t.mention, t.holder))),
    )


def _once(rows: Iterable[Row], key: Callable[[Row], Hashable]) -> tuple[Row, ...]:
    """The first row of each key."""
    found: dict[Hashable, Row] = {}
    for row in rows:
        found.setdefault(key(row), row)
    return tuple(found.values())
