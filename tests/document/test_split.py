"""Paragraphs of pasted text."""

import textwrap

import pytest

from framing.document.split import split

PARAGRAPHS = [
    "The ministry in the capital said on Monday that talks with the rebels would go on, although the delegation had "
    "left the city after a dispute about who may sign for the northern provinces, and when.",
    "Rebel leaders denied that they had agreed to a truce. They told reporters that shelling near the river had "
    "resumed at dawn. Nobody could confirm that, the United Nations mission said in a note to its members.",
    "Both sides accuse each other of breaking the agreement that was signed in March.",
]


def blocks(text: str) -> list[str]:
    return [" ".join(span.of(text).split()) for span in split(text)]


@pytest.mark.parametrize("width", [60, 66, 72, 78])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\u2028"])
def test_lines_broken_at_a_width_are_joined(width: int, newline: str) -> None:
    wrapped = [newline.join(textwrap.wrap(paragraph, width)) for paragraph in PARAGRAPHS]
    assert blocks((newline * 2).join(wrapped)) == PARAGRAPHS


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\x0b", "\x85", "\u2028", "\u2029"])
def test_one_line_is_one_paragraph_where_lines_are_not_broken(newline: str) -> None:
    assert blocks(newline.join(PARAGRAPHS)) == PARAGRAPHS


def test_list_items_are_paragraphs() -> None:
    lines = [
        "The treaty has two parts that both sides signed:",
        "- withdrawal of heavy weapons",
        "- exchange of prisoners",
    ]
    assert blocks("\n".join(lines)) == lines


def test_an_indented_line_begins_a_paragraph() -> None:
    wrapped = ["\n".join(textwrap.wrap(paragraph, 70, initial_indent="    ")) for paragraph in PARAGRAPHS]
    assert blocks("\n".join(wrapped)) == PARAGRAPHS


def test_a_byline_in_small_letters_is_no_continuation() -> None:
    lines = ["Drone strike hits a refinery in southern Russia, governor says", "by Olena Marchuk"]
    assert blocks("\n".join(lines)) == lines


CUT_AT_LINKS = [
    ["The port authority of", "Porto Velho", ", which was", "criticised", ", denied the report."],
    ["Officials there told", "The Example", "that they would wait."],
    ["World"],
    ["The minister said (in", "a letter", ") that she knew nothing."],
]


def test_a_page_cut_at_its_links_is_put_together() -> None:
    text = "\n".join(line for paragraph in CUT_AT_LINKS for line in paragraph)
    assert [span.of(text) for span in split(text)] == ["\n".join(paragraph) for paragraph in CUT_AT_LINKS]


def test_one_slip_does_not_put_labels_together() -> None:
    text = "Home\nNews\nabout us\n, and more\nOfficials denied the report on Monday."
    assert [span.of(text) for span in split(text)] == text.split("\n")
