"""Addresses as people type them, and as they are typed to deceive."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.errors import FetchError
from sources.locations import LONGEST, Location, locate, shown


@pytest.mark.parametrize(
    ("typed", "url"),
    [
        ("https://example.org/a", "https://example.org/a"),
        ("  http://example.org  ", "http://example.org/"),
        ("example.org/x?y=1", "https://example.org/x?y=1"),
        ("example.org:443/x", "https://example.org/x"),
        ("//example.org/x", "https://example.org/x"),
        ("HTTPS://Example.ORG./A", "https://example.org/A"),
        ("https://example.org:8443/", "https://example.org:8443/"),
        ("https://example.org/a#part", "https://example.org/a"),
        ("https://bücher.example/ä b?q=ö", "https://xn--bcher-kva.example/%C3%A4%20b?q=%C3%B6"),
        ("https://example.org/a%2Fb", "https://example.org/a%2Fb"),
        ("http://[2606:4700:0::1111]/", "http://[2606:4700::1111]/"),
        ("http://１２７.0.0.1/", "http://127.0.0.1/"),
    ],
)
def test_what_is_typed_is_one_address(typed, url):
    assert locate(typed).url == url


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "there is no address"),
        ("Washington warned that Beijing might.", "names no host"),
        ("https:///x", "names no host"),
        ("http://a b.example/", "names no host"),
        ("https://" + "a." * 200 + "example/", "names no host"),
        ("https://-.ü-/", "no name that a host may have"),
        ("https://example.org/" + "a" * LONGEST, "the limit is 2,000"),
        ("https://example.org\\@127.0.0.1/", "U+005C"),
        ("https://exam\nple.org/", "U+000A"),
        ("https://example.org/\u202egro.elpmaxe", "U+202E"),
        ("https://example.org/\ud800", "U+D800"),
        ("https://example.org@127.0.0.1/", "user name"),
        ("https://:@example.org/", "user name"),
        ("https://[::1/", "is no address"),
        ("https://[v1.x]/", "no IP address in its brackets"),
        ("http://[fe80::1%25eth0]/", "network card"),
        ("https://example.org:99999/", "no number from 1 to 65535"),
        ("https://example.org:0/", "has port 0"),
        ("data:text/html,hello", "of kind data:"),
        ("view-source:https://example.org", "of kind view-source:"),
    ],
)
def test_what_is_no_address_of_a_page_is_refused(typed, reason):
    with pytest.raises(FetchError) as refused:
        locate(typed)
    assert reason in str(refused.value)


def located(text: str) -> tuple[Location | None, str]:
    """The address, or why it is refused."""
    try:
        return locate(text), ""
    except FetchError as error:
        return None, str(error)


@given(st.text(max_size=80) | st.text("htps:/@[]%#?.\\ab0", max_size=40).map("http://{}".format))
def test_any_text_is_an_ascii_address_or_refused(text):
    found, message = located(text)
    assert message.isprintable()
    if found is None:
        return
    assert found.url.isascii()
    assert found.url.isprintable()
    assert " " not in found.url
    assert locate(found.url) == found


def test_a_message_shows_the_beginning_of_a_long_address():
    assert shown("a" * 500) == "a" * 120 + "…"
    assert shown("a" * 120) == "a" * 120
    assert shown("a\u202eb") == "a\ufffdb"
