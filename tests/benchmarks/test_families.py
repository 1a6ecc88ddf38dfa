"""Families of rules are weighed on a gold of two sentences, with the real parser and no network."""

import pytest

from benchmarks import families
from framing import lexicon
from tests.framing.engine import read_anew

ARTICLE = """text = '''Ruth Otieno, the mayor, said the bridge might close on Monday. The firm declined to comment.'''

[[actors]]
name = "Ruth Otieno"
side = "Ruth Otieno"
mentions = ["Ruth Otieno"]

[[claims]]
id = "c1"
holder = "Ruth Otieno"
side = "Ruth Otieno"
voice = "indirect"
content = ["the bridge might close on Monday"]
hedged = true
factuality = "PS+"

[[hedges]]
cue = "might"
in = "might close"
kind = "possible"

[[silences]]
evidence = "declined to comment"
"""


@pytest.fixture
def gold(tmp_path):
    (tmp_path / "bridge.toml").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def family(name):
    return next(one for one in families.families() if one.name.startswith(name))


def test_every_family_has_its_own_name_and_some_entries():
    found = list(families.families())
    assert len({one.name for one in found}) == len(found)
    assert all(one.entries > 0 for one in found)
    assert {one.table for one in found} == {*families.LISTS, *families.GAZETTEERS}


@pytest.mark.parametrize("one", list(families.families()), ids=lambda one: one.name)
def test_only_the_family_is_taken_away(one):
    whole, rest = lexicon.table(one.table), families.reduced(one)
    assert rest != whole
    assert {part for part in whole if rest[part] != whole[part]} == {one.part}
    if one.row is not None:
        assert len(rest[one.part]) == len(whole[one.part]) - 1


@pytest.mark.parametrize(
    ("name", "gains"),
    [
        ("hedges.rules[0] modal", {"hedge cues F1", "hedged or not", "factuality"}),
        ("silences.speech", {"silences F1"}),
        ("hedges.norms", set()),
    ],
)
def test_a_family_is_worth_what_is_lost_without_it(gold, name, gains):
    def measure():
        return families.figures(lambda text: read_anew(text, any_language=True), [gold], [])

    full = measure()
    with families.without(family(name)):
        moves = families.moved(full, measure())
    assert set(moves) == gains
    assert all(move == 1.0 for move in moves.values())
    assert measure() == full


def test_the_command_prints_what_every_family_moves(gold, monkeypatch, capsys):
    monkeypatch.setattr(families, "LISTS", ("silences",))
    monkeypatch.setattr(families, "GAZETTEERS", ())
    monkeypatch.delenv("HEDGEROW_DATA", raising=False)
    assert families.main(["--gold", str(gold)]) == 0
    out = capsys.readouterr().out.splitlines()
    rule = next(line.split() for line in out if "declined-to-comment" in line)
    assert rule == ["silences.rules[0]", "declined-to-comment", "1", "silences", "F1", "+1.000"]
    assert "moves nothing: silences.rules[1] declined-comment" in out
