"""Temperature and thresholds of a head, from sentences that taught it nothing."""

import torch
from torch import Tensor
from torch.nn.functional import cross_entropy

from training.predict import Answers

TEMPERATURES = torch.linspace(0.5, 4.0, 141)  # step 0.025; finer steps move no figure's third digit
LOWEST = 0.4  # a three-way label below it is hardly ahead of the others
HIGHEST = 0.95  # a label that never reaches the wanted precision is shown only from here on
FEWEST = 15  # verdicts below which a precision is not trusted


def fit_temperature(answers: Answers) -> float:
    """The divisor of the logits with the least negative log-likelihood."""
    losses = [float(cross_entropy(answers.logits / value, answers.gold)) for value in TEMPERATURES]
    return round(float(TEMPERATURES[losses.index(min(losses))]), 3)


def fit_thresholds(probabilities: Tensor, gold: Tensor, *, precision: float) -> tuple[float, ...]:
    """Per label, the lowest probability from which on its verdicts are right often enough.

    Args:
        probabilities: calibrated, [questions, labels].
        gold: label indices, [questions].
        precision: wanted share of right verdicts among those at or above the threshold, 0..1.
    """
    best, predicted = probabilities.max(dim=1)
    return tuple(
        _threshold(best[predicted == label], (gold == label)[predicted == label], precision)
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
