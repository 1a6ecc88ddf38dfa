"""The gate as a command, on rows of its own: what it prints, writes and ends with."""

from dataclasses import replace

import pytest

from benchmarks import gate
from benchmarks.floors import Floor, FloorError, Row, read_floors, write_floors
from benchmarks.rows import CHOSEN, GOLD, PAIRED, SPLITS, files_sha256, ledger_rows, pair_rows, rows_of, split_sha256
from framing.types import Tones
from models.heads import HEADS
from tests.builders import analysis
from training.errors import TrainingError
from training.evaluate import Measured
from training.examples import ClaimPair, Example

DATA, OTHER = "a" * 64, "b" * 64
CLAIMS = Row("ledger", "frozen", "claims F1", 0.912, DATA)
STANCE = Row("stance", "dse_valid", "macro-F1", 0.6537, DATA)
ERROR = Row("stance", "dse_valid", "ECE", 0.0213, DATA)


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """Run the gate over given rows and floors; gives its exit code, what it printed, and the floors afterwards."""
    path = tmp_path / "floors.toml"
    monkeypatch.setattr(gate, "FLOORS", path)
    monkeypatch.delenv("HEDGEROW_DATA", raising=False)

    def start(rows, floors, *arguments, data=True):
        write_floors(path, floors)
        asked = []
        monkeypatch.setattr(gate, "measured", lambda _, folder: asked.append(folder) or iter(rows))
        code = gate.main([*arguments, *(("--data", str(tmp_path)) if data else ())])
        assert asked == ([tmp_path] if data else [None])
        return code, capsys.readouterr().out, read_floors(path)

    return start


def floors(*rows, less=0.0):
    return {row.name: Floor(round(row.value - less, 3), row.sha256) for row in rows}


def test_an_open_gate_shows_every_row_beside_its_floor(run):
    pinned = {**floors(CLAIMS, STANCE, less=0.01), ERROR.name: Floor(0.03, DATA)}
    code, out, after = run([CLAIMS, STANCE, ERROR], pinned)
    assert (code, after) == (0, pinned)
    lines = [[cell.strip() for cell in line.strip("|").split("|")] for line in out.splitlines() if "|" in line]
    assert lines[0] == list(gate.COLUMNS)
    assert ["stance", "dse_valid", "macro-F1", "0.654", "0.644", "holds", "", ""] in lines
    assert ["stance", "dse_valid", "ECE", "0.021", "0.030", "holds", "0.060", "the reach"] in lines
    assert out.endswith("The gate is open.\n")


def test_a_figure_below_its_floor_shuts_the_gate(run):
    pinned = floors(CLAIMS, STANCE, less=-0.1)
    code, out, after = run([CLAIMS, STANCE], pinned)
    assert (code, after) == (1, pinned)
    assert "FAILS  stance/dse_valid/macro-F1: 0.6537 is below its floor of 0.754\n" in out
    assert out.endswith("The gate is shut: 2 broken.\n")


def test_other_data_and_a_missing_row_shut_the_gate(run):
    assert run([STANCE], {STANCE.name: Floor(0.1, OTHER)})[0] == 1
    code, out, _ = run([CLAIMS], {**floors(CLAIMS, less=0.01), **floors(STANCE)})
    assert code == 1
    assert "FAILS  stance/dse_valid/macro-F1: has a floor and was not measured" in out


def test_without_data_the_rest_is_named_and_excused(run):
    code, out, _ = run([CLAIMS], {**floors(CLAIMS, less=0.01), **floors(STANCE, ERROR)}, data=False)
    assert code == 0
    assert "Not measured, because HEDGEROW_DATA names no folder: 2 rows of\n  stance/dse_valid\n" in out


def test_without_data_the_ledger_is_not_excused(run):
    code, out, _ = run([], floors(CLAIMS, STANCE), data=False)
    assert code == 1
    assert "FAILS  ledger/frozen/claims F1: has a floor and was not measured" in out


def test_an_update_adds_and_raises_but_lowers_nothing(run):
    before = {STANCE.name: Floor(0.6, DATA), ERROR.name: Floor(0.01, DATA)}
    code, out, after = run([CLAIMS, STANCE, ERROR], before, "--update")
    assert after == {CLAIMS.name: Floor(0.912, DATA), STANCE.name: Floor(0.653, DATA), ERROR.name: Floor(0.01, DATA)}
    assert code == 1
    assert "0.0213 is above its ceiling of 0.010" in out


def test_a_row_is_lowered_by_its_name_alone(run):
    before = floors(CLAIMS, STANCE, less=-0.05)
    code, _, after = run([CLAIMS, STANCE], before, "--lower", STANCE.name)
    assert after == {**before, STANCE.name: Floor(0.653, DATA)}
    assert code == 1  # the other one is still broken
    code, _, after = run([CLAIMS, STANCE], before, "--lower", STANCE.name, "--lower", CLAIMS.name)
    assert (code, after) == (0, {CLAIMS.name: Floor(0.912, DATA), STANCE.name: Floor(0.653, DATA)})


def test_an_unknown_name_changes_nothing(run):
    before = floors(STANCE, less=-0.05)
    code, out, after = run([STANCE], before, "--update", "--lower", "stance/dse/F1")
    assert (code, out, after) == (2, "", before)


def test_unusable_input_ends_with_2(tmp_path, monkeypatch):
    monkeypatch.setattr(gate, "FLOORS", tmp_path / "floors.toml")
    assert gate.main(["--data", str(tmp_path / "none")]) == 2
    (tmp_path / "floors.toml").write_text("[[[", encoding="utf-8")
    assert gate.main([]) == 2


def test_the_floors_of_the_project_can_be_read():
    for name, floor in read_floors(gate.FLOORS).items():
        assert floor.figure >= 0
        assert len(floor.sha256) == 64
        assert name.count("/") == 2


def test_what_is_published_is_of_rows_that_can_be_measured():
    heads = {head.name for head in HEADS}
    for name, (best, whose) in gate.read_published().items():
        head, split, metric = name.split("/")
        assert head in heads
        assert split in SPLITS
        assert metric not in CHOSEN
        assert 0 < best < 1
        assert whose


def read_nothing(text):
    """An analysis that found nothing in the text."""
    plain = analysis()
    return replace(
        plain,
        article=replace(plain.article, text=text),
        **dict.fromkeys(("actors", "claims", "hedges", "contests", "silences", "stances", "acts"), ()),
        tones=Tones(),
    )


def test_the_ledger_gives_each_measure_of_each_part():
    rows = list(ledger_rows(read_nothing))
    assert {row.data for row in rows} == set(GOLD)
    assert len({row.name for row in rows}) == len(rows) == 2 * 11
    assert len({row.sha256 for row in rows}) == 2
    claims = next(row for row in rows if row.name == "ledger/development/claims F1")
    assert claims.value == 0  # an analysis without claims finds none of the gold's


def test_the_pairs_give_precision_and_recall_of_each_part():
    rows = list(pair_rows(read_nothing, None))
    assert {row.data for row in rows} == set(PAIRED)
    assert len({row.sha256 for row in rows}) == 2
    assert {(row.metric, row.value) for row in rows} == {("precision", 1), ("recall", 0)}  # nothing was reported


def test_the_pairs_need_no_data_from_outside():
    assert gate.not_due(["pairs/blind/recall", "stance/dse_valid/ECE"], None) == {"stance/dse_valid/ECE"}


def test_what_follows_from_a_chosen_threshold_has_no_floor():
    rows = rows_of(Measured("act", "plover_report", 9, {"macro-F1": 0.5, "sure": 0.9, "accuracy when sure": 0.7}), DATA)
    assert [(row.name, row.value) for row in rows] == [("act/plover_report/macro-F1", 0.5)]


def test_a_digest_follows_names_contents_and_the_cut(tmp_path):
    folder = tmp_path / "claimdiff"
    folder.mkdir()
    (folder / "a.json").write_text("1", encoding="utf-8")
    pair, other = ClaimPair("A.", "B.", "d", "weakens"), ClaimPair("C.", "D.", "d", "weakens")

    def digest(*samples):
        return split_sha256(tmp_path, "claimdiff_report", samples)

    first = digest(pair, other)
    assert digest(pair, other) == first
    assert digest(pair) != first
    assert digest(other, pair) != first
    (folder / "a.json").write_text("2", encoding="utf-8")
    changed = digest(pair, other)
    (folder / "a.json").rename(folder / "b.json")
    assert len({first, changed, digest(pair, other)}) == 3


def test_a_digest_is_of_the_texts_not_of_the_answers(tmp_path):
    (tmp_path / "plover").mkdir()
    (tmp_path / "plover" / "a.tsv").write_text("1", encoding="utf-8")
    digests = {split_sha256(tmp_path, "plover_report", [Example("A.", document)]) for document in ("d", "e")}
    assert len(digests) == 1


def test_unknown_splits_and_missing_files_are_refused(tmp_path):
    with pytest.raises(FloorError, match="'new_report': name its files"):
        split_sha256(tmp_path, "new_report", [])
    with pytest.raises(TrainingError, match=r"web_pages.*missing"):
        files_sha256(tmp_path, ("web_pages/*",))
