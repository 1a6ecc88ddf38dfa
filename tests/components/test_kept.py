"""What the server keeps of many articles: no more than the shelf, however many one session reads."""

import gc

import pytest

from components import reading, session
from framing.types import Analysis
from tests.components.opened import opened_page, paste

SHELF = 3  # articles
RUNS = SHELF + 2  # runs of the page whose article may be held besides: those that made a drawing which is kept
MANY = 14  # articles


def records() -> int:
    """Records that something holds."""
    for _ in range(3):  # what a finalizer lets go, the next round takes
        gc.collect()
    return sum(type(one) is Analysis for one in gc.get_objects())


@pytest.fixture
def page(monkeypatch):
    with opened_page(monkeypatch, MAX_READINGS=SHELF) as page:
        yield page


def test_a_session_that_reads_many_articles_keeps_as_many_as_the_shelf_holds(page):
    before = records() - 1  # without the first sample
    for number in range(MANY):
        paste(page, f"Calm day {number}.")
    assert not page.exception
    assert page.session_state[session.RECENT][0].title == f"Calm day {MANY - 1}."
    assert len(page.session_state[session.RECENT]) <= reading.MAX_RECENT
    assert SHELF <= records() - before <= SHELF + RUNS
