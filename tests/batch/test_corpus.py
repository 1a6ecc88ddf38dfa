"""A run into a folder: every row once, whatever happens in between."""

import os
import random
import re
import signal
import subprocess
import sys
import time
from dataclasses import replace
from functools import partial
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from filelock import FileLock
from hypothesis import given
from hypothesis import strategies as st

from batch import local
from batch.cli import main
from batch.folder import Block, Folder, gaps
from batch.progress import rate
from batch.tables import SCHEMAS
from framing import writing
from framing.codec import from_json
from framing.errors import BundleError, InputError, RunError
from framing.settings import DEFAULTS
from tests.batch.corpora import keys, run, table, tables, write_lines
from tests.batch.engines import CORPUS, full_record, load_full
from tests.batch.processes import assert_gone

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def source(tmp_path) -> Path:
    return write_lines(tmp_path / "in.jsonl", 40)


@pytest.fixture
def whole(source, tmp_path) -> dict[str, pa.Table]:
    """The tables of an undisturbed run."""
    run(source, tmp_path / "whole")
    return tables(tmp_path / "whole")


# What is written


def test_every_row_is_an_article_or_a_failure(source, tmp_path):
    counts = run(source, tmp_path / "out")
    assert (counts.read, counts.failed, counts.kept) == (30, 10, 0)
    assert keys(tmp_path / "out") == [("in.jsonl", row) for row in range(1, 41) if row % 4 != 2]
    failures = table(tmp_path / "out", "failures").to_pylist()
    assert [(row["row"], row["source_id"]) for row in failures] == [(row, str(row - 1)) for row in range(2, 41, 4)]
    assert failures[0] | {"row": 0} == {
        "input": "in.jsonl",
        "row": 0,
        "source_id": "1",
        "stage": "document",
        "message": "this text looks German",
    }


def test_tables_are_those_of_the_csv_export_with_the_key_first(source, tmp_path):
    run(source, tmp_path / "out")
    found = tables(tmp_path / "out")
    for name, schema in SCHEMAS.items():
        assert found[name].schema.equals(schema), name
        assert schema.names[:2] == ["input", "row"]
        assert found[name].num_rows > 0, name
    [record, *_] = found["records"].to_pylist()
    analysis = from_json(record["record"])
    assert (analysis.article.title, analysis.article.source) == ("Lakeland spoke of the dam.", "Gazette")
    claims = [row for row in found["claims"].to_pylist() if row["row"] == 1]
    assert [(row["id"], row["hedged"], row["score"]) for row in claims] == [
        (claim.id, claim.hedged, claim.score) for claim in analysis.claims
    ]


def test_a_table_that_nothing_fell_into_can_be_opened(tmp_path):
    write_lines(tmp_path / "in.jsonl", 1)
    run(tmp_path / "in.jsonl", tmp_path / "out")
    assert [path.name for path in (tmp_path / "out/failures").iterdir()] == ["empty.parquet"]
    assert table(tmp_path / "out", "failures").num_rows == 0


def test_an_empty_input_gives_empty_tables(tmp_path):
    (tmp_path / "in.jsonl").touch()
    assert run(tmp_path / "in.jsonl", tmp_path / "out").read == 0
    assert {rows.num_rows for rows in tables(tmp_path / "out").values()} == {0}


def test_an_empty_input_is_told(tmp_path, capfd):
    (tmp_path / "in.csv").write_text("id,text\n")
    out = tmp_path / "out"
    assert main(["run", str(tmp_path / "in.csv"), "--out", str(out), "--workers", "1"], parts=CORPUS) == 0
    assert capfd.readouterr().err == f"{tmp_path / 'in.csv'} holds no article; {out} is written and has none either\n"


def test_several_processes_write_the_same(source, whole, tmp_path):
    heard = []

    def listening(job, blocks, *, workers, on_articles):
        return local.read_blocks(job, blocks, workers=workers, on_articles=heard.append)

    run(source, tmp_path / "out", runner=listening, workers=2)
    assert tables(tmp_path / "out") == whole
    assert heard[-1] == 40


# Resuming


def test_a_run_stopped_at_any_rename_is_resumed_to_the_same_tables(source, whole, tmp_path, monkeypatch):
    replaced = os.replace
    stopped = 0
    for last in range(0, 200, 11):
        left = last
        out = tmp_path / str(last)

        def one_less(old, new):
            nonlocal left
            if left == 0:
                raise KeyboardInterrupt
            left -= 1
            replaced(old, new)

        monkeypatch.setattr(writing.os, "replace", one_less)
        try:
            run(source, out)
        except KeyboardInterrupt:
            stopped += 1
        monkeypatch.setattr(writing.os, "replace", replaced)
        run(source, out)
        assert tables(out) == whole, last
        assert list(out.glob("**/*.part")) == []
    assert stopped > 8


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_run_killed_ten_times_is_resumed_to_the_same_tables(tmp_path):
    source = write_lines(tmp_path / "in.jsonl", 1500)
    run(source, tmp_path / "whole", block=96)
    pids, out, chance = tmp_path / "pids", tmp_path / "out", random.Random(7)
    pids.mkdir()
    script = (
        "import sys; from pathlib import Path; from tests.batch.corpora import run_slowly; "
        "run_slowly(*map(Path, sys.argv[1:]))"
    )
    command = [sys.executable, "-c", script, str(source), str(out), str(pids)]
    grown = []
    for _ in range(10):
        process = subprocess.Popen(command, cwd=ROOT)
        blocks = len(list(out.glob("_run/blocks/*.json")))
        deadline = time.monotonic() + 60  # it is killed once it works, or the test would kill ten starts
        while time.monotonic() < deadline and len(list(out.glob("_run/blocks/*.json"))) == blocks:
            time.sleep(0.01)
        time.sleep(chance.uniform(0, 0.15))
        process.send_signal(signal.SIGKILL)
        process.wait()
        grown.append(len(list(out.glob("_run/blocks/*.json"))) - blocks)
    assert sum(grown) < 1500 / 8, "every kill came before the end"
    assert min(grown) > 0
    assert subprocess.run(command, cwd=ROOT, timeout=120).returncode == 0
    assert tables(out) == tables(tmp_path / "whole")
    assert list(out.glob("**/*.part")) == []
    assert len(list(pids.iterdir())) == 22
    assert_gone([int(path.name) for path in pids.iterdir()])


def test_what_stands_is_not_read_again(source, whole, tmp_path):
    out = tmp_path / "out"
    assert run(source, out, limit=11).read == 8
    assert keys(out)[-1] == ("in.jsonl", 11)
    counts = run(source, out, block=16, workers=1)
    assert (counts.kept, counts.read + counts.failed) == (11, 29)
    assert {name: rows.num_rows for name, rows in tables(out).items()} == {
        name: rows.num_rows for name, rows in whole.items()
    }
    assert tables(out) == whole
    assert run(source, out).kept == 40


@given(st.lists(st.integers(0, 60), max_size=8).map(sorted), st.integers(0, 70), st.integers(1, 20))
def test_gaps_are_exactly_what_is_missing(cuts, stop, size):
    done = [Block(start, end) for start, end in zip(cuts[::2], cuts[1::2], strict=False) if start < end]
    missing = [row for block in gaps(done, stop, size) for row in range(block.start, block.stop)]
    assert missing == [row for row in range(stop) if not any(b.start <= row < b.stop for b in done)]
    assert all(0 < block.stop - block.start <= size for block in gaps(done, stop, size))


def test_a_changed_input_is_refused(source, tmp_path):
    run(source, tmp_path / "out", limit=8)
    write_lines(source, 41)
    with pytest.raises(InputError, match="the input is not what"):
        run(source, tmp_path / "out")
    write_lines(source, 40)
    assert run(source, tmp_path / "out").kept == 8


def test_other_columns_or_another_engine_are_refused(source, tmp_path):
    out = tmp_path / "out"
    run(source, out, limit=8)
    with pytest.raises(InputError, match="title was absent, is source"):
        run(source, out, columns={"title": "source"})
    with pytest.raises(InputError, match="bundle was tiny, is other"):
        run(source, out, load=partial(load_full, bundle="other"))
    with pytest.raises(InputError, match="any_language was False, is True"):
        run(source, out, settings=replace(DEFAULTS, any_language=True))
    assert len(keys(out)) == 6


def test_a_folder_of_something_else_is_left_alone(source, tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out/notes.txt").write_text("mine")
    with pytest.raises(InputError, match="is no folder of a run and is not empty"):
        run(source, tmp_path / "out")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["notes.txt"]


def test_two_runs_do_not_share_a_folder(source, tmp_path):
    run(source, tmp_path / "out", limit=8)
    with FileLock(Folder(tmp_path / "out").lock), pytest.raises(RunError, match="another run writes to"):
        run(source, tmp_path / "out")


@pytest.mark.parametrize("damage", ["", "{", '{"rows": 1}'])
def test_a_damaged_manifest_is_refused(source, tmp_path, damage):
    run(source, tmp_path / "out")
    (tmp_path / "out/_run/manifest.json").write_text(damage)
    with pytest.raises(InputError, match=r"manifest\.json was not written by a run"):
        run(source, tmp_path / "out")


# What stops a run


def test_a_broken_engine_is_not_the_fault_of_an_article(tmp_path):
    source = write_lines(tmp_path / "in.jsonl", 9, texts=["Lakeland spoke.", "broken weights"])
    with pytest.raises(BundleError, match="altered"):
        run(source, tmp_path / "out")
    assert keys(tmp_path / "out", "failures") == []


def test_a_lost_worker_is_told_and_the_rest_stays(tmp_path, capfd):
    texts = ["Lakeland spoke."] * 199 + ["lost worker"]
    source = write_lines(tmp_path / "in.jsonl", 200, texts=texts)
    command = ["run", str(source), "--out", str(tmp_path / "out"), "--workers", "1"]
    assert main(command, parts=CORPUS) == 2
    printed = capfd.readouterr()
    assert "a worker was ended from outside" in printed.err
    assert "Traceback" not in printed.err
    assert len(keys(tmp_path / "out")) in {0, 96, 192}


def test_an_input_that_changes_while_it_is_read_stops_the_run(source, tmp_path):
    def load(settings):
        write_lines(source, 39)
        return load_full(settings)

    with pytest.raises(InputError, match="has changed while it was read"):
        run(source, tmp_path / "out", load=load)


def test_one_article_that_fails_anywhere_is_one_failure(tmp_path):
    def read_all(tasks):
        return [
            RunError("a stage broke") if source_id == 700 else full_record(document, source_id)
            for document, source_id in tasks
        ]

    source = write_lines(tmp_path / "in.jsonl", 1000, texts=["Lakeland spoke."])
    counts = run(source, tmp_path / "out", load=lambda s: replace(load_full(s), read_all=read_all), block=96)
    assert (counts.read, counts.failed) == (999, 1)
    assert table(tmp_path / "out", "failures").to_pylist() == [
        {"input": "in.jsonl", "row": 701, "source_id": "700", "stage": "run", "message": "a stage broke"}
    ]


def test_a_fault_of_the_program_costs_one_article(tmp_path):
    source = write_lines(tmp_path / "in.jsonl", 20, texts=[*["Lakeland spoke."] * 9, "a wrong line"])
    counts = run(source, tmp_path / "out")
    assert (counts.read, counts.failed) == (18, 2)
    [failure, _] = table(tmp_path / "out", "failures").to_pylist()
    assert (failure["row"], failure["stage"]) == (10, "fault")
    assert failure["message"] == "KeyError: 'noun'; this is a fault of Hedgerow, please report it"


def test_want_of_memory_is_no_fault_of_an_article(tmp_path):
    source = write_lines(tmp_path / "in.jsonl", 20, texts=[*["Lakeland spoke."] * 9, "out of memory"])
    with pytest.raises(MemoryError):
        run(source, tmp_path / "out")


def test_progress_tells_rate_and_time_left(capfd):
    with rate(300, 1000) as hear:
        hear(90)
        assert capfd.readouterr().err == ""
        hear(210)
        hear(215)
    assert re.fullmatch(r"510 of 1000 articles, [\d.]+ a second, [\d:]+ left\n", capfd.readouterr().err)


# The command


def test_the_command_reads_a_folder_of_results(source, tmp_path, capfd):
    (tmp_path / "corpus").mkdir()
    source.rename(tmp_path / "corpus/in.jsonl")
    (tmp_path / "corpus/notes.ods").touch()
    out = tmp_path / "out"
    assert main(["run", str(tmp_path / "corpus"), "--out", str(out), "--workers", "1"], parts=CORPUS) == 0
    printed = capfd.readouterr()
    assert printed.out == ""
    assert "files of other kinds were left out: 1 .ods" in printed.err
    assert "30 articles, 10 failures written; 0 rows stood already" in printed.err
    assert len(pq.read_table(out / "claims")) == 30 * 6


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--out", "out.jsonl", "--limit", "3"], "--limit is for a run into a folder; --out names a file"),
        (["--out", "out.jsonl", "--column", "text=body"], "--column is for a run into a folder"),
        (["--out", "out", "--column", "body"], "--column body: expected FIELD=NAME"),
        (["--out", "out", "--column", "outlet=x"], "where FIELD is one of id, text, title"),
        (["--out", "out", "--column", "text=a", "--column", "text=b"], "text has been given already, as a"),
        (["--out", "out", "--address", "auto"], "--address is for --engine ray"),
        (["--out", "out", "--limit", "0"], "0 is not in the range"),
        (["--out", "in.jsonl/out"], "Not a directory"),
    ],
)
def test_options_that_mean_nothing_are_refused(source, options, message, monkeypatch, capfd):
    monkeypatch.chdir(source.parent)
    assert main(["run", "in.jsonl", *options], parts=CORPUS) == 2
    assert message in capfd.readouterr().err
