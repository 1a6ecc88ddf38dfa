"""A disk that is full or read-only: one line says so, the exit code is 2, and no name holds half a file."""

import resource
from functools import partial

import pytest

from tests.faults.children import batch, bound_by_permissions, names, posix, read_only, run
from tests.faults.commands import COMMANDS

pytestmark = [posix, pytest.mark.slow]
# Bytes that a file may have: too few for the first of them, for some, and for the last.
LIMITS = {"lines": (0, 300, 3_000), "folder": (0, 900, 3_000), "index": (100, 800), "samples": (0, 20_000, 90_000)}


def limited(size: int) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


@pytest.mark.parametrize(("name", "size"), [(name, size) for name, sizes in LIMITS.items() for size in sizes])
def test_a_full_disk(name, size, command, place, undisturbed):
    whole = undisturbed[name]
    assert max(map(len, whole.values())) > size, "everything would fit"
    done = command.run(place, before=partial(limited, size))
    assert done.is_a_plain_refusal("was not written: File too large; make room there")
    assert command.written(place).items() <= whole.items()
    assert command.run(place).code == 0
    assert command.written(place) == whole


def test_a_read_only_disk(name, command, place, undisturbed):
    with read_only(place):
        before = names(place)
        done = command.run(place, before=bound_by_permissions)
        assert done.is_a_plain_refusal("Permission denied")
        assert names(place) == before
    assert command.run(place).code == 0
    assert command.written(place) == undisturbed[name]


def test_results_on_a_read_only_disk_stay_as_they_are(name, command, place, undisturbed):
    command.run(place)
    (place / "in.jsonl").open("a", encoding="utf-8").write('{"id": 99, "text": "More."}\n')
    with read_only(place):
        before = command.written(place)
        done = command.run(place, before=bound_by_permissions)
        assert done.code == 2
        assert "Permission denied" in done.error or "is not what" in done.error
        assert "Traceback" not in done.error
        assert command.written(place) == before == undisturbed[name]


def test_an_old_index_stays_until_there_is_room_for_a_new_one(place, undisturbed):
    index = COMMANDS["index"]
    index.prepare(place)
    index.run(place)
    assert index.run(place, before=partial(limited, 800)).code == 2
    assert index.written(place) == undisturbed["index"]


@pytest.mark.parametrize("form", ["json", "text"])
def test_standard_output_that_is_full_is_told(form, place):
    (place / "article.txt").write_text("Lakeland spoke of the dam.", encoding="utf-8")
    with open("/dev/full", "wb") as full:
        done = batch("analyse", place / "article.txt", "--format", form, out=full)
    assert done.is_a_plain_refusal("standard output was not written: No space left on device")


@pytest.mark.parametrize(
    "arguments", [("analyse", "closed"), ("run", "closed", "--out", "out.jsonl"), ("run", "closed", "--out", "out")]
)
def test_an_input_that_may_not_be_read_is_told(arguments, place):
    closed = place / "closed.jsonl"
    closed.write_text('{"id": 1, "text": "Lakeland."}\n', encoding="utf-8")
    closed.chmod(0)
    given = [
        {"closed": closed, "out": place / "out", "out.jsonl": place / "out.jsonl"}.get(one, one) for one in arguments
    ]
    done = batch(*given, before=bound_by_permissions)
    assert done.is_a_plain_refusal(f"{closed}: Permission denied")
    assert names(place) == ["closed.jsonl"]


def test_the_schema_is_not_lost_when_it_cannot_be_written():
    with open("/dev/full", "wb") as full:
        done = run("-m", "framing.schema", out=full)
    assert done.code != 0  # so that make does not put it in place
