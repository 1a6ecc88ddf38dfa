"""A contract over all charts, and the figures of each on the hand-made record."""

import json
from dataclasses import replace

import pandas as pd
import pytest

from components.charts import PICK, SHOWN_ACTORS, describe, discover
from components.charts.stance_matrix import table as stances
from components.charts.tone_toward import table as tones
from components.charts.voice_certainty import table as claims
from framing.types import Stance, StanceReading
from tests.components import article

CHARTS = discover()
each_chart = pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.title)


def test_three_charts_in_their_order():
    assert [chart.title for chart in CHARTS] == [
        "Voice and certainty of its claims",
        "Tone toward it",
        "Stance of one side toward another",
    ]


@each_chart
@pytest.mark.parametrize("unsure", [False, True])
def test_a_table_has_what_every_chart_needs(chart, unsure):
    table = chart.table(article.analysis(), unsure)
    assert {"actor", "count", "n", "open", "aside"} <= set(table.columns)
    assert table["actor"].nunique() <= SHOWN_ACTORS
    assert (table["open"] == (table["n"] < 3)).all()


@each_chart
def test_an_empty_record_gives_an_empty_table_with_its_columns(chart):
    table = chart.table(article.bare("Calm."), False)
    assert table.empty
    assert "actor" in table.columns


@each_chart
def test_a_drawing_is_the_same_twice_and_offers_the_selection(chart):
    table = chart.table(article.analysis(), False)
    first, second = chart.draw(table).to_json(), chart.draw(table).to_json()
    assert first == second
    assert PICK in [param["name"] for param in json.loads(first)["params"]]


@each_chart
def test_only_small_groups_are_drawn_open(chart):
    spec = chart.draw(chart.table(article.analysis(), False)).to_json()
    condition = {"test": "datum.open", "value": 0.0}
    found = [
        layer["encoding"]["fillOpacity"] for layer in json.loads(spec)["layer"] if "fillOpacity" in layer["encoding"]
    ]
    assert [item["condition"] for item in found] == [condition]


@each_chart
def test_the_description_names_every_actor(chart):
    table = chart.table(article.analysis(), True)
    assert all(name in describe(chart, table) for name in set(table["actor"]))


def groups(table: pd.DataFrame, *columns: str) -> dict:
    return {
        row[: len(columns)]: row[len(columns)] for row in table[[*columns, "count"]].itertuples(index=False, name=None)
    }


def test_claims_count_under_their_side_and_without_unsure_ones():
    table = claims(article.analysis(), False)
    assert groups(table, "actor", "voice", "certainty") == {
        ("Oskar", "quoted", "certain"): 1,
        ("Oskar", "paraphrased", "probable"): 1,
        ("Oskar", "paraphrased", "certain"): 1,
        ("Daily Post", "paraphrased", "possible"): 1,
    }
    assert dict(zip(table["actor"], table["open"], strict=True)) == {"Oskar": False, "Daily Post": True}
    assert "the union" in set(claims(article.analysis(), True)["actor"])


def test_tone_keeps_the_author_apart_from_others():
    table = tones(article.analysis(), False)
    assert groups(table, "actor", "voice", "tone") == {
        ("Veria", "author", "negative"): 1,
        ("Veria", "author", "neutral"): 1,
        ("Veria", "author", "positive"): 1,
        ("Veria", "others", "negative"): 1,
    }
    by_voice = dict(zip(table["voice"], table["open"], strict=True))
    assert by_voice == {"author": False, "others": True}
    assert "Oskar" in set(tones(article.analysis(), True)["actor"])


def test_the_neutral_piece_is_centred():
    table = tones(article.analysis(), False)
    neutral = table[table["tone"] == "neutral"]
    assert (neutral["start"] == -neutral["end"]).all()
    assert ((table["end"] - table["start"]) == table["count"]).all()


@pytest.mark.parametrize(
    ("labels", "leaning", "figure"),
    [
        ([Stance.OPPOSES], "opposes", "1−"),
        ([Stance.OPPOSES, Stance.NEUTRAL, Stance.NEUTRAL], "neutral", "1− 2·"),
        ([Stance.OPPOSES, Stance.SUPPORTS], "neutral", "1− 1+"),
        ([Stance.SUPPORTS] * 3, "supports", "3+"),
    ],
)
def test_a_cell_leans_where_most_readings_do(labels, leaning, figure):
    readings = tuple(StanceReading(article.BRANDT, article.VERIA, 2, label, None, (), False) for label in labels)
    table = stances(replace(article.analysis(), stances=readings), False)
    (cell,) = table.itertuples()
    assert (cell.actor, cell.target, cell.leaning, cell.figure) == ("Oskar", "Veria", leaning, figure)
    assert cell.open == (len(labels) < 3)
