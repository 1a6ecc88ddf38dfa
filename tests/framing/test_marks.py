"""Laws of flattening, over any set of overlapping marks."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.reader.document import document
from framing.marks import Layer, MarkId, Role, flatten, layers_of, marks_of, parse_mark, within
from framing.types import Span
from tests.components import article

SPANS = st.tuples(st.integers(0, 60), st.integers(1, 25)).map(lambda pair: Span(pair[0], sum(pair)))
LAYERS = st.lists(st.builds(Layer, SPANS, st.integers(0, 9), st.sampled_from(list(Role))), max_size=15)


@given(LAYERS)
def test_segments_are_ordered_and_disjoint(layers):
    segments = flatten(layers)
    assert all(a.span.end <= b.span.start for a, b in pairwise(segments))
    assert all(segment.span.start < segment.span.end for segment in segments)


@given(LAYERS)
def test_segments_cover_exactly_the_union(layers):
    covered = [place for segment in flatten(layers) for place in range(segment.span.start, segment.span.end)]
    assert covered == sorted({place for layer in layers for place in range(layer.span.start, layer.span.end)})


@given(LAYERS)
def test_a_segment_carries_exactly_the_layers_over_it(layers):
    for segment in flatten(layers):
        over = [layer for layer in layers if layer.span.covers(segment.span)]
        assert sorted(map(repr, segment.layers)) == sorted(map(repr, over))
        assert not [x for x in layers if x.span.overlaps(segment.span) and not x.span.covers(segment.span)]


@given(LAYERS, SPANS)
def test_a_paragraph_is_covered_without_gaps(layers, bounds):
    pieces = within(flatten(layers), bounds)
    assert pieces[0].span.start == bounds.start
    assert pieces[-1].span.end == bounds.end
    assert all(a.span.end == b.span.start for a, b in pairwise(pieces))


@pytest.mark.parametrize("record", [article.analysis(), article.hostile(), article.bare("Calm 🌊 sea.")])
def test_pieces_of_the_page_join_to_the_text_whatever_its_characters(record):
    blocks = [block for block in document(record)["blocks"] if "pieces" in block]
    included = [p for p in record.paragraphs if p.included]
    for block, paragraph in zip(blocks, included, strict=True):
        joined = "".join(piece["text"] for piece in block["pieces"])
        assert joined == record.article.text[paragraph.start : paragraph.end]


def test_a_piece_after_an_emoji_is_the_marked_words():
    page = document(article.analysis())
    number = next(i for i, mark in enumerate(page["marks"]) if mark["id"] == "claim-1")
    pieces = [piece for block in page["blocks"] if "pieces" in block for piece in block["pieces"]]
    marked = "".join(piece["text"] for piece in pieces if number in piece["marks"])
    assert marked == "Veria had “shelled the pier” in March"


def test_every_mark_begins_exactly_once():
    page = document(article.analysis())
    begun = [n for b in page["blocks"] if "pieces" in b for piece in b["pieces"] for n in piece["begins"]]
    assert sorted(begun) == list(range(len(page["marks"])))


def test_the_shortest_mark_answers_a_click():
    marks = marks_of(article.analysis())
    segment = next(s for s in flatten(layers_of(marks)) if s.span.of(article.TEXT) == "may")
    assert {marks[layer.mark].id.record for layer in segment.layers} == {"claim", "hedge"}
    pieces = [p for b in document(article.analysis())["blocks"] if "pieces" in b for p in b["pieces"]]
    may = next(piece for piece in pieces if piece["text"] == "may")
    assert marks[may["marks"][0]].id == MarkId("hedge", 0)


@pytest.mark.parametrize("text", ["", None, "claim", "claim-", "claim-99", "claim--1", "claim-٣", "x-0", "claim-0-1"])
def test_a_mark_that_does_not_exist_is_no_mark(text):
    assert parse_mark(text, article.analysis()) is None


def test_every_mark_of_the_page_is_found_again():
    record = article.analysis()
    assert all(parse_mark(str(mark.id), record) == mark.id for mark in marks_of(record))
