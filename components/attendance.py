"""Which articles the sessions hold. What nobody holds is forgotten after a while, so that no text outlives its readers.

A while, because a connection that breaks off comes back within seconds, and its article should be there still.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable
from functools import partial
from typing import Protocol

from streamlit import runtime
from streamlit.runtime.scriptrunner import get_script_run_ctx

from components.source import Source


def _later(seconds: float, work: Callable[[], None]) -> None:
    timer = threading.Timer(seconds, work)
    timer.name, timer.daemon = "attendance", True
    timer.start()


class Attendance:
    """Hears what each session holds and when it goes, and has the rest forgotten.

    Args:
        forget: drops all but these keys, as far as it has not been used for `patience` seconds; true if some of it
            has, and another look is needed.
        close: ends a session whose connection has not come back.
        patience: seconds that a lost connection may take to come back.
        later: calls a function after so many seconds.
    """

    def __init__(
        self,
        forget: Callable[[frozenset[str]], bool],
        close: Callable[[str], None],
        *,
        patience: float,
        later: Callable[[float, Callable[[], None]], None] = _later,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._forget, self._close, self._patience = forget, close, patience
        self._later, self._clock = later, clock
        self._lock = threading.Lock()
        self._held: dict[Presence, frozenset[str]] = {}
        self._gone: dict[str, float] = {}  # when the connection of a session ended
        self._armed = False

    def hold(self, holder: Presence, keys: frozenset[str]) -> None:
        """From now on `holder` holds these keys and no others."""
        with self._lock:
            former = self._held.get(holder, frozenset())
            self._held[holder] = keys
            if former - keys:
                self._arm(self._patience)

    def leave(self, holder: Presence) -> None:
        with self._lock:
            self._held.pop(holder, None)
            if holder.session is not None:
                self._gone[holder.session] = self._clock()
            self._arm(self._patience)

    def _arm(self, seconds: float) -> None:
        if not self._armed:
            self._armed = True
            self._later(seconds, self._look)

    def _look(self) -> None:
        with self._lock:
            self._armed, now = False, self._clock()
            over = [session for session, left in self._gone.items() if now - left >= self._patience]
            for session in over:
                del self._gone[session]
            kept = self._forget(frozenset().union(*self._held.values()))
            if self._gone:  # at the minute: a little later Streamlit itself no longer finds the session to be closed
                self._arm(min(self._gone.values()) + self._patience - now)
            elif kept:
                self._arm(self._patience)
        for session in over:
            self._close(session)


def close(session: str) -> None:
    """End a session for good, with what was typed and uploaded in it, unless its connection has come back.

    Streamlit would do so when the next session comes or goes, which may be tomorrow.
    """
    if runtime.exists():
        running = runtime.get_instance()
        running._get_async_objs().eventloop.call_soon_threadsafe(partial(_close, running, session))


def _close(running: runtime.Runtime, session: str) -> None:
    """In the thread of the server's loop, where alone this may be done."""
    found = running._session_mgr.get_session_info(session)
    if found is not None and not running.is_active_session(session):
        running.close_session(session)
        # The loop itself still holds the session that it served last, so what is in it is taken away.
        found.session.session_state.clear()
        found.session._fragment_storage.clear()


class Leaving(Protocol):
    """A ticket of the desk, as far as it matters here."""

    def leave(self) -> None: ...


class Presence:
    """Hears when the connection of its session ends, and tells the desk and those who keep its articles."""

    def __init__(self, attendance: Attendance) -> None:
        context = get_script_run_ctx()
        self.session = context.session_id if context is not None else None
        self._attendance = attendance
        self.tickets: dict[str, Leaving] = {}  # by the session key under which the session keeps it

    def wait_for(self, key: str, ticket: Leaving) -> None:
        """Note what the session waits for; at once given back where its connection ended while its page was made."""
        self.tickets[key] = ticket
        if self.session is not None and runtime.exists() and not runtime.get_instance().is_active_session(self.session):
            ticket.leave()

    def hold(self, sources: Iterable[Source]) -> None:
        """Have what is made of these articles kept, and nothing else for this session."""
        self._attendance.hold(self, frozenset(key for source in sources for key in (source.key, source.page)))

    def end(self) -> None:
        for ticket in self.tickets.values():
            ticket.leave()
        self._attendance.leave(self)
