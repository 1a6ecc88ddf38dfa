"""The same tables from Ray, also when its actors or the whole run are killed, and what is said where it is missing."""

import builtins
import importlib.util
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest

from batch import local, on_ray
from framing.errors import BundleError, RunError
from tests.batch.corpora import keys, run, tables, write_lines
from tests.batch.engines import load_full
from tests.batch.processes import assert_gone, living

ROOT = Path(__file__).resolve().parents[2]
KILLS, LAST = 4, 3  # the last one ends both actors at once
PATIENCE = 120  # seconds for what a busy machine does in two

T = TypeVar("T")

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
    run(source, tmp_path / "ray", runner=on_ray.read_blocks, block=24)
    assert tables(tmp_path / "ray") == tables(tmp_path / "local")


@pytest.fixture(scope="module")
def cluster():
    """Two machines, as far as Ray can tell; starting them once is most of what starting Ray for each test takes."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("RAY_USAGE_STATS_ENABLED", "0")
        from ray.cluster_utils import Cluster

        started = Cluster(initialize_head=True, head_node_args={"num_cpus": 2, "include_dashboard": False})
        yield started
        started.shutdown()


@pytest.fixture
def on_cluster(cluster):
    return partial(on_ray.read_blocks, address=cluster.address)


@pytest.fixture
def pids(tmp_path) -> Path:
    """Where each worker leaves its number."""
    folder = tmp_path / "pids"
    folder.mkdir()
    return folder


@pytest.mark.slow
@with_ray
def test_an_error_keeps_its_class_on_its_way_from_an_actor(tmp_path, on_cluster):
    source = write_lines(tmp_path / "in.jsonl", 9, texts=["Lakeland spoke.", "broken weights"])
    with pytest.raises(BundleError, match="altered"):
        run(source, tmp_path / "out", runner=on_cluster)


@pytest.mark.slow
@with_ray
def test_killed_actors_cost_no_article(tmp_path, pids, on_cluster):
    source = write_lines(tmp_path / "in.jsonl", 400)
    run(source, tmp_path / "whole", block=96)
    chance, killed, most = random.Random(7), list[int](), 0

    def kill() -> None:
        nonlocal most
        for number in range(KILLS):
            found = wait_for(lambda: actors(pids, besides=killed), at_least=1 + number % 2)
            time.sleep(chance.uniform(0, 0.5))
            most = max(most, len(found))
            for pid in found if number == LAST else [chance.choice(found)]:
                os.kill(pid, signal.SIGKILL)
                killed.append(pid)

    with doing(kill):
        counts = run(source, tmp_path / "out", runner=on_cluster, load=partial(load_full, pause=0.1, pids=pids))
    assert (len(killed), most) == (KILLS + 1, 2)
    assert (counts.read, counts.failed) == (300, 100)
    assert tables(tmp_path / "out") == tables(tmp_path / "whole")
    assert list((tmp_path / "out").glob("**/*.part")) == []
    assert_gone([int(path.name) for path in pids.iterdir()])


@pytest.mark.slow
@with_ray
def test_a_lost_machine_costs_no_article(tmp_path, pids, cluster, on_cluster):
    source = write_lines(tmp_path / "in.jsonl", 200)
    run(source, tmp_path / "whole", block=96)
    machine = cluster.add_node(num_cpus=1)

    def lose() -> None:
        wait_for(lambda: actors(pids), at_least=3)
        cluster.remove_node(machine, allow_graceful=False)

    with doing(lose):
        run(source, tmp_path / "out", runner=on_cluster, load=partial(load_full, pause=0.1, pids=pids), workers=3)
    assert tables(tmp_path / "out") == tables(tmp_path / "whole")
    assert list((tmp_path / "out").glob("**/*.part")) == []


@pytest.mark.slow
@with_ray
def test_an_article_that_ends_every_actor_does_not_do_so_for_ever(tmp_path, pids, on_cluster):
    source = write_lines(tmp_path / "in.jsonl", 17, texts=[*["Lakeland spoke."] * 16, "lost worker"])
    with pytest.raises(RunError, match=r"actors of Ray were lost .* rows 17 to 17, .*run the same command again"):
        run(source, tmp_path / "out", runner=on_cluster, load=partial(load_full, pids=pids), workers=1)
    assert len(keys(tmp_path / "out")) == 16


@pytest.mark.slow
@with_ray
def test_a_killed_run_leaves_no_process_and_is_resumed_to_the_same_tables(tmp_path, pids, on_cluster):
    source, out = write_lines(tmp_path / "in.jsonl", 200), tmp_path / "out"
    run(source, tmp_path / "whole", block=96)
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
    assert run(source, out, runner=on_cluster, block=16).kept == 8 * done < 200
    assert tables(out) == tables(tmp_path / "whole")
    assert list(out.glob("**/*.part")) == []


def actors(pids: Path, *, besides: Sequence[int] = ()) -> list[int]:
    """Those that have loaded their engine and live."""
    return [pid for pid in sorted(int(path.name) for path in pids.iterdir()) if pid not in besides and living(pid)]


def wait_for(found: Callable[[], Sequence[T]], *, at_least: int = 1) -> Sequence[T]:
    deadline = time.monotonic() + PATIENCE
    while len(some := found()) < at_least:
        assert time.monotonic() < deadline
        time.sleep(0.01)
    return some


@contextmanager
def doing(what: Callable[[], None]) -> Iterator[None]:
    """Do something else meanwhile, and fail with it."""
    with ThreadPoolExecutor(1) as thread:
        ended = thread.submit(what)
        yield
        ended.result(timeout=PATIENCE)


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
