"""What teachers say is kept by question, and learned beside the labels and where there are none."""

from dataclasses import replace

import pytest
import torch

from framing.types import Span, Tone
from models.encoding import load_wordpieces
from training.batches import collate, prepare
from training.config import Teacher, read_config
from training.corpora import read_corpora
from training.examples import CueAnswer, Example, TargetAnswer
from training.fit import fit
from training.taught import Taught, joined, mean
from training.teach import School

TEXT = "china praised the kremlin"
CHINA, KREMLIN = Span(0, 5), Span(18, 25)
EXAMPLE = Example(TEXT, "d", targets=(TargetAnswer((CHINA,), Tone.POSITIVE),), hedges=(CueAnswer(CHINA, "possible"),))
SAYS = torch.tensor([0.25, 0.25, 0.5], dtype=torch.float16)


@pytest.fixture
def item(encoder):
    (one,) = prepare([EXAMPLE], load_wordpieces(encoder.tokenizer), max_pieces=30, heads=("target_tone", "hedge"))
    return one


def question(item, head):
    return next(one for one in item.questions if one.head == head)


def test_a_label_and_a_teacher_are_weighed_by_trust(item):
    asked = (item.row, "target_tone", question(item, "target_tone").places)
    beside = Taught({asked: SAYS}).beside(item)
    for trust, wanted in ((0.0, [0, 0, 1]), (0.5, [0.125, 0.125, 0.75]), (1.0, SAYS.tolist())):
        goal = collate([beside], pad=0, trust=trust).goals["target_tone"]
        assert goal.values[0].tolist() == pytest.approx(wanted)
        assert goal.weights.tolist() == [1.0]


def test_words_are_weighed_one_by_one(item):
    says = torch.zeros(len(item.row) - 2, 4, dtype=torch.float16)
    says[-1, 1] = 1.0
    goal = collate([Taught({(item.row, "hedge", ()): says}).beside(item)], pad=0, trust=0.5).goals["hedge"]
    assert goal.values[0, 1].tolist() == [0.5, 0, 0, 0]  # the label's word, of which the teacher knows nothing
    assert goal.values[0, len(item.row) - 2].tolist() == [0, 0.5, 0, 0]
    assert goal.weights[0].tolist() == [0.0, *[1.0] * (len(item.row) - 2), 0.0]


def test_what_only_a_teacher_has_answered_is_learned_with_the_weight_of_trust(item):
    other = ((len(item.row) - 2, len(item.row) - 1),)
    beside = Taught({(item.row, "target_tone", other): SAYS}).beside(item)
    goal = collate([beside], pad=0, trust=0.5).goals["target_tone"]
    assert goal.values.tolist() == [[0, 0, 1], SAYS.tolist()]
    assert goal.weights.tolist() == [1.0, 0.5]


def test_a_row_that_no_teacher_saw_is_left_alone(item):
    assert Taught({((1, 2), "tone", ()): SAYS}).beside(item) == item


def test_answers_are_stored_and_come_back(item, tmp_path):
    words = torch.rand(len(item.row) - 2, 4).half()
    taught = Taught({(item.row, "hedge", ()): words, (item.row, "target_tone", ((1, 2),)): SAYS})
    taught.save(tmp_path / "a" / "b.pt", lesson="x")
    again = Taught.load(tmp_path / "a" / "b.pt", lesson="x")
    assert again.answers.keys() == taught.answers.keys()
    assert all(again.answers[asked].equal(answer) for asked, answer in taught.answers.items())
    assert Taught.load(tmp_path / "a" / "b.pt", lesson="y") is None
    assert Taught.load(tmp_path / "none.pt", lesson="x") is None


def test_teachers_of_the_same_heads_are_averaged_and_others_joined():
    here, there = ((1, 2), "tone", ()), ((1, 3), "vague", ())
    both = mean([Taught({here: SAYS}), Taught({here: torch.tensor([0.75, 0.25, 0.0]).half()})])
    assert both.answers[here].tolist() == [0.5, 0.25, 0.25]
    assert joined([both, Taught({there: SAYS})]).answers.keys() == {here, there}


def test_teachers_answer_for_their_heads_also_where_nothing_is_labelled(data, encoder, short, tmp_path, monkeypatch):
    config = read_config(short)
    corpora = read_corpora(data, config, limit=64)
    few = {"hedges": config.teachers["hedges"], "sides": config.teachers["sides"]}
    config = replace(config, teachers=few)
    school = School(corpora, config, encoder, tmp_path)
    taught = school.taught()
    assert {head for _, head, _ in taught.answers} == {"hedge", "vague", "tone", "target_tone", "stance", "act"}
    wordpieces = load_wordpieces(encoder.tokenizer)
    unlabelled = [one for one in corpora.train["polnear"] if isinstance(one, Example)]
    items = prepare(unlabelled, wordpieces, max_pieces=config.max_pieces, heads=config.heads)
    assert items
    for item in items:
        own = {one.head for one in item.questions}
        beside = taught.beside(item)
        assert {one.head for one in beside.questions if not one.labelled} >= {"hedge", "vague", "tone"} - own
        assert all(one.taught is not None for one in beside.questions if not one.labelled)
    monkeypatch.setattr("training.teach.fit", None)
    again = school.taught().answers  # from the files
    assert again.keys() == taught.answers.keys()
    assert all(again[asked].equal(answer) for asked, answer in taught.answers.items())
    other = replace(school, corpora=replace(corpora, train={**corpora.train, "szeged_bio": ()}))
    with pytest.raises(TypeError, match="not callable"):  # another lesson is learned anew
        other.taught()


def test_a_crossed_teacher_answers_about_no_document_that_it_has_learned(data, encoder, short, tmp_path, monkeypatch):
    config = read_config(short)
    corpora = read_corpora(data, config, limit=64)
    teacher = Teacher(2, crossed=True, elder=False, epochs=1, heads=("hedge",), corpora=("szeged_wiki", "szeged_bio"))
    config = replace(config, teachers={"hedges": teacher}, read_by_all=("polnear", "szeged_wiki"))
    learned = []

    def watched(network, wordpieces, train, *rest, **named):
        learned.append([sample for part in train.values() for sample in part])
        return fit(network, wordpieces, train, *rest, **named)

    monkeypatch.setattr("training.teach.fit", watched)
    school = School(corpora, config, encoder, tmp_path)
    said = [school.said("hedges", teacher, number) for number in range(2)]
    wordpieces = load_wordpieces(encoder.tokenizer)

    def rows(samples):
        return {one.row for one in prepare(samples, wordpieces, max_pieces=config.max_pieces, heads=config.heads)}

    own = [sample for name in teacher.corpora for sample in corpora.train[name]]
    others = rows(corpora.train["polnear"])
    assert all(learned)
    for number, (samples, taught) in enumerate(zip(learned, said, strict=True)):
        kept_out = {sample.document for sample in own} - {sample.document for sample in samples}
        assert kept_out, number
        answered = {row for row, _, _ in taught.answers}
        assert answered == (rows(own) | others) - rows(samples)
    whole = mean(said)
    both = next(asked for asked in said[0].answers if asked in said[1].answers)
    assert whole.answers[both].equal(((said[0].answers[both].float() + said[1].answers[both].float()) / 2).half())
