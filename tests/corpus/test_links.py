"""Which claims are one: pairs that must be linked, and those that must not, by words and by meaning."""

import pytest

from corpus.claims import Saying, nameless
from corpus.links import WORDS_ALONE, Judge, linked
from corpus.types import Key
from framing.comparing.wording import stemming
from models.meaning import load_meaning
from tests.framing.engine import network


@pytest.fixture(scope="module")
def judge():
    return Judge(load_meaning(), network())


def saying(place, content, *, side="Lima", named=(), places=(), loose=False, times=1):
    bare = nameless(content, [*named, *places])
    return Saying(
        content, bare, stemming()(bare), frozenset(named), frozenset(places), side, loose,
        tuple((Key("x", 100 * place + turn), 0) for turn in range(times)),
    )  # fmt: skip


def one_claim(judge, first, second):
    """Whether two sayings are linked in a corpus that also says other things."""
    rest = [saying(place, content) for place, content in enumerate(OTHERS, start=2)]
    found = linked([first, second, *rest], judge)
    return any({one for one, _ in group.sayings} == {first, second} for group in found)


OTHERS = [
    "the harvest would be late because of the frost",
    "teachers were to be paid in March",
    "the bridge at the border needed new cables",
    "no ship had called at the port for a week",
]


@pytest.mark.parametrize(
    ("first", "second", "sides"),
    [
        ("the mine had poisoned the lake", "the mine had poisoned the lake", ("Lima", "Lima")),
        ("the mine had poisoned the lake", "the lake was poisoned by the mine", ("Lima", "Lima")),
        ("the mine had poisoned the lake", "the mine had poisoned the lake", ("Lima", "Quito")),
        ("the vote count was forged", "the vote count had been forged", ("Lima", "Quito")),
    ],
)
def test_words_are_enough(first, second, sides):
    one, other = (
        saying(place, text, side=side) for place, (text, side) in enumerate(zip((first, second), sides, strict=True))
    )
    assert one_claim(WORDS_ALONE, one, other)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "the guards shut the border crossing without warning",
            "the border post was closed by the guards with no notice",
        ),
        ("the mine dismissed half of its workers", "the mine laid off half of its workers"),
        ("the company concealed its losses", "losses were hidden by the company"),
    ],
)
def test_meaning_finds_other_words(judge, first, second):
    assert one_claim(judge, saying(0, first), saying(1, second))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Orca Lines dumped fuel in the strait", "Orca Lines would buy fuel for its strait crossings"),
        ("Orca Lines dumped fuel in the strait", "Orca Lines dismissed its captain"),
        ("the minister resigned over the leak", "the minister flew to the talks"),
    ],
)
def test_one_holder_says_two_things_of_one_firm(judge, first, second):
    for way in (WORDS_ALONE, judge):
        assert not one_claim(way, saying(0, first, named=("Orca Lines",)), saying(1, second, named=("Orca Lines",)))


def test_the_same_said_of_two_firms_is_two_claims(judge):
    one, other = (
        saying(place, f"{name} dumped fuel in the strait", named=(name,))
        for place, name in enumerate(("Orca Lines", "Tern Ferries"))
    )
    for way in (WORDS_ALONE, judge):
        assert not one_claim(way, one, other)
    unnamed = saying(1, "the company dumped fuel in the strait")
    assert one_claim(judge, one, unnamed)


def test_another_place_is_another_claim():
    one, other = (
        saying(place, f"the dam near {name} had burst", places=(name,)) for place, name in enumerate(("Arica", "Tacna"))
    )
    assert not one_claim(WORDS_ALONE, one, other)


def test_the_contrary_is_told_apart(judge):
    said = [
        saying(0, "the dam was emptied on purpose", times=3),
        saying(1, "the dam was not emptied on purpose", side="Quito"),
    ]
    (group,) = linked(said, judge)
    assert [against for _, against in group.sayings] == [False, True]
    said = [
        saying(0, "the dam was emptied on purpose", times=3),
        saying(1, "the dam had been emptied on purpose", side="Quito"),
    ]
    (group,) = linked(said, judge)
    assert [against for _, against in group.sayings] == [False, False]


def test_what_one_article_says_twice_is_no_link():
    one = saying(0, "the mine had poisoned the lake")
    assert linked([one, *map(saying, range(2, 6), OTHERS)]) == []


def test_the_order_of_a_corpus_does_not_change_its_groups(judge):
    said = [
        saying(place, text)
        for place, text in enumerate(["the mine had poisoned the lake", *OTHERS, "the lake was poisoned by the mine"])
    ]
    there = {frozenset(one for one, _ in group.sayings) for group in linked(said, judge)}
    back = {frozenset(one for one, _ in group.sayings) for group in linked(said[::-1], judge)}
    assert there == back != set()


@pytest.mark.parametrize(
    ("content", "names", "bare"),
    [
        ("Orca Lines’ ships left", ["Orca Lines"], "’ ships left"),
        ("Orca's ships left", ["Orca"], "ships left"),
        ("Orcas left", ["Orca"], "orcas left"),
        ("Orca Lines left Orca", ["Orca", "Orca Lines"], "left"),
        ("C++ (new) left", ["C++ (new)"], "left"),
    ],
)
def test_names_are_taken_out_as_whole_words(content, names, bare):
    assert nameless(content, names) == bare
