"""Keys, the shelf of finished analyses, and the escape."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.shared import Readings
from components.source import Source
from components.wording import WORD_JOINER, escape, shorten
from framing.edits import AcceptClaim, ChangeParagraph, ClaimWords, operation_to_json
from framing.types import ParagraphKind, Span
from tests.components import article

SPECIAL = re.compile(r"(?<!\\)(?:\\\\)*[`*_{}\[\]()#+\-.!|<>~:$&@/]")


def test_the_shelf_forgets_the_least_recently_used():
    shelf, record = Readings(size=2), article.bare("Calm.")
    for key in ("a", "b"):
        shelf.put(key, record)
    shelf.get("a")
    shelf.put("c", record)
    assert [shelf.get(key) is not None for key in "abc"] == [True, False, True]


def test_a_key_tells_text_form_and_settings_apart():
    sources = [
        Source("a.txt", "text"),
        Source("a.txt", b"text"),
        Source("a.html", b"text"),
        Source("a.txt", "text", any_language=True),
        Source("a.txt", "other"),
    ]
    assert len({source.key for source in sources}) == len(sources)
    assert Source("b.txt", "text").key == sources[0].key


def test_only_corrected_paragraphs_make_another_reading():
    source = Source("a.txt", "text")
    words = ClaimWords((Span(0, 4),), (), None)
    mark, cut = (
        operation_to_json(one) for one in (AcceptClaim(words), ChangeParagraph(Span(0, 4), ParagraphKind.BODY))
    )
    accepted, both = source._replace(edits=(mark,)), source._replace(edits=(mark, cut))
    assert accepted.key == source.key != both.key
    assert len({source.page, accepted.page, both.page}) == 3
    assert both.uncorrected == source


def test_a_lone_surrogate_has_a_key_and_is_refused_later():
    assert Source("", "\ud800").key


@given(st.text())
def test_no_markdown_survives_the_escape(text):
    assert SPECIAL.search(escape(text)) is None
    assert "\n" not in escape(text)


@pytest.mark.parametrize("text", ["see http://a.test/b", "HTTPS://a.test", "www.a.test", "WWW.a.test", "me@a.test"])
def test_an_address_in_the_escape_is_text_that_nobody_makes_a_link(text):
    """The expressions by which the page's Markdown finds links in plain text."""
    escaped = re.sub(r"\\(.)", r"\1", escape(text))
    assert re.search(r"(https?://|www(?=\.))([-.\w]+)|[-.\w+]+@[-\w]+", escaped, re.IGNORECASE) is None
    assert escaped.replace("\N{WORD JOINER}", "") == text


@pytest.mark.parametrize("late", ["http://a.example", "www.a.example", "me@a.example", ":streamlit:", "a -> b -- c"])
def test_what_markdown_looks_for_after_its_escapes_is_broken_up(late):
    joined = escape(late).replace("\\", "")
    assert joined != late
    assert joined.replace(WORD_JOINER, "") == late


def test_a_plain_name_is_left_alone():
    assert escape("Lena Brandt, 54: minister") == "Lena Brandt, 54\\: minister"


@given(st.text(max_size=80))
def test_a_short_name_stays_and_a_long_one_fits(text):
    assert shorten(text) == text if len(text) <= 32 else len(shorten(text)) <= 34
