"""Vague sourcing is read beside hedges and never mixed with them."""

import json

import pytest

from training.datasets import wikiweasel
from training.errors import TrainingError
from training.examples import CueAnswer, Example, Span


def write(path, *rows):
    keys = ("doc", "text", "conll2010_label")
    path.write_text("\n".join(json.dumps(dict(zip(keys, row, strict=True))) for row in rows), encoding="utf-8")
    return path


def test_each_label_and_what_is_left_open(tmp_path):
    path = write(
        tmp_path / "x.jsonl",
        ("Bridge_1", "Some say it sways.", "uncertain"),
        ("Bridge_1", "It was built in 1900.", "certain"),
        ("Bridge_1", "It may sway.", None),
    )
    assert [(one.text, one.vague, one.hedges) for one in wikiweasel.read(path)] == [
        ("Some say it sways.", True, None),
        ("It was built in 1900.", False, None),
    ]


def test_a_sentence_of_both_corpora_is_one_example(tmp_path):
    cue = (CueAnswer(Span(3, 6), "possible"),)
    hedged = [Example("It may sway.", "wiki:a", hedges=cue), Example("It may sway.", "wiki:b", hedges=cue)]
    sourced = [Example("It may sway.", "wiki:b", vague=False), Example("Some like it.", "wiki:b", vague=True)]
    first, second, third = wikiweasel.merge(hedged, sourced)
    assert (first.vague, first.hedges) == (None, cue)
    assert (second.document, second.vague, second.hedges) == ("wiki:b", False, cue)
    assert third == sourced[1]


def test_another_form_is_refused_with_its_line(tmp_path):
    with pytest.raises(TrainingError, match="line 2"):
        wikiweasel.read(write(tmp_path / "x.jsonl", ("a", "It is.", "certain"), ("a", "It is.", "perhaps")))
