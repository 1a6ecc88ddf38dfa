"""How many cores are taken for work."""

import os
import subprocess
import sys

import pytest

ASK = (
    "import os; os.sched_setaffinity(0, {min(os.sched_getaffinity(0))}); from models.cores import cores; print(cores())"
)


@pytest.mark.skipif(not hasattr(os, "sched_setaffinity"), reason="this system binds no process to a core")
def test_a_process_that_may_use_one_core_counts_one():
    told = subprocess.run([sys.executable, "-c", ASK], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "1"
