"""Articles read side by side: the same records, fuller batches, and no article that waits for ever."""

import time
from dataclasses import dataclass, field

import pytest

from batch.engine import load_engine
from batch.together import read_together
from framing.codec import to_json
from framing.document.plain import from_text
from framing.errors import InputError
from framing.ports import Reading, Request
from framing.settings import DEFAULTS
from models.encoding import SpanError
from samples import all_samples


@dataclass
class Counting:
    """Notes what it is asked at a time; some questions it cannot answer."""

    asked: list[list[object]] = field(default_factory=list)

    def read(self, requests):
        self.asked.append(list(requests))
        if any(request.text == "unreadable" for request in requests):
            raise SpanError("no wordpieces")
        if any(request.text == "broken" for request in requests):
            raise ZeroDivisionError
        return [Reading(hedges=(request.text,)) for request in requests]

    def compare(self, pairs, *, head="pair"):
        self.asked.append([(head, *pair) for pair in pairs])
        return [f"{first} {second}" for first, second in pairs]


def asks(*rounds, reader):
    """The texts of each round, read; it is what an article does."""
    return [[reading.hedges[0] for reading in reader.read([Request(text) for text in texts])] for texts in rounds]


def work(*rounds):
    return lambda reader: asks(*rounds, reader=reader)


def test_questions_of_articles_that_wait_are_put_as_one():
    reader = Counting()
    answers = read_together([work(["a", "b"], ["c"]), work(["d"]), work(["e"], ["f", "g"])], reader)
    assert answers == [[["a", "b"], ["c"]], [["d"]], [["e"], ["f", "g"]]]
    assert [[request.text for request in asked] for asked in reader.asked] == [["a", "b", "d", "e"], ["c", "f", "g"]]


def test_comparisons_for_different_heads_are_kept_apart():
    reader = Counting()
    works = [lambda reader, head=head: reader.compare([(head, "x")], head=head) for head in ("pair", "contest", "pair")]
    assert read_together(works, reader) == [["pair x"], ["contest x"], ["pair x"]]
    assert reader.asked == [[("pair", "pair", "x")] * 2, [("contest", "contest", "x")]]


def test_a_question_that_cannot_be_answered_fails_its_own_article():
    good, bad, late = read_together([work(["a"], ["b"]), work(["unreadable"]), work(["c"])], Counting())
    assert (good, late) == ([["a"], ["b"]], [["c"]])
    assert isinstance(bad, SpanError)


def test_an_article_that_is_refused_lets_the_others_go_on():
    def refused(reader):
        raise InputError("no news")

    def slow(reader):
        time.sleep(0.05)
        return asks(["b"], reader=reader)

    error, answer, nothing = read_together([refused, slow, lambda _: "no question"], Counting())
    assert (str(error), answer, nothing) == ("no news", [["b"]], "no question")


@pytest.mark.parametrize("faulty", [work(["broken"]), lambda _: 1 / 0])
def test_a_fault_of_the_program_ends_all_and_nobody_waits(faulty):
    with pytest.raises(ZeroDivisionError):
        read_together([work(["a"], ["b"], ["c"]), faulty, work(["d"], ["e"])], Counting())


def test_nothing_to_read_is_no_question():
    assert read_together([], Counting()) == []


@pytest.mark.slow
def test_records_are_those_of_articles_read_alone():
    """Also of a long article beside short ones, of one twice, and beside texts that are refused."""
    texts = [sample.text for sample in all_samples()]
    texts = [*texts, "\n\n".join(texts), texts[1], "Ein Satz auf Deutsch. " * 20, texts[2][:300], "Yes."]
    tasks = [(from_text(text), number) for number, text in enumerate(texts)]
    together = load_engine(DEFAULTS, threads=1).read_all(tasks)
    alone = load_engine(DEFAULTS, threads=1)  # another engine: the first would not encode the same rows again
    refused = [number for number, outcome in enumerate(together) if isinstance(outcome, InputError)]
    assert refused == [6, 8]
    for number, task in enumerate(tasks):
        if number not in refused:
            assert to_json(together[number]) == to_json(alone.read(*task)), number
