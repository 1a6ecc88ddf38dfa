"""Floors on real pages; the pages belong to their publishers and are not part of this repository."""

import os
from pathlib import Path

import pytest

from benchmarks.blocks import READERS, Measurement, measure

FLOORS = {"from_html": 0.94, "from_text": 0.91}  # mean F1 of inclusion by characters


@pytest.fixture(scope="module")
def measurement() -> Measurement:
    folder = os.environ.get("HEDGEROW_DATA")
    if folder is None:
        pytest.skip("HEDGEROW_DATA does not name the folder of the labelled data")
    return measure(Path(folder))


@pytest.mark.parametrize("reader", FLOORS)
def test_inclusion_holds_its_floor(reader: str, measurement: Measurement) -> None:
    assert measurement.mean(READERS[reader])[2] >= FLOORS[reader]
