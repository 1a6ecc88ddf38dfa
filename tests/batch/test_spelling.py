"""Names come out the same from every locale."""

import os

import pytest

from batch import spelling
from batch.spelling import spelled
from framing.errors import InputError


@pytest.fixture(params=["utf-8", "ascii", "iso-8859-1"])
def encoding(request, monkeypatch) -> str:
    """That of a locale; bytes that it lacks are lone surrogates, as Python has them."""
    monkeypatch.setattr(spelling.os, "fsencode", lambda name: name.encode(request.param, "surrogateescape"))
    return request.param


@pytest.mark.parametrize("name", ["plain.txt", "É.txt", "İstanbul 🙂"])
def test_bytes_of_utf_8_are_its_characters_in_every_locale(name, encoding):
    assert spelled(name.encode().decode(encoding, "surrogateescape")) == name


def test_bytes_of_the_locale_are_its_characters(encoding):
    if encoding == "iso-8859-1":
        assert spelled("é") == "é"
        assert spelled("ÿþ") == "ÿþ"
    else:
        with pytest.raises(InputError, match=r"'\\udcff' is not UTF-8"):
            spelled(b"\xff".decode(encoding, "surrogateescape"))


def test_a_name_that_the_locale_could_not_give_stays(encoding):
    assert spelled("🙂") == "🙂"


def test_it_is_the_name_that_the_system_knows(tmp_path):
    (tmp_path / "é").touch()
    assert [spelled(name) for name in os.listdir(tmp_path)] == ["é"]
