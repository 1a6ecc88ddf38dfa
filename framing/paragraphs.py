"""How paragraphs are counted, and what each holds: tone, claims and their certainty, hedges, stances, contests."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from framing.types import Analysis, Claim, Contest, Factuality, Hedge, ParagraphTone, StanceReading

WEAKEST_FIRST = (
    Factuality.UNDERSPECIFIED,
    Factuality.POSSIBLE,
    Factuality.POSSIBLY_NOT,
    Factuality.PROBABLE,
    Factuality.PROBABLY_NOT,
    Factuality.CERTAIN,
    Factuality.CERTAINLY_NOT,
)


@dataclass(frozen=True, slots=True)
class Contents:
    """What the record holds about one paragraph."""

    tone: ParagraphTone | None
    claims: tuple[Claim, ...]
    hedges: tuple[Hedge, ...]
    stances: tuple[StanceReading, ...]
    contests: tuple[Contest, ...]

    @property
    def contested(self) -> int:
        """Claims of this paragraph that somebody contests, here or elsewhere; without those not sure."""
        return sum(claim.contested and not claim.unsure for claim in self.claims)


def contents(analysis: Analysis) -> dict[int, Contents]:
    """What each paragraph holds, by paragraph id."""
    paragraph = {sentence.id: sentence.paragraph for sentence in analysis.sentences}
    claims, hedges, stances, contests = defaultdict(list), defaultdict(list), defaultdict(list), defaultdict(list)
    for claim in analysis.claims:
        claims[paragraph[claim.sentence]].append(claim)
    for hedge in analysis.hedges:
        hedges[paragraph[hedge.sentence]].append(hedge)
    for stance in analysis.stances:
        stances[paragraph[stance.sentence]].append(stance)
    for contest in analysis.contests:
        contests[paragraph[contest.sentence]].append(contest)
    tones = {tone.paragraph: tone for tone in analysis.tones.paragraphs}
    return {
        item.id: Contents(
            tones.get(item.id),
            tuple(claims[item.id]),
            tuple(hedges[item.id]),
            tuple(stances[item.id]),
            tuple(contests[item.id]),
        )
        for item in analysis.paragraphs
    }


def numbers(analysis: Analysis) -> dict[int, int]:
    """How the paragraphs that are read are counted, by paragraph id: the headline is the first."""
    read = (item.id for item in analysis.paragraphs if item.included)
    return {paragraph: number for number, paragraph in enumerate(read, start=1)}


def weakest(claims: Iterable[Claim]) -> Factuality | None:
    """The least certain way in which these claims are put, of those whose reading is sure."""
    return min((claim.factuality for claim in claims if not claim.unsure), key=WEAKEST_FIRST.index, default=None)
