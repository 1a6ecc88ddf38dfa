"""Unanswered allegations: raised against somebody who neither has a say in the article nor is said to be silent."""

import pytest

from framing.tables import unanswered_rows
from tests.framing.conftest import Read

RAISED = "Peru accused Chile of moving the border stones. "
SCOLDED = "Uganda was criticised by Kenya for closing the road. "


def listed(read: Read, text: str) -> list[tuple[str, str]]:
    """Accuser and accused."""
    return [(row.holder, row.target) for row in unanswered_rows(read(text, any_language=True))]


@pytest.mark.parametrize(
    "answer",
    [
        # a denial
        "Chile denied it.",
        "Chile rejected the accusation.",
        "The accusation was dismissed by Chile.",
        # a denial by another of the same side
        "The Chilean foreign ministry rejected the accusation.",
        "Santiago denied it.",
        # a quotation, a paraphrase
        "“The stones are where they were in 1929,” said the Chilean foreign minister, Jorge Rojas.",
        "Chile said the stones were where they had always been.",
        "The stones have not moved, according to Chilean officials.",
    ],
)
def test_answered(read: Read, answer: str) -> None:
    assert listed(read, RAISED + answer) == []
    assert listed(read, answer + " " + SCOLDED) == [("Kenya", "Uganda")]


@pytest.mark.parametrize(
    "silence",
    [
        "Chile declined to comment on the accusation.",
        "Chile did not respond to a request for comment.",
        "The Chilean foreign ministry would not discuss it.",
        "Santiago has yet to respond.",
    ],
)
def test_who_is_said_to_be_silent_was_asked(read: Read, silence: str) -> None:
    assert listed(read, RAISED + silence) == []


@pytest.mark.parametrize(
    "rest",
    [
        "",
        # others answer, or are silent
        "Bolivia denied it.",
        "Argentina declined to comment.",
        "“The stones are where they were in 1929,” said the mayor of Potosi, Jorge Rojas.",
        # it does something, and says nothing
        "Chile sent 40 soldiers to the pass.",
        # what the accuser tells of its words
        "Peru said that Chile had promised to guard the stones.",
    ],
)
def test_unanswered(read: Read, rest: str) -> None:
    assert listed(read, RAISED + rest) == [("Peru", "Chile")]


@pytest.mark.parametrize(
    "text",
    [
        "Peru praised Chile for guarding the border stones.",
        "Peru said the border stones had been moved.",
        "Peru accused Peruvian officials of moving the border stones.",
        "Chile has been cleared of moving the border stones.",
    ],
)
def test_no_allegation_against_another_side(read: Read, text: str) -> None:
    assert listed(read, text) == []


def test_each_accused_answers_for_itself(read: Read) -> None:
    text = "Peru accused Chile and Bolivia of moving the border stones. Chile denied it."
    assert listed(read, text) == [("Peru", "Bolivia")]


def test_of_two_accusers_each_has_a_row(read: Read) -> None:
    text = "Peru and Brazil accused Chile of moving the border stones."
    assert listed(read, text) == [("Peru", "Chile"), ("Brazil", "Chile")]
