"""The measure by words."""

import pytest

from benchmarks.tokens import token_f1


@pytest.mark.parametrize(
    ("text", "expected", "f1"),
    [
        ("The port closed.", "the PORT closed", 1.0),
        ("the port", "the port was closed", 2 * 2 / 6),
        ("the the the", "the port", 2 * 1 / 5),
        ("", "the port", 0.0),
        ("", "", 0.0),
    ],
)
def test_words_count_as_often_as_they_stand(text: str, expected: str, f1: float) -> None:
    assert token_f1(text, expected) == pytest.approx(f1)
