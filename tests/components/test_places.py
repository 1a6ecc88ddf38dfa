"""Places in the browser's units, for any text."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from components.reader.places import places, units
from framing.types import Article, Span
from tests.components import article

TEXT = st.text(st.sampled_from("ab é🌊🙂\n"), min_size=1, max_size=60)


@given(TEXT, st.data())
def test_a_place_is_the_same_words_in_utf_16(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    record = article.bare("")
    whole = replace(record.paragraphs[0], end=len(text))
    record = replace(record, article=Article(id="0" * 64, text=text), paragraphs=(whole,))
    (place,) = places(record, [span])
    assert text.encode("utf-16-le")[2 * place.start : 2 * place.end].decode("utf-16-le") == span.of(text)


def test_a_quotation_over_two_paragraphs_has_a_place_in_each():
    record = article.analysis()
    first, second = record.paragraphs[2], record.paragraphs[3]
    found = places(record, [Span(first.end - 3, second.start + 2)])
    assert [(place.paragraph, place.end - place.start) for place in found] == [(2, 3), (3, 2)]


def test_a_lone_surrogate_is_one_unit():
    assert units("a\ud800🌊") == 4
