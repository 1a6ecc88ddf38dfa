"""The table of weights: it covers the features of `fits`, and its scores are shares among rivals."""

import re
from dataclasses import replace
from inspect import getsource

from framing import contests, fits, opposition
from framing.document import from_text
from framing.pipeline import tell
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
