"""Which articles the sessions hold. What nobody holds is forgotten after a while, so that no text outlives its readers.

A while, because a connection that breaks off comes back within seconds, and its article should be there still.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from typing import Protocol

from components.source import Source

PATIENCE = 120.0  # seconds; .streamlit/config.toml keeps the session itself for as long


def _later(seconds: float, work: Callable[[], None]) -> None:
    timer = threading.Timer(seconds, work)
    timer.name, timer.daemon = "attendance", True
    timer.start()


class Attendance:
    """Hears what each session holds, and has the rest forgotten.

    Args:
        forget: drops all but these keys, as far as it has not been used for `patience` seconds; true if some of it
            has, and another look is needed.
        patience: seconds.
        later: calls a function after so many seconds.
    """

    def __init__(
        self,
        forget: Callable[[frozenset[str]], bool],
        *,
        patience: float = PATIENCE,
        later: Callable[[float, Callable[[], None]], None] = _later,
    ) -> None:
        self._forget, self._patience, self._later = forget, patience, later
        self._lock = threading.Lock()
        self._held: dict[object, frozenset[str]] = {}
        self._armed = False

    def hold(self, holder: object, keys: frozenset[str]) -> None:
        """From now on `holder` holds these keys and no others; without any, it is gone."""
        with self._lock:
            former = self._held.pop(holder, frozenset())
            if keys:
                self._held[holder] = keys
            if former - keys:
                self._arm()

    def _arm(self) -> None:
        if not self._armed:
            self._armed = True
            self._later(self._patience, self._look)

    def _look(self) -> None:
        with self._lock:
            self._armed = False
            held = frozenset().union(*self._held.values())
            if self._forget(held):
                self._arm()


class Leaving(Protocol):
    """A ticket of the desk, as far as it matters here."""

    def leave(self) -> None: ...


class Presence:
    """Hears when the connection of its session ends, and tells the desk and those who keep its articles."""

    def __init__(self, attendance: Attendance) -> None:
        self._attendance = attendance
        self.tickets: dict[str, Leaving] = {}  # by the session key under which the session keeps it

    def hold(self, sources: Iterable[Source]) -> None:
        """Have what is made of these articles kept, and nothing else for this session."""
        self._attendance.hold(self, frozenset(key for source in sources for key in (source.key, source.page)))

    def end(self) -> None:
        for ticket in self.tickets.values():
            ticket.leave()
        self._attendance.hold(self, frozenset())
