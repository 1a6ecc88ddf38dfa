"""The pair head as one feature of a contest: asked once, within bounds, and only where a choice is open."""

import pytest

from framing import laws, opposition
from framing.assemble import HEADS
from framing.types import Analysis, Contest
from tests.framing.engine import read, read_anew
from tests.framing.scripted_reader import ScriptedReader
from tests.framing.views import words

SHELL = "Kenya said the dam was old. Uganda said the road was wet. Peru denied the claim."
OWN_WORDS = "Kenya said its crew had seen a pilot. Peru denied that anybody had been observed."
ONLY_ONE = "Kenya said the dam was old. Peru denied the claim."


def old(claim: str, _denial: str) -> float:
    return float("old" in claim)


def always(_claim: str, _denial: str) -> float:
    return 1.0


def seen_by(text: str, reader: ScriptedReader) -> tuple[Analysis, Contest]:
    record = read_anew(text, any_language=True, reader=reader)
    laws.check(record)
    (contest,) = record.contests
    return record, contest


def contested(record: Analysis, contest: Contest) -> str | None:
    return words(record, record.claims[contest.claim].content) if contest.claim is not None else None


def test_the_claim_that_the_denial_weakens_wins() -> None:
    record, contest = seen_by(SHELL, ScriptedReader(weakens=old))
    assert contested(record, contest) == "the dam was old"
    assert [p.value for p in contest.proof if p.by == "head:pair"] == [opposition.WEIGHT]


@pytest.mark.parametrize("reader", [None, ScriptedReader(heads=frozenset(HEADS) - {"pair"}, weakens=old)])
def test_without_the_head_the_nearer_claim_wins(reader: ScriptedReader | None) -> None:
    record = read_anew(SHELL, any_language=True, reader=reader)
    (contest,) = record.contests
    assert contested(record, contest) == "the road was wet"
    assert all(p.by != "head:pair" for p in contest.proof)
    assert contest == read(SHELL, any_language=True).contests[0]


def test_a_denial_in_other_words_meets_its_claim_only_by_the_network() -> None:
    record, contest = seen_by(OWN_WORDS, ScriptedReader(weakens=always))
    assert contested(record, contest) == "its crew had seen a pilot"
    for reader in (ScriptedReader(), ScriptedReader(heads=frozenset({"tone"}), weakens=always)):
        record, contest = seen_by(OWN_WORDS, reader)
        assert contest.claim is None
        assert contest.counter is not None


def test_all_pairs_of_an_article_are_compared_at_once() -> None:
    reader = ScriptedReader()
    read_anew(f"{SHELL}\n\n{OWN_WORDS}", any_language=True, reader=reader)
    (pairs,) = reader.compared
    assert {claim for claim, _ in pairs} == {"the dam was old", "the road was wet", "its crew had seen a pilot"}
    assert {denial for _, denial in pairs} == {"Peru denied the claim", "Peru denied that anybody had been observed"}


def test_where_only_one_claim_can_be_meant_nothing_is_compared() -> None:
    reader = ScriptedReader(weakens=always)
    record, contest = seen_by(ONLY_ONE, reader)
    assert contested(record, contest) == "the dam was old"
    assert reader.compared == []


def test_the_pairs_of_a_long_article_are_bounded() -> None:
    names = ["Kenya", "Uganda", "Chad", "Mali"]
    said = " ".join(f"{name} said the {thing} was old." for name in names for thing in ("dam", "road", "port"))
    reader = ScriptedReader()
    read_anew("\n\n".join(f"{said} Peru denied the claim." for _ in range(8)), any_language=True, reader=reader)
    assert len(reader.compared) == 1
    assert 0 < len(reader.compared[0]) <= opposition.MAX_PAIRS
