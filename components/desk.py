"""One desk for everybody who wants something read: equal wishes are one job, and jobs take turns.

The work is one function; it calls what it is given between two small pieces, and says how far it is. A job has a
thread of its own, for a function cannot be left in the middle otherwise, but only one job works at a time: when its
turn is over, it hands the next one on between two pieces. So a short text laid beside a long one is read among its
pieces and does not wait for its end. A turn lasts about as long as an article of ordinary length takes: of ten that
come at once each is read whole in its turn, and half are there after half the time; in shorter turns nearly all would
be there only at the end. Nothing would be gained by letting jobs work at once: the parser holds the interpreter's lock
and the network uses every core by itself, and each further busy thread would make every click on the page wait longer.

Whoever asks gets a ticket of their own. A job ends when nobody holds a ticket for it any more.
Threads exist only while there is work.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Hashable
from concurrent.futures import Future, wait
from dataclasses import dataclass, field
from functools import partial
from typing import Generic, TypeVar

from framing.errors import Cancelled, HedgerowError

Task = TypeVar("Task")
Report = TypeVar("Report")
Result = TypeVar("Result")


class Busy(HedgerowError):
    """As many jobs wait as the desk takes."""


@dataclass(frozen=True, slots=True)
class Standing(Generic[Report]):
    """What a ticket says when it is looked at."""

    ended: bool
    ahead: int  # jobs that were there before one that waits; 0: it has begun
    report: Report | None  # what the work said last; None before its first piece


class Desk(Generic[Task, Report, Result]):
    """Takes wishes and works them off.

    Args:
        work: reads one task, and calls its second argument with a report before every piece.
        beside: jobs that take turns; each keeps what it has read so far in memory.
        room: jobs at the desk in all; further ones are refused.
        patience: seconds until a ticket whose holder has left is given up; a lost connection is back sooner.
        turns: whether jobs take turns; work that only waits for others needs none, and would make its turn long.
        turn: seconds of `worked` after which a job hands the turn on, before its next piece; 0: before each.
        worked: the processor time of this process; by the clock, a machine that others keep busy would cut up texts
            that take no longer than a turn, and all would be there only at the end.
    """

    def __init__(
        self,
        work: Callable[[Task, Callable[[Report], None]], Result],
        *,
        beside: int = 4,
        room: int = 16,
        patience: float = 15.0,
        turns: bool = True,
        turn: float = 1.5,
        worked: Callable[[], float] = time.process_time,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._work = work
        self._beside, self._room, self._patience = beside, room, patience
        self._in_turn, self._turn = turns, turn
        self._worked, self._clock = worked, clock
        self._changed = threading.Condition()  # guards all below, and every job and ticket
        self._jobs: dict[Hashable, _Job[Task, Report, Result]] = {}  # that may still be joined
        self._waiting: deque[_Job[Task, Report, Result]] = deque()
        self._turns: deque[_Job[Task, Report, Result]] = deque()  # begun; the first one has the turn
        self._threads = 0

    def ask(self, key: Hashable, task: Task) -> Ticket[Task, Report, Result]:
        """Have `task` worked on, beside whoever has asked for the same `key`.

        Raises:
            Busy: the desk is full.
        """
        with self._changed:
            self._clear()
            job = self._jobs.get(key)
            if job is None:
                if len(self._waiting) + len(self._turns) >= self._room:
                    raise Busy(f"{self._room} articles are being read or wait already; try again in a minute")
                job = self._jobs[key] = _Job(key, task)
                self._waiting.append(job)
                if self._threads < self._beside:
                    self._threads += 1
                    threading.Thread(target=self._run, name="desk", daemon=True).start()
            ticket = Ticket(self, job)
            job.tickets.append(ticket)
            return ticket

    def _run(self) -> None:
        """Work off what waits, then go."""
        while (job := self._next()) is not None:
            try:
                job.outcome.set_result(self._work(job.task, partial(self._between, job)))
            except BaseException as error:  # noqa: BLE001 - it belongs to those who asked, and the desk goes on
                job.outcome.set_exception(error)
            finally:
                self._end(job)

    def _next(self) -> _Job[Task, Report, Result] | None:
        with self._changed:
            self._clear()
            if not self._waiting:
                self._threads -= 1
                return None
            job = self._waiting.popleft()
            self._turns.append(job)
            self._await_turn(job)
            return job

    def _between(self, job: _Job[Task, Report, Result], report: Report) -> None:
        with self._changed:
            job.report = report
            if self._worked() - job.since >= self._turn:
                self._turns.rotate(-1)
                self._changed.notify_all()
                self._await_turn(job)
            self._clear()
            if not job.tickets:
                raise Cancelled("nobody waits for it any more")

    def _await_turn(self, job: _Job[Task, Report, Result]) -> None:
        if self._in_turn:
            self._changed.wait_for(lambda: self._turns[0] is job)
        job.since = self._worked()

    def _end(self, job: _Job[Task, Report, Result]) -> None:
        with self._changed:
            self._turns.remove(job)
            self._forget(job)
            self._changed.notify_all()

    def _clear(self) -> None:
        """Give up the tickets whose holders have left, and the jobs that nobody waits for."""
        for job in [*self._waiting, *self._turns]:
            job.tickets = [t for t in job.tickets if t.left is None or self._clock() - t.left <= self._patience]
            if not job.tickets:
                self._forget(job)
        self._waiting = deque(job for job in self._waiting if job.tickets)

    def _forget(self, job: _Job[Task, Report, Result]) -> None:
        """Nobody joins it from now on."""
        if self._jobs.get(job.key) is job:
            del self._jobs[job.key]


@dataclass(slots=True, eq=False)
class _Job(Generic[Task, Report, Result]):
    key: Hashable
    task: Task
    tickets: list[Ticket[Task, Report, Result]] = field(default_factory=list)
    report: Report | None = None
    since: float = 0.0  # what was worked when it got the turn
    outcome: Future[Result] = field(default_factory=Future)


class Ticket(Generic[Task, Report, Result]):
    """One holder's part in a job."""

    def __init__(self, desk: Desk[Task, Report, Result], job: _Job[Task, Report, Result]) -> None:
        self._desk, self._job = desk, job
        self.left: float | None = None  # when its holder left

    def look(self) -> Standing[Report]:
        """How far the job is; it also says that the holder is there."""
        with self._desk._changed:
            self.left = None
            waiting = self._desk._waiting
            ahead = waiting.index(self._job) + len(self._desk._turns) if self._job in waiting else 0
            return Standing(self._ended, ahead, self._job.report)

    def wait(self, seconds: float) -> bool:
        """Whether the job ends within this time; the holder may leave meanwhile."""
        wait([self._job.outcome], timeout=seconds)
        with self._desk._changed:
            return self._ended

    @property
    def _ended(self) -> bool:
        """Whether it has ended, or is given up."""
        return self._job.outcome.done() or self not in self._job.tickets

    def result(self) -> Result:
        """What an ended job gave.

        Raises:
            Cancelled: the ticket was given up before the job had ended.
            Exception: whatever the work has raised.
        """
        if not self._job.outcome.done():
            raise Cancelled("the reading was stopped")
        return self._job.outcome.result()

    def cancel(self) -> None:
        """Give the ticket up; the job goes on if somebody else waits for it."""
        with self._desk._changed:
            if self in self._job.tickets:
                self._job.tickets.remove(self)
            self._desk._clear()

    def leave(self) -> None:
        """Its holder seems to be gone: give it up after a while, unless they look at it again."""
        with self._desk._changed:
            if self.left is None:
                self.left = self._desk._clock()
