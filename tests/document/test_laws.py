"""What holds for every text."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from framing.document import Document, from_html, from_text, require_english, require_news
from framing.errors import InputError
from framing.settings import Settings
from framing.types import ParagraphKind

LINES = st.lists(
    st.sampled_from(
        [
            "By Ann Lee",
            "Support us",
            "Dear readers,",
            "Read more",
            "China rejected the claims on Monday, it said.",
            "—",
            "We need your help to go on.",
            "- item",
            "24 Comments",
            "\u202eשלום عليكم",
            "🧑‍🚀" * 3,
            "# Head",
            "Monthly",
            "",
        ]
    )
)
TEXTS = st.one_of(
    st.text(max_size=400),
    st.text(st.characters(codec="utf-8"), max_size=400),
    st.builds(
        lambda lines, joint: joint.join(lines),
        LINES,
        st.sampled_from(["\n", "\n\n", "\r\n", "\u2029", "\x0b"]),
    ),
)
READ = {ParagraphKind.HEADLINE, ParagraphKind.BODY}


def attempt(text: str) -> Document | None:
    try:
        return from_text(text)
    except InputError:
        return None


def check_blocks(document: Document) -> None:
    position = 0
    for block in document.blocks:
        words = document.text[block.start : block.end]
        assert position <= block.start < block.end
        assert words == words.strip()
        assert not document.text[position : block.start].strip()
        assert block.reason
        assert block.included == (block.kind in READ)
        position = block.end
    assert not document.text[position:].strip()


@given(TEXTS)
@example("\ufeffChina rejected the claims.\r\n\x00\r\nMoscow agreed.")
@example("\ufeff")
@example("\ufeff a")
def test_text_is_kept_and_blocks_cover_it(text: str) -> None:
    document = attempt(text)
    if document is not None:
        assert document.text == text
        check_blocks(document)


@given(TEXTS)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert attempt(text) == attempt(text)


@settings(deadline=None)  # the first text waits for the detector to load
@given(TEXTS)
def test_language_never_crashes(text: str) -> None:
    document = attempt(text)
    if document is not None:
        assert require_english(document, Settings(any_language=True)).blocks == document.blocks


@settings(max_examples=60, deadline=None)
@given(
    st.text(max_size=200),
    st.lists(st.sampled_from(["<p>", "</p>", "<div", ">", "<script>", "</b>", "<br>", "&amp;"])),
)
def test_html_never_crashes(text: str, tags: list[str]) -> None:
    try:
        document = from_html("".join(tag + text[i :: len(tags) or 1] for i, tag in enumerate(tags)) or text)
    except InputError:
        return
    check_blocks(document)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("", "nothing"),
        (" \u2003\n", "no word"),
        ("\ufeff", "no word"),
        ("a\ud800b", "U\\+D800"),
        ("?!…", "no word"),
    ],
)
def test_refusals_name_the_value(text: str, named: str) -> None:
    with pytest.raises(InputError, match=named):
        from_text(text)


def test_too_long_a_text_is_refused_by_name() -> None:
    with pytest.raises(InputError, match="max_code_points"):
        from_text("word " * 10, settings=Settings(max_code_points=20))


def test_a_byte_order_mark_stays_and_no_word_begins_with_it() -> None:
    text = "\ufeffBeijing rejected the claims on Monday, officials said.\r\n\r\nMoscow did not comment on it."
    document = from_text(text)
    assert [document.text[b.start : b.end] for b in document.blocks if b.included] == text[1:].split("\r\n\r\n")


def test_only_boilerplate_is_not_news() -> None:
    document = from_text("We use cookies to improve this site.\nAccept all cookies\nSubscribe\nRead more")
    assert not any(block.included for block in document.blocks)
    with pytest.raises(InputError, match="nothing in this text reads as news: 4 blocks left out"):
        require_news(document)


@pytest.mark.parametrize(
    "unit", ["Officials in the town said on Monday that the road was closed again.\n\n", "a b c ", "a"]
)
def test_the_longest_text_is_read(unit: str) -> None:
    check_blocks(from_text((unit * (1_000_000 // len(unit) + 1))[:1_000_000]))
