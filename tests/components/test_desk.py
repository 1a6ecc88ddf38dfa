"""The desk with work that tests hold in their hand: turns, shared jobs, leaving, refusals."""

import threading
import time
from collections.abc import Callable

import pytest

from components.desk import Busy, Desk
from framing.errors import Cancelled, InputError

SOON = 20.0  # seconds that a test waits for what must happen


class Work:
    """Reads tasks of (name, number of pieces), each piece only once the test has opened the gate."""

    def __init__(self, *, open_gate: bool = True) -> None:
        self.log: list[tuple[str, int]] = []
        self.begun: list[str] = []
        self.gate = threading.Event()
        if open_gate:
            self.gate.set()

    def __call__(self, task: tuple[str, int], between: Callable[[int], None]) -> str:
        name, pieces = task
        self.begun.append(name)
        for piece in range(pieces):
            between(piece)
            assert self.gate.wait(SOON)
            self.log.append((name, piece))
            if name.startswith("bad"):
                raise InputError(f"{name} cannot be read")
            if name.startswith("broken"):
                raise ZeroDivisionError(name)
        return f"{name} read"


def until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + SOON
    while not condition():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.002)


@pytest.fixture(autouse=True)
def no_thread_is_left():
    yield
    until(lambda: not any(thread.name == "desk" for thread in threading.enumerate()))


@pytest.fixture
def held():
    """Work that stands still until its gate is opened; opened at the latest when the test ends."""
    work = Work(open_gate=False)
    yield work
    work.gate.set()


def ask(desk: Desk, name: str, pieces: int = 3):
    return desk.ask(name, (name, pieces))


def done(*tickets) -> list[str]:
    assert all(ticket.wait(SOON) for ticket in tickets)
    return [ticket.result() for ticket in tickets]


def test_work_without_turns_does_not_wait_for_work_that_stands_still(held):
    quick = Work()

    def work(task, between):
        return (quick if task[0] == "quick" else held)(task, between)

    desk = Desk(work, turns=False)
    still = ask(desk, "still", 2)
    until(lambda: held.begun == ["still"])
    assert done(ask(desk, "quick", 5)) == ["quick read"]
    assert not still.look().ended
    held.gate.set()
    assert done(still) == ["still read"]


def test_work_without_turns_is_given_up_when_nobody_waits_for_it(held):
    desk = Desk(held, turns=False)
    ticket = ask(desk, "still", 2)
    until(lambda: held.begun == ["still"])
    ticket.cancel()
    held.gate.set()
    until(lambda: not any(thread.name == "desk" for thread in threading.enumerate()))
    assert held.log == [("still", 0)]


def test_jobs_may_take_turns_piece_by_piece(held):
    desk = Desk(held, turn=0.0)
    long = ask(desk, "long", 9)
    until(lambda: held.begun == ["long"])
    short = ask(desk, "short", 2)
    until(lambda: short.look().ahead == 0)
    held.gate.set()
    assert done(long, short) == ["long read", "short read"]
    assert held.log.index(("short", 1)) <= 5
    assert [piece for piece in held.log if piece[0] == "long"] == [("long", piece) for piece in range(9)]


@pytest.mark.parametrize(
    ("turn", "read"),
    [(3.0, ["one", "one", "one", "two", "two", "two"]), (2.0, ["one", "one", "two", "two", "one", "two"])],
)
def test_a_turn_lasts_its_time_and_a_text_that_takes_no_longer_is_read_whole(turn, read):
    now, both, log = [100.0], threading.Event(), []

    def work(task, between):
        for piece in range(3):
            between(piece)
            assert both.wait(SOON)
            log.append(task)
            now[0] += 1  # each piece takes a second

    desk = Desk(work, turn=turn, worked=lambda: now[0])
    tickets = [desk.ask(name, name) for name in ("one", "two")]
    until(lambda: len(desk._turns) == 2)
    both.set()
    done(*tickets)
    assert log == read


def test_only_one_job_works_at_a_time():
    working, most = 0, 0
    lock = threading.Lock()

    def work(task, between):
        nonlocal working, most
        for piece in range(20):
            between(piece)
            with lock:
                working += 1
                most = max(most, working)
            time.sleep(0.001)
            with lock:
                working -= 1
        return task

    desk = Desk(work, turn=0.0)
    done(*(desk.ask(number, number) for number in range(4)))
    assert most == 1


def test_equal_wishes_are_one_job(held):
    desk = Desk(held)
    one, other = ask(desk, "same"), ask(desk, "same")
    held.gate.set()
    first, second = done(one, other)
    assert first is second
    assert held.begun == ["same"]


def test_one_of_two_may_leave_and_the_other_gets_the_result(held):
    desk = Desk(held)
    one, other = ask(desk, "same"), ask(desk, "same")
    one.cancel()
    assert one.look().ended
    with pytest.raises(Cancelled):
        one.result()
    held.gate.set()
    assert done(other) == ["same read"]


def test_when_all_have_cancelled_the_job_ends_before_its_next_piece(held):
    desk = Desk(held)
    one, other = ask(desk, "same"), ask(desk, "same")
    until(lambda: one.look().report == 0)
    one.cancel()
    other.cancel()
    again = ask(desk, "same")  # a new job: nobody joins one that is being stopped
    held.gate.set()
    assert done(again) == ["same read"]
    assert held.begun == ["same", "same"]
    assert held.log.count(("same", 2)) == 1


def test_a_job_that_nobody_waits_for_never_begins(held):
    desk = Desk(held, beside=1)
    first, second, third = (ask(desk, name) for name in ("first", "second", "third"))
    until(lambda: held.begun == ["first"])
    assert (second.look().ahead, third.look().ahead) == (1, 2)
    second.cancel()
    assert third.look().ahead == 1
    held.gate.set()
    done(first, third)
    assert held.begun == ["first", "third"]


def test_a_full_desk_refuses_but_still_lets_people_join(held):
    desk = Desk(held, room=2)
    one, _ = ask(desk, "one"), ask(desk, "two")
    with pytest.raises(Busy, match="2 articles"):
        ask(desk, "three")
    joined = ask(desk, "one")
    one.cancel()
    joined.cancel()
    held.gate.set()
    until(lambda: len(held.log) > 2)
    assert done(ask(desk, "three")) == ["three read"]


@pytest.mark.parametrize(("name", "error"), [("bad text", InputError), ("broken", ZeroDivisionError)])
def test_an_error_reaches_those_who_asked_and_nobody_else(held, name, error):
    desk = Desk(held)
    one, other, good = ask(desk, name), ask(desk, name), ask(desk, "good")
    held.gate.set()
    assert done(good) == ["good read"]
    for ticket in (one, other):
        assert ticket.wait(SOON)
        with pytest.raises(error):
            ticket.result()


def test_a_session_that_closes_frees_its_work_after_a_while(held):
    now = [100.0]
    desk = Desk(held, patience=15, clock=lambda: now[0])
    gone, stays = ask(desk, "gone", 50), ask(desk, "stays", 2)
    until(lambda: held.begun[:1] == ["gone"])
    gone.leave()
    now[0] += 16
    held.gate.set()
    assert done(stays) == ["stays read"]
    until(lambda: not desk._turns)
    assert len([name for name, _ in held.log if name == "gone"]) <= 1
    with pytest.raises(Cancelled):
        gone.result()


def test_a_session_that_is_back_soon_keeps_its_work(held):
    now = [100.0]
    desk = Desk(held, patience=15, clock=lambda: now[0])
    ticket = ask(desk, "kept")
    ticket.leave()
    now[0] += 10
    assert not ticket.look().ended
    now[0] += 10
    held.gate.set()
    assert done(ticket) == ["kept read"]


def test_looking_tells_the_last_report():
    desk = Desk(Work())
    ticket = ask(desk, "told", 4)
    done(ticket)
    assert ticket.look().report == 3


def test_many_who_come_and_go_all_get_what_they_stayed_for():
    work = Work()
    desk = Desk(work, room=100)
    tickets = [(number % 7, ask(desk, f"text {number % 7}", 5)) for number in range(60)]
    leaving = [ticket for number, ticket in tickets if number in {2, 5}]
    for ticket in leaving:
        ticket.cancel()
    staying = [(number, ticket) for number, ticket in tickets if number not in {2, 5}]
    assert done(*(ticket for _, ticket in staying)) == [f"text {number} read" for number, _ in staying]
    until(lambda: not (desk._turns or desk._waiting or desk._jobs))
