"""What a correction is about, told by words: ids are numbered anew with every correction and every reading."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from framing.errors import EditError
from framing.naming import words
from framing.types import Actor, Analysis, Claim, Contest, Span

Row = TypeVar("Row", Actor, Claim, Contest)


@dataclass(frozen=True, slots=True)
class ActorWords:
    """The actor that has this mention; one that is never mentioned is found by its name."""

    name: str
    mention: Span | None


@dataclass(frozen=True, slots=True)
class ClaimWords:
    """The claim of this content, cue and words for its holder: joint holders have two of them in common."""

    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    holder_span: Span | None


@dataclass(frozen=True, slots=True)
class ContestWords:
    """The contest with this evidence, by this actor, about this claim: one denial may answer several claims."""

    evidence: Span
    by: ActorWords | None
    claim: ClaimWords | None


def actor_words(analysis: Analysis, actor: int) -> ActorWords:
    row = analysis.actors[actor]
    first = Span(row.mentions[0].start, row.mentions[0].end) if row.mentions else None
    return ActorWords(row.name, first)


def claim_words(analysis: Analysis, claim: int) -> ClaimWords:
    row = analysis.claims[claim]
    return ClaimWords(row.content, row.cue, row.holder_span)


def contest_words(analysis: Analysis, contest: int) -> ContestWords:
    row = analysis.contests[contest]
    return ContestWords(
        row.evidence,
        actor_words(analysis, row.by) if row.by is not None else None,
        claim_words(analysis, row.claim) if row.claim is not None else None,
    )


def find_actor(analysis: Analysis, address: ActorWords) -> Actor:
    """The actor at the address.

    Raises:
        EditError: no actor is named by these words, or more than one.
    """
    found = list(_actors_at(analysis, address))
    if len(found) > 1:  # two actors share the words: the name tells which is meant
        found = [actor for actor in found if actor.name == address.name]
    return _only(found, f"an actor {address.name!r}", "choose one of the actors that the article has")


def _actors_at(analysis: Analysis, address: ActorWords) -> Iterator[Actor]:
    for actor in analysis.actors:
        spans = [Span(mention.start, mention.end) for mention in actor.mentions]
        if address.mention in spans or (address.mention is None and not spans and actor.name == address.name):
            yield actor


def find_claim(analysis: Analysis, address: ClaimWords) -> Claim:
    """The claim at the address.

    Raises:
        EditError: no claim has these words, or more than one.
    """
    found = [claim for claim in analysis.claims if ClaimWords(claim.content, claim.cue, claim.holder_span) == address]
    return _only(found, f"a claim “{words(analysis, address.content)}”", "correct one of the claims that it has")


def find_contest(analysis: Analysis, address: ContestWords) -> Contest:
    """The contest at the address.

    Raises:
        EditError: these words contest nothing, or somebody else's claim.
    """
    by = find_actor(analysis, address.by).id if address.by is not None else None
    claim = find_claim(analysis, address.claim).id if address.claim is not None else None
    found = [row for row in analysis.contests if (row.evidence, row.by, row.claim) == (address.evidence, by, claim)]
    named = f"a contest “{address.evidence.of(analysis.article.text)}” of this claim by this actor"
    return _only(found, named, "choose one of the contests that it has")


def _only(found: list[Row], named: str, remedy: str) -> Row:
    if len(found) != 1:
        many = "no longer has" if not found else f"has {len(found)} times"
        raise EditError(f"the reading {many} {named}; {remedy}")
    return found[0]
