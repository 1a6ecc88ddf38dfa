"""A watched reading: the same record, told piece by piece, and stopped at any of them."""

from itertools import groupby, pairwise

import pytest

from framing.codec import to_json
from framing.document.plain import from_text
from framing.errors import Cancelled
from framing.pipeline import analyse
from framing.steps import TEXTS, Stage, Step, Steps
from tests.framing.engine import parser
from tests.framing.noisy_reader import NoisyReader

NEWS = "Lima warned on day {0} that Quito might close the border. Quito denied the {0} allegations, officials said."
LONG = "\n\n".join(NEWS.format(day) for day in range(2, TEXTS + 12))


def watched(text: str, watch=lambda _: None):
    return analyse(from_text(text), parser=parser(), reader=NoisyReader(7), watch=watch)


class Stopper:
    """Lets some pieces pass and stops the reading before the next."""

    def __init__(self, pieces: int) -> None:
        self.pieces = pieces
        self.seen: list[Step] = []

    def __call__(self, step: Step) -> None:
        self.seen.append(step)
        if len(self.seen) > self.pieces:
            raise Cancelled("stopped")


@pytest.fixture(autouse=True)
def small_pieces(monkeypatch):
    monkeypatch.setattr("framing.steps.REQUESTS", 16)


@pytest.fixture
def steps() -> list[Step]:
    seen: list[Step] = []
    watched(LONG, seen.append)
    return seen


def test_whoever_watches_gets_the_same_record():
    told: list[Step] = []
    assert to_json(watched(LONG, told.append)) == to_json(watched(LONG))
    assert len(told) > len(Stage)


def test_every_stage_is_told_in_order(steps):
    assert [stage for stage, _ in groupby(step.stage for step in steps)] == list(Stage)


def test_a_stage_goes_on_from_nothing_and_long_ones_are_told_in_pieces(steps):
    for stage, told in groupby(steps, key=lambda step: step.stage):
        done = [step.done for step in told]
        assert done[0] == 0
        if stage in {Stage.GRAMMAR, Stage.ATTRIBUTION}:
            assert done[-1] > 0
    assert {step.paragraphs for step in steps} == {TEXTS + 10}
    assert all(0 <= step.done < step.paragraphs for step in steps)


def test_it_can_be_stopped_before_every_piece(steps):
    for pieces in range(0, len(steps), 3):
        watch = Stopper(pieces)
        with pytest.raises(Cancelled):
            watched(LONG, watch)
        assert watch.seen == steps[: pieces + 1]


def test_the_pieces_are_all_items_in_order():
    items = list(range(21))
    told: list[Step] = []
    steps = Steps(told.append)
    steps.count(10)
    pieces = list(steps.pieces(items, 8))
    assert [len(piece) for piece in pieces] == [8, 8, 5]
    assert [item for piece in pieces for item in piece] == items
    assert all(one.done <= other.done for one, other in pairwise(told))


def test_nothing_asked_is_nothing_told():
    told: list[Step] = []
    assert list(Steps(told.append).pieces([], 8)) == []
    assert told == []


def test_a_text_of_one_word_is_read():
    assert watched("Calm.").article.text == "Calm."
