"""A corpus on the page: which folders open, what each view counts, and that every mark opens what it counts."""

import re
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from components import session
from components.corpora import asking, filters, opening, views
from components.corpora.charts import coverage, finish, shares, stances
from components.session import questions
from components.source import Source
from corpus.store import open_corpus
from framing.codec import from_json, to_json
from framing.edits import ChangeParagraph, RenameActor, actor_words, operation_to_json
from framing.types import ParagraphKind, Span
from samples.planned import OUTLETS, TARGET, WIRED, plan
from samples.planted import record
from samples.records import write_records
from sources.permission import FOLDERS, VARIABLE
from tests.components import article, planted
from tests.components.calm import assert_calm
from tests.components.opened import opened_page
from tests.components.streamlit_events import data_of, select


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return planted.write(tmp_path_factory.mktemp("planted") / "results")


@pytest.fixture(scope="module")
def corpus(folder):
    opened = open_corpus(folder)
    yield opened
    opened.close()


@pytest.fixture
def page(monkeypatch):
    with opened_page(monkeypatch) as page:
        yield page


def type_folder(page, folder) -> None:
    page.session_state[opening.POPOVER] = True
    page.run()
    page.text_input(key=opening.TYPED).set_value(str(folder))
    next(button for button in page.button if button.label == "Open").click()
    page.run()


@pytest.fixture
def opened(page, folder):
    type_folder(page, folder)
    return page


def show(page, view: str) -> None:
    page.segmented_control(key=views.VIEW).set_value(view).run()


def texts(page) -> list[str]:
    return [text.value for text in page.text]


def listed(page):
    """The table of what is open."""
    return page.dataframe[-1].value


def choose_row(page, number: int) -> None:
    """Choose a row of the table that is listed last; its key is the end of its id."""
    key = re.search(r"corpus-.*", page.dataframe[-1].proto.id).group()
    page.session_state[key] = {"selection": {"rows": [number], "columns": []}}
    page.run()


def twin(page, title: str):
    return next(box for box in page.selectbox if box.label == f"Marks of “{title}”")


def chart(page):
    (found,) = page.get("vega_lite_chart")
    return found


def is_shown(page) -> bool:
    return any(button.key == "close-corpus" for button in page.button)


# Which folders open


def test_a_typed_folder_takes_the_place_of_the_article_and_close_brings_it_back(opened):
    assert is_shown(opened)
    assert not any(item.key == "reader" for item in opened.get("bidi_component"))
    assert any(text.startswith("147 articles (135 texts) · 5 outlets") for text in texts(opened))
    opened.button(key="close-corpus").click().run()
    assert not is_shown(opened)
    assert data_of(opened, "reader-view")


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda path: path / "nowhere", "no such folder"),
        (lambda path: path, "no Parquet in article"),
        (lambda path: path / ("x" * 300), "File name too long"),
        (lambda path: torn(path), "write the results anew"),
        (lambda path: other(path), "of another version"),
    ],
    ids=["missing", "empty", "overlong", "torn", "other"],
)
def test_what_is_no_result_folder_is_refused_in_words(page, tmp_path, make, told):
    type_folder(page, make(tmp_path))
    assert not is_shown(page)
    (error,) = page.error
    assert "Not opened" in error.value
    assert told.split()[-1] in error.value.replace("\\", "")


def torn(path: Path) -> Path:
    """A run that was killed while it wrote."""
    written = planted.write(path / "torn")
    shard = next((written / "claims").glob("*.parquet"))
    shard.write_bytes(shard.read_bytes()[:100])
    return written


def other(path: Path) -> Path:
    written = planted.write(path / "other")
    shard = next((written / "claims").glob("*.parquet"))
    pq.write_table(pq.read_table(shard).drop_columns(["hedged"]), shard)
    return written


def test_on_a_server_no_path_can_be_typed_and_what_was_opened_by_one_closes(opened, monkeypatch, folder):
    monkeypatch.setenv(VARIABLE, "on")  # links are another matter
    monkeypatch.setenv(FOLDERS, "off")
    opened.run()
    assert not is_shown(opened)
    opened.session_state[opening.POPOVER] = True
    opened.run()
    assert not any(field.key == opening.TYPED for field in opened.text_input)
    opened.session_state[session.CORPUS] = asking.Opened(str(folder), "")
    opened.run()
    assert not is_shown(opened)


def test_folders_of_the_setting_are_offered_to_everybody_by_their_names(page, monkeypatch, folder):
    monkeypatch.setenv(FOLDERS, "off")
    monkeypatch.setenv(opening.VARIABLE, str(folder))
    page.session_state[opening.POPOVER] = True
    page.run()
    page.button(key="corpus-0").click().run()
    assert is_shown(page)
    assert not any(str(folder) in text for text in texts(page))
    assert "results" in texts(page)


def test_folders_of_one_name_are_told_apart():
    assert opening.offered({opening.VARIABLE: "/x/a/results:/x/b/results:/y/b/results:c/other:c/other"}) == {
        "a/results": "/x/a/results",
        "x/b/results": "/x/b/results",
        "y/b/results": "/y/b/results",
        "other": "c/other",
    }
    assert opening.offered({opening.VARIABLE: "results:/results"}) == {"results": "results", "/results": "/results"}
    assert opening.offered({}) == {}


@pytest.mark.parametrize("spoil", [lambda whole: bytes(len(whole)), lambda _: b"", None])
def test_what_breaks_while_it_is_open_is_told_in_words(page, tmp_path, spoil):
    written = planted.write(tmp_path / "results")
    type_folder(page, written)
    shard = next((written / "claims").glob("*.parquet"))
    if spoil is None:
        shard.unlink()
    else:
        shard.write_bytes(spoil(shard.read_bytes()))
    show(page, "Framing")
    assert "open the folder again" in page.error[0].value


# What the views count, and what their marks open


def test_every_mark_of_coverage_opens_its_articles(opened, corpus):
    found = coverage.rows(questions.coverage(corpus, questions.EVERYTHING))
    for mark in (0, len(found) - 1):
        twin(opened, "Coverage").set_value(mark).run()
        table = listed(opened)
        assert len(table) == found[mark].articles.all
        assert set(table["Outlet"]) == {found[mark].outlet or "no outlet named"}
    opened.button(key="corpus-clear").click().run()
    assert not opened.dataframe


def test_a_click_opens_what_the_keyboard_opens(opened):
    key = chart(opened).key
    select(opened, "vega_lite_chart", key, {"pick": [{"mark": 3}]})
    by_click = listed(opened).values.tolist()
    assert twin(opened, "Coverage").value == 3
    twin(opened, "Coverage").set_value(None).run()
    assert not opened.dataframe
    twin(opened, "Coverage").set_value(3).run()
    assert listed(opened).values.tolist() == by_click


def test_articles_without_a_day_are_counted_and_listed(opened):
    undated = [one for one in plan() if one.day is None]
    assert f"Not drawn: {len(undated)} articles without a day." in texts(opened)
    opened.button(key="corpus-undated").click().run()
    assert len(listed(opened)) == len(undated)
    assert set(listed(opened)["Day"]) == {""}
    twin(opened, "Coverage").set_value(0).run()
    assert set(listed(opened)["Day"]) != {""}
    opened.date_input(key=filters.SINCE).set_value(date(2024, 1, 1)).run()
    assert not any(text.startswith("Not drawn") for text in texts(opened))


@pytest.mark.parametrize("mark", [-1, 10_000, "0", None])
def test_what_is_no_mark_opens_nothing(opened, mark):
    select(opened, "vega_lite_chart", chart(opened).key, {"pick": [{"mark": mark}]})
    assert not opened.dataframe


def test_framing_opens_the_sentences_of_one_outlet(opened):
    show(opened, "Framing")
    options = twin(opened, "Framing by outlet").options
    planted_negative = next(place for place, words in enumerate(options) if words.startswith("Quayside Post, tone neg"))
    assert options[planted_negative] == f"Quayside Post, tone negative: {sum(OUTLETS[0].negative)}"
    twin(opened, "Framing by outlet").set_value(planted_negative).run()
    table = listed(opened)
    assert len(table) == sum(OUTLETS[0].negative)
    assert set(table["Outlet"]) == {"Quayside Post"}
    assert all(TARGET in words and "failure" in words for words in table["Sentence"])


def test_stances_open_their_sentences(opened):
    show(opened, "Stances")
    words = twin(opened, "Stances").options
    place = next(number for number, one in enumerate(words) if "opposing Paraguay, Jan 2024" in one)
    twin(opened, "Stances").set_value(place).run()
    table = listed(opened)
    assert len(table) == int(words[place].rsplit(": ", 1)[1])
    assert all("condemned" in sentence and day.startswith("2024-01") for sentence, day in zip(table["Sentence"], table["Day"], strict=True))  # fmt: skip


def test_dropped_denials_are_ranked_and_open_the_sentences_that_drop_them(opened, corpus):
    show(opened, "Dropped denials")
    first = questions.denials(corpus, questions.EVERYTHING)[0]
    assert opened.dataframe[0].value["Drop it"][0] == f"{first.once.count} of {first.once.n}"
    choose_row(opened, 0)
    table = listed(opened)
    assert len(table) == first.once.count
    twin(opened, "Who drops the denial").set_value(0).run()
    assert len(set(listed(opened)["Outlet"])) == 1


def test_without_an_index_it_says_what_to_run(page, tmp_path):
    folder = planted.write(tmp_path / "results")
    (folder / ".corpus" / "results.json").unlink()
    type_folder(page, folder)
    show(page, "Dropped denials")
    assert any("python -m corpus" in text for text in texts(page))


def test_filters_narrow_every_view(opened):
    opened.multiselect(key=filters.OUTLETS).set_value(["Lantern Weekly"])
    opened.date_input(key=filters.SINCE).set_value(date(2024, 1, 1))
    opened.date_input(key=filters.UNTIL).set_value(date(2024, 1, 31))
    opened.run()
    expected = [o for o in plan() if o.outlet == "Lantern Weekly" and o.day and o.day.month == 1 and o.day.year == 2024]
    assert any(text.startswith(f"{len(expected)} articles") for text in texts(opened))
    show(opened, "Articles")
    assert set(listed(opened)["Outlet"]) == {"Lantern Weekly"}
    opened.text_input(key=filters.TEXT).set_value("nowhere to be found").run()
    assert "No article passes the filter." in texts(opened)


def test_days_in_the_wrong_order_are_told(opened):
    opened.date_input(key=filters.SINCE).set_value(date(2024, 2, 1))
    opened.date_input(key=filters.UNTIL).set_value(date(2024, 1, 1))
    opened.run()
    assert "give the earlier day first" in opened.error[0].value


def test_an_actor_filters_articles_and_is_whose_framing_is_shown(opened):
    opened.selectbox(key=filters.ACTOR).set_value("Ecuador").run()
    show(opened, "Framing")
    assert opened.selectbox(key=views.WHOM).value == "Ecuador"
    assert {words.split(", ")[1].split(":")[0] for words in twin(opened, "Framing by outlet").options} == {
        "claims contested",
        "claims hedged",
    }


def test_a_sentence_leads_to_its_place_in_the_article(page, tmp_path):
    write_records([(0, article.analysis())], tmp_path, input_="one")
    type_folder(page, tmp_path)
    show(page, "Framing")
    page.selectbox(key=views.WHOM).set_value("Veria").run()
    marks = twin(page, "Framing by outlet")
    marks.set_value(next(n for n, words in enumerate(marks.options) if words.endswith("tone negative: 1"))).run()
    choose_row(page, 0)
    words = listed(page)["Sentence"][0]
    assert f"“{words}”" in texts(page)
    page.button(key="corpus-read").click().run()
    assert not is_shown(page)
    assert page.session_state[session.SOURCE].data == article.TEXT
    at = article.analysis().sentences[data_of(page, "reader-view")["at"]]
    assert article.TEXT[at.start : at.end] == words


def read_first(page, folder) -> None:
    type_folder(page, folder)
    show(page, "Articles")
    choose_row(page, 0)
    page.button(key="corpus-read").click().run()


def test_an_article_is_shown_as_the_run_has_read_it(page, tmp_path):
    """The engine of the page knows nothing of this text, and is not asked."""
    stored = record(plan()[0])
    write_records([(0, stored)], tmp_path, input_="one")
    read_first(page, tmp_path)
    assert not is_shown(page)
    source = page.session_state[session.SOURCE]
    assert session.finished(source) == stored
    assert stored.claims
    renamed = RenameActor(actor_words(stored, 0), "Corrected")
    corrected = source._replace(edits=(operation_to_json(renamed),))
    assert session.finished(corrected).actors[0].name == "Corrected"
    assert session.finished(source._replace(record=None)) is None


def unlawful(text: str) -> str:
    stored = from_json(text)
    return to_json(
        replace(
            stored, claims=(replace(stored.claims[0], contested=not stored.claims[0].contested), *stored.claims[1:])
        )
    )


@pytest.mark.parametrize(
    "spoil",
    [lambda text: text.replace("hedgerow/1", "hedgerow/9"), lambda _: "{", unlawful],
    ids=["version", "torn", "unlawful"],
)
def test_an_article_whose_record_does_not_fit_is_read_anew(page, tmp_path, spoil):
    write_records([(0, article.analysis())], tmp_path, input_="one")
    path = next((tmp_path / "records").glob("*.parquet"))
    table = pq.read_table(path)
    rows = [{**row, "record": spoil(row["record"])} for row in table.to_pylist()]
    pq.write_table(pa.Table.from_pylist(rows, table.schema), path)
    read_first(page, tmp_path)
    assert page.session_state[session.SOURCE] == Source(article.analysis().article.title or "", article.TEXT)
    assert data_of(page, "reader-view")


def test_a_paragraph_of_a_stored_record_is_corrected_by_a_new_reading(page, tmp_path):
    stored = article.analysis()
    source = Source("", stored.article.text, record=to_json(stored))
    at = stored.paragraphs[-1]
    change = ChangeParagraph(Span(at.start, at.end), ParagraphKind.BOILERPLATE)
    cut = source._replace(edits=(operation_to_json(change),))
    assert cut.key != source.key
    document = session._document(cut)
    assert (document.text, document.source) == (stored.article.text, stored.article.source)
    assert [block.included for block in document.blocks][-1] is False
    assert [block.kind for block in document.blocks][:-1] == [one.kind for one in stored.paragraphs][:-1]


def test_an_article_without_a_text_says_so(page, tmp_path):
    write_records([(0, article.analysis())], tmp_path, input_="one")
    shutil.rmtree(tmp_path / "paragraphs")
    shutil.rmtree(tmp_path / "records")
    type_folder(page, tmp_path)
    show(page, "Articles")
    choose_row(page, 0)
    page.button(key="corpus-read").click().run()
    assert is_shown(page)
    assert any(text.startswith("The run kept no text") for text in texts(page))


# The tables of the charts


def test_coverage_has_a_piece_for_texts_and_one_for_reprints(corpus):
    found = coverage.rows(questions.coverage(corpus, questions.EVERYTHING))
    table = coverage.table(found, questions.Window.WEEK)
    dated = [one for one in plan() if one.day is not None]
    assert table.drop_duplicates("mark")["count"].sum() == len(dated)
    assert table[table["label"] == "reprinted"]["mark"].nunique() > 0
    assert (table["open"] == (table["n"] < 3)).all()
    assert (table["top"] < table["bottom"]).all()
    wire = table[(table["outlet"] == "Northline Agency")].drop_duplicates("mark")
    assert wire["count"].sum() == WIRED


def test_a_month_ends_where_the_next_begins(corpus):
    found = coverage.rows(questions.coverage(corpus, questions.EVERYTHING, questions.Window.MONTH))
    table = coverage.table(found, questions.Window.MONTH)
    ends = set(table[table["start"] == "2024-02-01"]["end"])
    assert ends == {"2024-03-01"}
    assert_calm(finish("x", table, coverage.draw))


@pytest.mark.parametrize(("days", "first"), [(100, "day"), (1000, "week"), (5000, "month")])
def test_windows_are_offered_that_can_be_told_apart(days, first):
    until = date.fromordinal(date(2000, 1, 1).toordinal() + days)
    assert str(coverage.fitting(date(2000, 1, 1), until)[0]) == first


def test_small_shares_are_open_and_have_no_interval():
    parts = [
        shares.Part("A", "x", questions.Share(1, 2), None),
        shares.Part("B", "x", questions.Share(1, 4), None),
        shares.Part("C", "x", questions.Share(0, 0), None),
    ]
    table = shares.table(parts, {"empty": "nothing", "x": "x"})
    assert table["open"].tolist() == [True, False]
    assert table["low"].isna().tolist() == [True, False]
    assert table["left"].tolist() == [0.0, 0.0]
    drawing = finish("x", table, shares.draw)
    assert drawing.rows[0]["low"] is None
    assert_calm(drawing)


def test_a_label_that_an_outlet_never_gives_is_a_share_of_none():
    row = questions.Framed(None, "A", "Post", "dispute", "uncontested", questions.Share(4, 4), questions.Share(3, 3))
    (found,) = shares.of_label([row], "contested")
    assert (found.label, found.share, found.once) == ("contested", questions.Share(0, 4), questions.Share(0, 3))
    assert shares.of_label([row], "uncontested") == [row]


def test_pieces_of_a_cell_fill_its_width(corpus):
    counting = questions.Counting(window=questions.Window.MONTH)
    arrows = stances.rows(questions.network(corpus, questions.EVERYTHING, counting), once=True)
    table = stances.table(arrows, questions.Window.MONTH, once=True)
    widths = (table["end"] - table["start"]).groupby([table["pair"], table["column"]]).sum()
    assert widths.round(6).eq(stances.CELL).all()
    assert_calm(finish("x", table, stances.draw))
    assert table["mark"].tolist() == list(range(len(arrows)))


# Texts


def test_the_text_of_an_article_has_its_words_where_they_stood(corpus, folder):
    place = questions.tone_places(
        corpus,
        questions.EVERYTHING,
        questions.Counting(),
        next(row for row in questions.tones(corpus, questions.EVERYTHING, questions.Counting())),
    )[0]
    text = questions.text_of(corpus, place.article.key)
    assert text is not None
    assert text[place.start : place.end] == place.words


def test_a_run_that_kept_no_paragraphs_has_no_text(tmp_path):
    folder = planted.write(tmp_path / "bare")
    shutil.rmtree(folder / "paragraphs")
    with_none = open_corpus(folder)
    assert questions.text_of(with_none, questions.Key("planted", 0)) is None
    with_none.close()
