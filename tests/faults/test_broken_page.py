"""The page on a bundle that is broken: a plain message, nothing typed is lost, and it reads once the bundle is whole."""

import shutil
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from components import drawing, reading, session
from components.drawing import DrawingError, draw
from components.intake import PASTED
from components.method import MODEL_CARD, NO_CARD
from models import bundle as bundles
from models import reader as readers
from tests.components.opened import paste
from tests.components.streamlit_events import data_of
from tests.faults.children import ROOT
from tests.faults.test_bundles import HARMS

TEXT = "Lima denied the claim on Monday, the minister said. Quito had accused it of fraud on Sunday."
HARM = {
    "missing": ("weights.safetensors", HARMS["missing"]),
    "cut short": ("weights.safetensors", HARMS["half of it"]),
    "another hash": ("bundle.json", HARMS["a bit in the middle"]),
    "no manifest": ("bundle.json", HARMS["missing"]),
    "no card": ("MODEL_CARD.md", HARMS["missing"]),
    "a torn card": ("MODEL_CARD.md", lambda path: path.write_bytes(b"\xff")),
}


@pytest.fixture
def bundle(tmp_path, monkeypatch) -> Path:
    """A copy of the shipped bundle that the page reads with."""
    copy = tmp_path / "joint"
    shutil.copytree(bundles.DEFAULT_BUNDLE, copy)
    monkeypatch.setattr(bundles, "DEFAULT_BUNDLE", copy)
    monkeypatch.setattr(readers, "DEFAULT_BUNDLE", copy)
    monkeypatch.setattr(reading, "PAUSE", 120.0)  # a test looks at the page when the reading has ended
    st.cache_resource.clear()
    yield copy
    st.cache_resource.clear()


@pytest.mark.slow
def test_the_page_says_what_is_broken_and_reads_once_it_is_whole(bundle):
    weights = bundle / "weights.safetensors"
    HARMS["half of it"](weights)
    page = AppTest.from_file(ROOT / "app.py", default_timeout=180).run()
    assert not page.exception
    paste(page, TEXT)
    assert not page.exception
    [error] = page.error
    assert "Not read:" in error.value
    assert "get the bundle again" in error.value
    assert page.text_area(key=PASTED).value == TEXT
    shutil.copy(ROOT / "models" / "bundles" / "joint" / weights.name, weights)
    paste(page, TEXT)
    assert not page.exception
    assert not page.error
    pieces = [piece for block in data_of(page, "reader")["doc"]["blocks"] for piece in block["pieces"]]
    assert "".join(piece["text"] for piece in pieces) == TEXT


@pytest.mark.parametrize("harm", HARM)
def test_what_the_page_tells_of_a_bundle_is_absent_while_it_is_broken(harm, bundle):
    """These stand beside the article, which a loaded engine goes on reading."""
    name, change = HARM[harm]
    whole = session.measured(), session.model_card()
    assert all(whole)
    content = (bundle / name).read_bytes()
    change(bundle / name)
    broken = session.measured(), session.model_card()
    assert (broken[0] == {}) == (name == "bundle.json")
    assert (broken[1] is None) == (name == "MODEL_CARD.md")
    (bundle / name).unlink(missing_ok=True)
    (bundle / name).write_bytes(content)
    assert (session.measured(), session.model_card()) == whole


def test_the_method_opens_without_a_card(bundle, monkeypatch):
    (bundle / "MODEL_CARD.md").unlink()
    monkeypatch.setattr(session, "load_engine", lambda: None)
    monkeypatch.setattr(session, "samples", lambda: ())
    page = AppTest.from_file(ROOT / "app.py", default_timeout=60).run()
    page.button(key="method").click().run()
    assert not page.exception
    assert MODEL_CARD in [tab.label for tab in page.tabs]
    assert NO_CARD in [text.value for text in page.markdown]


def test_charts_that_cannot_be_drawn_are_told(monkeypatch):
    def lacking(*_: object, **__: object) -> None:
        raise OSError(12, "Cannot allocate memory")

    monkeypatch.setattr(drawing.subprocess, "run", lacking)
    with pytest.raises(DrawingError, match="could not be begun: Cannot allocate memory; try again later"):
        draw([{}], {})
