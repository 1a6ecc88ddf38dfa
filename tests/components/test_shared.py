"""What all sessions share: one engine, loaded once, and texts that are read once."""

import threading

import pytest
import streamlit as st

from components import session
from components.shared import Shared
from components.source import Source
from framing.errors import BundleError
from tests.components import article, fake

SOON = 60.0  # seconds


class Loader:
    """Counts how often the engine is loaded, and how often it reads; the first loads may fail."""

    def __init__(self, failures: int = 0) -> None:
        self.failures = failures
        self.loaded = 0
        self.read = 0

    def __call__(self) -> "Loader":
        if self.failures:
            self.failures -= 1
            raise BundleError("a file is missing")
        self.loaded += 1
        return self

    def analyse(self, document, *_):
        self.read += 1
        return article.bare(document.text)


def read(shared: Shared, text: str):
    source = Source("", text)
    ticket = shared.desk.ask(source.key, source)
    assert ticket.wait(SOON)
    return ticket.result()


def test_the_engine_is_loaded_once_by_whoever_comes_first():
    loader = Loader()
    shared = Shared(loader, fake.document, keep=4)
    assert not shared.loaded
    threads = [threading.Thread(target=shared.engine) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(SOON)
    assert shared.loaded
    assert loader.loaded == 1


def test_models_that_were_missing_are_looked_for_again():
    loader = Loader(failures=1)
    shared = Shared(loader, fake.document, keep=4)
    with pytest.raises(BundleError, match="a file is missing"):
        read(shared, "Calm.")
    assert read(shared, "Calm.").article.text == "Calm."


def test_what_was_read_is_not_read_again():
    loader = Loader()
    shared = Shared(loader, fake.document, keep=4)
    assert read(shared, "Calm.") is read(shared, "Calm.")
    assert loader.read == 1


def test_the_engine_can_be_loaded_before_anybody_asks(monkeypatch):
    st.cache_resource.clear()
    called = threading.Event()
    monkeypatch.setattr(session, "load_engine", lambda: called.set() or fake.FakeEngine())
    session.preload()
    assert called.wait(SOON)
    assert session.shared().engine() is not None
    st.cache_resource.clear()
