"""What is kept while sessions hold it, and forgotten afterwards."""

import logging
from types import SimpleNamespace

import pytest

from components.attendance import Attendance
from components.logs import Wordless, keep_wordless
from components.shared import Derived, Readings

PATIENCE = 120.0


class Hall:
    """An attendance whose time stands still until it is told to go on."""

    def __init__(self) -> None:
        self.now, self.calls, self.closed = 0.0, [], []
        self.shelf = Readings(8, clock=lambda: self.now)
        self.attendance = Attendance(
            lambda held: self.shelf.forget(held, unused=PATIENCE),
            self.closed.append,
            patience=PATIENCE,
            later=lambda seconds, work: self.calls.append((self.now + seconds, work)),
            clock=lambda: self.now,
        )

    def wait(self, seconds: float) -> None:
        end = self.now + seconds
        while self.calls and min(self.calls, key=lambda call: call[0])[0] <= end:
            call = min(self.calls, key=lambda call: call[0])
            self.calls.remove(call)
            self.now = call[0]
            call[1]()
        self.now = end

    def kept(self) -> set[str]:
        """Without using it, as looking would."""
        return set(self.shelf._kept)


@pytest.fixture
def hall():
    return Hall()


def someone(name: str) -> SimpleNamespace:
    return type("Someone", (), {"session": name})()


def test_an_article_stays_as_long_as_a_session_holds_it(hall):
    ada = someone("ada")
    hall.shelf.put("a", "reading")
    hall.attendance.hold(ada, frozenset("a"))
    hall.wait(10 * PATIENCE)
    assert (hall.kept(), hall.closed) == ({"a"}, [])


def test_it_goes_when_the_last_session_has_left_and_not_before(hall):
    ada, ben = someone("ada"), someone("ben")
    hall.shelf.put("a", "reading")
    for holder in (ada, ben):
        hall.attendance.hold(holder, frozenset("a"))
    hall.attendance.leave(ada)
    hall.wait(PATIENCE)
    assert (hall.kept(), hall.closed) == ({"a"}, ["ada"])
    hall.attendance.leave(ben)
    hall.wait(PATIENCE - 1)
    assert (hall.kept(), hall.closed) == ({"a"}, ["ada"])
    hall.wait(1)
    assert (hall.kept(), hall.closed) == (set(), ["ada", "ben"])


def test_who_leaves_while_another_is_waited_for_has_as_much_time_and_no_more(hall):
    """Streamlit no longer finds a session that left half as long again ago, and what is in it would stay."""
    ada, ben = someone("ada"), someone("ben")
    hall.attendance.leave(ada)
    hall.wait(PATIENCE / 4)
    hall.attendance.leave(ben)
    hall.wait(PATIENCE - 1)
    assert hall.closed == ["ada"]
    hall.wait(1)
    assert hall.closed == ["ada", "ben"]


def test_who_comes_back_in_time_finds_the_article(hall):
    first, again = someone("ada"), someone("ada")
    hall.shelf.put("a", "reading")
    hall.attendance.hold(first, frozenset("a"))
    hall.attendance.leave(first)
    hall.wait(PATIENCE / 2)
    hall.attendance.hold(again, frozenset("a"))
    hall.wait(10 * PATIENCE)
    assert hall.kept() == {"a"}


def test_an_article_that_a_session_turns_away_from_goes_too(hall):
    ada = someone("ada")
    hall.shelf.put("a", "reading")
    hall.shelf.put("b", "reading")
    hall.attendance.hold(ada, frozenset("ab"))
    hall.attendance.hold(ada, frozenset("b"))
    hall.wait(PATIENCE)
    assert hall.kept() == {"b"}


def test_what_is_only_just_being_read_is_waited_for(hall):
    """A reading lies on the shelf a moment before its session says that it holds it."""
    ada = someone("ada")
    hall.attendance.hold(ada, frozenset("a"))
    hall.attendance.leave(ada)
    hall.wait(PATIENCE - 1)
    hall.shelf.put("b", "reading")
    hall.wait(PATIENCE)
    assert hall.kept() == {"b"}
    hall.wait(PATIENCE)
    assert hall.kept() == set()


def test_what_depends_on_two_articles_goes_with_either(hall):
    hall.shelf.put("a b", "comparison")
    assert not hall.shelf.forget(frozenset("ab"), unused=0)
    assert hall.kept() == {"a b"}
    assert not hall.shelf.forget(frozenset("a"), unused=0)
    assert hall.kept() == set()


def test_what_is_derived_is_made_once_and_goes_with_its_article():
    made, derived = [], Derived(4)
    for _ in range(2):
        assert derived.get("a", "chart", lambda: made.append("chart") or "drawn") == "drawn"
    assert derived.get("a", "other chart", lambda: "drawn otherwise") == "drawn otherwise"
    assert made == ["chart"]
    derived.forget(frozenset(), unused=0)
    derived.get("a", "chart", lambda: made.append("again"))
    assert made == ["chart", "again"]


# Logs


@pytest.fixture
def told(caplog):
    """What a plain handler writes of the records made from now on."""
    former = logging.getLogRecordFactory()
    logging.setLogRecordFactory(Wordless(logging.LogRecord))
    yield lambda: caplog.text
    logging.setLogRecordFactory(former)


def test_a_log_tells_kind_and_place_of_an_error_and_of_the_one_before_it(told):
    try:
        try:
            {}["quillwort"]
        except KeyError as error:
            raise ValueError("quillwort") from error
    except ValueError:
        logging.getLogger("test").exception("it failed")
    assert "it failed" in told()
    assert "builtins.KeyError (what it says is not logged)" in told()
    assert "builtins.ValueError (what it says is not logged)" in told()
    assert "in test_a_log_tells" in told()
    assert "Error: quillwort" not in told()
    assert "KeyError: 'quillwort'" not in told()


def test_logs_are_told_once_to_keep_silent():
    former = logging.getLogRecordFactory()
    try:
        keep_wordless()
        first = logging.getLogRecordFactory()
        keep_wordless()
        assert isinstance(first, Wordless)
        assert logging.getLogRecordFactory() is first
    finally:
        logging.setLogRecordFactory(former)
