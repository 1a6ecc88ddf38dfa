"""Which claim a contest is about: in each pair the words after the arrow are contested in the first text only."""

from dataclasses import dataclass

import pytest

from framing.types import ContestKind
from tests.framing.conftest import Read
from tests.framing.views import contests

DENIES, DOUBTS, REJECTS = ContestKind


@dataclass(frozen=True, slots=True)
class Linked:
    """`claim`: words of the claim that `hit` contests, in that kind, and that `miss` does not."""

    claim: str
    hit: str
    miss: str
    kind: ContestKind = DENIES


REMARKS = [
    Linked(
        "212",
        "Peru's health ministry puts the number of deaths at 212, a figure that nurses dispute.",
        "Peru's health ministry puts the number of deaths at 212, a figure that nurses supplied.",
    ),
    Linked(
        "to build the road",
        "Chile has offered to build the road, an offer that Bolivia turned down within a day.",
        "Chile has offered to build the road, an offer that Bolivia took up within a day.",
        REJECTS,
    ),
    Linked(
        "would close the port",
        "Oman said it would close the port by June, a step that Yemen rejects as blackmail.",
        "Oman said it would close the port by June, a step that Yemen has long awaited.",
        REJECTS,
    ),
    Linked(
        "hiding two ships",
        "Ghana accuses Togo of hiding two ships, which it denies.",
        "Ghana accuses Togo of hiding two ships, which it leased.",
    ),
    Linked(
        "taking bribes",
        "Riga accuses the banker Juris Ozols of taking bribes, an allegation that his lawyer called an insult to the bar.",
        "Riga accuses the banker Juris Ozols of taking bribes, an allegation that his lawyer called to discuss.",
    ),
]
OCCASIONS = [
    Linked(
        "had crossed the river",
        "Chad denied that its men were at war, hours after Sudan said two of its trucks had crossed the river.",
        "Chad denied that its men were at war and, hours later, Sudan said two of its trucks had crossed the river.",
    ),
    Linked(
        "its army had shelled the village",
        "Chad denied shelling the village after Sudan said its army had shelled the village.",
        "Chad denied shelling the village after Sudan had left. Sudan saw that its army had shelled the village.",
    ),
    Linked(
        "the pipe was leaking",
        "Oslo brushed off the warning, a day after Iceland said the pipe was leaking.",
        "Oslo brushed off the warning, and Iceland said the pipe was leaking.",
        DENIES,
    ),
]
TELLERS = [
    Linked(
        "beaten in the cell",
        "Mary Cole said the boy was beaten in the cell. The army said the gate was open. Prison guards dispute her story.",
        "Mark Cole's army said the boy was beaten in the cell. The army said the gate was open. Prison guards dispute its story.",
    ),
    Linked(
        "had found tracks",
        'Colonel Omar Said said his men had found tracks. "We measured them twice," he said. Kenya disputed his account.',
        'Colonel Omar Said said his men had found tracks. "We measured them twice," he said. Kenya disputed Uganda\'s account.',
    ),
    Linked(
        "beaten in the yard",
        "Helen Marr said the boy was beaten in the yard. Kwame Voss said the gate was open. Prison guards dispute her story.",
        "Robin Marr said the boy was beaten in the yard. Jordan Voss said the gate was open. Prison guards dispute her story.",
    ),
]
SHELLS = [
    Linked(
        "30 stations",
        "Observers said 30 stations in the north were shut by noon. They said the vote was calm. Kenya disputed the number.",
        "Observers said 30 stations in the north were shut by noon. They said the vote was calm. Kenya disputed the view.",
    ),
    Linked(
        "to share a patrol",
        "Brazil said it was late. It urged both neighbours to share a patrol. Peru rejected that idea.",
        "Brazil urged both neighbours to share a patrol. Peru said it was late. Chile rejected that claim.",
        REJECTS,
    ),
    Linked(
        "to deliver 4,000 vans",
        "Skoda said it expected to deliver 4,000 vans. A partner cast doubt on the firm's sales forecast.",
        "Skoda said it expected to deliver 4,000 vans. A partner cast doubt on the old engines.",
        DOUBTS,
    ),
    Linked(
        "three seats",
        "Mongolia's ruling party offered three seats to the Greens. The Greens spurned the olive branch.",
        "Mongolia's ruling party mentioned three seats to the Greens. The Greens spurned the olive branch.",
        REJECTS,
    ),
    Linked(
        "doping horses",
        "Turkey accused the trainer Yusuf Demir of doping horses. Yusuf Demir denied wrongdoing.",
        "Turkey accused the trainer Yusuf Demir of doping horses. Yusuf Demir was denied entry.",
    ),
]
REPLIES = [
    Linked(
        "arms the rebels",
        "Togo says Ghana arms the rebels. Ghana says it does no such thing.",
        "Togo says Ghana arms the rebels. Ghana says it has no such doubts about Mali.",
    ),
    Linked(
        "comes from Borneo",
        "The smoke comes from Borneo, villagers say. Indonesia begs to differ.",
        "The smoke comes from Borneo, villagers say. Indonesia begs for help.",
    ),
    Linked(
        "caused by a monkey",
        "Kenya said the cut had been caused by a monkey. Engineers were not persuaded.",
        "Kenya said the cut had been caused by a monkey. Engineers were not paid.",
        DOUBTS,
    ),
    Linked(
        "agreed to a truce",
        "Colombia's envoy Rosa Trujillo said the rebels had agreed to a truce. A rebel commander contradicted her.",
        "Colombia's envoy Rosa Trujillo said the rebels had agreed to a truce. A rebel commander congratulated her.",
    ),
]
POINTING = [
    Linked(
        "to stay at sea",
        "Malta asked the crew to stay at sea. The harbour office said it was late. The crew refused.",
        "Malta asked the crew to stay at sea. The harbour office said it was late. The crew agreed.",
        REJECTS,
    ),
    Linked(
        "to bury the dead at night",
        "Nurses said Chad had told them to bury the dead at night. Chad denied giving any such order.",
        "Nurses said Chad had told them to bury the dead at night. Chad denied giving any of them cars.",
    ),
    Linked(
        "had crossed the strait",
        "Greece said two ships had crossed the strait. Turkey was quick to deny it.",
        "Greece said two ships had crossed the strait. Turkey was asked to deny it.",
    ),
    Linked(
        "had flown over Samos",
        "Greece said a drone had flown over Samos. Turkey retorted that no drone had left the ground.",
        "Greece said a drone had flown over Samos. Turkey added that no drone had left the ground.",
    ),
    Linked(
        "no whales had died",
        "Denmark said no whales had died. Biologists were not convinced.",
        "Denmark said no whales had died. Biologists were convinced.",
        DOUBTS,
    ),
]
UNSAID = [
    Linked(
        "had closed the port",
        "Kenya said Peru had closed the port. Peru denied closing the port.",
        "Kenya said Peru had closed the port. Peru denied closing the port of Lima, which nobody had suggested.",
    ),
]
TURNS = [
    Linked(
        "burnt two villages near the border",
        "Chad accused Sudanese troops of having burnt two villages near the border. Its president said the rains were late this year. Sudan rejected the accusation.",
        "Chad said Sudanese troops had burnt two villages near the border. Its president accused Sudan of stealing 400 cows this year. Sudan rejected the accusation.",
    ),
    Linked(
        "had poisoned the wells",
        "Mali said Nigerien soldiers had poisoned the wells of three towns. Niger denied it.",
        "Mali said Nigerien soldiers had poisoned the wells of three towns. Togo said the harvest had failed in the whole valley. Niger denied it.",
    ),
    Linked(
        "to withdraw its tanks from the strip",
        "Laos called on Thailand to withdraw its tanks from the strip by Friday. Thailand refused.",
        "Laos said Thailand had put nine new tanks into the strip by Friday. Thailand refused.",
        REJECTS,
    ),
]
CHARGES = [
    Linked(
        "had sold passes",
        "Prosecutors said the guard Ivo Marin had sold passes. A guide said the tower was closed. Marin denied the charges.",
        "Farmers said the guard Ivo Marin had sold passes. A guide said the tower was closed. Marin denied the charges.",
    ),
]
TABLES = {
    "charges": CHARGES,
    "turns": TURNS,
    "remarks": REMARKS,
    "occasions": OCCASIONS,
    "tellers": TELLERS,
    "shells": SHELLS,
    "replies": REPLIES,
    "pointing": POINTING,
    "unsaid": UNSAID,
}
ROWS = [pytest.param(row, id=f"{name}-{row.claim}") for name, rows in TABLES.items() for row in rows]


@pytest.mark.parametrize("row", ROWS)
def test_contested(read: Read, row: Linked) -> None:
    assert any(contests(read(row.hit, any_language=True), claim=row.claim, kind=row.kind))


@pytest.mark.parametrize("row", ROWS)
def test_not_contested(read: Read, row: Linked) -> None:
    assert not any(contests(read(row.miss, any_language=True), claim=row.claim))


@pytest.mark.parametrize(
    ("text", "by"),
    [
        (
            'Aurel Popa, the Romanian minister, said one tracker had failed, and brushed aside Moldova\'s account as "gossip".',
            "Aurel Popa",
        ),
        ("Lome said its ships, cranes and docks were idle. The claim, denied by Accra, moved prices.", "Ghana"),
    ],
)
def test_who_contests_can_speak(read: Read, text: str, by: str) -> None:
    assert any(contests(read(text, any_language=True), by=by))


def test_what_a_remark_says_is_no_part_of_the_claim(read: Read) -> None:
    record = read(
        "Oman said it would close the port by June, a step that Yemen rejects as blackmail.", any_language=True
    )
    assert [c.content[-1].of(record.article.text) for c in record.claims if c.cue] == [
        "it would close the port by June"
    ]


@pytest.mark.parametrize(
    ("hit", "miss"),
    [
        ("The agency puts the number of homeless at 4,000.", "The agency puts the files on a shelf at 4 Green Street."),
        ("Ghana has asked for a joint patrol.", "Ghana has asked for comment."),
        ("Ana Lima said men had taken her cow; the army denied it.", "Ana Lima was ill; the army denied it."),
    ],
)
def test_what_is_claimed(read: Read, hit: str, miss: str) -> None:
    assert any(c.cue for c in read(hit, any_language=True).claims)
    assert not any(c.cue for c in read(miss, any_language=True).claims)
