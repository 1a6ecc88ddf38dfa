"""The table of weights: it covers the features of `fits`, and its scores are shares among rivals."""

import re
from collections.abc import Sequence
from dataclasses import replace
from inspect import getsource

from framing import contests, fits, opposition
from framing.document import from_text
from framing.pipeline import tell
from framing.ports import Verdict
from framing.types import Share
from framing.weights import NEEDED, WEIGHTS
from tests.framing.engine import parser

TEXT = "Kenya said Ugandan boats had fired on three fishermen from Homa Bay. Uganda denied the claim."


def trial() -> fits.Trial:
    told = tell(from_text(TEXT), parser=parser(), reader=None)
    (one,) = fits.trials(told.acts, told.drafts, told.cast)
    return one


def test_every_feature_has_a_weight_and_every_weight_a_feature() -> None:
    names = re.findall(r'yield "([^"]+)"', getsource(fits))
    assert {*names, *(one.feature for one in opposition.COMPARISONS)} == set(WEIGHTS)
    assert all(list(fit.observed) == names for fit in trial().fits)
    assert all(WEIGHTS.values())


def test_proofs_add_up_to_the_total() -> None:
    (fit,) = trial().fits
    assert abs(sum(proof.value for proof in fit.features) - fit.total) < 1e-9
    assert fit.total >= NEEDED


def test_a_rival_takes_its_share() -> None:
    alone = trial()
    (fit,) = alone.fits
    twice = replace(alone, fits=(fit, fit))
    assert 0 < contests.share(fit, twice) < 0.5 < contests.share(fit, alone) < 1


class Sure:
    """Says of every pair the most that the head can say, and keeps what it was asked."""

    heads = frozenset({"contest"})

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []

    def compare(self, pairs: Sequence[tuple[str, str]], *, head: str = "pair") -> list[Verdict]:
        self.asked += pairs
        assert head in self.heads
        return [Verdict("contests", (Share("contests", 1.0), Share("passes", 0.0)), unsure=False) for _ in pairs]


def lowered(fit: fits.Fit, by: float) -> fits.Fit:
    return replace(fit, observed={**fit.observed, "act": fit.observed["act"] - by / WEIGHTS["act"]})


def test_only_claims_that_an_answer_could_lift_are_asked_about() -> None:
    alone = trial()
    (fit,) = alone.fits
    spread = WEIGHTS["answered"] * (opposition.ANSWERED - opposition.UNANSWERED)
    for behind, asked in ((spread - 0.1, 2), (spread + 0.1, 1)):
        better = lowered(fit, -4.0)  # well above the bar, as its rival is then
        reader = Sure()
        (weighed,) = opposition.weigh([replace(alone, fits=(better, lowered(better, behind)))], TEXT, reader)
        assert len(reader.asked) == asked
        assert ["answered" in one.observed for one in weighed.fits] == [True, asked == 2]


def test_a_contest_whose_claims_stay_below_the_bar_is_not_asked_about() -> None:
    alone = trial()
    (fit,) = alone.fits
    for short, asked in ((WEIGHTS["answered"] - 0.1, 1), (WEIGHTS["answered"] + 0.1, 0)):
        reader = Sure()
        low = lowered(fit, fit.total - NEEDED + short)
        (weighed,) = opposition.weigh([replace(alone, fits=(low,))], TEXT, reader)
        assert len(reader.asked) == asked
        assert (weighed.fits[0].total >= NEEDED) == bool(asked)


def test_for_learning_all_are_asked_about() -> None:
    alone = trial()
    (fit,) = alone.fits
    reader = Sure()
    opposition.weigh([replace(alone, fits=(fit, lowered(fit, 9.0)))], TEXT, reader, everything=True)
    assert len(reader.asked) == 2
