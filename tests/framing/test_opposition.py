"""The pair head as one feature of a contest: asked once, within bounds, and only where words do not meet."""

import pytest

from framing import laws, opposition
from framing.assemble import HEADS
from framing.types import Analysis, Contest
from tests.framing.engine import read, read_anew
from tests.framing.scripted_reader import ScriptedReader
from tests.framing.views import words

OWN_WORDS = "Kenya said Peru had sent survey boats in June. Peru denied that any boats had been seen."
SHELL = "Kenya said the dam was old. Uganda said the road was wet. Peru denied the claim."
SAME_WORDS = "Kenya said Peru had sent survey boats. Peru denied that survey boats had been sent."


def always(_claim: str, _denial: str) -> float:
    return 1.0


def seen_by(text: str, reader: ScriptedReader) -> tuple[Analysis, Contest]:
    record = read_anew(text, any_language=True, reader=reader)
    laws.check(record)
    (contest,) = record.contests
    return record, contest


def contested(record: Analysis, contest: Contest) -> str | None:
    return words(record, record.claims[contest.claim].content) if contest.claim is not None else None


def test_a_denial_in_other_words_meets_its_claim_by_the_network() -> None:
    record, contest = seen_by(OWN_WORDS, ScriptedReader(weakens=always))
    assert contested(record, contest) == "Peru had sent survey boats in June"
    assert [p.value for p in contest.proof if p.by == "head:pair"] == [opposition.WEIGHT]


@pytest.mark.parametrize(
    "reader",
    [ScriptedReader(), ScriptedReader(heads=frozenset(HEADS) - {"pair"}, weakens=always)],
    ids=["it sees no opposition", "it lacks the head"],
)
def test_else_it_meets_none(reader: ScriptedReader) -> None:
    _, contest = seen_by(OWN_WORDS, reader)
    assert contest.claim is None
    assert contest.counter is not None
    assert contest.proof == read(OWN_WORDS, any_language=True).contests[0].proof


def test_opposition_alone_links_nothing() -> None:
    """Nothing but its nearness speaks for the claim: it is not even compared."""
    text = OWN_WORDS.replace("Peru had sent survey boats in June", "the road was wet")
    reader = ScriptedReader(weakens=always)
    _, contest = seen_by(text, reader)
    assert (contest.claim, reader.compared) == (None, [])


@pytest.mark.parametrize("text", [SHELL, SAME_WORDS])
def test_where_the_words_decide_nothing_is_compared(text: str) -> None:
    reader = ScriptedReader(weakens=always)
    _, contest = seen_by(text, reader)
    assert reader.compared == []
    assert contest == read(text, any_language=True).contests[0]


def test_all_pairs_of_an_article_are_compared_at_once() -> None:
    reader = ScriptedReader()
    twice = f"{OWN_WORDS}\n\nChad said Mali had closed the port. Mali denied that anything had been shut."
    read_anew(twice, any_language=True, reader=reader)
    (pairs,) = reader.compared
    assert ("Peru had sent survey boats in June", "Peru denied that any boats had been seen") in pairs
    assert ("Mali had closed the port", "Mali denied that anything had been shut") in pairs


def test_the_pairs_of_a_long_article_are_bounded() -> None:
    names = ["Kenya", "Uganda", "Chad", "Mali"]
    said = " ".join(f"{name} said Peru had closed the {thing}." for name in names for thing in ("dam", "road", "port"))
    reader = ScriptedReader()
    denied = "Peru denied that anything had been shut."
    read_anew("\n\n".join(f"{said} {denied}" for _ in range(10)), any_language=True, reader=reader)
    assert [len(pairs) for pairs in reader.compared] == [opposition.MAX_PAIRS]
