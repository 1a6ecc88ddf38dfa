"""Where the data folder is looked for, and what is said when it is not there."""

import pytest

from benchmarks import attribution, blocks, tokens
from benchmarks.rows import files_sha256
from training.data import data_folder
from training.errors import TrainingError

REMEDY = "name the data folder by --data or HEDGEROW_DATA"


def test_the_command_line_comes_before_the_environment(tmp_path, monkeypatch):
    monkeypatch.setenv("HEDGEROW_DATA", "/nowhere")
    assert data_folder(tmp_path) == tmp_path
    monkeypatch.setenv("HEDGEROW_DATA", str(tmp_path))
    assert data_folder(None) == tmp_path


@pytest.mark.parametrize(("named", "told"), [(None, "no data folder is named"), ("", "no data folder is named")])
def test_a_folder_that_nobody_names_is_told_with_the_remedy(named, told, monkeypatch):
    monkeypatch.delenv("HEDGEROW_DATA", raising=False)
    if named is not None:
        monkeypatch.setenv("HEDGEROW_DATA", named)
    with pytest.raises(TrainingError, match=f"^{told}; {REMEDY}$"):
        data_folder(None)


def test_what_is_not_there_is_told_with_the_same_remedy(tmp_path):
    with pytest.raises(TrainingError, match=f"^{tmp_path}/none: missing; {REMEDY}$"):
        data_folder(tmp_path / "none")
    with pytest.raises(TrainingError, match=f"pages: missing; {REMEDY}$"):
        files_sha256(tmp_path, ["pages"])


@pytest.mark.parametrize("benchmark", [attribution, blocks, tokens], ids=lambda module: module.__name__)
def test_a_benchmark_says_so_too(benchmark, tmp_path, capsys):
    with pytest.raises(SystemExit) as ended:
        benchmark.main(["--data", str(tmp_path / "none")])
    assert ended.value.code == 2
    assert capsys.readouterr().err == f"{benchmark.__name__}: {tmp_path}/none: missing; {REMEDY}\n"
