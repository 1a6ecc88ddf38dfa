"""What a record's ids and spans are called in words, the same on the page and in every table."""

from collections.abc import Iterable
from functools import cache

from framing import lexicon
from framing.types import Analysis, Claim, Contest, Span, Voice

ANALYST = "analyst"  # the `by` of a proof: a person decided
ARTICLE_VOICE = "the article"
UNNAMED = "unnamed"


def words(analysis: Analysis, spans: Iterable[Span]) -> str:
    """The quoted words, an ellipsis where a quotation is split."""
    return " … ".join(span.of(analysis.article.text) for span in spans)


def actor_name(analysis: Analysis, actor: int | None, *, absent: str = UNNAMED) -> str:
    return analysis.actors[actor].name if actor is not None else absent


def side_of(analysis: Analysis, actor: int | None) -> int | None:
    """The top-level actor; a place or an unaffiliated body stands for itself."""
    if actor is None:
        return None
    side = analysis.actors[actor].side
    return side if side is not None else actor


def side_name(analysis: Analysis, actor: int | None, *, absent: str = UNNAMED) -> str:
    return actor_name(analysis, side_of(analysis, actor), absent=absent)


def sides_of(analysis: Analysis, actors: Iterable[int | None]) -> frozenset[int]:
    return frozenset(side for actor in actors if (side := side_of(analysis, actor)) is not None)


def holder_absent(claim: Claim) -> str:
    """What to call a holder that is no actor: the article itself, or a source it leaves unnamed."""
    return UNNAMED if claim.anonymous and claim.voice is not Voice.AUTHOR else ARTICLE_VOICE


def holder_name(analysis: Analysis, claim: Claim) -> str:
    return actor_name(analysis, claim.holder, absent=holder_absent(claim))


def contester_name(analysis: Analysis, contest: Contest) -> str:
    """Who contests; without an actor the article itself by a verdict of its own, else somebody it leaves unnamed."""
    own = any(proof.by.removeprefix("contest:") in verdicts() for proof in contest.proof[:1])
    return actor_name(analysis, contest.by, absent=ARTICLE_VOICE if own else UNNAMED)


@cache
def verdicts() -> frozenset[str]:
    """Whose words are a verdict on a claim (`is false`, `wrongly`) rather than an act of denying it.

    An analyst who adds a contest by nobody means the article.
    """
    said = (phrase.id for phrase in lexicon.contest_phrases() if phrase.stands == "said")
    return frozenset(["adverb", ANALYST, *(f"phrase:{name}" for name in said)])


def contests_of(analysis: Analysis, claim: int) -> tuple[Contest, ...]:
    return tuple(contest for contest in analysis.contests if contest.claim == claim)
