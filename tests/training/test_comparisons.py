"""The runs behind the model card's table and the five-fold figures, on a tiny encoder."""

from dataclasses import replace
from types import MappingProxyType

import pytest

from training.compare import CHOICES, TAGS, TONE, run, table
from training.config import read_config
from training.corpora import read_corpora
from training.folds import TASKS, cross_validate


@pytest.fixture(scope="module")
def config(short):
    amounts = MappingProxyType(dict.fromkeys((*TONE, *TAGS), 8))
    return replace(read_config(short), epochs=1, selection_share=0.4, calibration_share=0.1, amounts=amounts)


@pytest.fixture(scope="module")
def corpora(data, config):
    return read_corpora(data, config, limit=64)


@pytest.mark.parametrize("choice", CHOICES, ids=lambda choice: f"{choice.question}: {choice.name}")
def test_every_choice_can_be_trained_and_scored(choice, config, corpora, encoder):
    figures = run(choice, config, corpora, encoder)
    assert tuple(figures) == choice.heads
    assert all(0 <= value <= 1 for value in figures.values())
    assert choice.name in table([(choice, figures)])


def test_one_way_of_every_question_is_ours():
    questions = dict.fromkeys(choice.question for choice in CHOICES)
    for question in questions:
        heads = {choice.heads for choice in CHOICES if choice.question == question and "(ours)" in choice.name}
        assert heads == {choice.heads for choice in CHOICES if choice.question == question}, question


@pytest.mark.parametrize("name", TASKS)
def test_folds_are_trained_and_scored_on_what_they_have_not_seen(name, short, data, encoder, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # where checkpoints are written
    config = replace(read_config(short), epochs=1)
    task = replace(TASKS[name], amounts=dict.fromkeys(TASKS[name].amounts, 8))
    first, second = cross_validate(task, config, data, encoder, folds=(0, 1))
    assert first.head == second.head == task.head
    assert first.split != second.split
