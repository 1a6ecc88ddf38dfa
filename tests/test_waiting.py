"""The page while something is read: progress, Cancel, what was typed, the last articles, a full desk."""

import threading

import pytest
import streamlit as st

from components import progress, reading, session
from components.desk import Desk, Standing
from components.intake import PASTED, WAY
from framing.errors import InputError
from framing.steps import Stage, Step
from tests.components import article, fake
from tests.components.opened import PATIENT, intake_is_open, new_page, open_intake, opened_page, paste, text_of
from tests.components.streamlit_events import data_of


class HeldEngine(fake.FakeEngine):
    """Stops inside texts that begin with certain words until the gate is open."""

    holds = "held"
    gate = threading.Event()
    read: list[str] = []  # noqa: RUF012 - the tests empty it

    def analyse(self, document, settings, watch):
        self.read.append(document.text)
        if document.text.startswith(self.holds):
            watch(Step(Stage.ATTRIBUTION, 12, 40))
            assert self.gate.wait(PATIENT)
            watch(Step(Stage.TONE, 39, 40))
        if document.text.endswith("bad"):
            raise InputError("it cannot be read")
        return super().analyse(document, settings, watch)


@pytest.fixture
def page(monkeypatch):
    HeldEngine.gate.clear()
    HeldEngine.read.clear()
    with opened_page(monkeypatch, load_engine=HeldEngine) as page:
        yield page
        HeldEngine.gate.set()


def paste_held(page, monkeypatch, text: str):
    """Begin a reading that stands still at its first step."""
    monkeypatch.setattr(reading, "PAUSE", 0.0)
    paste(page, text)
    ticket = page.session_state[session.UNDER_WAY].ticket
    while ticket.look().report is None:
        ticket.wait(0.01)
    return page.run()


def bar(page) -> str | None:
    return next((item.proto.text for item in page.get("progress")), None)


def settled(page):
    HeldEngine.gate.set()
    page.session_state[session.UNDER_WAY].ticket.wait(PATIENT)
    return page.run()


def test_a_choice_in_the_link_outlives_the_wait_for_the_first_article(page, monkeypatch):
    st.cache_resource.clear()
    monkeypatch.setattr(HeldEngine, "holds", article.TEXT[:9])
    monkeypatch.setattr(reading, "PAUSE", 0.0)
    deep = new_page()
    deep.query_params[session.ACTOR] = "Veria"
    deep.run()
    assert bar(deep) is not None
    assert not deep.header
    assert data_of(settled(deep), "reader-view")["side"] == article.VERIA


def test_a_short_article_shows_no_progress(page):
    paste(page, "Nothing happened.")
    assert text_of(page) == "Nothing happened."
    assert bar(page) is None


def test_a_long_article_tells_its_stage_beside_the_old_one_and_then_takes_its_place(page, monkeypatch):
    paste_held(page, monkeypatch, "held text")
    assert bar(page) == "Reading: attribution, 12 of 40 paragraphs"
    assert "Harbour talks stall" in text_of(page)
    assert not intake_is_open(page)
    settled(page)
    assert bar(page) is None
    assert text_of(page) == "held text"


def test_cancel_leaves_the_article_and_what_was_typed(page, monkeypatch):
    open_intake(page)
    paste_held(page, monkeypatch, "held text")
    page.button(key="cancel").click().run()
    assert bar(page) is None
    assert "Harbour talks stall" in text_of(page)
    assert page.text_area(key=PASTED).value == "held text"
    assert intake_is_open(page)
    assert not page.error


def test_a_reading_that_fails_leaves_the_article_and_what_was_typed(page, monkeypatch):
    open_intake(page)
    paste_held(page, monkeypatch, "held and bad")
    settled(page)
    assert page.error[0].value.startswith("Not read: it cannot be read")
    assert page.text_area(key=PASTED).value == "held and bad"
    assert intake_is_open(page)
    assert "Harbour talks stall" in text_of(page)


def test_a_new_wish_takes_the_place_of_the_one_under_way(page, monkeypatch):
    paste_held(page, monkeypatch, "held text")
    former = page.session_state[session.UNDER_WAY].ticket
    paste(page, "held too")
    assert former.look().ended
    assert text_of(settled(page)) == "held too"


def test_what_was_typed_stays_when_another_way_is_looked_at(page):
    paste(page, "refuse this")
    page.segmented_control(key=WAY).set_value("Sample").run()
    page.segmented_control(key=WAY).set_value("Paste").run()
    assert page.text_area(key=PASTED).value == "refuse this"


def test_the_last_articles_come_back_at_once(page):
    paste(page, "First.")
    paste(page, "Second.")
    HeldEngine.read.clear()
    page.segmented_control(key=WAY).set_value("Recent").run()
    labels = [button.label for button in page.button if (button.key or "").startswith("recent-")]
    assert [label[:5] for label in labels] == ["First", "Harbo"]
    next(button for button in page.button if button.label == labels[0]).click().run()
    assert text_of(page) == "First."
    assert HeldEngine.read == []


def test_titles_of_recent_articles_are_escaped(page):
    paste(page, f"{article.HOSTILE} happened.")
    paste(page, "Second.")
    page.segmented_control(key=WAY).set_value("Recent").run()
    labels = [button.label for button in page.button if (button.key or "").startswith("recent-")]
    assert not any("![x](" in label or "<img" in label.replace("\\<", "") for label in labels)


def test_two_sessions_with_one_text_share_the_reading_and_cancel_for_themselves(page, monkeypatch):
    other = new_page().run()
    paste_held(page, monkeypatch, "held text")
    paste_held(other, monkeypatch, "held text")
    page.button(key="cancel").click().run()
    assert text_of(settled(other)) == "held text"
    assert HeldEngine.read.count("held text") == 1
    assert "Harbour talks stall" in text_of(page)


def test_a_full_desk_is_told_plainly_and_keeps_what_was_typed(page, monkeypatch):
    everything = session.shared()
    monkeypatch.setattr(everything, "desk", Desk(everything._read, room=0))
    paste(page, "One too many.")
    assert page.error[0].value.startswith("Not read: 0 articles are being read or wait already")
    assert page.text_area(key=PASTED).value == "One too many."


def test_a_session_that_ends_leaves_its_ticket(page, monkeypatch):
    paste_held(page, monkeypatch, "held text")
    ticket = page.session_state[session.UNDER_WAY].ticket
    assert ticket.left is None
    st.cache_resource.clear()  # as the end of the connection does for the session
    assert ticket.left is not None


@pytest.mark.parametrize(
    ("standing", "loaded", "words"),
    [
        (Standing(False, 2, None), True, "Waiting: 2 articles before yours"),
        (Standing(False, 0, None), False, "Loading the models, once per start …"),
        (Standing(False, 0, None), True, "Opening the article …"),
        (Standing(False, 0, Step(Stage.TONE, 1, 9)), True, "Reading: tone and stance, 1 of 9 paragraphs"),
    ],
)
def test_the_words_say_what_is_waited_for(standing, loaded, words):
    assert progress.words(standing, loaded=loaded) == words


def test_the_bar_only_grows():
    shares = [progress.share(Step(stage, done, 10)) for stage in Stage for done in range(10)]
    assert shares == sorted(shares)
    assert (shares[0], progress.share(None)) == (0.0, 0.0)
    assert shares[-1] < 1
