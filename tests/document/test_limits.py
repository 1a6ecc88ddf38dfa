"""What is made to take long: the largest inputs are read or refused while work grows with length and not with its square.

Where Python does the work it is counted in calls of functions, which no busy machine changes. A regular expression makes
no calls: it is tried at full length under a watch on processor time that only a pattern gone wild would reach.
"""

import re
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pkgutil import walk_packages
from types import FrameType

import pytest

import framing
from framing import lexicon
from framing.document import from_bytes
from framing.document.rules import load
from framing.errors import InputError
from tests.fuzzing.documents import PAGE, archive
from tests.fuzzing.seeds import word

MOST_GROWTH = 2.6  # of the work when the input doubles: a square would give 4
WATCH = 5.0  # seconds of processor time; an honest pattern needs milliseconds
LONG = 50_000  # code points on which patterns are tried

Make = Callable[[int], tuple[str, bytes]]


def text(piece: str, *, before: str = "", behind: str = " a") -> Make:
    return lambda size: ("a.txt", (before + piece * (size // len(piece)) + behind).encode())


def page(piece: str, *, before: str = "<p>", behind: str = "a") -> Make:
    return lambda size: ("a.html", (before + piece * (size // len(piece)) + behind).encode())


def mail(piece: str, *, header: str = "") -> Make:
    return lambda size: ("a.eml", f"Subject: a\r\n{header}\r\n{piece * (size // len(piece))}a".encode())


def printed(piece: str, *, before: str = "BT /F1 9 Tf ", behind: str = "ET") -> Make:
    def make(size: int) -> tuple[str, bytes]:
        drawing = (before + piece * (size // len(piece)) + behind).encode()
        return "a.pdf", PAGE % (len(drawing), drawing)

    return make


def typed(piece: str) -> Make:
    return lambda size: ("a.docx", archive(word(*[piece] * (size // 60))))


GROWING: dict[str, Make] = {
    "brackets": text("("),
    "a word": text("a"),
    "words": text("word "),
    "quotation marks": text('"'),
    "quotations": text("“a "),
    "apostrophes": text("'a "),
    "blank lines": text("\n"),
    "lines": text("a\n"),
    "stars inside": text("*", before="a", behind="b"),
    "initials": text("A "),
    "a byline": text(", A", before="By A"),
    "accents": text("\u0301", before="a"),
    "joiners": text("\u200d", before="a"),
    "labels": text("Read more\n\n"),
    "appeals": text("Support us, we need your help to go on.\n\n"),
    "appeals apart": text("Support us, we need your help to go on.\n\nShort.\n\nMore.\n\nYes.\n\nNo.\n\n"),
    "wrapped lines": text("a word of a line that is broken at a width\n"),
    "links": page("<li><a href=x>a</a>"),
    "elements": page("<div>"),
    "attributes": page("a=b ", before="<p ", behind=">a"),
    "cells": page("<table><tr><td>a"),
    "breaks": page("<br>a"),
    "parts": mail("--b\r\n\r\na\r\n", header="Content-Type: multipart/mixed; boundary=b\r\n"),
    "quoted lines": mail("> a\n"),
    "introductions": mail("On a\n\n"),
    "runs": printed("(a)Tj "),
    "blanks": printed("( )Tj ", before="BT /F1 9 Tf (a)Tj "),
    "printed lines": printed("0 -9 Td (a)Tj "),
    "broken words": printed("0 -9 Td (abc-)Tj "),
    "a printed word": printed("a", before="BT /F1 9 Tf (", behind=")Tj ET"),
    "paragraphs": typed("a"),
}


def calls(work: Callable[[], object]) -> int:
    count = 0

    def called(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(called)
    try:
        work()
    except InputError:
        pass
    finally:
        sys.setprofile(None)
    return count


@contextmanager
def watched() -> Iterator[None]:
    """Fail when the processor has worked for `WATCH` seconds; a regular expression lets itself be interrupted."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise AssertionError(f"more than {WATCH} seconds of processor time")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, WATCH)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


@pytest.mark.parametrize("make", GROWING.values(), ids=GROWING)
def test_twice_the_length_is_about_twice_the_work(make: Make) -> None:
    (name, short), (_, long) = make(8_000), make(16_000)
    first = calls(lambda: from_bytes(short, name=name))
    assert calls(lambda: from_bytes(long, name=name)) < MOST_GROWTH * first + 2_000


@pytest.mark.slow
@pytest.mark.parametrize("make", GROWING.values(), ids=GROWING)
def test_a_long_one_is_read_or_refused_in_time(make: Make) -> None:
    name, data = make(LONG)
    with watched():
        try:
            document = from_bytes(data, name=name)
        except InputError:
            return
    assert document.blocks


# Every regular expression of the engine


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Those at the head of a module, those of word lists, and those of what is no news."""
    for module in walk_packages(framing.__path__, "framing."):
        for name, value in vars(import_module(module.name)).items():
            if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
                yield f"{module.name}.{name}", value
    yield from ((f"boilerplate {rule.id}", rule.pattern) for rule in load())
    yield from ((f"hedge {rule.id}", rule.pattern) for rule in lexicon.hedges())
    yield from ((f"unless {rule.id}", rule.unless) for rule in lexicon.hedges() if rule.unless is not None)
    yield from ((f"silence {rule.id}", rule.pattern) for rule in lexicon.silences())
    yield from ((f"contest {phrase.id}", phrase.pattern) for phrase in lexicon.contest_phrases())
    yield from zip(
        ("insiders", "negation", "past"), (lexicon.insiders(), lexicon.negation(), lexicon.past()), strict=True
    )


PATTERNS = {pattern.pattern: (name, pattern) for name, pattern in patterns()}
AT_THE_BEGINNING = {"framing.document.pdf.NO_TITLE", "framing.document.quoted.RULE", "past"}  # never searched for
BOMBS = [
    "a",
    "A",
    "1",
    " ",
    "\n",
    "a ",
    "A ",
    "1.",
    "1 ",
    ", ",
    ". ",
    "- ",
    "'",
    '"',
    ")",
    "*",
    "a-",
    "a, ",
    "A. ",
    "of the ",
    "not ",
    "By A",
    "said ",
]
EXAMPLE = 30  # code points of the pattern's own words that a bomb repeats


def test_patterns_are_found() -> None:
    assert len(PATTERNS) > 120


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name, _ in PATTERNS.values()])
def test_no_pattern_takes_long_on_what_repeats(name: str) -> None:
    pattern = next(pattern for label, pattern in PATTERNS.values() if label == name)
    own = re.findall(r"\w+(?: \w+)*", pattern.pattern)[:3]
    for piece in (*BOMBS, *(f"{words[:EXAMPLE]} " for words in own)):
        repeated = piece * (LONG // len(piece))
        with watched():
            for text_ in (repeated, f"{repeated}\x00"):
                if name in AT_THE_BEGINNING:
                    pattern.match(text_)
                else:
                    deque(pattern.finditer(text_), maxlen=0)
