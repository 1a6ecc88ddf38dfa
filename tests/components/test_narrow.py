"""Charts on a narrow screen: words neither run into each other nor over the edge."""

import re
from itertools import pairwise

import pytest

from components.charts import certainty, contested, course, finish, stance, tone, voice
from components.charts.room import DRAWN, NAMES
from components.corpora.charts import finish as finish_shares
from components.corpora.charts import shares
from components.drawing import draw
from components.session import questions
from framing.grouping import Counting, Level
from tests.components.article import analysis

WIDTH = 340  # pixels
LETTER = 5.0  # pixels that a letter of a figure has at least
TEXT = re.compile(r'<text[^>]*translate\((-?[\d.]+),(-?[\d.]+)\)[^>]*font-size="11px"[^>]*>([^<]+)</text>')


def texts(drawing) -> list[tuple[float, float, str]]:
    """Figures and headings with their places in the drawing of the rows."""
    spec = {**drawing.choosing(None, None), "width": WIDTH}
    (picture,) = draw([spec], {})
    return [(float(x), float(y), words) for x, y, words in TEXT.findall(picture.svg)]


def test_headings_of_columns_are_cut_before_the_next_one():
    counting = Counting(Level.ACTOR, unsure=True)
    table = stance.table(analysis(), counting)
    table["target"] = "Commission for the Coordination of Harbours"
    heads = [words for _, y, words in texts(finish(stance.CHART, table)) if y < 0]
    assert heads
    assert all(words.endswith("…") and len(words) * LETTER < WIDTH / stance.COLUMNS for words in heads)


@pytest.mark.parametrize(
    "chart", [certainty.CHART, course.CHART, stance.CHART, tone.CHART, voice.CHART], ids=lambda chart: chart.title
)
def test_names_are_whole_where_there_is_room(chart):
    table = chart.table(analysis(), Counting())
    table["actor"] = "Commission for Harbours of the North"
    (picture,) = draw([{**finish(chart, table).choosing(None, None), "width": DRAWN}], {})
    assert ">Commission for Harbours of the North<" in picture.svg


@pytest.mark.parametrize(
    ("pair", "shown"),
    [
        ("Oskar ← Veria", "Oskar ← Veria"),
        ("Little Islets ← Veria", "Little Islets ← Veria"),
        ("Oskar ← Commission for Harbours of the North", "Oskar ← Commission for Harbou[^<]*…"),
        ("Commission for Harbours of the North ← Owners of Ships", "Commission for[^<]*… ← Owners of Ships"),
        ("Commission for Harbours of the North ← Confederation of the Owners", "Commission[^<]*… ← Confeder[^<]*…"),
    ],
)
def test_of_a_pair_both_names_are_seen(pair, shown):
    table = contested.table(analysis(), Counting())
    table["pair"] = pair
    (picture,) = draw([{**finish(contested.CHART, table).choosing(None, None), "width": WIDTH}], {})
    assert re.search(f">{shown}<", picture.svg)


def test_figures_behind_long_bars_end_inside():
    table = certainty.table(analysis(), Counting())
    table["figure"] = "100 % human interest (44–100)"
    figures = [(x, words) for x, _, words in texts(finish(certainty.CHART, table)) if words.startswith("100")]
    assert figures
    assert all(x + len(words) * LETTER < WIDTH - NAMES for x, words in figures)


@pytest.mark.parametrize("paragraphs", [1, 40])
def test_figures_of_the_course_end_inside(paragraphs):
    table = course.table(analysis(), Counting())
    table["paragraph"] = [1 + number % paragraphs for number in range(len(table))]
    figures = [(x, words) for x, _, words in texts(finish(course.CHART, table)) if words.startswith("speaking")]
    assert figures
    assert all(x + len(words) * LETTER < WIDTH - 92 for x, words in figures)


def test_figures_of_shares_end_before_the_next_panel():
    panels = {"contested": "claims contested", "hedged": "claims hedged", "negative": "tone negative"}
    parts = [shares.Part("Post", panel, questions.Share(13, 34), None) for panel in panels]
    drawing = finish_shares("Framing", shares.table(parts, panels), shares.draw)
    found = texts(drawing)
    heads = sorted(x for x, y, _ in found if y < 0)
    figures = sorted((x, words) for x, y, words in found if y >= 0)
    assert [words for _, words in figures] == ["13/34"] * 3
    assert all(x + len(words) * LETTER < head for (x, words), (_, head) in zip(figures, pairwise(heads), strict=False))
