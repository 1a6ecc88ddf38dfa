"""Totals and the contents of paragraphs, on the hand-made record."""

from dataclasses import replace

from framing.paragraphs import contents, weakest
from framing.totals import Total, totals
from framing.types import Factuality
from tests.components import article


def test_what_is_not_sure_is_counted_apart():
    found = totals(article.analysis())
    assert (found.uncontested, found.contested, found.contests) == (Total(3, 1), Total(1, 0), Total(1, 1))
    assert (found.silences, found.hedges) == (Total(1, 0), Total(2, 0))


def test_every_claim_hedge_stance_and_contest_lies_in_one_paragraph():
    record = article.analysis()
    held = contents(record)
    for name in ("claims", "hedges", "stances", "contests"):
        assert [item for each in held.values() for item in getattr(each, name)] == list(getattr(record, name))
    assert [held[number].contested for number in held] == [0, 0, 0, 1, 0]


def test_the_weakest_certainty_is_that_of_a_sure_claim():
    claims = article.analysis().claims
    doubtful = replace(claims[2], factuality=Factuality.UNDERSPECIFIED)
    assert weakest([claims[0], claims[3]]) is Factuality.POSSIBLE
    assert weakest([doubtful, claims[3]]) is Factuality.PROBABLE
    assert weakest([doubtful]) is None
