"""Events are read with exact spans of the written text."""

import json

import pytest

from training.datasets import factuality
from training.errors import TrainingError


def row(text, *targets):
    keys = ("span1", "label", "span_text")
    return {"text": text, "targets": [dict(zip(keys, target, strict=True)) for target in targets], "idx": 0}


def read(tmp_path, *rows):
    path = tmp_path / "train.jsonl"
    path.write_text("\n".join(json.dumps(each) for each in rows), encoding="utf-8")
    return factuality.read(path)


def events(example):
    return [(event.span.of(example.text), event.value) for event in example.events]


def test_spans_follow_the_text_as_it_is_written(tmp_path):
    source = row("The 15 - year deal was n't signed .", ([4, 5], 0.5, "deal"), ([7, 8], -3.0, "signed"))
    (example,) = read(tmp_path, source)
    assert example.text == "The 15-year deal wasn't signed."
    assert events(example) == [("deal", 0.5), ("signed", -3.0)]


def test_leading_blanks_are_no_tokens(tmp_path):
    (example,) = read(tmp_path, row(" They hope  to win .", ([1, 2], 3.0, "hope")))
    assert (example.text, events(example)) == ("They hope to win.", [("hope", 3.0)])


@pytest.mark.parametrize("span_text", ["the mayor resigned", ""])
def test_clauses_are_kept_as_given(tmp_path, span_text):
    (example,) = read(tmp_path, row("He thinks the mayor resigned .", ([2, 5], 1.0, span_text)))
    assert events(example) == [("the mayor resigned", 1.0)]


def test_one_sentence_is_one_example_with_mean_values(tmp_path):
    first = row("They left .", ([1, 2], 3.0, "left"))
    second = row("They left .", ([1, 2], 2.0, "left"), ([0, 1], 0.0, "They"))
    other = row("they LEFT .", ([1, 2], 1.0, "LEFT"))
    merged, shouted = read(tmp_path, first, second, other)
    assert events(merged) == [("left", 2.5), ("They", 0.0)]
    assert merged.document == shouted.document


@pytest.mark.parametrize(
    "target",
    [
        ([1, 2], 3.5, "left"),
        ([0, 1], 3.0, "left"),
        ([2, 9], 3.0, "."),
        ([1, 1], 3.0, ""),
        ([1], 3.0, "left"),
        ([1, 2], "much", "left"),
    ],
)
def test_another_form_is_refused_by_its_line(tmp_path, target):
    with pytest.raises(TrainingError, match=r"train\.jsonl, line 2"):
        read(tmp_path, row("She came .", ([1, 2], 3.0, "came")), row("They left .", target))
