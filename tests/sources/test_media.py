"""Types and encodings that servers name."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.document import SUFFIXES
from framing.errors import FetchError
from sources.media import ACCEPTED, charset_of, recoded, suffix_of


@pytest.mark.parametrize(
    ("said", "suffix"),
    [("text/html", ".html"), ("Text/HTML; charset=x", ".html"), ("text/plain;a=b", ".txt"), ("text/markdown", ".md")],
)
def test_a_type_has_the_suffix_of_its_reader(said, suffix):
    assert suffix_of(said) == suffix


@pytest.mark.parametrize("said", ["", ";", "image/svg+xml", "application/octet-stream", "text/htmlx", "*/*"])
def test_other_types_are_refused(said):
    with pytest.raises(FetchError, match="fetched"):
        suffix_of(said)


def test_only_what_is_read_is_accepted():
    assert set(ACCEPTED.values()) <= set(SUFFIXES)


@pytest.mark.parametrize(
    ("said", "charset"),
    [
        ("text/html; charset=UTF-8", "utf-8"),
        ('text/html; charset="windows-1252"', "cp1252"),
        ("text/html; charset=latin1", "iso8859-1"),
        ("text/html", None),
        ("text/html; charset=", None),
        ("text/html; charset=klingon", None),
        ("text/html; charset=punycode", None),  # takes time by the square of the length
        ("text/html; charset=base64", None),
        ("text/html; charset=unicode_escape", None),
        ("text/html; charset=utf-7", None),
    ],
)
def test_an_encoding_is_one_of_text_in_latin_letters(said, charset):
    assert charset_of(said) == charset


@given(st.text(st.characters(max_codepoint=255, exclude_characters="\r\n"), max_size=60))
def test_any_header_names_an_encoding_or_none(header):
    found = charset_of(f"text/html; charset={header}")
    assert found is None or codecs.lookup(found)


@pytest.mark.parametrize(
    ("data", "charset", "text"),
    [
        ("Zürich".encode(), "iso8859-1", "Zürich"),  # named wrongly, as often
        ("Zürich".encode("latin-1"), "iso8859-1", "Zürich"),
        ("“Zürich”".encode("cp1252"), "iso8859-1", "“Zürich”"),
        ("Zürich".encode("utf-16-le"), "utf-16-le", "Zürich"),
        ("Zürich".encode("utf-16"), "utf-16", "Zürich"),
        (codecs.BOM_UTF8 + b"Calm", "cp1252", "Calm"),
    ],
)
def test_text_is_read_in_the_encoding_that_fits(data, charset, text):
    assert recoded(data, charset).decode("utf-8-sig") == text


@pytest.mark.parametrize(("data", "charset"), [(b"Z\xfcrich", None), (b"Z\xfcrich", "utf-8"), (b"odd", "utf-16")])
def test_bytes_that_do_not_fit_stay_for_the_reader_to_judge(data, charset):
    assert recoded(data, charset) == data
