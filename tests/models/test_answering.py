"""A head as it is asked gives the figures of the head as it is trained, whatever else is asked."""

import random

import pytest
import torch

from models.answering import AskedHead, describe_each
from models.calibration import Calibration
from models.heads import HEADS
from models.manifest import HeadCard
from models.network import Head
from models.plan import Question

WIDTH = 32
AWAY = {torch.float32: 1e-5, torch.bfloat16: 0.1}


def questions_of(spec, rows, seed):
    """Several different questions about each row, if the kind has spans; spans may touch, overlap and hold each other."""
    draw = random.Random(seed)
    for row in rows:
        for _ in range(draw.randrange(1, 5)):
            cuts = [sorted(draw.sample(range(len(row) + 1), 2)) for _ in range(spec.kind.spans)]
            yield Question(spec.kind, (spec.name,), row, tuple(map(tuple, cuts)))


def trained(head, question, hidden):
    """What the padded head says of one question, beside a piece of padding."""
    states = torch.cat((hidden, hidden.new_full((1, WIDTH), 9.0))).unsqueeze(0)
    seen = torch.tensor([[*[True] * len(hidden), False]])
    spans = torch.tensor([question.places], dtype=torch.long).reshape(1, -1, 2)
    return head(states, seen, spans)[0, : len(hidden)] if head.kind.wordwise else head(states, seen, spans)


@pytest.fixture(params=HEADS, ids=lambda spec: spec.name)
def spec(request):
    return request.param


@pytest.fixture
def head(spec):
    torch.manual_seed(4)
    return Head(spec, WIDTH, 0.1).eval()


@pytest.mark.parametrize("number_format", list(AWAY), ids=str)
def test_it_says_what_the_trained_head_says(spec, head, number_format):
    rows = [tuple(range(10 * n, 10 * n + 3 + n)) for n in range(6)]
    encoded = {(spec.name if spec.rank else None, row): torch.randn(len(row), WIDTH) for row in rows}
    with torch.inference_mode():
        asked = list(dict.fromkeys(questions_of(spec, rows, 1)))
        states = {one: hidden.to(number_format) for one, hidden in encoded.items()}
        found = AskedHead(head, number_format)(describe_each(asked, states))
        wanted = torch.cat([trained(head, one, encoded[one.encoding]) for one in asked])
    assert found.shape == wanted.shape
    assert torch.allclose(found.float(), wanted, atol=AWAY[number_format])


@pytest.mark.parametrize("number_format", list(AWAY), ids=str)
@pytest.mark.usefixtures("one_core")
def test_no_answer_is_moved_by_other_questions(spec, head, number_format):
    rows = [tuple(range(10 * n, 10 * n + 3 + n)) for n in range(6)]
    encoded = {(spec.name if spec.rank else None, row): torch.randn(len(row), WIDTH).to(number_format) for row in rows}
    asked = list(dict.fromkeys(questions_of(spec, rows, 2)))
    ask = AskedHead(head, number_format)
    with torch.inference_mode():
        alone = {one: ask(describe_each([one], encoded)) for one in asked}
        for seed in range(3):
            random.Random(seed).shuffle(asked)
            together = ask(describe_each(asked, encoded))
            assert torch.equal(together, torch.cat([alone[one] for one in asked]))


@pytest.mark.parametrize("name", ["frame", "hedge", "tone"])
def test_a_probability_does_not_depend_on_where_it_stands(name):
    spec = next(spec for spec in HEADS if spec.name == name)
    torch.manual_seed(4)
    calibrated = Calibration(HeadCard(spec, 1.5, (0.5,) * len(spec.labels), (("acc", 0.5),)))
    logits = 4 * torch.randn(300, len(spec.labels))
    whole = calibrated(logits)
    if not spec.exclusive:
        assert torch.allclose(whole, torch.sigmoid(logits / 1.5), atol=1e-6)
    for count in range(1, 40):
        assert torch.equal(calibrated(logits[300 - count :].clone()), whole[300 - count :])
