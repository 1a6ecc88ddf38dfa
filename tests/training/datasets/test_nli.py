"""Natural language inference, as CSV and as TSV."""

import pytest

from training.datasets import nli
from training.errors import TrainingError

CSV = "premise,hypothesis,label"
TSV = "index\tpremise\thypothesis\tgold_label\tnumber of correct responses (out of 100)"


def write(path, *rows):
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def test_every_label_of_the_csv_form(tmp_path):
    path = write(
        tmp_path / "x.csv",
        CSV,
        '"Two boats, one red, race.",Boats race.,entailment',
        '"Two boats, one red, race.",The boats lie still.,contradiction',
        '"Two boats, one red, race.",The red boat wins.,neutral',
    )
    pairs = nli.read(path)
    assert [pair.label for pair in pairs] == ["strengthens", "weakens", "unrelated"]
    assert {pair.first for pair in pairs} == {pair.document for pair in pairs} == {"Two boats, one red, race."}


def test_a_quote_of_the_tsv_form_swallows_no_rows(tmp_path):
    path = write(
        tmp_path / "x.tsv",
        TSV,
        '7\t"Stay, she said. \t"Stay!" was said.\tentailment\t98',
        "8\tHe left.\tHe stayed.\tcontradiction\t100",
    )
    first, second = nli.read(path)
    assert (first.first, first.second, first.document) == ('"Stay, she said.', '"Stay!" was said.', '"Stay, she said.')
    assert (first.label, second.label) == ("strengthens", "weakens")


@pytest.mark.parametrize("row", ["A boat.,A ship.,maybe", "A boat.,A ship.", "A boat.,,neutral", ",A ship.,neutral"])
def test_a_row_of_another_form_is_named(tmp_path, row):
    with pytest.raises(TrainingError, match=r"x\.csv, line 3"):
        nli.read(write(tmp_path / "x.csv", CSV, "A boat.,A ship.,neutral", row))


def test_no_constant_leads_to_the_non_commercial_part():
    assert not any("sick" in path.as_posix() for path in nli.PATHS)
