"""A page under test: opened on an engine that needs no models, given a text, and looked at."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from components import reading, session
from components.corpora import opening
from components.intake import PASTED
from sources.permission import FOLDERS, VARIABLE
from tests.components import fake
from tests.components.streamlit_events import data_of

APP = Path(__file__).resolve().parents[2] / "app.py"
PATIENT = 120.0  # seconds for what takes a moment on an idle machine


def new_page() -> AppTest:
    """A page before its first run."""
    return AppTest.from_file(APP, default_timeout=PATIENT)


@contextmanager
def stand_ins(monkeypatch: pytest.MonkeyPatch, **others: object) -> Iterator[None]:
    """Pages meanwhile have the fake in place of the models, or `others` by their names in `session`.

    They wait for what they read, so a test looks at them when it has come.
    """
    st.cache_resource.clear()
    for variable in (opening.VARIABLE, FOLDERS, VARIABLE):  # a page that was served to others sets two of them
        monkeypatch.delenv(variable, raising=False)
    for name, replacement in (fake.REPLACED | others).items():
        monkeypatch.setattr(session, name, replacement)
    monkeypatch.setattr(reading, "PAUSE", PATIENT)
    yield
    st.cache_resource.clear()


@contextmanager
def opened_page(monkeypatch: pytest.MonkeyPatch, **others: object) -> Iterator[AppTest]:
    """Such a page, opened once, which has raised nothing in the end."""
    with stand_ins(monkeypatch, **others):
        page = new_page().run()
        yield page
        assert not page.exception


def paste(page: AppTest, text: str) -> AppTest:
    page.text_area(key=PASTED).set_value(text)
    return click_read(page)


def click_read(page: AppTest) -> AppTest:
    return next(button for button in page.button if button.label == "Read").click().run()


def text_of(page: AppTest) -> str:
    """The text that the reader shows."""
    blocks = data_of(page, "reader")["doc"]["blocks"]
    return "\n".join("".join(p["text"] for p in block["pieces"]) for block in blocks if "pieces" in block)


def intake_is_open(page: AppTest) -> bool:
    return page.session_state[_key(page)]


def open_intake(page: AppTest) -> None:
    """Open it as a click does."""
    page.session_state[_key(page)] = True


def _key(page: AppTest) -> str:
    state = page.session_state
    return session.intake_key(state[session.INTAKES] if session.INTAKES in state else 0)  # noqa: SIM401 - has no get
