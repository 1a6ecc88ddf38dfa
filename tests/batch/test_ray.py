"""The same tables from Ray, and what is said where it is missing."""

import builtins
import importlib.util

import pytest

from batch import local, on_ray
from framing.errors import BundleError, RunError
from tests.batch.corpora import run, tables, write_lines

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
