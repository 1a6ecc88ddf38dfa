"""Whoever edits a word list wrongly is told the file, the place, the value and what was expected there."""

import copy
import re
from collections.abc import Callable
from typing import Any

import pytest

from framing import lexicon
from framing.errors import LexiconError
from framing.lexicon_forms import FORMS, check, compiled

Table = dict[str, Any]


def test_every_file_has_a_form_and_keeps_it() -> None:
    assert {path.stem for path in lexicon.FOLDER.glob("*.toml")} == set(FORMS)
    for name in FORMS:
        check(name, lexicon.table(name))


def changed(name: str, change: Callable[[Table], object]) -> Table:
    table = copy.deepcopy(lexicon.table(name))
    change(table)
    return table


BROKEN: dict[str, tuple[str, Callable[[Table], object], str]] = {
    "a label": ("reporting", lambda t: t["verbs"][1].update(act="sing"), "verbs[1].act is 'sing', expected one of"),
    "a missing field": ("hedges", lambda t: t["rules"][0].pop("scope"), "hedges.toml, rules[0] lacks scope"),
    "an unknown field": ("silences", lambda t: t["rules"][0].update(kind="a"), "rules[0].kind is unknown; known are id,"),
    "a number for text": ("states", lambda t: t["actors"][0].update(name=3), "actors[0].name is 3, expected a string"),
    "a blank": ("people", lambda t: t["sides"][0]["people"].append(" "), "] is ' ', expected a string that is not blank"),
    "text for a list": ("regions", lambda t: t["states"][0].update(cities="Lima"), "is 'Lima', expected a list"),
    "a list for a table": ("roles", lambda t: t.update(media=[]), "roles.toml, media is [], expected a table"),
    "a missing list": ("roles", lambda t: t.pop("media"), "roles.toml, the file lacks media"),
    "a pattern": ("contests", lambda t: t["phrases"][0].update(pattern="(a"), "phrases[0].pattern: pattern '(a': missing )"),
    "text for a truth value": ("hedges", lambda t: t["rules"][0].update(raises="no"), "expected true or false"),
    "a negative weight": ("boilerplate", lambda t: t["rules"][0].update(weight=-1), "is -1, expected a whole number"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "change", "message"), BROKEN.values(), ids=BROKEN)
def test_a_fault_is_named_with_its_place(name: str, change: Callable[[Table], object], message: str) -> None:
    with pytest.raises(LexiconError, match=re.escape(message)):
        check(name, changed(name, change))


@pytest.mark.parametrize("pattern", ["(" * 5_000 + ")" * 5_000, "a{99999999999}", "[b-a]", "*"])
def test_what_cannot_be_compiled_is_refused(pattern: str) -> None:
    with pytest.raises(LexiconError, match="mend the expression"):
        compiled(pattern)


@pytest.mark.parametrize("content", [b"\xff", b"a = ", b"a = " + b"[" * 5_000, b"a = " + b"9" * 5_000, b""])
def test_a_file_that_is_no_list_is_refused(content: bytes, tmp_path, monkeypatch) -> None:
    (tmp_path / "silences.toml").write_bytes(content)
    monkeypatch.setattr(lexicon, "FOLDER", tmp_path)
    with pytest.raises(LexiconError, match=r"silences\.toml"):
        lexicon.table.__wrapped__("silences")
