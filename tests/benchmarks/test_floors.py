"""Floors: what breaks them, what raises them, and that nothing lowers them unnamed."""

import pytest

from benchmarks.floors import (
    Floor,
    FloorError,
    Row,
    State,
    faults,
    lowered,
    raised,
    read_floors,
    state_of,
    write_floors,
)

DATA, OTHER = "a" * 64, "b" * 64


def row(value, *, metric="macro-F1", sha256=DATA):
    return Row("stance", "valid", metric, value, sha256)


def pinned(figure, *, metric="macro-F1", sha256=DATA):
    return {f"stance/valid/{metric}": Floor(figure, sha256)}


@pytest.mark.parametrize(
    ("measured", "floors", "state"),
    [
        (row(0.651), pinned(0.651), State.HOLDS),
        (row(0.9), pinned(0.651), State.HOLDS),
        (row(0.6509), pinned(0.651), State.FAILS),
        (row(0.050, metric="ECE"), pinned(0.050, metric="ECE"), State.HOLDS),
        (row(0.001, metric="ECE"), pinned(0.050, metric="ECE"), State.HOLDS),
        (row(0.0501, metric="ECE"), pinned(0.050, metric="ECE"), State.FAILS),
        (row(0.9, sha256=OTHER), pinned(0.651), State.OTHER_DATA),
        (row(0.9), {}, State.NEW),
        (row(float("nan")), pinned(0.651), State.FAILS),
        (row(float("nan"), metric="ECE"), pinned(0.651, metric="ECE"), State.FAILS),
    ],
)
def test_the_state_of_a_row(measured, floors, state):
    assert state_of(measured, floors.get(measured.name)) is state
    assert bool(faults([measured], floors)) is (state in {State.FAILS, State.OTHER_DATA})


def test_a_fault_says_which_row_and_by_how_much():
    (below,) = faults([row(0.64)], pinned(0.651))
    assert below == "stance/valid/macro-F1: 0.6400 is below its floor of 0.651"
    (above,) = faults([row(0.07, metric="ECE")], pinned(0.05, metric="ECE"))
    assert above == "stance/valid/ECE: 0.0700 is above its ceiling of 0.050"
    (changed,) = faults([row(0.9, sha256=OTHER)], pinned(0.651))
    assert changed.startswith("stance/valid/macro-F1: measured on other data")
    assert '--lower "stance/valid/macro-F1"' in changed


def test_a_floor_that_was_not_measured_is_a_fault_unless_it_is_excused():
    (missing,) = faults([], pinned(0.651))
    assert missing.startswith("stance/valid/macro-F1: has a floor and was not measured")
    assert faults([], pinned(0.651), excused={"stance/valid/macro-F1"}) == []


def test_a_row_without_a_floor_breaks_nothing():
    assert faults([row(0.1)], {}) == []


@pytest.mark.parametrize(
    ("measured", "before", "after"),
    [
        (row(0.6999), {}, pinned(0.699)),
        (row(0.7), {}, pinned(0.7)),
        (row(0.57), {}, pinned(0.57)),  # 0.57 * 1000 is a little less than 570
        (row(0.6999), pinned(0.651), pinned(0.699)),
        (row(0.6999), pinned(0.7), pinned(0.7)),
        (row(0.1), pinned(0.651), pinned(0.651)),
        (row(0.0411, metric="ECE"), {}, pinned(0.042, metric="ECE")),
        (row(0.0411, metric="ECE"), pinned(0.05, metric="ECE"), pinned(0.042, metric="ECE")),
        (row(0.0511, metric="ECE"), pinned(0.05, metric="ECE"), pinned(0.05, metric="ECE")),
        (row(0.9, sha256=OTHER), pinned(0.651), pinned(0.651)),
    ],
)
def test_an_update_raises_and_never_lowers(measured, before, after):
    assert raised(before, [measured]) == after


@pytest.mark.parametrize("value", [0.0, 0.0004, 0.123, 0.3333333, 0.57, 0.999, 0.9996, 1.0])
@pytest.mark.parametrize("metric", ["macro-F1", "ECE"])
def test_a_figure_reaches_the_floor_that_it_set(value, metric):
    measured = row(value, metric=metric)
    assert faults([measured], raised({}, [measured])) == []


def test_what_is_no_figure_sets_no_floor():
    with pytest.raises(FloorError, match="nan is no figure"):
        raised({}, [row(float("nan"))])


def test_only_the_named_row_is_lowered():
    rows = [row(0.5), row(0.2, metric="accuracy")]
    before = {**pinned(0.651), **pinned(0.3, metric="accuracy"), **pinned(0.9, metric="gone")}
    after = lowered(before, rows, {"stance/valid/macro-F1"})
    assert after == {**before, **pinned(0.5)}
    assert lowered(before, rows, frozenset()) == before


def test_naming_a_row_ties_it_to_its_new_data():
    assert lowered(pinned(0.651), [row(0.7, sha256=OTHER)], {"stance/valid/macro-F1"}) == pinned(0.7, sha256=OTHER)


def test_a_row_that_was_not_measured_cannot_be_lowered():
    with pytest.raises(FloorError, match=r"'stance/valid/ECE': no such row was measured; rows are stance/valid/macro"):
        lowered(pinned(0.05, metric="ECE"), [row(0.5)], {"stance/valid/ECE"})


def test_the_file_gives_back_what_was_written(tmp_path):
    floors = {
        **pinned(0.651),
        **pinned(0.05, metric="ECE", sha256=OTHER),
        'ledger/frozen/actor mentions\' "side"': Floor(1.0, DATA),
    }
    path = tmp_path / "floors.toml"
    assert read_floors(path) == {}
    write_floors(path, floors)
    assert read_floors(path) == floors
    assert "ceiling = 0.050\n" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "text",
    [
        '["stance/valid/macro-F1"]\nceiling = 0.5\nsha256 = "a"\n',  # a figure, pinned like an error
        '["stance/valid/macro-F1"]\nfloor = 0.5\n',
        "floor = 0.5\n",
        "[[[",
    ],
)
def test_a_malformed_file_is_refused(tmp_path, text):
    path = tmp_path / "floors.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FloorError, match=r"floors\.toml.*each table needs floor"):
        read_floors(path)
