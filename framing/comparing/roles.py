"""What one actor does in an article, counted for itself and not for its side."""

from dataclasses import dataclass

from framing.types import Analysis


@dataclass(frozen=True, slots=True)
class Role:
    claims: int
    contested: int  # of its claims
    contests: int  # of claims and positions of others
    silences: int
    mentions: int


def role(analysis: Analysis, actor: int) -> Role:
    claims = [claim for claim in analysis.claims if claim.holder == actor]
    return Role(
        claims=len(claims),
        contested=sum(claim.contested for claim in claims),
        contests=sum(contest.by == actor for contest in analysis.contests),
        silences=sum(silence.actor == actor for silence in analysis.silences),
        mentions=len(analysis.actors[actor].mentions),
    )
