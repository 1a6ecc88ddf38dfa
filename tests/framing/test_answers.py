"""Contests by no verb of denial: adverbs, the article's own verdicts, plain answers, verbs that no list holds."""

from dataclasses import dataclass

import pytest

from framing.tables import contest_rows
from framing.types import Analysis
from tests.framing.conftest import Read
from tests.framing.engine import read_networked
from tests.framing.views import contests, words


@dataclass(frozen=True, slots=True)
class Answer:
    """`evidence` contests `claim` in `hit`, told by `by` (None: the article itself); `miss` holds no contest."""

    evidence: str
    claim: str
    by: str | None
    hit: str
    miss: str


ANSWERS = [
    Answer(
        "wrongly",
        "the dam had cracked",
        None,
        "Togo wrongly claimed that the dam had cracked.",
        "Togo loudly claimed that the dam had cracked.",
    ),
    Answer(
        "falsely",
        "theft",
        "Peru",
        "Peru said Chile had falsely accused it of theft.",
        "Peru said Chile had often accused it of theft.",
    ),
    Answer(
        "without evidence",
        "the dam had cracked",
        None,
        "Togo has claimed without evidence that the dam had cracked.",
        "Togo has claimed without delay that the dam had cracked.",
    ),
    Answer(
        "is false",
        "the dam had cracked",
        None,
        "Togo claimed that the dam had cracked. The first of these claims is false.",
        "Togo claimed that the dam had cracked. The first of these walls is false.",
    ),
    Answer(
        "isn't true",
        "the dam had cracked",
        None,
        "Togo said the dam had cracked. The claim isn't true.",
        "Togo said the dam had cracked. The wall isn't true to the plan.",
    ),
    Answer(
        "made it up",
        "the dam had cracked",
        "Mali",
        'Togo said the dam had cracked. "They made it up," Mali replied.',
        'Togo said the dam had cracked. "They made it up the hill," Mali replied.',
    ),
    Answer(
        "none of its guards were",
        "Malian guards had cut the fence",
        "Mali",
        "Togo said on Monday that Malian guards had cut the fence. Mali said none of its guards were near the fence.",
        "Togo said on Monday that Malian guards had cut the fence. Mali said it had no comment on the fence.",
    ),
]


@pytest.mark.parametrize("row", ANSWERS, ids=lambda row: row.evidence)
def test_contested(read: Read, row: Answer) -> None:
    record = read(row.hit, any_language=True)
    found = [c for c in contests(record, claim=row.claim) if row.evidence in words(record, c.evidence)]
    assert found
    assert {record.actors[c.by].name if c.by is not None else None for c in found} == {row.by}


NO_ANSWERS = [
    "Togo said Mali had not cut the fence. Mali said it did not cut the fence.",
    "Togo said Mali had cut the fence. Mali said it did not regret that it cut the fence.",
    "Togo said Mali had cut the fence. Mali said it did not cut the rope.",
    "Togo said Mali had sent migrants. Mali said Togo did not help the migrants.",
    "Togo said Mali had attacked Lome. Mali said no soldier was hurt in the attack on Lome.",
    "The mayor denied he had wrongly claimed that the plant was closed.",
    "Anyone who falsely claims that he is a doctor can be fined.",
]


@pytest.mark.parametrize("text", NO_ANSWERS)
def test_no_answer(read: Read, text: str) -> None:
    rules = {contest.proof[0].by for contest in read(text, any_language=True).contests}
    assert not rules & {"contest:counter", "contest:adverb"}


def test_the_evidence_of_a_counter_claim_holds_its_negation(read: Read) -> None:
    record = read("The US said Iran had attacked a tanker. Iran said no tanker was attacked.", any_language=True)
    assert [words(record, contest.evidence) for contest in record.contests] == ["no tanker was attacked"]


@pytest.mark.parametrize("row", ANSWERS, ids=lambda row: row.evidence)
def test_not_contested(read: Read, row: Answer) -> None:
    assert read(row.miss, any_language=True).contests == ()


TOLD = (
    "The ministry took bribes from the miners, the auditor said on Monday. On Tuesday the government {} the allegation."
)


def contesting(record: Analysis) -> list[str]:
    return [words(record, contest.evidence) for contest in record.contests]


@pytest.mark.parametrize("verb", ["skewered", "savaged", "demolished"])
def test_the_network_reads_verbs_that_no_list_holds(read: Read, verb: str) -> None:
    assert contesting(read_networked(TOLD.format(verb))) == [verb]
    assert contesting(read(TOLD.format(verb))) == []


@pytest.mark.parametrize("verb", ["summarised", "translated", "relayed", "investigated"])
def test_verbs_that_hand_on_or_look_into_contest_nothing(verb: str) -> None:
    assert contesting(read_networked(TOLD.format(verb))) == []


@pytest.mark.parametrize(
    ("told", "contester"),
    [
        ("The claim isn't true.", "the article"),
        ("The claim was denied.", "unnamed"),
        ("Mali denied the claim.", "Mali"),
    ],
)
def test_who_contests_has_a_name_on_every_table(read: Read, told: str, contester: str) -> None:
    record = read(f"Togo said the dam had cracked. {told}", any_language=True)
    assert [row.by for row in contest_rows(record)] == [contester]
