"""Two records with what corresponds in them: the ground on which differences are found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from framing.comparing.wording import Stems, Wording
from framing.naming import side_of
from framing.types import Analysis, Claim

NEAR = 0.45  # of a claim's words, what a sentence must hold to be where the claim would be looked for

SHARED = 0.2  # of the claims of the article that has fewer, what two articles on one event have both
NAMED = 0.6  # of the words of an actor's name, what a sentence must hold to name it


@dataclass(frozen=True, slots=True, eq=False)
class Worded:
    """An article with the stems of its parts."""

    analysis: Analysis
    sentences: tuple[Stems, ...]
    claims: tuple[Stems, ...]
    contents: tuple[str, ...]  # the words of each claim
    names: tuple[Stems, ...]  # of each actor
    headlines: frozenset[int]  # sentences

    def holder(self, claim: int) -> int | None:
        return self.analysis.claims[claim].holder

    def name(self, actor: int | None) -> Stems:
        """The stems of an actor's name; none of nobody."""
        return self.names[actor] if actor is not None else frozenset()

    def told(self) -> list[Claim]:
        """The claims below the headline."""
        return [claim for claim in self.analysis.claims if claim.sentence not in self.headlines]

    def side(self, actor: int | None) -> int | None:
        return side_of(self.analysis, actor)


@dataclass(frozen=True, slots=True, eq=False)
class Pairing:
    """`actors` and `claims` lead from the first article to the second, with a score."""

    first: Worded
    second: Worded
    wording: Wording
    actors: Mapping[int, tuple[int, float]]
    claims: Mapping[int, tuple[int, float]]

    @property
    def related(self) -> bool:
        """Whether both tell of one event: they share a fair part of the claims of the shorter one."""
        fewer = min(len(self.first.claims), len(self.second.claims))
        return len(self.claims) >= max(1.0, SHARED * fewer)

    def turned(self) -> Pairing:
        """The same from the second article's side."""
        return Pairing(self.second, self.first, self.wording, _turned(self.actors), _turned(self.claims))

    def actor(self, first: int | None) -> int | None:
        return self.actors[first][0] if first is not None and first in self.actors else None

    def claim(self, first: int | None) -> int | None:
        return self.claims[first][0] if first is not None and first in self.claims else None

    def one_voice(self, first: int | None, second: int | None) -> bool:
        """Whether both are the same actor, or speak for the same side; None is the article or somebody unnamed."""
        if first is None or second is None:
            return first is second
        if self.actor(first) == second:
            return True
        side, other = self.first.side(first), self.second.side(second)
        return side is not None and self.actor(side) == other

    def named_there(self, first: int | None, second: int) -> bool:
        """Whether a sentence of the second article has the actor's name in it, whoever it is taken for there."""
        return self.wording.held(self.first.name(first), self.second.sentences[second]) >= NAMED

    def named_here(self, second: int | None, first: int) -> bool:
        """The same of the second article's actor and a sentence of the first."""
        return self.wording.held(self.second.name(second), self.first.sentences[first]) >= NAMED

    def nearest(self, stems: Stems, *, least: float = NEAR) -> tuple[int, ...]:
        """The sentence of the second article that holds most of the words, if it holds enough."""
        held = [(self.wording.held(stems, sentence), -place) for place, sentence in enumerate(self.second.sentences)]
        best, place = max(held, default=(0.0, 0))
        return (-place,) if best >= least else ()


def _turned(pairs: Mapping[int, tuple[int, float]]) -> dict[int, tuple[int, float]]:
    return {second: (first, score) for first, (second, score) in sorted(pairs.items(), key=lambda one: one[1])}
