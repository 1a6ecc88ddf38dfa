"""Emergent: headlines for and against a claim."""

import pytest

from training.datasets import emergent
from training.errors import TrainingError

HEADER = "id,claimHeadline,articleHeadline,articleHeadlineStance,articleId,claimId"


def write(folder, *rows):
    path = folder / "x.csv"
    path.write_text("\n".join((HEADER, *rows)) + "\n", encoding="utf-8")
    return path


def test_only_headlines_that_take_a_side_are_read_and_none_twice(tmp_path):
    path = write(
        tmp_path,
        '0,A goat sat as mayor,"Goat, 4, takes the mayor\'s chair",for,a1,c1',
        "1,A goat sat as mayor,Village says it has no goat,against,a2,c1",
        "2,A goat sat as mayor,Goat may have been mayor,observing,a3,c1",
        "3,A goat sat as mayor,Village says it has no goat,against,a4,c1",
    )
    agreeing, denying = emergent.read(path)
    assert (agreeing.first, agreeing.second) == ("A goat sat as mayor", "Goat, 4, takes the mayor's chair")
    assert (agreeing.label, denying.label) == ("strengthens", "weakens")
    assert {agreeing.document, denying.document} == {"c1"}


@pytest.mark.parametrize(
    "row",
    [
        "1,A goat sat,No goat,denying,a2,c1",
        "1,A goat sat,No goat,against,a2",
        "1,A goat sat,,against,a2,c1",
        "1,A goat",
    ],
)
def test_a_row_of_another_form_is_named(tmp_path, row):
    with pytest.raises(TrainingError, match=r"x\.csv, line 3"):
        emergent.read(write(tmp_path, "0,A goat sat,Goat sits,for,a1,c1", row))
