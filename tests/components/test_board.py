"""Journeys over the charts: a click and the keyboard open the same sentences, and Clear closes them."""

from dataclasses import replace

import pytest

from components import session
from components.board import nothing, rows
from components.charts import discover
from framing.grouping import Counting, Level
from tests.components import article
from tests.components.opened import opened_page
from tests.components.streamlit_events import data_of, element, select, trigger

CHARTS = {chart.title: chart for chart in discover()}
DRAWN = [title for title in CHARTS if title != "Frames (experimental)"]  # the article has no frames
TONE = "Tone toward it"


@pytest.fixture
def page(monkeypatch):
    """The page with the engine that needs no models, opened once."""
    with opened_page(monkeypatch) as page:
        yield page


def key_of(page, title: str) -> str:
    mounts = page.session_state.get(session.MOUNTS, {})
    return f"{title}-{page.session_state[session.REMOUNTS]}-{mounts.get(title, 0)}"


def click(page, title: str, mark) -> None:
    select(page, "vega_lite_chart", key_of(page, title), {"pick": [{"mark": mark}]})


def press(page, title: str, mark: int) -> None:
    """Choose from the list for the keyboard."""
    page.selectbox(key=f"twin-{title}").set_value(mark).run()


def is_open(page) -> bool:
    return any(item.key == "opened" for item in page.get("bidi_component"))


def texts(page) -> list[str]:
    return [sentence["text"] for sentence in data_of(page, "opened")["sentences"]]


def counted(title: str, mark: int) -> list[str]:
    """The sentences that a mark counts, as the article words them."""
    record = article.analysis()
    numbers = CHARTS[title].table(record, Counting())["sentences"][mark]
    return [record.article.text[record.sentences[n].start : record.sentences[n].end] for n in numbers]


@pytest.mark.parametrize("way", [click, press])
def test_every_mark_opens_exactly_the_sentences_that_it_counts(page, way):
    for title in DRAWN:
        for mark in {0, len(CHARTS[title].table(article.analysis(), Counting())) - 1}:
            way(page, title, mark)
            assert texts(page) == counted(title, mark)
            assert data_of(page, "reader-view")["sentences"] == list(page.session_state[session.FOCUS].sentences)


def test_the_heading_tells_the_mark_in_words(page):
    click(page, TONE, 0)
    assert data_of(page, "opened")["heading"] == "1 sentence: Tone toward it, Veria, negative, by the author"
    click(page, "Voice", 3)
    assert data_of(page, "opened")["heading"] == "2 sentences: Voice, Oskar, neutral verb (15 words)"


def test_a_mark_chooses_its_actor_too(page):
    click(page, TONE, 0)
    assert page.pills(key=session.ACTOR).value == "Veria"
    assert page.query_params[session.ACTOR] == "Veria"
    assert data_of(page, "reader-view")["side"] == article.VERIA


def test_the_list_for_the_keyboard_has_the_marks_with_their_counts_and_shows_the_open_one(page):
    assert page.selectbox(key=f"twin-{TONE}").options[0] == "Veria, negative, by the author: 1"
    click(page, TONE, 2)
    assert page.selectbox(key=f"twin-{TONE}").value == 2
    click(page, "Voice", 0)
    assert page.selectbox(key=f"twin-{TONE}").value is None


def test_clear_closes_and_ends_the_choice_that_came_with_it(page):
    before = key_of(page, TONE)
    click(page, TONE, 0)
    trigger(page, "opened", "sentence", "")
    assert not is_open(page)
    assert page.pills(key=session.ACTOR).value is None
    assert data_of(page, "reader-view")["sentences"] == []
    assert key_of(page, TONE) != before
    assert element(page, "vega_lite_chart", key_of(page, TONE))


def test_the_emptied_list_closes(page):
    press(page, TONE, 0)
    page.selectbox(key=f"twin-{TONE}").set_value(None).run()
    assert not is_open(page)


def test_a_click_beside_the_marks_closes(page):
    click(page, TONE, 0)
    select(page, "vega_lite_chart", key_of(page, TONE), {"pick": []})
    assert not is_open(page)


def test_a_choice_of_another_actor_leaves_the_sentences_open(page):
    click(page, TONE, 0)
    page.pills(key=session.ACTOR).set_value("Oskar").run()
    assert texts(page) == counted(TONE, 0)
    trigger(page, "opened", "sentence", "")
    assert page.pills(key=session.ACTOR).value == "Oskar"


def test_a_chart_that_is_left_can_be_clicked_again(page):
    before = key_of(page, TONE)
    click(page, TONE, 0)
    assert key_of(page, TONE) == before
    click(page, "Voice", 0)
    assert key_of(page, TONE) != before


def test_a_sentence_leads_to_its_place(page):
    click(page, "Along the article", 4)
    sentence = data_of(page, "opened")["sentences"][0]["id"]
    trigger(page, "opened", "sentence", sentence)
    assert data_of(page, "reader-view")["at"] == int(sentence)
    assert data_of(page, "opened")["shown"] == sentence
    trigger(page, "opened", "sentence", "99")  # it is none of the open ones
    assert data_of(page, "reader-view")["at"] == int(sentence)


@pytest.mark.parametrize("mark", [-1, 99, "0", None, 0.5])
def test_what_is_no_mark_opens_nothing(page, mark):
    click(page, TONE, mark)
    assert not is_open(page)


def test_persons_and_bodies_count_by_themselves(page):
    click(page, "Certainty of its claims", 1)
    page.segmented_control(key=session.LEVEL).set_value(Level.ACTOR).run()
    assert not is_open(page)
    click(page, "Certainty of its claims", 1)
    assert "Lena Brandt, certain" in data_of(page, "opened")["heading"]
    assert page.pills(key=session.ACTOR).value == "Oskar"


def test_counting_unsure_readings_closes_what_was_open(page):
    click(page, TONE, 0)
    page.toggle(key=session.UNSURE).set_value(True).run()
    assert not is_open(page)
    assert "the union" in page.selectbox(key="twin-Certainty of its claims").options[-2]


def test_another_article_closes(page):
    click(page, TONE, 0)
    page.session_state[session.REQUEST] = session.Source("", "Calm.")
    page.run()
    assert not is_open(page)


def test_wide_charts_stand_alone_and_others_in_pairs():
    found = [[chart.title for chart in row] for row in rows(discover())]
    assert found == [
        ["Voice", "Certainty of its claims"],
        ["Tone toward it"],
        ["Stance of one toward another"],
        ["Contested claims", "Frames (experimental)"],
        ["Along the article"],
    ]


def test_what_only_the_switch_brings_is_counted_in_words():
    record = article.analysis()
    one, *_ = record.stances
    chart, counting = CHARTS["Stance of one toward another"], Counting()
    doubtful = replace(record, stances=(replace(one, unsure=True),))
    assert nothing(chart, doubtful, counting) == "The one reading here is “not sure”; the switch above counts it."
    assert nothing(chart, replace(record, stances=()), counting) == "Nothing in this article to draw."
