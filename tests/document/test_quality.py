"""Floors on real pages; the pages belong to their publishers and are not part of this repository."""

import os
from pathlib import Path

import pytest

from benchmarks import tokens
from benchmarks.blocks import READERS, Measurement, measure

FLOORS = {"from_html": 0.94, "from_text": 0.91}  # mean F1 of inclusion by characters
TOKEN_FLOORS = {"from_html": 0.95, "from_text": 0.94, "from_text pieces": 0.94}  # the same by words, in English


@pytest.fixture(scope="module")
def data() -> Path:
    folder = os.environ.get("HEDGEROW_DATA")
    if folder is None:
        pytest.skip("HEDGEROW_DATA does not name the folder of the labelled data")
    return Path(folder)


@pytest.fixture(scope="module")
def measurement(data: Path) -> Measurement:
    return measure(data)


@pytest.fixture(scope="module")
def pages(data: Path) -> tuple[tokens.PageTokens, ...]:
    return tokens.measure(data)


@pytest.mark.parametrize("reader", FLOORS)
def test_inclusion_holds_its_floor(reader: str, measurement: Measurement) -> None:
    assert measurement.mean(READERS[reader])[2] >= FLOORS[reader]


@pytest.mark.parametrize("way", TOKEN_FLOORS)
def test_words_read_hold_their_floor(way: str, pages: tuple[tokens.PageTokens, ...]) -> None:
    assert tokens.mean(pages, way) >= TOKEN_FLOORS[way]


def test_html_is_read_better_than_by_trafilatura_alone(pages: tuple[tokens.PageTokens, ...]) -> None:
    assert tokens.mean(pages, "from_html") > tokens.mean(pages, "trafilatura")
