"""Corrections through the page: made in the card, followed everywhere, undone and made again."""

import pytest

from components import corrections, session
from framing.types import Factuality, ParagraphKind
from tests.components import article
from tests.components.streamlit_events import data_of, press, select
from tests.test_app import holder, page, says, table, text_of

__all__ = ["page"]  # the fixture


def correct(page, what: str):
    """The page with the popover open in which this mark or actor is corrected."""
    page.session_state[f"correct-{what}-{data_of(page, 'card')['article'][:12]}"] = True
    return page.run()


def box(page, label: str):
    return next(item for item in page.selectbox if item.label == label)


def click(page, label: str):
    return next(item for item in page.button if item.label == label).click().run()


def kinds(page) -> list[str]:
    return [mark["kind"] for mark in data_of(page, "reader")["doc"]["marks"]]


def test_another_holder_is_followed_by_card_table_and_list(page):
    press(page, "reader-view", "claim-1")
    assert holder(page) == "Lena Brandt"
    correct(page, "claim-1")
    box(page, "Holder").set_value(article.POST).run()
    assert holder(page) == "Daily Post"
    page.segmented_control(key=session.VIEW).set_value("Claims").run()
    assert list(table(page, "Holder")["Holder"])[1] == "Daily Post"
    assert says(page, "1. Holder of “Veria had “shelled the pier” in March”: Lena Brandt → Daily Post")


def test_a_correction_is_undone_and_made_again(page):
    before = data_of(page, "reader")["doc"]
    correct(page, "claim-1")
    click(page, "No claim")
    after = data_of(page, "reader")["doc"]
    assert kinds(page).count("contested") == 0
    assert says(page, "1. No claim: “Veria had “shelled the pier” in March”")
    click(page, "Undo")
    assert data_of(page, "reader")["doc"] == before
    click(page, "Redo")
    assert data_of(page, "reader")["doc"] == after


def test_a_new_correction_forgets_what_was_undone(page):
    correct(page, "claim-1")
    click(page, "No claim")
    click(page, "Undo")
    press(page, "reader-view", "claim-1")
    correct(page, "claim-1")
    box(page, "Certainty, as the text presents it").set_value(Factuality.PROBABLE).run()
    assert next(item for item in page.button if item.label == "Redo").disabled


def test_a_contest_is_taken_back_and_another_one_added(page):
    press(page, "reader-view", "contest-0")
    correct(page, "contest-0")
    click(page, "No contest")
    assert "contested" not in kinds(page)
    press(page, "reader-view", "claim-1")
    correct(page, "claim-1")
    box(page, "Who").set_value(article.VERIA)
    box(page, "In which sentence").set_value(3)
    next(item for item in page.text_input if item.label.startswith("With which")).set_value("denied the accusation")
    click(page, "Add the contest")
    assert data_of(page, "card")["card"]["links"][0]["lead"] == "✗ Denied by Veria"
    assert data_of(page, "card")["card"]["links"][0]["quote"] == "denied the accusation"


def test_words_that_do_not_stand_there_are_refused_with_the_reason(page):
    correct(page, "claim-1")
    next(item for item in page.text_input if item.label.startswith("With which")).set_value(article.HOSTILE)
    click(page, "Add the contest")
    (error,) = page.error
    assert error.value.startswith("Not corrected: these words do not stand in the chosen sentence")
    assert not page.session_state[session.SOURCE].edits


def test_nobody_contests_their_own_claim(page):
    correct(page, "claim-1")
    box(page, "Who").set_value(article.BRANDT)
    click(page, "Add the contest")
    assert "nobody contests a claim or position of their own" in page.error[0].value


def test_an_actor_is_renamed_moved_and_merged(page):
    page.pills(key=session.ACTOR).set_value("Veria").run()
    page.segmented_control(key=session.VIEW).set_value("Actors").run()
    correct(page, f"actor-{article.VERIA}")
    next(item for item in page.text_input if item.label == "Name").set_value("Republic of Veria").run()
    assert "Republic of Veria" in list(table(page, "Side")["Side"])
    page.pills(key=session.ACTOR).set_value("Republic of Veria").run()
    correct(page, f"actor-{article.VERIA}")
    box(page, "Is the same as").set_value(article.UNION).run()
    assert len(page.session_state[session.SOURCE].edits) == 2
    assert "the union" not in str(data_of(page, "reader")["doc"]["names"])


def test_a_paragraph_left_out_is_read_when_asked_for_and_left_out_again(page):
    appeal = article.SENTENCES[1][0]
    assert appeal not in text_of(page)
    select(page, "dataframe", f"left-out-{page.session_state[session.SOURCE].page}", {"rows": [0]})
    click(page, "Read 1 paragraph")
    assert session.shared().readings  # a reading of its own, by another key
    assert page.session_state[session.SOURCE].operations[0].kind is ParagraphKind.BODY
    assert page.session_state[session.SOURCE].key != page.session_state[session.SOURCE].uncorrected.key


def test_corrections_come_back_with_a_recent_article(page):
    correct(page, "claim-1")
    click(page, "No claim")
    corrected = data_of(page, "reader")["doc"]
    page.segmented_control(key="way").set_value("Sample").run()
    page.button(key="sample-empty").click().run()
    assert text_of(page) == "Calm."
    page.segmented_control(key="way").set_value("Recent").run()
    next(item for item in page.button if item.label.startswith("Harbour talks")).click().run()
    assert data_of(page, "reader")["doc"] == corrected


@pytest.mark.parametrize(
    ("asked", "idle", "told"), [(0, 0, "0 corrections"), (1, 0, "1 correction"), (6, 1, "5 corrections, 1 not made")]
)
def test_what_the_reading_has_no_words_for_is_counted_apart(asked, idle, told):
    assert corrections.heading(asked, idle) == told
