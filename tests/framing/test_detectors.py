"""What holds for every detector that discovery finds."""

from itertools import pairwise

import pytest

from framing.detectors import Detector, detectors
from framing.document import from_text
from framing.passages import Line, lines, parse
from framing.settings import DEFAULTS
from models.parser import load_parser
from samples import all_samples


@pytest.fixture(scope="module")
def sentences() -> list[Line]:
    parser = load_parser()
    documents = [from_text(sample.text) for sample in all_samples()]
    return [line for d in documents for line in lines(parse(d.text, d.blocks, parser, DEFAULTS))]


def test_both_detectors_are_found() -> None:
    assert [d.name for d in detectors()] == ["hedges", "silences"]


@pytest.mark.parametrize("detector", detectors(), ids=lambda d: d.name)
def test_marks_stay_inside_their_sentence_in_order_and_apart(detector: Detector, sentences: list[Line]) -> None:
    found = 0
    for line in sentences:
        marks = list(detector.detect(line))
        spans = [mark.span for mark in marks]
        found += len(spans)
        assert all(line.start <= span.start < span.end <= line.end for span in spans)
        assert all(before.end <= after.start for before, after in pairwise(spans))
        assert all(mark.anchor.i in {t.i for t in line.tokens} for mark in marks)
    assert found > 0


@pytest.mark.parametrize("detector", detectors(), ids=lambda d: d.name)
def test_twice_gives_the_same(detector: Detector, sentences: list[Line]) -> None:
    def told(line: Line) -> list[tuple[object, ...]]:
        return [(m.span, m.rule, m.label, m.strength, m.scope) for m in detector.detect(line)]

    assert all(told(line) == told(line) for line in sentences)
