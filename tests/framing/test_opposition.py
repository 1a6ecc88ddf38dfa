"""What the network makes of a contest beside a claim: one more feature of their pair, from each of two heads."""

import pytest

from framing import laws
from framing.assemble import HEADS
from framing.types import Analysis
from framing.weights import WEIGHTS
from tests.framing.engine import read, read_anew
from tests.framing.scripted_reader import ScriptedReader

OWN_WORDS = "Kenya said Peru had sent survey boats in June. Peru denied that any boats had been seen."
SHELL = "Kenya claimed the dam was old. Uganda said the road was wet. Peru denied the claim."


def read_by(text: str, reader: ScriptedReader) -> Analysis:
    record = read_anew(text, any_language=True, reader=reader)
    laws.check(record)
    return record


def told(record: Analysis, feature: str = "opposed") -> list[float]:
    (contest,) = record.contests
    return [proof.value for proof in contest.proof if proof.by == f"feature:{feature}"]


def test_what_the_network_hears_stands_among_the_proofs() -> None:
    record = read_by(OWN_WORDS, ScriptedReader(weakens=lambda _claim, _denial: 1.0))
    assert told(record) == [pytest.approx(WEIGHTS["opposed"])]


def test_opposition_speaks_for_a_link_and_its_lack_against() -> None:
    near, far = (
        read_by(OWN_WORDS, ScriptedReader(weakens=lambda _claim, _denial, said=said: said)) for said in (1.0, 0.0)
    )
    assert near.contests[0].score > far.contests[0].score


def test_without_the_heads_the_other_features_decide_alone() -> None:
    lacking = ScriptedReader(heads=frozenset(HEADS) - {"pair", "contest"}, weakens=lambda _claim, _denial: 1.0)
    assert told(read_by(OWN_WORDS, lacking)) == []
    assert read_by(OWN_WORDS, lacking).contests[0].proof == read(OWN_WORDS, any_language=True).contests[0].proof


def test_a_denial_without_words_of_its_own_is_shown_whole_or_not_at_all() -> None:
    reader = ScriptedReader()
    read_by(SHELL, reader)
    ((head, pairs),) = reader.compared
    assert head == "contest"
    assert sorted(pairs) == [
        ("Kenya: the dam was old", f"Peru: {SHELL.partition('. ')[2]}"),
        ("Uganda: the road was wet", f"Peru: {SHELL.partition('. ')[2]}"),
    ]


@pytest.mark.parametrize("meant", ["the dam was old", "the road was wet"])
def test_the_claim_that_the_sentence_answers_is_linked(meant: str) -> None:
    reader = ScriptedReader(answers=lambda claim, _contest: float(meant in claim))
    record = read_by(SHELL, reader)
    (contest,) = record.contests
    assert contest.claim is not None
    assert record.claims[contest.claim].content[0].of(record.article.text) == meant
    (value,) = told(record, "answered")
    assert value > 0
