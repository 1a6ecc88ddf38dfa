"""What is a contest and whose: each pair is alike but for what makes the first one, and the second none."""

from dataclasses import dataclass

import pytest

from framing.types import ContestKind
from tests.framing.conftest import Read
from tests.framing.views import contests

DENIES, DOUBTS, REJECTS = ContestKind


@dataclass(frozen=True, slots=True)
class Pair:
    """`hit` is contested by `by` in that kind; `miss` holds no contest."""

    hit: str
    miss: str
    by: str
    kind: ContestKind = DENIES


VERDICTS = [
    Pair("Hungary slammed the report as biased.", "Hungary slammed the door as it left.", "Hungary"),
    Pair("Niger called him a liar.", "Niger called him a judge who told lies in court.", "Niger"),
    Pair('Peru called it a "blatant lie".', "Peru called it a busy day.", "Peru"),
    Pair("Kenya has denounced the trial as politically motivated.", "Kenya has denounced the false arrests.", "Kenya"),
    Pair("Chile said the article distorted its plan.", "Chile said the mirror distorted its face.", "Chile"),
    Pair('Oman said the claim was "completely false".', "Oman said the alarm was false.", "Oman"),
    Pair("Asked about the claims, Cuba said they were absurd.", "Asked about the ships, Cuba said they were absurd.", "Cuba"),
    Pair("Latvia said the story was false.", "Latvia admitted that its story was false.", "Latvia"),
    Pair("The claims are neither new nor credible, Malta said.", "The boats are neither new nor fast, Malta said.", "Malta"),
    Pair("There was no truth in the reports, Togo said.", "There was no light in the rooms, Togo said.", "Togo"),
    Pair("Norway said the offer was unacceptable.", "Norway said the noise was unacceptable.", "Norway", REJECTS),
    Pair("Qatar said a truce was out of the question.", "Qatar said nothing was off the table.", "Qatar", REJECTS),
    Pair("Ghana accused the paper of spreading lies.", "Ghana accused the paper of lying to its owners.", "Ghana"),
    Pair("Malta called the testimony groundless.", "Malta called the testimony brief.", "Malta"),
    Pair("Oman dismissed the paper as a forgery.", "Oman dismissed the coach as a failure.", "Oman"),
    Pair("Chad's envoy, Ali Baro, called the story a lie, saying no ship had left.", "Chad's envoy, Ali Baro, called the ship a beauty.", "Chad"),
    Pair("“Categorically untrue,” said Peru's envoy.", "“Categorically,” said Peru's envoy.", "Peru"),
]  # fmt: skip
REFUSALS = [
    Pair("Chad has refused to step down from the post despite calls to go.", "Chad has refused to step down.", "Chad", REJECTS),
    Pair("Mali urged Chad to open the dam. Chad refused to open it.", "Mali saw the dam. Chad refused to open it.", "Chad", REJECTS),
    Pair(
        "Kenya has called for a recount, a demand that the governing Unity Movement turned down.",
        "Kenya has called for a recount, a demand that the governing Unity Movement heard.",
        "Unity Movement",
        REJECTS,
    ),
    Pair("Spain has ruled out sending tanks.", "An injury has ruled out Silva.", "Spain", REJECTS),
    Pair("Russia has ruled out any such step.", "Russia has run out of any such wood.", "Russia", REJECTS),
    Pair("Japan said it would not accept the terms.", "Japan may not accept the terms.", "Japan", REJECTS),
    Pair("Serbia, which does not recognise Kosovo, left.", "Serbia, which did not recognise him, left.", "Serbia", REJECTS),
    Pair("Cuba reiterated its opposition to the plan.", "The opposition to the plan has grown.", "Cuba", REJECTS),
    Pair(
        "Bhutan, which has rejected all calls to disarm, voted.",
        "Bhutan, which has returned all calls to voters, voted.",
        "Bhutan",
        REJECTS,
    ),
    Pair("Haiti rejected the appeal.", "A court in Haiti rejected the appeal.", "Haiti", REJECTS),
    Pair("Egypt objected to the wording.", "Egypt kept the wording.", "Egypt", REJECTS),
]  # fmt: skip
DOUBTING = [
    Pair("Nepal said it had seen no proof of such a plan.", "Nepal said it had seen no snow.", "Nepal", DOUBTS),
    Pair("There is no evidence that the ship sailed, Fiji said.", "There is no doubt that the ship sailed, Fiji said.", "Fiji", DOUBTS),
    Pair("The promise was met with scepticism in Lima.", "The president was met with flowers in Lima.", "Peru", DOUBTS),
    Pair("Kenya reacted with scepticism to the report.", "Kenya reacted with joy to the report.", "Kenya", DOUBTS),
    Pair("Spain poured cold water on the forecast.", "Spain poured cold water on the fire.", "Spain", DOUBTS),
    Pair("Brazil was dismissive of the report.", "Brazil was proud of the report.", "Brazil", DOUBTS),
    Pair("India questioned the figures.", "India questioned him for hours.", "India", DOUBTS),
    Pair("Mexico challenged the figures.", "Mexico challenged Peru to prove it.", "Mexico", DOUBTS),
]  # fmt: skip
DENIALS = [
    Pair("Rwanda issued a denial on Friday.", "Rwanda issued a stamp on Friday.", "Rwanda"),
    Pair("Despite denials from Syria, inspectors found gas.", "Despite goods from Syria, inspectors found gas.", "Syria"),
    Pair("Iran said it had never bought such ships.", "Iran said it had never bought ships.", "Iran"),
    Pair("“There is no such warrant,” Kenya shot back.", "“There is a new warrant,” Kenya added.", "Kenya"),
    Pair("Oman said it had nothing to do with the fire.", "Oman said rain had nothing to do with the fire.", "Oman"),
    Pair("Israel hit back at its critics.", "Israel hit back at the camp with rockets.", "Israel"),
    Pair("An adviser to Ghana, who asked not to be named, denied there was a rift.", "A man in Ghana, who asked not to be named, was denied entry.", "Ghana"),
    Pair("Libya rejected as baseless the charges made by Malta.", "Libya rejected as rotten the fruit sent by Malta.", "Libya"),
]  # fmt: skip
MISREAD = [
    Pair(
        "Slovakia rejects claim that jet skipped checks", "Slovakia repeats claim that jet skipped checks", "Slovakia"
    ),
    Pair("Slovakia disputes that charge.", "Border disputes of that age are rare.", "Slovakia"),
]
TABLES = {"verdicts": VERDICTS, "refusals": REFUSALS, "doubting": DOUBTING, "denials": DENIALS, "misread": MISREAD}
ROWS = [pytest.param(row, id=f"{name}-{row.hit}") for name, rows in TABLES.items() for row in rows]


@pytest.mark.parametrize("row", ROWS)
def test_contested(read: Read, row: Pair) -> None:
    found = list(contests(read(row.hit, any_language=True), by=row.by, kind=row.kind))
    assert len(found) == 1


@pytest.mark.parametrize("row", ROWS)
def test_not_contested(read: Read, row: Pair) -> None:
    assert not any(contests(read(row.miss, any_language=True)))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Peru rejected the charge, calling it a lie.", 1),
        ("Peru rejected the charge, and Chile called it a lie.", 2),
        ("Few in the port believe the promise.", 1),
        ("Few in the port doubt the promise.", 0),
        ("Neither Mali nor Chad accepts the ruling.", 2),
    ],
)
def test_how_many(read: Read, text: str, count: int) -> None:
    assert len(read(text, any_language=True).contests) == count


def test_a_region_that_doubts_is_no_state(read: Read) -> None:
    record = read("The promise was met with scepticism in Queensland.", any_language=True)
    (contest,) = record.contests
    assert contest.by is not None
    assert record.actors[contest.by].name == "Queensland"
