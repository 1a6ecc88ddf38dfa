"""Two articles side by side through AppTest: choosing, reading, cancelling, correcting, closing, and the address."""

import threading
from dataclasses import replace

import pytest

from components import comparing, reading, session
from components.desk import Busy
from components.pair.entries import VIEWS
from components.source import Source
from framing.edits import RemoveContest, contest_words, operation_to_json
from framing.errors import InputError
from tests.components import article, fake, twin
from tests.components.opened import PATIENT, click_read, new_page, opened_page, paste
from tests.components.streamlit_events import data_of, trigger

BARE = Source("twin", twin.TEXT)


class HeldEngine(fake.FakeEngine):
    """Waits at the gate with every text but the first sample."""

    gate = threading.Event()

    def analyse(self, document, settings, watch):
        if document.text != article.TEXT:
            assert self.gate.wait(PATIENT)
        if document.text == "Calm.":
            raise InputError(f"it cannot be read: {article.HOSTILE}")
        return super().analyse(document, settings, watch)


@pytest.fixture
def page(monkeypatch):
    HeldEngine.gate.set()
    with opened_page(monkeypatch, load_engine=HeldEngine) as page:
        yield page
        HeldEngine.gate.set()


def mounted(page) -> set[str]:
    return {item.key for item in page.get("bidi_component")}


def offers(page) -> list[str]:
    page.session_state[comparing.COMPARE] = True
    page.run()
    return [button.label for button in page.button if (button.key or "").startswith("beside-")]


def lay(page, title: str = "once more"):
    (number,) = [place for place, label in enumerate(offers(page)) if title in label]
    return page.button(key=f"beside-{number}").click().run()


def leads(page) -> list[str]:
    return [entry["lead"] for entry in data_of(page, "pair")["doc"]["entries"]]


def choose(page, entry: str):
    return trigger(page, "pair", "entry", [data_of(page, "pair")["doc"]["id"], entry])


def test_a_sample_is_read_and_laid_beside_the_article(page):
    lay(page)
    assert mounted(page) == {"pair", "pair-view"}
    titles = [one["title"] for one in data_of(page, "pair")["doc"]["articles"]]
    assert [title.split(" ")[0] for title in titles] == ["Harbour", "Oskar's"]
    assert any("denied the accusation" in lead for lead in leads(page))
    page.button(key="close-pair").click().run()
    assert "reader" in mounted(page)


def test_the_article_of_the_page_is_not_offered_and_each_other_once(page):
    assert offers(page) == ["Calm sea", r"Veria\: the harbour once more"]
    page.text_area(key="pasted").set_value("One of mine.")
    click_read(page)
    assert sorted(offers(page)) == [
        "Calm sea",
        "Harbour talks stall 🌊 as Veria and Oskar trade blame",
        r"Veria\: the harbour once more",
    ]


def test_an_entry_opens_and_a_second_click_or_one_of_another_list_does_not(page):
    lay(page)
    choose(page, "1")
    assert data_of(page, "pair-view")["open"] == "1"
    for event in (["another list", "0"], "0", ["another list", ["0"]]):
        trigger(page, "pair", "entry", event)
        assert data_of(page, "pair-view")["open"] == "1"
    choose(page, "")
    assert data_of(page, "pair-view")["open"] is None
    choose(page, "99<script>")
    assert data_of(page, "pair-view")["open"] is None


@pytest.mark.parametrize("view", VIEWS)
def test_every_list_stands_on_related_and_on_unrelated_articles(page, view):
    HeldEngine.gate.set()
    lay(page)
    choose(page, "0")
    page.segmented_control(key=session.PAIR_VIEW).set_value(view).run()
    assert data_of(page, "pair")["doc"]["view"] == view
    assert data_of(page, "pair-view")["open"] == ("0" if view == next(iter(VIEWS)) else None)


def test_articles_on_two_events_say_why_nothing_is_reported(page, monkeypatch):
    monkeypatch.setattr(HeldEngine, "analyse", fake.FakeEngine.analyse)
    lay(page, "Calm sea")
    assert leads(page) == []
    assert any(text.value.startswith("No difference is reported") for text in page.text)


def test_kinds_are_hidden_and_what_both_carry_is_dimmed(page):
    lay(page)
    sender = data_of(page, "pair")["doc"]["id"]
    trigger(page, "pair", "look", [sender, ["hedge"], True])
    trigger(page, "pair", "look", ["another list", [], False])
    trigger(page, "pair", "look", [sender, "hedge", "x"])
    shown = data_of(page, "pair-view")
    assert (shown["hidden"], shown["dim"]) == (["hedge"], True)


def test_what_cannot_be_read_leaves_the_one_article(page):
    lay(page, "Calm sea")
    assert "reader" in mounted(page)
    (error,) = page.error
    assert error.value.startswith("Not read: it cannot be read")
    assert "<img" not in error.value.replace("\\<", "")


def test_reading_the_second_can_be_cancelled(page, monkeypatch):
    HeldEngine.gate.clear()
    monkeypatch.setattr(reading, "PAUSE", 0.0)
    lay(page)
    assert "reader" in mounted(page)
    page.button(key="cancel-beside").click().run()
    HeldEngine.gate.set()
    page.run()
    assert session.BESIDE not in page.session_state or page.session_state[session.BESIDE] is None
    assert not page.get("progress")


def test_a_comparison_that_takes_a_while_comes_by_itself(page, monkeypatch):
    HeldEngine.gate.clear()
    monkeypatch.setattr(reading, "PAUSE", 0.0)
    lay(page)
    assert len(page.get("progress")) == 1
    HeldEngine.gate.set()
    while session.LAYING in page.session_state:
        page.session_state[session.LAYING].ticket.wait(PATIENT)
        page.run()
    assert mounted(page) == {"pair", "pair-view"}
    assert not page.get("progress")


def test_a_full_desk_says_so_and_leaves_the_one_article(page, monkeypatch):
    def full(*_):
        raise Busy("too many")

    monkeypatch.setattr(session.comparisons().desk, "ask", full)
    lay(page)
    assert "reader" in mounted(page)
    assert page.error[0].value == "Not read: too many"


def test_corrections_of_both_count(page, monkeypatch):
    """An analyst who takes the contests out of either article sees it in the comparison."""
    uncorrected = session.finished

    def finished(source):
        reading = uncorrected(source.uncorrected)
        return replace(reading, contests=()) if source.edits and reading is not None else reading

    monkeypatch.setattr(session, "finished", finished)
    monkeypatch.setattr(reading, "dropped", tuple)
    edit = operation_to_json(RemoveContest(contest_words(article.analysis(), 0)))
    first = page.session_state[session.SOURCE]
    lay(page, "once more")
    assert any("denied the accusation" in lead for lead in leads(page))
    page.session_state[session.SOURCE] = first._replace(edits=(edit,))
    page.run()
    assert not any("denied the accusation" in lead for lead in leads(page))
    page.button(key="close-pair").click().run()
    page.session_state[session.SOURCE] = BARE
    page.run()
    page.session_state[session.RECENT] = (reading.Recent("Harbour", first._replace(edits=(edit,))),)
    lay(page, "Harbour")
    assert not any("denied the accusation" in lead for lead in leads(page))
    page.session_state[session.RECENT] = (reading.Recent("Harbour", first),)
    page.run()
    assert any("denied the accusation" in lead for lead in leads(page))


def test_another_article_closes_the_comparison(page):
    lay(page)
    page.segmented_control(key="way").set_value("Sample").run()
    page.button(key="sample-twin").click().run()
    assert "reader" in mounted(page)


def test_the_address_names_two_samples_and_opens_them_again(page):
    lay(page)
    assert dict(page.query_params) == {"sample": ["harbour"], "beside": ["twin"]} or dict(page.query_params) == {
        "sample": "harbour",
        "beside": "twin",
    }
    deep = new_page()
    deep.query_params.update({"sample": "twin", "beside": "harbour"})
    deep.run()
    assert [one["title"][:5] for one in data_of(deep, "pair")["doc"]["articles"]] == ["Oskar", "Harbo"]
    page.button(key="close-pair").click().run()
    assert "beside" not in page.query_params
    assert not deep.exception


@pytest.mark.parametrize("beside", ["nothing", "harbour", "<script>"])
def test_an_address_without_a_second_sample_opens_the_first(page, beside):
    deep = new_page()
    deep.query_params.update({"sample": "harbour", "beside": beside})
    deep.run()
    assert "reader" in mounted(deep)


def test_a_text_of_ones_own_is_in_no_address(page):
    paste(page, fake.HOSTILE_TEXT)
    lay(page)
    assert dict(page.query_params) == {}
    assert article.HOSTILE in str(data_of(page, "pair"))
    assert not any("<img" in item.value.replace("\\<", "") for item in (*page.markdown, *page.caption, *page.error))
