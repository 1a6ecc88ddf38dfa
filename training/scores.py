"""Figures over predicted probabilities: macro-F1, accuracy, expected calibration error, coverage."""

from dataclasses import dataclass

import torch
from torch import Tensor

BINS = 15  # equal-width bins of the calibration error


@dataclass(frozen=True, slots=True)
class Scores:
    """Figures of one head on one set; all but `count` are 0..1."""

    count: int
    macro_f1: float
    accuracy: float
    calibration_error: float
    sure: float  # share of verdicts at or above their label's threshold
    sure_accuracy: float  # accuracy among those; 0 when there are none


def score(probabilities: Tensor, gold: Tensor, thresholds: Tensor) -> Scores:
    """Compare probabilities [questions, labels] with label indices [questions]; thresholds [labels]."""
    best, predicted = probabilities.max(dim=1)
    right = (predicted == gold).to(torch.float64)
    sure = best >= thresholds[predicted]
    return Scores(
        count=len(gold),
        macro_f1=macro_f1(predicted, gold, labels=probabilities.shape[1]),
        accuracy=float(right.mean()),
        calibration_error=calibration_error(probabilities, gold),
        sure=float(sure.to(torch.float64).mean()),
        sure_accuracy=float(right[sure].mean()) if bool(sure.any()) else 0.0,
    )


def macro_f1(predicted: Tensor, gold: Tensor, *, labels: int) -> float:
    """Mean of the labels' F1; a label that is neither predicted nor gold counts as 0."""
    figures: list[float] = []
    for label in range(labels):
        hits = int(((predicted == label) & (gold == label)).sum())
        total = int((predicted == label).sum()) + int((gold == label).sum())
        figures.append(2 * hits / total if total else 0.0)
    return sum(figures) / labels


def calibration_error(probabilities: Tensor, gold: Tensor, *, bins: int = BINS) -> float:
    """Expected calibration error of the top label: |accuracy - confidence| weighted over equal-width bins."""
    best, predicted = probabilities.max(dim=1)
    right = (predicted == gold).to(torch.float64)
    places = (best * bins).long().clamp(max=bins - 1)
    error = 0.0
    for place in range(bins):
        inside = places == place
        if bool(inside.any()):
            gap = float(right[inside].mean()) - float(best[inside].to(torch.float64).mean())
            error += abs(gap) * int(inside.sum()) / len(gold)
    return error
