"""A capital is the government where it speaks, decides, owns or is dealt with, and a place where one goes or is."""

import pytest

from framing.types import ActorKind
from tests.framing.conftest import Read
from tests.framing.views import mentioned, side

CAPITALS = {
    "Beijing": "China",
    "Nairobi": "Kenya",
    "Ankara": "Turkey",
    "Lima": "Peru",
    "Warsaw": "Poland",
    "Canberra": "Australia",
    "Buenos Aires": "Argentina",
}
GOVERNMENT = [
    "{} rejected the claims on Monday.",
    "The envoy said {} had agreed to the terms.",
    "Officials accused {} of delay.",
    "{}'s offer of talks was welcomed.",
    "The sanctions were imposed by {} in March.",
    "The bloc urged {} to sign the pact.",
    "Ties with {} have cooled since the vote.",
    "A warning from {} that the pact was dead went unheard.",
]
PLACE = [
    "A marathon in {} drew thousands of runners.",
    "She flew to {} on Monday with her two sons.",
    "The leader will visit {} in spring.",
    "The train from {} was two hours late.",
    "Crowds filled the streets of {} after the match.",
    "The mayor of {} opened a new bridge.",
    "A fire near {} destroyed three barns.",
    "The {} marathon drew thousands of runners.",
]
BROKEN: dict[str, str] = {}


def sentences(frames: list[str]) -> list[object]:
    return [
        pytest.param(
            frame.format(capital),
            capital,
            id=frame.format(capital),
            marks=[pytest.mark.xfail(strict=True, reason=BROKEN[frame.format(capital)])]
            if frame.format(capital) in BROKEN
            else [],
        )
        for frame in frames
        for capital in CAPITALS
    ]


@pytest.mark.parametrize(("sentence", "capital"), sentences(GOVERNMENT))
def test_government(read: Read, sentence: str, capital: str) -> None:
    record = read(sentence, any_language=True)
    found = [(actor.kind, side(record, actor.id)) for actor in mentioned(record, capital)]
    assert found == [(ActorKind.STATE, CAPITALS[capital])]


@pytest.mark.parametrize(("sentence", "capital"), sentences(PLACE))
def test_place(read: Read, sentence: str, capital: str) -> None:
    record = read(sentence, any_language=True)
    found = [(actor.kind, side(record, actor.id)) for actor in mentioned(record, capital)]
    assert found in ([(ActorKind.PLACE, None)], [])
