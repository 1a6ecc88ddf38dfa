"""Killed at any moment of its writing, a command leaves nothing or the whole, and the same command then succeeds."""

import random
import signal
import subprocess
import sys
import time

import pytest

from framing.writing import part_of
from tests.faults.children import ROOT, posix
from tests.faults.commands import TEXTS

pytestmark = [posix, pytest.mark.slow]
# Kills its own process when it would bring a file to the disk, or rename one, for the n-th time.
AT_A_MOMENT = """
import os, signal
left = {moment}
def counted(call):
    def called(*given):
        global left
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        left -= 1
        return call(*given)
    return called
os.fsync, os.replace = counted(os.fsync), counted(os.replace)
"""
# How often each command does either, in the process that is killed.
MOMENTS = {
    "lines": (0, 1, 3),
    "folder": (1, 3, 44, 59),
    "index": (0, 2, 5),
    "samples": (0, 8, 27),
}
SLOW = """
import sys, time
from batch.cli import main
from tests.batch.engines import parts, record
def read(document, source_id):
    time.sleep(0.02)
    return record(document, source_id)
if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], parts=parts(read=read)))
"""


@pytest.mark.parametrize(
    ("name", "moment"), [(name, moment) for name, moments in MOMENTS.items() for moment in moments]
)
def test_killed_while_it_writes(name, moment, command, place, undisturbed):
    whole = undisturbed[name]
    killed = command.run(place, first=AT_A_MOMENT.format(moment=moment))
    assert killed.code == -signal.SIGKILL, "it came to its end before that moment"
    assert command.written(place).items() <= whole.items()
    assert command.run(place).code == 0
    assert command.written(place) == whole


def test_lines_are_gathered_beside_their_name_whenever_the_run_is_killed(tmp_path):
    source, out, chance = tmp_path / "in.jsonl", tmp_path / "out.jsonl", random.Random(3)
    source.write_text("".join(f'{{"id": {number}, "text": "{TEXTS[0]}"}}\n' for number in range(400)), encoding="utf-8")
    command = [sys.executable, "-c", SLOW, "run", str(source), "--out", str(out)]
    sizes = [0]
    for _ in range(5):
        process = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL)
        deadline = time.monotonic() + 120
        while time.monotonic() < deadline and (not part_of(out).exists() or part_of(out).stat().st_size <= sizes[-1]):
            time.sleep(0.01)
        time.sleep(chance.uniform(0, 0.2))
        process.kill()
        process.wait()
        assert not out.exists()
        sizes.append(part_of(out).stat().st_size)
    assert sizes == sorted(set(sizes)), "each run has added lines"
    assert subprocess.run(command, cwd=ROOT, stderr=subprocess.DEVNULL, timeout=120).returncode == 0
    assert not part_of(out).exists()
    undisturbed = tmp_path / "undisturbed.jsonl"
    subprocess.run([*command[:-1], str(undisturbed)], cwd=ROOT, stderr=subprocess.DEVNULL, timeout=120, check=True)
    assert out.read_bytes() == undisturbed.read_bytes()
