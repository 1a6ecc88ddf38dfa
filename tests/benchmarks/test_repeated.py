"""A record repeated is a record: it keeps every law, and each copy says of its own words what the first one says."""

import pytest

from benchmarks.repeated import GAP, repeated
from framing.laws import check
from framing.marks import marks_of
from framing.types import Analysis
from tests.builders import TASMAR, analysis


def quoted(record: Analysis) -> list[str]:
    text = record.article.text
    return [" ".join(span.of(text) for _, span in mark.spans) for mark in marks_of(record)]


def test_once_it_is_the_same_record():
    assert repeated(analysis(), 1) == analysis()


@pytest.mark.parametrize("times", [2, 7])
def test_it_keeps_every_law_and_every_quotation(times):
    long = repeated(analysis(), times)
    check(long)
    assert long.article.text == GAP.join([analysis().article.text] * times)
    assert quoted(long) == quoted(analysis()) * times


def test_a_denial_contests_the_claim_of_its_own_copy_by_the_one_actor_that_all_copies_name():
    once, twice = analysis(), repeated(analysis(), 2)
    first, second = twice.contests
    assert first.claim is not None
    assert (second.claim, second.by) == (first.claim + len(once.claims), first.by)
    assert len(twice.actors[TASMAR].mentions) == 2 * len(once.actors[TASMAR].mentions)
