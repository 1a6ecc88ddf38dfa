"""Tags are runs of whole words, in reading order, over all of a text."""

from dataclasses import replace
from itertools import pairwise

from framing.ports import Request
from models.heads import find_head
from models.windows import MAX_PIECES
from tests.models.requested import LONG, REQUESTS


def tags_of(reading):
    """Every tag with the head that gave it; cues are found by `attribution`, what belongs to them by `roles`."""
    yield from (("hedge", tag) for tag in reading.hedges)
    for one in reading.attributed:
        yield "attribution", one.cue
        yield from (("roles", tag) for tag in (*one.sources, *one.contents))


def test_tags_are_whole_words_inside_their_text(reader):
    requests = [*REQUESTS, LONG]
    for request, reading in zip(requests, reader.read(requests), strict=True):
        for head, tag in tags_of(reading):
            assert tag.label in find_head(head).labels
            assert 0.5 <= tag.probability <= 1
            assert 0 <= tag.span.start < tag.span.end <= len(request.text)
            around = f" {request.text} "[tag.span.start : tag.span.end + 2]
            assert (around[0], around[-1]) == (" ", " ")
            assert around[1:-1] == around.strip()


def test_tags_come_in_reading_order_and_do_not_touch(reader):
    readings = reader.read(REQUESTS)
    assert any(reading.hedges for reading in readings)
    assert any(one.sources for reading in readings for one in reading.attributed)
    assert any(one.contents for reading in readings for one in reading.attributed)
    for reading in readings:
        assert list(reading.hedges) == sorted(reading.hedges, key=lambda tag: (tag.span, tag.label))
        cues = [one.cue for one in reading.attributed]
        for label in find_head("hedge").labels:
            expect_apart([tag for tag in reading.hedges if tag.label == label])
        for tags in (cues, *(part for one in reading.attributed for part in (one.sources, one.contents))):
            expect_apart(tags)
        assert all(cue.label == "cue" for cue in cues)


def expect_apart(tags):
    """Runs of one label in order; neighbouring words would be one run."""
    for left, right in pairwise(tags):
        assert left.span.end + 1 < right.span.start


def test_tags_reach_over_all_windows_of_a_long_text(reader):
    (reading,) = reader.read([LONG])
    assert len(LONG.text.split()) > 2 * MAX_PIECES
    for tags in (reading.hedges, [one.cue for one in reading.attributed]):
        thirds = {3 * tag.span.start // len(LONG.text) for tag in tags}
        assert thirds == {0, 1, 2}


def test_no_tags_are_found_where_none_were_asked_for_or_nothing_stands(reader):
    for request in (replace(REQUESTS[8], tags=False), Request("", tags=True), Request(" \n", tags=True)):
        (reading,) = reader.read([request])
        assert (reading.hedges, reading.attributed) == ((), ())
