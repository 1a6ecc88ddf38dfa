"""Configuration, variations, calibration and figures."""

import random
from dataclasses import asdict

import pytest
import torch

from framing.types import Span, Tone
from training.augment import mask, vary
from training.calibrate import HIGHEST, fit_temperature, fit_thresholds
from training.config import config_sha256, make_config
from training.errors import TrainingError
from training.examples import Example, TargetAnswer
from training.predict import Answers
from training.scores import calibration_error, macro_f1


def test_an_unknown_key_is_refused_with_the_valid_ones(config):
    with pytest.raises(TrainingError, match=r"unknown key 'epoch'; valid keys are name, seed"):
        make_config({**asdict(config), "epoch": 3}, where="x.toml")


def test_a_missing_key_and_a_wrong_type_are_refused(config):
    body = {**asdict(config), "heads": list(config.heads)}
    with pytest.raises(TrainingError, match="'seed' is missing"):
        make_config({name: value for name, value in body.items() if name != "seed"}, where="x.toml")
    with pytest.raises(TrainingError, match="epochs = '2', expected int"):
        make_config({**body, "epochs": "2"}, where="x.toml")
    assert make_config(body, where="x.toml") == config


def test_the_digest_of_a_configuration_follows_its_values(config):
    changed = make_config({**asdict(config), "heads": list(config.heads), "seed": 99}, where="x")
    assert config_sha256(changed) != config_sha256(config)


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


def test_temperature_undoes_a_known_sharpening():
    torch.manual_seed(0)
    logits = torch.randn(4000, 3) * 2
    gold = torch.multinomial(torch.softmax(logits, dim=1), 1).squeeze(1)
    assert fit_temperature(Answers(logits * 2, gold)) == pytest.approx(2, abs=0.15)


def test_thresholds_reach_the_wanted_precision():
    best = torch.linspace(0.4, 0.99, 200)
    probabilities = torch.stack((best, 1 - best - 0.005, torch.full((200,), 0.005)), dim=1)
    probabilities[:, 1] = probabilities[:, 1].clamp(max=0.39)
    gold = torch.where(best > 0.7, 0, 1)
    first, second, third = fit_thresholds(probabilities, gold, precision=0.9)
    sure = best >= first
    assert float((gold[sure] == 0).float().mean()) >= 0.9
    assert 0.6 < first < 0.75
    assert (second, third) == (HIGHEST, HIGHEST)  # never predicted, so never trusted


def test_figures_by_hand():
    assert macro_f1(torch.tensor([0, 0, 1]), torch.tensor([0, 1, 1]), labels=2) == pytest.approx(2 / 3)
    sure = torch.tensor([[1.0, 0.0], [1.0, 0.0]])
    assert calibration_error(sure, torch.tensor([0, 1])) == pytest.approx(0.5)
    assert calibration_error(sure, torch.tensor([0, 0])) == pytest.approx(0)
