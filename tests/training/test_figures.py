"""Configuration, variations, calibration and figures."""

import random
from collections.abc import Mapping
from dataclasses import asdict, fields

import pytest
import torch
from torch.nn.functional import one_hot

from framing.types import Span, Tone
from training.augment import mask, vary
from training.calibrate import EVEN, FEWEST_WORDS, HIGHEST, LOWEST, fit_scaling, fit_thresholds, tagging_thresholds
from training.config import config_sha256, make_config
from training.errors import TrainingError
from training.examples import Example, TargetAnswer
from training.predict import Answers
from training.scores import (
    calibration_error,
    confidence_gap,
    correlation,
    macro_f1,
    scale_figures,
    verdict_figures,
)


def body_of(config):
    """The values as a TOML file has them."""
    values = {field.name: getattr(config, field.name) for field in fields(config)}
    values = {name: dict(value) if isinstance(value, Mapping) else value for name, value in values.items()}
    tables = {name: getattr(config, name) for name in ("teachers", "turns")}
    nested = {name: {key: asdict(one) for key, one in table.items()} for name, table in tables.items()}
    return values | nested | {"elder": asdict(config.elder)}


HEDGES = {
    "hedges": {"networks": 1, "crossed": False, "elder": False, "epochs": 1, "heads": ["hedge"], "corpora": ["uw"]}
}


def test_an_unknown_key_is_refused_with_the_valid_ones(config):
    with pytest.raises(TrainingError, match=r"unknown key 'epoch'; valid keys are name, seed"):
        make_config({**body_of(config), "epoch": 3}, where="x.toml")
    with pytest.raises(TrainingError, match=r"table weights: unknown key 'tones'; valid keys are tone, vague"):
        make_config({**body_of(config), "weights": {"tones": 1.0}}, where="x.toml")
    with pytest.raises(TrainingError, match=r"read_by_all: unknown key 'times'; valid keys are newsmtsc"):
        make_config({**body_of(config), "read_by_all": ["times"]}, where="x.toml")
    with pytest.raises(TrainingError, match="number_format: unknown key 'int8'; valid keys are float32, bfloat16"):
        make_config({**body_of(config), "number_format": "int8"}, where="x.toml")
    with pytest.raises(TrainingError, match=r"teachers\.hedges, heads: unknown key 'hedge'; valid keys are tone"):
        make_config({**body_of(config), "weights": {"tone": 1.0, "vague": 1.0}, "teachers": HEDGES}, where="x.toml")
    with pytest.raises(TrainingError, match=r"teachers\.hedges, corpora: unknown key 'uw'; valid keys are dse"):
        make_config({**body_of(config), "amounts": {"dse": 1}, "teachers": HEDGES}, where="x.toml")
    with pytest.raises(TrainingError, match=r"table teachers\.a: unknown key 'seeds'; valid keys are networks"):
        make_config({**body_of(config), "teachers": {"a": {"seeds": 2}}}, where="x.toml")


def test_teachers_that_leave_out_a_fold_each_are_two_or_more(config):
    alone = {"hedges": {**HEDGES["hedges"], "crossed": True}}
    with pytest.raises(TrainingError, match=r"teachers\.hedges: crossed needs two networks"):
        make_config({**body_of(config), "teachers": alone}, where="x.toml")


def test_a_missing_key_and_a_wrong_type_are_refused(config):
    body = body_of(config)
    with pytest.raises(TrainingError, match="'seed' is missing"):
        make_config({name: value for name, value in body.items() if name != "seed"}, where="x.toml")
    with pytest.raises(TrainingError, match="epochs = '2', expected int"):
        make_config({**body, "epochs": "2"}, where="x.toml")
    with pytest.raises(TrainingError, match=r"amounts\.dse = 0\.5, expected int"):
        make_config({**body, "amounts": {"dse": 0.5}}, where="x.toml")
    assert make_config(body, where="x.toml") == config


def test_the_digest_of_a_configuration_follows_its_values(config):
    body = body_of(config)
    changed = (
        {**body, "seed": 99},
        {**body, "weights": {**body["weights"], "tone": 9.0}},
        {**body, "amounts": {**body["amounts"], "dse": 9}},
    )
    digests = {config_sha256(make_config(one, where="x")) for one in changed}
    assert len(digests | {config_sha256(config)}) == 4
    turned = {**body, "amounts": dict(reversed(body["amounts"].items()))}
    assert config_sha256(make_config(turned, where="x")) == config_sha256(config)


EXAMPLE = Example(
    text="“It failed,” said President Ann Lee of the plan that she made last year.",
    document="d",
    tone=Tone.NEGATIVE,
    targets=(TargetAnswer((Span(18, 35), Span(53, 56)), Tone.NEGATIVE),),
)


@pytest.mark.parametrize("seed", range(40))
def test_variations_never_hide_what_they_ask_about(seed):
    varied = vary(EXAMPLE, random.Random(seed), mask_share=1.0, other_mention_share=0.5)
    (target,) = varied.targets
    assert target.mentions[0].of(varied.text) in {"President Ann Lee", "Lee", "she"}
    assert not any(span.overlaps(target.mentions[0]) for span in varied.masked)
    assert varied.text == EXAMPLE.text


def test_a_sentence_that_is_mostly_hidden_has_no_tone_of_its_own():
    assert mask(EXAMPLE, [Span(0, 50)]).tone is Tone.NEUTRAL
    assert mask(EXAMPLE, [Span(0, 12)]).tone is Tone.NEGATIVE


def test_scaling_undoes_a_known_sharpening_and_shift():
    torch.manual_seed(0)
    logits, shift = torch.randn(6000, 3) * 2, torch.tensor([1.0, 0.0, -1.0])
    gold = torch.multinomial(torch.softmax(logits + shift, dim=1), 1).squeeze(1)
    temperature, bias = fit_scaling(Answers(logits * 2, one_hot(gold, 3).float()))
    assert temperature == pytest.approx(2, abs=0.15)
    assert [one - bias[1] for one in bias] == pytest.approx(shift.tolist(), abs=0.2)
    words = torch.bernoulli(torch.sigmoid(logits + shift))
    temperature, bias = fit_scaling(Answers(logits * 3, words), exclusive=False)
    assert temperature == pytest.approx(3, abs=0.2)
    assert bias == pytest.approx(shift.tolist(), abs=0.2)


def test_a_label_that_was_never_seen_gets_a_finite_bias():
    torch.manual_seed(0)
    gold = torch.randint(0, 2, (200,))
    _, bias = fit_scaling(Answers(torch.randn(200, 3), one_hot(gold, 3).float()))
    assert -12 < bias[2] < min(bias[:2]) - 2


def test_thresholds_reach_the_wanted_precision():
    best = torch.linspace(0.4, 0.99, 200)
    probabilities = torch.stack((best, 1 - best - 0.005, torch.full((200,), 0.005)), dim=1)
    probabilities[:, 1] = probabilities[:, 1].clamp(max=0.39)
    gold = torch.where(best > 0.7, 0, 1)
    first, second, third = fit_thresholds(probabilities, one_hot(gold, 3), precision=0.9)
    sure = best >= first
    assert float((gold[sure] == 0).float().mean()) >= 0.9
    assert 0.6 < first < 0.75
    assert (second, third) == (HIGHEST, HIGHEST)  # never predicted, so never trusted


def test_a_verdict_between_two_wanted_labels_is_right_with_the_more_wanted_one():
    best = torch.full((40,), 0.8)
    probabilities = torch.stack((best, 1 - best), dim=1)
    near, far = torch.tensor([0.6, 0.4]).repeat(40, 1), torch.tensor([0.4, 0.6]).repeat(40, 1)
    assert fit_thresholds(probabilities, near, precision=0.9)[0] == LOWEST
    assert fit_thresholds(probabilities, far, precision=0.9)[0] == HIGHEST


def test_a_word_gets_its_label_from_where_f1_is_best():
    probabilities = torch.tensor([[0.9, 0.3], [0.35, 0.1], [0.3, 0.05], [0.1, 0.0]])
    wanted = torch.tensor([[1.0, 1.0], [1.0, 0.0], [0.0, 0.0], [0.0, 0.0]])
    first, second = tagging_thresholds(probabilities.repeat(FEWEST_WORDS, 1), wanted.repeat(FEWEST_WORDS, 1))
    assert 0.3 < first <= 0.35
    assert 0.1 < second <= 0.3
    first, second = tagging_thresholds(probabilities.repeat(60, 1), wanted.repeat(60, 1))  # 120 words and 60
    assert 0.3 < first <= 0.35
    assert second == EVEN


def test_figures_by_hand():
    assert macro_f1(torch.tensor([0, 0, 1]), torch.tensor([0, 1, 1]), labels=2) == pytest.approx(2 / 3)
    sure = torch.tensor([[1.0, 0.0], [1.0, 0.0]])
    assert calibration_error(sure, torch.tensor([0, 1])) == pytest.approx(0.5)
    assert calibration_error(sure, torch.tensor([0, 0])) == pytest.approx(0)


def test_a_label_that_the_gold_lacks_counts_only_by_what_it_takes_from_the_others():
    gold = torch.tensor([0, 0, 1, 1])
    assert macro_f1(torch.tensor([0, 2, 1, 1]), gold, labels=4) == pytest.approx((2 / 3 + 1) / 2)
    assert macro_f1(torch.tensor([0, 0, 0, 0]), gold, labels=4) == pytest.approx((2 / 3 + 0) / 2)


def test_confidence_is_compared_with_accuracy_bin_by_bin():
    confidence = torch.tensor([0.95, 0.95, 0.55, 0.55])
    right = torch.tensor([True, True, True, False])
    assert confidence_gap(confidence, right) == pytest.approx(0.05)
    assert confidence_gap(confidence, ~right) == pytest.approx((0.95 + 0.05) / 2)
    assert confidence_gap(torch.tensor([]), torch.tensor([])) == 0


def test_a_scale_is_read_by_its_expected_value():
    probabilities = torch.tensor([[0.0, 0.5, 0.5], [1.0, 0.0, 0.0], [0.0, 0.0, 1.0]])
    scale = torch.tensor([-1, 0, 1])
    found = scale_figures(probabilities, torch.tensor([0.5, -1.0, 0.0]), scale)
    assert found["MAE"] == pytest.approx(1 / 3)
    assert found["r"] == pytest.approx(correlation(torch.tensor([0.5, -1.0, 1.0]), torch.tensor([0.5, -1.0, 0.0])))
    assert found["r"] == pytest.approx(0.8386, abs=1e-4)
    # .5 rounds up to 1: said wrongly at .5. At 1, one of two is right.
    assert found["ECE"] == pytest.approx(0.5 / 3 + 0.5 * 2 / 3)


def test_sure_verdicts_are_counted_apart():
    probabilities = torch.tensor([[0.9, 0.1], [0.6, 0.4], [0.2, 0.8]])
    found = verdict_figures(probabilities, torch.tensor([0, 1, 0]), torch.tensor([True, False, True]))
    assert found["accuracy"] == pytest.approx(1 / 3)
    assert found["sure"] == pytest.approx(2 / 3)
    assert found["accuracy when sure"] == pytest.approx(1 / 2)
    never = verdict_figures(probabilities, torch.tensor([0, 1, 0]), torch.tensor([False] * 3))
    assert never["accuracy when sure"] == 0
