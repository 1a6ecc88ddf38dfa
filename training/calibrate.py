"""Temperature, bias and thresholds of a head, from samples that taught it nothing."""

from dataclasses import replace

import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

from models.calibration import Calibration
from models.heads import HeadSpec
from models.manifest import HeadCard
from training.predict import Answers

STEPS = 60  # of L-BFGS over a handful of numbers; it stops by itself
PRIOR = 1e-3  # keeps the bias of a label that the samples never show finite: it becomes improbable, not impossible
COLDEST = 0.05  # a head that is always right on the samples is not infinitely sure
LOWEST = 0.4  # a three-way label below it is hardly ahead of the others
HIGHEST = 0.95  # a label that never reaches the wanted precision is shown only from here on
FEWEST = 15  # verdicts below which a precision is not trusted
TAGGING = range(20, 81)  # hundredths: thresholds tried for a word's label
FEWEST_WORDS = 100  # wanted wordpieces below which the best threshold is chance
EVEN = 0.5


def calibrated(spec: HeadSpec, answers: Answers | None, *, precision: float) -> HeadCard:
    """A head's card with its calibration; a head without calibration samples (a smoke run) is never sure."""
    if answers is None:
        return HeadCard(spec, thresholds=(1.0,) * len(spec.labels))
    card = scaled(spec, answers)
    probabilities = Calibration(card)(answers.logits)
    if spec.kind.wordwise:
        return replace(card, thresholds=tagging_thresholds(probabilities, answers.wanted))
    return replace(card, thresholds=fit_thresholds(probabilities, answers.wanted, precision=precision))


def scaled(spec: HeadSpec, answers: Answers | None) -> HeadCard:
    """A head's card with temperature and bias alone; without samples it is left as it is."""
    if answers is None:
        return HeadCard(spec)
    temperature, bias = fit_scaling(answers, exclusive=spec.exclusive)
    return HeadCard(spec, temperature, bias=bias)


def fit_scaling(answers: Answers, *, exclusive: bool = True) -> tuple[float, tuple[float, ...]]:
    """The divisor of the logits and what is then added to each label's, with the least negative log-likelihood."""
    logits, wanted = answers.logits.double(), answers.wanted.double()
    loss = cross_entropy if exclusive else binary_cross_entropy_with_logits
    cold = torch.zeros(1, dtype=torch.float64, requires_grad=True)  # the logarithm of the temperature
    bias = torch.zeros(logits.shape[1], dtype=torch.float64, requires_grad=True)
    optimiser = torch.optim.LBFGS([cold, bias], max_iter=STEPS, line_search_fn="strong_wolfe")

    def misfit() -> Tensor:
        optimiser.zero_grad()
        value = loss(logits / cold.exp() + bias, wanted) + PRIOR * bias.square().mean()
        value.backward()  # type: ignore[no-untyped-call]
        return value

    optimiser.step(misfit)  # type: ignore[no-untyped-call]
    return max(COLDEST, round(float(cold.detach().exp()), 3)), tuple(round(value, 3) for value in bias.tolist())


def tagging_thresholds(probabilities: Tensor, wanted: Tensor) -> tuple[float, ...]:
    """Per label, the probability from which on a word is given it: where F1 over words is best, if it has enough.

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

    if int(wanted.sum()) < FEWEST_WORDS:
        return EVEN
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
