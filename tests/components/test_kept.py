"""What the server keeps of many articles: no more than the shelf, however many one session reads."""

import gc
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from components import reading, session
from components.intake import PASTED
from framing.types import Analysis
from tests.components import fake

APP = Path(__file__).resolve().parents[2] / "app.py"
PATIENT = 120.0  # seconds for what takes a moment on an idle machine
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
    st.cache_resource.clear()
    for name, replacement in fake.REPLACED.items():
        monkeypatch.setattr(session, name, replacement)
    monkeypatch.setattr(session, "MAX_READINGS", SHELF)
    monkeypatch.setattr(reading, "PAUSE", PATIENT)
    yield AppTest.from_file(APP, default_timeout=PATIENT).run()
    st.cache_resource.clear()


def test_a_session_that_reads_many_articles_keeps_as_many_as_the_shelf_holds(page):
    before = records() - 1  # without the first sample
    for number in range(MANY):
        page.text_area(key=PASTED).set_value(f"Calm day {number}.")
        next(button for button in page.button if button.label == "Read").click().run()
    assert not page.exception
    assert page.session_state[session.RECENT][0].title == f"Calm day {MANY - 1}."
    assert len(page.session_state[session.RECENT]) <= reading.MAX_RECENT
    assert SHELF <= records() - before <= SHELF + RUNS
