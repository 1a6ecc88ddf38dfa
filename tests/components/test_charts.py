"""A contract over all charts, and the shape of each on hand-made records."""

import json
from itertools import pairwise

import altair as alt
import pytest
from altair.utils.schemapi import validate_jsonschema

from components.charts import SHARED, discover, finish, frame, style
from components.charts.certainty import table as certainty
from components.charts.contested import table as contested
from components.charts.course import table as course
from components.charts.frames import table as frames
from components.charts.room import MOST, NAMES, names_room
from components.charts.stance import table as stances
from components.charts.style import PICK, order, share_told
from components.charts.tone import APART
from components.charts.tone import table as tones
from components.charts.voice import table as voices
from framing.grouping import OTHERS, Counting, Level, Tally
from tests.components import article
from tests.components.calm import assert_calm
from tests.framing.counted import RECORDS, crowd, framed, held

CHARTS = discover()
ALL = Counting(Level.ACTOR, unsure=True)
each_chart = pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.title)
KIND = ("voice", "certainty", "tone", "stance", "contests", "frames", "course")  # in the order of the charts


def luminance(colour: str) -> float:
    """Of `#rrggbb`, as WCAG defines it."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def palettes() -> dict[str, dict[str, str]]:
    modules = {chart.title: chart.draw.__globals__ for chart in CHARTS}
    return {title: names["COLOURS"] for title, names in modules.items()}


def test_the_charts_in_their_order():
    assert [chart.title for chart in CHARTS] == [
        "Voice",
        "Certainty of its claims",
        "Tone toward it",
        "Stance of one toward another",
        "Contested claims",
        "Frames (experimental)",
        "Along the article",
    ]


@each_chart
@pytest.mark.parametrize("record", RECORDS.values(), ids=RECORDS.keys())
@pytest.mark.parametrize("counting", [Counting(), ALL], ids=["sides", "actors"])
def test_a_table_has_a_row_for_each_mark_and_loses_nothing(chart, record, counting):
    table = chart.table(record, counting)
    assert list(table.columns)[: len(SHARED)] == SHARED
    assert list(table["mark"]) == list(range(len(table)))
    assert table["words"].is_unique
    assert (table["open"] == (table["n"] < 3)).all()
    assert table["count"].sum() == held(record, counting)[KIND[chart.place]]
    assert table["actor"].nunique() <= counting.rows


@each_chart
def test_a_drawing_is_the_same_twice_and_offers_the_selection(chart):
    table = chart.table(framed(), ALL)
    first, second = finish(chart, table), finish(chart, table)
    assert first == second
    assert [param["name"] for param in first.spec["params"]] == [PICK]
    assert json.loads(json.dumps(first.choosing(None, None), allow_nan=False))


@each_chart
def test_what_is_drawn_unchecked_is_valid_vega_lite(chart):
    spec = finish(chart, chart.table(framed(), ALL)).choosing(None, None)
    assert validate_jsonschema(spec, alt.TopLevelSpec._schema, alt.LayerChart._rootschema, raise_error=False) is None


def test_names_have_the_room_that_the_longest_needs_and_the_drawing_leaves():
    assert names_room(["Oskar"], 200) == str(NAMES)
    assert f"min({MOST}, " in names_room(["Oskar", "Commission for the Coordination of Harbours and of Ferries"], 200)
    assert names_room(["Oskar → Veria"], 200, least=150) == names_room(["Oskar → Veria"], 500, least=150)


@each_chart
def test_a_browser_has_nothing_to_warn_of(chart):
    assert_calm(finish(chart, chart.table(framed(), ALL)))


@each_chart
def test_small_groups_are_open_and_told_in_numbers(chart):
    drawing = finish(chart, chart.table(framed(), ALL))
    conditions = [
        layer["encoding"]["fillOpacity"]["condition"]
        for layer in drawing.spec["layer"]
        if "fillOpacity" in layer["encoding"]
    ]
    assert conditions == [{"test": "datum.open", "value": 0.0}]
    small = [row for row in drawing.rows if row["open"]]
    assert small
    assert all(any(letter.isdigit() for letter in row["figure"]) for row in small)


@each_chart
def test_a_drawing_tells_its_actors_and_keeps_sentences_to_itself(chart):
    table = chart.table(framed(), ALL)
    drawing = finish(chart, table)
    assert all(name in drawing.description for name in set(table["actor"]))
    sent = drawing.choosing(None, None)["data"]["values"]
    assert not {"sentences", "side", "sides"} & set(sent[0])


@each_chart
def test_what_is_not_chosen_is_faded(chart):
    drawing = finish(chart, chart.table(framed(), ALL))

    def bright(side, mark):
        rows = drawing.choosing(side, mark)["data"]["values"]
        return [row["mark"] for row in rows if not row["aside"]]

    assert bright(None, None) == [row["mark"] for row in drawing.rows]
    assert bright("Oskar", None) == [row["mark"] for row in drawing.rows if "Oskar" in row["sides"]]
    assert bright("Veria", 0) == [0]


@each_chart
def test_figures_of_what_is_not_chosen_stay_legible(chart):
    layers = finish(chart, chart.table(framed(), ALL)).spec["layer"]
    faded = [
        layer["encoding"]["opacity"]["condition"]["value"]
        for layer in layers
        if layer["mark"]["type"] == "text" and "opacity" in layer["encoding"]
    ]
    assert faded
    assert set(faded) == {style.FADED_TEXT}


@each_chart
def test_nothing_is_drawn_of_an_empty_record(chart):
    assert finish(chart, chart.table(article.bare("Calm."), Counting())).rows == []


@pytest.mark.parametrize(("title", "colours"), palettes().items(), ids=palettes().keys())
def test_colours_part_from_the_paper_and_neighbours_in_lightness(title, colours):
    assert all(contrast(colour, paper) >= 3 for colour in colours.values() for paper in style.PAPERS)
    names = list(colours.values())
    neighbours = list(pairwise(names))
    if title == "Voice":
        neighbours.remove((style.SLATE, style.BROWN))  # the two bars of an actor
    assert min(contrast(one, other) for one, other in neighbours) > 1.25


def test_others_come_last():
    tallies = [Tally(f"9{OTHERS}", "", "", 9, 9, (0,), "", ()), Tally("A", "", "", 1, 1, (0,), "A", ("A",))]
    assert order(frame(tallies, lambda tally: tally.actor)) == ["A", f"9{OTHERS}"]


def test_a_share_is_told_with_its_interval():
    assert share_told(2, 3, "certain") == "67 % certain (21–94)"
    assert share_told(2, 2, "certain") == "n = 2"


def test_pieces_of_a_voice_add_up_to_its_share():
    table = voices(article.analysis(), Counting())
    for (_, _), pieces in table.groupby(["actor", "part"]):
        assert pieces["share"].sum() == pytest.approx(pieces["edge"].iloc[0])
    assert table[table["part"] == "form"]["share"].sum() == pytest.approx(1)
    assert set(table["figure"]) == {"32 %, n = 1", "68 %, n = 3"}


def test_certainty_tells_the_certain_share():
    table = certainty(article.analysis(), Counting())
    assert dict(zip(table["words"], table["sentences"], strict=True)) == {
        "Daily Post, possible": (1,),
        "Oskar, certain": (2, 6),
        "Oskar, probable": (6,),
    }
    assert set(table["figure"]) == {"n = 1", "67 % certain (21–94)"}


def test_tone_keeps_the_author_apart_from_others():
    table = tones(article.analysis(), Counting()).set_index("words")
    assert list(table.index) == [
        "Veria, negative, by the author",
        "Veria, neutral, by the author",
        "Veria, negative, by other actors",
        "Veria, positive, by the author",
    ]
    assert list(table["centre"]) == [0, 0, APART, 0]
    assert list(table["open"]) == [False, False, True, False]
    assert list(table["figure"]) == ["1− 1· 1+"] * 2 + ["1−", "1− 1· 1+"]


def test_the_neutral_piece_is_centred_and_whiskers_are_for_large_groups():
    negative, neutral, small, positive = tones(article.analysis(), Counting()).itertuples()
    assert neutral.start == pytest.approx(-neutral.end)
    assert negative.start == pytest.approx(-positive.start)
    assert negative.end - negative.start == pytest.approx(-1 / 3)
    assert negative.high < negative.end < negative.low < negative.start
    assert positive.start < positive.low < positive.end < positive.high
    assert [neutral.low, small.low] == pytest.approx([float("nan")] * 2, nan_ok=True)


def test_the_pieces_of_a_cell_share_its_width():
    table = stances(crowd(), Counting(rows=99))
    assert ((table["end"] - table["start"]) > 0.9).all()
    assert table.loc[table["actor"] == "State 2", "figure"].tolist() == ["3−"]
    assert (table["column"] == table["start"]).all()


def test_a_stance_is_told_as_a_sentence():
    table = stances(article.analysis(), Counting(unsure=True))
    assert list(table["words"]) == ["Oskar opposing Veria", "the union supporting Oskar"]


def test_contests_stand_under_the_pair():
    table = contested(article.analysis(), Counting())
    (row,) = table.itertuples()
    assert (row.words, row.pair, row.figure) == ("claims of Oskar, denied by Veria", "Oskar ← Veria", "1")
    assert row.sentences == (3,)


def test_frames_tell_the_most_frequent_one():
    table = frames(framed(), Counting(unsure=True)).set_index("words")
    assert table.loc["Veria, conflict", "figure"] == "50 % conflict (15–85)"
    assert table.loc["the union, economic", "figure"] == "n = 1"


def test_the_course_numbers_paragraphs_as_the_page_does():
    table = course(article.analysis(), Counting()).set_index("words")
    assert table.loc["Oskar, speaking, paragraph 4", ["paragraph", "count"]].tolist() == [4, 2]
    assert table.loc["Veria, named, paragraph 3", "sentences"] == (2, 3)
