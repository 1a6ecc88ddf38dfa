"""The runs behind the model card's table and the five-fold figures, on a tiny encoder."""

from dataclasses import replace
from types import MappingProxyType

import pytest

from training.compare import CHOICES, TAGS, TONE, run, table
from training.config import read_config
from training.corpora import FOLDS, read_corpora
from training.evaluate import measure
from training.fit import fit
from training.folds import TASKS, cross_validate
from training.train import taken
from training.weigh import SHARES, weigh
from training.weigh import table as weighed_table


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
    (row,) = (line for line in table([(choice, figures)]).splitlines() if choice.name in line)
    assert all(f"{head} {value:.3f}" in row for head, value in figures.items())


def test_one_way_of_every_question_is_ours():
    questions = dict.fromkeys(choice.question for choice in CHOICES)
    for question in questions:
        heads = {choice.heads for choice in CHOICES if choice.question == question and "(ours)" in choice.name}
        assert heads == {choice.heads for choice in CHOICES if choice.question == question}, question


def test_each_share_of_teachers_is_learned_and_scored(config, corpora, encoder):
    config = replace(config, teachers={"attribution": replace(config.teachers["attribution"], corpora=("polnear",))})
    rows = dict(weigh(config, taken(corpora, config), encoder))
    assert tuple(rows) == SHARES
    assert {"hedge", "attribution", "target_tone"} <= rows[0.0].keys()
    assert all(0 <= figure <= 1 < 1 + loss for one in rows.values() for figure, loss in one.values())
    losses = [one["attribution"][1] for one in rows.values()]
    assert len(set(losses)) == len(SHARES)  # a teacher's share changes what is learned
    (line,) = (line for line in weighed_table(rows.items()).splitlines() if line.startswith("| attribution |"))
    assert [float(cell.split(", ")[1]) for cell in line.split("|")[2:-1]] == [round(loss, 4) for loss in losses]


@pytest.mark.parametrize("name", TASKS)
def test_folds_are_scored_on_whole_documents_that_they_have_not_seen(name, short, data, encoder, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # where checkpoints are written
    learned, scored = [], []

    def watched_fit(network, wordpieces, train, *rest, **named):
        learned.append({sample.document for part in train.values() for sample in part})
        return fit(network, wordpieces, train, *rest, **named)

    def watched_measure(reader, cards, reports):
        scored.append([example for _, examples in reports for example in examples])
        return measure(reader, cards, reports)

    monkeypatch.setattr("training.folds.fit", watched_fit)
    monkeypatch.setattr("training.folds.measure", watched_measure)
    task = replace(TASKS[name], amounts=dict.fromkeys(TASKS[name].amounts, 4))
    found = cross_validate(task, replace(read_config(short), epochs=1), data, encoder, folds=range(FOLDS))
    assert [one.head for one in found] == [task.head] * FOLDS
    documents = [{example.document for example in examples} for examples in scored]
    assert all(seen and not seen & unseen for seen, unseen in zip(learned, documents, strict=True))
    assert sum(map(len, documents)) == len(set().union(*documents))  # every document in one fold
    config = replace(read_config(short), amounts=MappingProxyType(task.amounts), selection_share=0, calibration_share=0)
    corpora = read_corpora(data, config)
    first = next(iter(task.amounts))
    wanted = sum(len(corpora.train.get(part, ())) for part in (first, f"{first}_plain"))
    assert sum(map(len, scored)) == wanted + len(dict(corpora.reports)[task.report])
