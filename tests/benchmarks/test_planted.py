"""What the benchmark over the planted corpus counts: a record without a fault has every figure, one with faults less."""

from dataclasses import replace

import pytest

from benchmarks.planted import MEASURES, measure
from corpus.links import WORDS_ALONE
from samples.planned import plan
from samples.planted import record
from samples.telling import tell

# Stories whose two wordings share enough words, so that no encoder is asked.
PLANNED = tuple(one for one in plan() if one.story in {0, 1, 2})[:40]
RECORDS = {tell(one).text: record(one) for one in PLANNED}


def without_contests(found):
    return replace(found, contests=(), claims=tuple(replace(claim, contested=False) for claim in found.claims))


FAULTS = {
    "denials": without_contests,
    "fates": without_contests,
    "stories recall": lambda found: replace(found, claims=(), contests=(), hedges=()),
    "tones": lambda found: replace(found, tones=replace(found.tones, actors=())),
    "stances": lambda found: replace(found, stances=()),
}


def test_a_reader_without_a_fault():
    assert measure(RECORDS.__getitem__, WORDS_ALONE, PLANNED) == dict.fromkeys(MEASURES, 1.0)


@pytest.mark.parametrize("name", FAULTS)
def test_each_fault_lowers_its_figure(name):
    broken = [text for place, text in enumerate(RECORDS) if place % 2]
    spoilt = {**RECORDS, **{text: FAULTS[name](RECORDS[text]) for text in broken}}
    assert measure(spoilt.__getitem__, WORDS_ALONE, PLANNED)[name] < 0.9
