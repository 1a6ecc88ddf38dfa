"""Narrative framing: articles with the frames that are true of them."""

import pytest

from framing.types import Frame
from training.datasets import narrative_framing
from training.errors import TrainingError

HEADER = "ID\tsource\tmbfc\tdate\ttext\tRE\tHI\tCO\tMO\tEC"


def row(identifier, text, *flags):
    return "\t".join((identifier, "the gazette", "left_bias", "2018-05-06", text, *flags))


def write(folder, *rows):
    path = folder / "x.tsv"
    path.write_text("\n".join((HEADER, *rows)) + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("place", "frame"),
    [*enumerate((Frame.RESPONSIBILITY, Frame.HUMAN_INTEREST, Frame.CONFLICT, Frame.MORALITY, Frame.ECONOMIC))],
)
def test_every_column_is_one_frame(tmp_path, place, frame):
    flags = ["True" if place == index else "False" for index in range(5)]
    (example,) = narrative_framing.read(write(tmp_path, row("4", "Dykes rise.", *flags)))
    assert example.frames == (frame,)


def test_quotes_lines_and_the_stray_bracket_are_read(tmp_path):
    path = write(
        tmp_path,
        row("0", '"The ""green"" plan\nstalls, and both parties blame it."', "True", "False", "True", "False", "True"),
        row("716", "Nothing new.", "False", "False", "False", "False", "False)"),
    )
    framed, bare = narrative_framing.read(path)
    assert framed.text == 'The "green" plan\nstalls, and both parties blame it.'
    assert framed.frames == (Frame.CONFLICT, Frame.ECONOMIC, Frame.RESPONSIBILITY)
    assert (framed.document, bare.document, bare.frames) == ("0", "716", ())


def test_an_article_without_any_flag_is_left_out(tmp_path):
    assert narrative_framing.read(write(tmp_path, row("405", "A report is out."))) == ()


def test_an_article_that_was_labelled_twice_is_one_document(tmp_path):
    rows = (row("330", "Fuel is dear.", *["True"] * 5), row("424", "Fuel is dear.", *["False"] * 5))
    assert [example.document for example in narrative_framing.read(write(tmp_path, *rows))] == ["330", "330"]


@pytest.mark.parametrize("flags", [("Yes", *["False"] * 4), ("True",), ("False", "True", "", "True", "True")])
def test_a_row_of_another_form_is_named(tmp_path, flags):
    rows = (row("1", "Rain fell.", *["False"] * 5), row("2", "Hail fell.", *flags))
    with pytest.raises(TrainingError, match=r"x\.tsv, line 3"):
        narrative_framing.read(write(tmp_path, *rows))
