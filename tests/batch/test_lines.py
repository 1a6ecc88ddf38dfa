"""One input line: an article, or a failure that says why."""

import json

import pytest

from batch.lines import Failure, Item, failure_line, read_line


@pytest.mark.parametrize("source_id", ["a", "", 7, 0, 7.0, 1e22, 10**25, True, False, None])
def test_an_article_keeps_its_id_with_its_type(source_id):
    raw = json.dumps({"id": source_id, "text": "x", "title": "T", "date": "ignored"}).encode()
    item = read_line(3, raw)
    assert item == Item(3, source_id, "x", "T")
    assert type(item.source_id) is type(source_id)


@pytest.mark.parametrize("title", [b"", b',"title":null'])
def test_a_title_may_be_absent(title):
    assert read_line(1, b'{"id":1,"text":"x"' + title + b"}\r") == Item(1, 1, "x", None)


def test_a_byte_order_mark_may_stand_before_the_first_line():
    raw = b'\xef\xbb\xbf{"id":1,"text":"x"}'
    assert isinstance(read_line(1, raw), Item)
    assert isinstance(read_line(2, raw), Failure)


def test_a_pair_of_surrogates_is_one_character():
    assert read_line(1, rb'{"id":1,"text":"\ud83d\ude42"}') == Item(1, 1, "🙂", None)


@pytest.mark.parametrize(
    ("raw", "source_id", "message"),
    [
        (b"", None, "the line is empty"),
        (b" \t\r", None, "the line is empty"),
        (b"{", None, "malformed JSON at character 1"),
        (b"[1]", None, "[1] is not an object"),
        (b'"text"', None, "'text' is not an object"),
        (b'{"id":1,"text":"\xff"}', None, "byte 16 of the line, 0xff, is not UTF-8"),
        (b'{"id":NaN,"text":"x"}', None, "NaN is not a JSON value"),
        (b'{"id":1e999,"text":"x"}', None, "1e999 is beyond"),
        (b'{"id":1,"id":2,"text":"x"}', None, "the name 'id' stands twice"),
        (b"[" * 100_000, None, "nested too deeply"),
        (b'{"text":"x"}', None, "'id' is missing"),
        (b'{"id":[1],"text":"x"}', None, "'id' is [1], expected a string"),
        (b'{"id":{},"text":"x"}', None, "'id' is {}, expected a string"),
        (rb'{"id":"\ud800","text":"x"}', None, "'id' holds half of a surrogate pair"),
        (b'{"id":"a"}', "a", "'text' is missing"),
        (b'{"id":7,"text":null}', 7, "'text' is None, expected a string"),
        (b'{"id":7,"text":7}', 7, "'text' is 7, expected a string"),
        (rb'{"id":7.5,"text":"\udfff"}', 7.5, "'text' holds half of a surrogate pair"),
        (b'{"id":false,"text":"x","title":3}', False, "'title' is 3, expected a string or null"),
        (rb'{"id":"a","text":"x","title":"\ud800"}', "a", "'title' holds half of a surrogate pair"),
    ],
)  # fmt: skip
def test_a_line_that_holds_no_article(raw, source_id, message):
    failure = read_line(9, raw)
    assert isinstance(failure, Failure)
    assert (failure.source_id, failure.line, failure.stage) == (source_id, 9, "line")
    assert message in failure.message
    written = failure_line(failure)
    assert "\n" not in written
    assert json.loads(written.encode()) == {
        "schema": "hedgerow/1",
        "failure": {"source_id": source_id, "line": 9, "stage": "line", "message": failure.message},
    }


def test_a_message_that_quotes_half_a_pair_can_be_written():
    assert "\\ud800" in json.loads(failure_line(Failure(1, 1, "line", "bad \ud800")).encode())["failure"]["message"]
