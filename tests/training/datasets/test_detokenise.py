"""Written text from tokens, and where every token went."""

import pytest

from framing.types import Span
from training.datasets.detokenise import QUOTES, cover, detokenise

WRITTEN = [
    ("She is n't late , is she ?", "She isn't late, is she?"),
    ("They ca n't go ; we 'll wait .", "They can't go; we'll wait."),
    ("I can not stay .", "I cannot stay."),
    ("Ann 's plan ( her third ) failed .", "Ann's plan (her third) failed."),
    ("It cost $ 12 , or US$ 3 each .", "It cost $12, or US$3 each."),
    ("Sales fell 5 % .", "Sales fell 5%."),
    ('" No , " she said , " never . "', '"No," she said, "never."'),
    ('We will stay , " she said .', 'We will stay," she said.'),
    ("`` No , '' she said .", '"No," she said.'),
    ("The courts ' need grew .", "The courts' need grew."),
    ("He said ' maybe ' again .", "He said 'maybe' again."),
    ("a 15 - year term", "a 15-year term"),
    ("a state - of - the - art mill", "a state-of-the-art mill"),
    ("a F - 16 - launched bomb", "a F-16-launched bomb"),
    ("the U.S. - based firm", "the U.S.-based firm"),
    ("We saw rain - and it stayed .", "We saw rain - and it stayed."),
    ("65 - Number of speeches", "65 - Number of speeches"),
    ("his client / lawyer talks", "his client/lawyer talks"),
    ("So it ends ...", "So it ends..."),
]


@pytest.mark.parametrize(("tokens", "text"), WRITTEN)
def test_text_is_written_as_people_write(tokens, text):
    assert detokenise(tokens.split())[0] == text


@pytest.mark.parametrize("tokens", [tokens for tokens, _ in WRITTEN])
def test_every_token_stands_at_its_span(tokens):
    words = tokens.split()
    text, spans = detokenise(words)
    assert [span.of(text) for span in spans] == [QUOTES.get(word, word) for word in words]


def test_no_tokens_give_no_text():
    assert detokenise([]) == ("", ())


@pytest.mark.parametrize("token", ["", " ", "two words"])
def test_a_token_is_one_word(token):
    with pytest.raises(ValueError, match="not a token"):
        detokenise(["A", token])


def test_tokens_are_covered_with_the_blanks_between():
    text, spans = detokenise("She did n't leave .".split())
    assert cover(spans, 1, 4).of(text) == "didn't leave"
    assert cover(spans, 0, 1) == Span(0, 3)


@pytest.mark.parametrize(("first", "end"), [(1, 1), (-1, 1), (0, 3), (2, 1)])
def test_tokens_outside_are_refused(first, end):
    with pytest.raises(ValueError, match="of 2"):
        cover((Span(0, 1), Span(2, 3)), first, end)
