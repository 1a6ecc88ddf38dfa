"""Temperature and thresholds of a head, from samples that taught it nothing."""

import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

from models.heads import HeadSpec
from models.manifest import HeadCard
from training.predict import Answers

TEMPERATURES = torch.linspace(0.5, 4.0, 141)  # step 0.025; finer steps move no figure's third digit
LOWEST = 0.4  # a three-way label below it is hardly ahead of the others
HIGHEST = 0.95  # a label that never reaches the wanted precision is shown only from here on
FEWEST = 15  # verdicts below which a precision is not trusted
TAGGING = range(20, 81)  # hundredths: thresholds tried for a word's label


def calibrated(spec: HeadSpec, answers: Answers | None, *, precision: float) -> HeadCard:
    """A head's card with its calibration; a head without calibration samples (a smoke run) is never sure."""
    if answers is None:
        return HeadCard(spec, thresholds=(1.0,) * len(spec.labels))
    temperature = fit_temperature(answers, exclusive=spec.exclusive)
    scaled = answers.logits / temperature
    if spec.kind.wordwise:
        return HeadCard(spec, temperature, tagging_thresholds(torch.sigmoid(scaled), answers.wanted))
    probabilities = torch.softmax(scaled, dim=1) if spec.exclusive else torch.sigmoid(scaled)
    return HeadCard(spec, temperature, fit_thresholds(probabilities, answers.wanted, precision=precision))


def fit_temperature(answers: Answers, *, exclusive: bool = True) -> float:
    """The divisor of the logits with the least negative log-likelihood."""
    loss = cross_entropy if exclusive else binary_cross_entropy_with_logits
    losses = [float(loss(answers.logits / value, answers.wanted)) for value in TEMPERATURES]
    return round(float(TEMPERATURES[losses.index(min(losses))]), 3)


def tagging_thresholds(probabilities: Tensor, wanted: Tensor) -> tuple[float, ...]:
    """Per label, the probability from which on a word is given it: where F1 over words is best.

    Args:
        probabilities: calibrated, each label for itself, [words, labels].
        wanted: 0 or 1, [words, labels].
    """
    return tuple(_best_cut(probabilities[:, label], wanted[:, label] > 0) for label in range(wanted.shape[1]))


def _best_cut(probabilities: Tensor, wanted: Tensor) -> float:
    def f1(hundredths: int) -> float:
        chosen = probabilities >= hundredths / 100
        total = int(chosen.sum()) + int(wanted.sum())
        return 2 * int((chosen & wanted).sum()) / total if total else 0.0

    figures = [f1(hundredths) for hundredths in TAGGING]
    return TAGGING[figures.index(max(figures))] / 100


def fit_thresholds(probabilities: Tensor, wanted: Tensor, *, precision: float) -> tuple[float, ...]:
    """Per label, the lowest probability from which on its verdicts are right often enough.

    A verdict is right when no label is wanted more, or when it is one of several that are wanted.

    Args:
        probabilities: calibrated, [questions, labels].
        wanted: wanted probabilities, [questions, labels].
        precision: wanted share of right verdicts among those at or above the threshold, 0..1.
    """
    best, predicted = probabilities.max(dim=1)
    due = wanted.gather(1, predicted.unsqueeze(1)).squeeze(1)
    right = (due >= wanted.max(dim=1).values) & (due > 0)
    return tuple(
        _threshold(best[predicted == label], right[predicted == label], precision)
        for label in range(probabilities.shape[1])
    )


def _threshold(best: Tensor, right: Tensor, precision: float) -> float:
    for hundredths in range(round(LOWEST * 100), round(HIGHEST * 100)):
        chosen = best >= hundredths / 100
        if int(chosen.sum()) < FEWEST:
            break
        if float(right[chosen].to(torch.float64).mean()) >= precision:
            return hundredths / 100
    return HIGHEST
