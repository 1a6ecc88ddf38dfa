"""The page through AppTest: what a person sees and what a click changes."""

from dataclasses import replace

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from components import actors, reading, session
from components.intake import PASTED, UPLOADED, WAY
from components.method import MODEL_CARD, SECTIONS
from framing.exports import exports
from framing.labels import LEGEND
from tests.components import article, fake
from tests.components.opened import APP, click_read, new_page, opened_page, paste, text_of
from tests.components.streamlit_events import data_of, press, select, trigger


@pytest.fixture
def page(monkeypatch):
    """The page with the engine that needs no models, opened once."""
    with opened_page(monkeypatch) as page:
        yield page


def holder(page) -> str:
    return data_of(page, "card")["card"]["title"]


def table(page, heading: str):
    """The table on the page that has this column."""
    return next(frame.value for frame in page.dataframe if heading in frame.value.columns)


def says(page, start: str) -> bool:
    return any(text.value.startswith(start) for text in page.text)


def test_a_sample_is_already_read_and_its_contested_claim_open(page):
    assert "Harbour talks stall" in text_of(page)
    card = data_of(page, "card")["card"]
    assert (card["label"], card["title"]) == ("Contested claim", "Lena Brandt")
    assert card["links"][0]["lead"] == "✗ Denied by Veria"
    assert page.markdown[0].value == "4 claims · 1 contested · 2 hedges · 1 silence · 2 more not sure"


def test_a_click_on_a_mark_opens_its_evidence(page):
    press(page, "reader-view", "claim-0")
    assert holder(page) == "Daily Post"
    assert data_of(page, "reader-view")["open"] == "claim-0"


def test_a_link_in_the_card_leads_on_and_close_closes(page):
    press(page, "card", "contest-0")
    assert holder(page) == "Veria"
    press(page, "card", "")
    assert says(page, "Choose a mark")


def test_a_late_click_on_another_article_opens_nothing(page):
    before = holder(page)
    for key in ("reader-view", "card"):
        trigger(page, key, "mark", ["another article", "claim-0"])
        trigger(page, key, "mark", "claim-0")
    assert holder(page) == before


def test_an_unknown_mark_opens_nothing(page):
    press(page, "reader-view", "claim-99<script>")
    assert says(page, "Choose a mark")


def test_an_actor_filters_reader_charts_and_tables(page):
    page.pills(key=session.ACTOR).set_value("Daily Post").run()
    assert data_of(page, "reader-view")["side"] == article.POST
    page.segmented_control(key=session.VIEW).set_value("Claims").run()
    assert list(table(page, "Holder")["Holder"]) == ["Daily Post"]
    page.pills(key=session.ACTOR).set_value(None).run()
    assert len(table(page, "Holder")) == 5


def test_a_row_of_a_table_opens_its_mark(page):
    page.segmented_control(key=session.VIEW).set_value("Contests").run()
    select(page, "dataframe", f"Contests-{article.analysis().article.id[:12]}-None", {"rows": [0]})
    assert holder(page) == "Veria"


def test_an_actor_without_a_pill_gets_one_by_its_row(page, monkeypatch):
    monkeypatch.setattr(actors, "SHOWN", 1)
    page.segmented_control(key=session.VIEW).set_value("Actors").run()
    assert len(page.pills(key=session.ACTOR).options) == 1
    select(page, "dataframe", f"Actors-{article.analysis().article.id[:12]}-None", {"rows": [2]})
    chosen = table(page, "Side")["Side"][2]
    assert page.pills(key=session.ACTOR).value == chosen
    assert len(page.pills(key=session.ACTOR).options) == 2
    page.pills(key=session.ACTOR).set_value(None).run()
    assert len(page.pills(key=session.ACTOR).options) == 1


@pytest.mark.parametrize("view", ["Framing", "Claims", "Contests", "Silences", "Hedges", "Actors"])
@pytest.mark.parametrize("text", [article.TEXT, "Calm."])
def test_every_view_stands_on_every_article(page, view, text):
    paste(page, text)
    page.segmented_control(key=session.VIEW).set_value(view).run()
    assert not page.exception


def test_unsure_readings_count_only_when_asked_for(page):
    def spec() -> str:
        return next(chart for chart in page.get("vega_lite_chart")).proto.spec

    before = spec()
    page.toggle(key=session.UNSURE).set_value(True).run()
    assert "the union" in spec()
    assert "the union" not in before


def test_pasted_text_takes_the_place_of_the_article(page):
    page.pills(key=session.ACTOR).set_value("Oskar").run()
    paste(page, "Nothing happened today.\n\nAll was calm 🌊.")
    assert text_of(page) == "Nothing happened today.\nAll was calm 🌊."
    assert page.session_state[session.ACTOR] is None
    assert says(page, "No claim, hedge")


def test_an_upload_is_read(page):
    page.segmented_control(key=WAY).set_value("Upload").run()
    page.file_uploader(key=UPLOADED).set_value(("calm.txt", b"A calm upload.", "text/plain"))
    click_read(page)
    assert text_of(page) == "A calm upload."


def test_a_sample_is_read_at_a_click(page):
    page.segmented_control(key=WAY).set_value("Sample").run()
    page.button(key="sample-empty").click().run()
    assert text_of(page) == "Calm."


def test_a_refusal_is_told_escaped_and_what_was_typed_stays(page):
    paste(page, f"refuse {article.HOSTILE}")
    (error,) = page.error
    assert error.value.startswith("Not read: refused")
    assert "![x](" not in error.value
    assert "<img" not in error.value.replace("\\<", "")
    assert page.text_area(key=PASTED).value == f"refuse {article.HOSTILE}"
    assert "Harbour talks stall" in text_of(page)


def test_another_language_is_read_when_asked_for(page):
    paste(page, "Bonjour tout le monde.")
    assert len(page.error) == 1
    page.button(key="anyway").click().run()
    assert not page.error
    assert text_of(page) == "Bonjour tout le monde."


def test_nothing_typed_is_answered(page):
    paste(page, "  ")
    assert page.warning[0].value == "There is nothing to read yet."


def test_without_an_article_the_page_explains_itself(page, monkeypatch):
    monkeypatch.setattr(session, "samples", tuple)
    empty = new_page().run()
    assert empty.header[0].value == "No article yet"
    assert not empty.exception


def test_a_link_with_an_actor_opens_with_that_choice(page):
    deep = new_page()
    deep.query_params[session.ACTOR] = "Veria"
    deep.run()
    assert data_of(deep, "reader-view")["side"] == article.VERIA
    assert not deep.exception


def test_markup_in_text_and_names_stays_text(page):
    paste(page, fake.HOSTILE_TEXT)
    assert article.HOSTILE in text_of(page)
    rendered = [item.value for item in (*page.markdown, *page.caption, *page.subheader, *page.error)]
    rendered += list(page.pills(key=session.ACTOR).options)
    assert not any("![x](" in text or "<img" in text.replace("\\<", "") for text in rendered)


def test_the_engine_is_asked_once_for_one_text(page, monkeypatch):
    asked = []
    monkeypatch.setattr(fake.FakeEngine, "analyse", lambda *_: asked.append(1))
    page.segmented_control(key=session.VIEW).set_value("Claims").run()
    press(page, "reader-view", "claim-0")
    assert asked == []


def test_a_link_restores_sample_layers_and_view(page):
    deep = new_page()
    deep.query_params.update({"sample": "harbour", "layers": "contested,names", session.VIEW: "Claims"})
    deep.run()
    assert "Harbour talks stall" in text_of(deep)
    assert data_of(deep, "reader-view")["layers"] == ["contested", "names"]
    assert table(deep, "Holder") is not None
    assert not deep.exception


def test_a_link_to_another_sample_opens_it_and_an_unknown_one_the_first(page):
    for name, words in (("empty", "Calm."), ("<script>", "Harbour talks stall")):
        deep = new_page()
        deep.query_params["sample"] = name
        deep.run()
        assert words in text_of(deep)
    assert deep.query_params["sample"] == "harbour"


def test_the_address_follows_the_layers_and_names_only_samples(page):
    assert page.query_params["sample"] == "harbour"
    assert data_of(page, "reader-view")["link"] is True
    trigger(page, "reader-view", "layers", "claim,hedge")
    assert page.query_params["layers"] == "claim,hedge"
    trigger(page, "reader-view", "layers", "claim,contested,contest,silence,hedge")
    assert "layers" not in page.query_params
    paste(page, fake.HOSTILE_TEXT)
    assert "sample" not in page.query_params
    assert data_of(page, "reader-view")["link"] is False


def test_nothing_of_a_text_of_ones_own_is_in_the_address(page):
    page.pills(key=session.ACTOR).set_value("Oskar").run()
    paste(page, fake.HOSTILE_TEXT)
    trigger(page, "reader-view", "layers", "Veria")
    page.pills(key=session.ACTOR).set_value(f"Veria {article.HOSTILE}").run()
    assert data_of(page, "reader-view")["side"] == article.VERIA
    assert dict(page.query_params) == {}


def test_one_switch_counts_what_is_not_sure_in_legend_and_charts(page):
    trigger(page, "reader-view", "unsure", "true")
    assert data_of(page, "reader-view")["unsure"] is True
    assert page.toggle(key=session.UNSURE).value is True
    page.segmented_control(key=session.VIEW).set_value("Claims").run()
    press(page, "reader-view", "claim-0")
    assert data_of(page, "reader-view")["unsure"] is True


def selected(page, name: str) -> list[int]:
    key = f"{name}-{article.analysis().article.id[:12]}-None"
    return list(page.session_state[key]["selection"]["rows"])


def test_the_open_mark_is_the_chosen_row_and_a_second_click_closes_it(page):
    page.segmented_control(key=session.VIEW).set_value("Claims").run()
    assert selected(page, "Claims") == [1]
    press(page, "reader-view", "claim-3")
    assert selected(page, "Claims") == [3]
    select(page, "dataframe", f"Claims-{article.analysis().article.id[:12]}-None", {"rows": []})
    assert says(page, "Choose a mark")


def test_a_search_narrows_the_table_and_a_row_still_opens_its_own_mark(page):
    page.segmented_control(key=session.VIEW).set_value("Claims").run()
    page.text_input(key=session.SEARCH).set_value("winter").run()
    assert list(table(page, "Holder")["Claim"]) == ["winter would be hard"]
    select(page, "dataframe", f"Claims-{article.analysis().article.id[:12]}-None", {"rows": [0]})
    assert data_of(page, "reader-view")["open"] == "claim-3"
    page.text_input(key=session.SEARCH).set_value("<img src=x>").run()
    assert says(page, "Claims: none that matches the search.")
    page.segmented_control(key=session.VIEW).set_value("Contests").run()
    assert says(page, "None.")  # of the second table, whose name stands above it


def test_a_row_of_the_actors_chooses_the_actor(page):
    page.segmented_control(key=session.VIEW).set_value("Actors").run()
    row = list(table(page, "Mentions")["Side"]).index("Veria")
    select(page, "dataframe", f"Actors-{article.analysis().article.id[:12]}-None", {"rows": [row]})
    assert page.pills(key=session.ACTOR).value == "Veria"
    assert len(table(page, "Mentions")) > 1


def test_the_tour_has_four_hints_and_stays_away_once_dismissed(page):
    def hint() -> str:
        return next((item.value for item in page.markdown if " of 4 · " in item.value), "")

    for number in (1, 2, 3, 4):
        assert hint().startswith(f"{number} of 4")
        page.button(key="tour-next").click().run()
    assert not hint()
    paste(page, "Another text.")
    assert not hint()


def test_the_tour_can_be_skipped(page):
    page.button(key="tour-skip").click().run()
    assert page.session_state[session.TOUR] == 0
    press(page, "reader-view", "claim-0")
    assert not any(" of 4 · " in item.value for item in page.markdown)


def test_a_card_offers_the_citation_and_the_measured_figures(page):
    card = data_of(page, "card")["card"]
    assert card["citation"].startswith("“Veria had “shelled the pier” in March”, Lena Brandt")
    assert card["measured"] == [{"head": "attribution", "figures": "macro-F1 0.81 (polnear_dev)"}]


def test_the_method_says_what_marks_mean_and_what_they_are_not_for(page):
    page.button(key="method").click().run()
    assert [tab.label for tab in page.tabs] == [*SECTIONS, MODEL_CARD]
    told = "\n".join(tab.markdown[0].value for tab in page.tabs)
    for label in LEGEND.values():
        assert f"| {label} |" in told
    assert "To decide what is true" in told
    assert "contests tied to the right claim" in told


@pytest.mark.slow
def test_the_real_engine_reads_the_first_sample(monkeypatch):
    pytest.importorskip("models.reader")
    st.cache_resource.clear()
    monkeypatch.setattr(reading, "PAUSE", 300.0)
    real = AppTest.from_file(APP, default_timeout=300).run()
    assert not real.exception
    assert not real.error
    assert "lethal support" in text_of(real)
    assert data_of(real, "card")["card"]["label"] in {"Claim", "Contested claim"}
    st.cache_resource.clear()


def test_every_format_is_offered_and_csv_can_do_without_its_byte_order_mark(page):
    labels = {button.proto.label for button in page.get("download_button")}
    assert labels == {*(export.label for export in exports()), "Charts (PNG and SVG)"}
    page.toggle(key="export-mark").set_value(False).run()
    assert not page.exception
    assert {button.proto.label for button in page.get("download_button")} == labels


def test_an_article_says_where_it_comes_from_as_plain_text(page, monkeypatch):
    known = replace(article.analysis().article, source=article.HOSTILE, author="Ann\nOther", published="2026-11-20")
    record = replace(article.analysis(), article=known)
    monkeypatch.setattr(fake.FakeEngine, "analyse", lambda *_: record)
    assert not says(page, article.HOSTILE)
    paste(page, article.TEXT + " ")
    assert says(page, f"{article.HOSTILE} · Ann Other · 2026-11-20")
