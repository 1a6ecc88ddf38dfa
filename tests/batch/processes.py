"""Processes of a run, seen from outside."""

import os
import time


def assert_gone(pids: list[int]) -> None:
    """Workers do not outlive the run that they belonged to."""
    deadline = time.monotonic() + 10
    while any(map(living, pids)):
        assert time.monotonic() < deadline
        time.sleep(0.05)


def living(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
