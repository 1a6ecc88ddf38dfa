"""The same tables from Ray, also when its actors or the whole run are killed, and what is said where it is missing."""

import builtins
import importlib.util
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from threading import Thread

import pytest

from batch import local, on_ray
from framing.errors import BundleError, RunError
from tests.batch.corpora import run, tables, write_lines
from tests.batch.engines import load_full
from tests.batch.processes import assert_gone, living

ROOT = Path(__file__).resolve().parents[2]
KILLS = 5  # the third ends all actors at once

with_ray = pytest.mark.skipif(
    importlib.util.find_spec("ray") is None, reason="Ray is not installed (requirements-ray.txt)"
)


@pytest.mark.slow
@with_ray
def test_ray_and_processes_write_the_same_tables(tmp_path):
    source = write_lines(tmp_path / "in.jsonl", 200)
    run(source, tmp_path / "local", runner=local.read_blocks, block=64)
    heard = []

    def listening(job, blocks, *, workers, on_articles):
        return on_ray.read_blocks(job, blocks, workers=workers, on_articles=heard.append)

    counts = run(source, tmp_path / "ray", runner=listening, block=24, limit=100)
    assert (counts.read, counts.failed, heard[-1]) == (75, 25, 100)
    run(source, tmp_path / "ray", runner=listening, block=24)
    assert tables(tmp_path / "ray") == tables(tmp_path / "local")


@pytest.mark.slow
@with_ray
def test_an_error_keeps_its_class_on_its_way_from_an_actor(tmp_path):
    source = write_lines(tmp_path / "in.jsonl", 9, texts=["Lakeland spoke.", "broken weights"])
    with pytest.raises(BundleError, match="altered"):
        run(source, tmp_path / "out", runner=on_ray.read_blocks)


@pytest.mark.slow
@with_ray
def test_killed_actors_cost_no_article(tmp_path):
    source = write_lines(tmp_path / "in.jsonl", 800)
    run(source, tmp_path / "whole", block=96)
    pids, chance, killed = tmp_path / "pids", random.Random(7), list[int]()
    pids.mkdir()

    def kill() -> None:
        for number in range(1, KILLS + 1):
            found = wait_for(lambda: actors(pids, besides=killed))
            time.sleep(chance.uniform(0, 0.5))
            for pid in found if number == 3 else [chance.choice(found)]:
                os.kill(pid, signal.SIGKILL)
                killed.append(pid)

    killer = Thread(target=kill)
    killer.start()
    load = partial(load_full, pause=0.03, pids=pids)
    counts = run(source, tmp_path / "out", runner=on_ray.read_blocks, load=load, block=16)
    killer.join()
    assert len(killed) >= KILLS
    assert (counts.read, counts.failed) == (600, 200)
    assert tables(tmp_path / "out") == tables(tmp_path / "whole")
    assert list((tmp_path / "out").glob("**/*.part")) == []
    assert_gone([int(path.name) for path in pids.iterdir()])


def actors(pids: Path, *, besides: Sequence[int]) -> list[int]:
    """Those that have loaded their engine and live."""
    return [pid for pid in sorted(int(path.name) for path in pids.iterdir()) if pid not in besides and living(pid)]


def wait_for(found: Callable[[], list[int]]) -> list[int]:
    deadline = time.monotonic() + 120
    while not (some := found()):
        assert time.monotonic() < deadline
        time.sleep(0.01)
    return some


@pytest.mark.slow
@with_ray
def test_a_killed_run_leaves_no_process_and_is_resumed_to_the_same_tables(tmp_path):
    source = write_lines(tmp_path / "in.jsonl", 300)
    run(source, tmp_path / "whole", block=96)
    pids, out = tmp_path / "pids", tmp_path / "out"
    pids.mkdir()
    script = (
        "import sys; from pathlib import Path; from tests.batch.corpora import run_slowly_on_ray; "
        "run_slowly_on_ray(*map(Path, sys.argv[1:]))"
    )
    process = subprocess.Popen([sys.executable, "-c", script, str(source), str(out), str(pids)], cwd=ROOT)
    wait_for(lambda: list(out.glob("_run/blocks/*.json")))
    process.kill()
    process.wait()
    done = len(list(out.glob("_run/blocks/*.json")))
    assert_gone([int(path.name) for path in pids.iterdir()])
    counts = run(source, out, runner=on_ray.read_blocks, block=16)
    assert 0 < counts.kept < 300
    assert counts.kept == min(300, 8 * done)
    assert tables(out) == tables(tmp_path / "whole")
    assert list(out.glob("**/*.part")) == []


@pytest.mark.slow
@with_ray
def test_an_article_that_ends_every_actor_does_not_do_so_for_ever(tmp_path):
    source = write_lines(tmp_path / "in.jsonl", 33, texts=[*["Lakeland spoke."] * 32, "lost worker"])
    pids = tmp_path / "pids"
    pids.mkdir()
    with pytest.raises(RunError, match="run the same command again"):
        run(source, tmp_path / "out", runner=on_ray.read_blocks, load=partial(load_full, pids=pids), workers=1)
    assert len(list(pids.iterdir())) == on_ray.RETRIES + 1


def test_without_ray_the_remedy_is_told(tmp_path, monkeypatch):
    imported = builtins.__import__

    def without_ray(name, *more):
        if name.partition(".")[0] == "ray":
            raise ModuleNotFoundError(name)
        return imported(name, *more)

    monkeypatch.setattr(builtins, "__import__", without_ray)
    source = write_lines(tmp_path / "in.jsonl", 3)
    with pytest.raises(RunError, match=r"not installed: python -m pip install -r requirements-ray\.txt"):
        run(source, tmp_path / "out", runner=on_ray.read_blocks)
