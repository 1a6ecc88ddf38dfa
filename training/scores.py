"""Figures over predicted probabilities: F1, accuracy, expected calibration error, correlation."""

import torch
from torch import Tensor

BINS = 15  # equal-width bins of the calibration error


def verdict_figures(probabilities: Tensor, gold: Tensor, sure: Tensor) -> dict[str, float]:
    """Figures of a head whose labels exclude each other; all 0..1.

    "sure" is the share of verdicts that are not shown as "not sure".

    Args:
        probabilities: [questions, labels].
        gold: label indices, [questions].
        sure: whether the verdict reached its label's threshold, [questions].
    """
    predicted = probabilities.argmax(dim=1)
    right = (predicted == gold).to(torch.float64)
    return {
        "macro-F1": macro_f1(predicted, gold, labels=probabilities.shape[1]),
        "accuracy": float(right.mean()),
        "ECE": calibration_error(probabilities, gold),
        "sure": float(sure.to(torch.float64).mean()),
        "accuracy when sure": float(right[sure].mean()) if bool(sure.any()) else 0.0,
    }


def scale_figures(probabilities: Tensor, values: Tensor, scale: Tensor) -> dict[str, float]:
    """Figures of a head whose labels are places on a scale: it answers with their expected value.

    Args:
        probabilities: [questions, labels].
        values: gold values, which may lie between two labels, [questions].
        scale: the label's values, rising by 1, [labels].

    Returns:
        Pearson's r, the mean absolute error, and the calibration error against the nearest label.
    """
    expected = probabilities.to(torch.float64) @ scale.to(torch.float64)
    values = values.to(torch.float64)
    nearest = torch.floor(values - scale[0] + 0.5).long().clamp(0, len(scale) - 1)
    return {
        "r": correlation(expected, values),
        "MAE": float((expected - values).abs().mean()),
        "ECE": calibration_error(probabilities, nearest),
    }


def macro_f1(predicted: Tensor, gold: Tensor, *, labels: int) -> float:
    """Mean F1 of the labels that stand in the gold: a set without a label cannot measure it."""
    figures = [label_f1(predicted, gold, label) for label in range(labels) if bool((gold == label).any())]
    return sum(figures) / len(figures) if figures else 0.0


def label_f1(predicted: Tensor, gold: Tensor, label: int) -> float:
    """F1 of one label; 0 where it is neither predicted nor gold."""
    hits = int(((predicted == label) & (gold == label)).sum())
    return f1(hits, int((predicted == label).sum()), int((gold == label).sum()))


def f1(hits: int, found: int, wanted: int) -> float:
    """F1 from counts; 0 where nothing was found and nothing wanted."""
    return 2 * hits / (found + wanted) if found + wanted else 0.0


def calibration_error(probabilities: Tensor, gold: Tensor) -> float:
    """Expected calibration error of the top label, from [questions, labels] and indices [questions]."""
    best, predicted = probabilities.max(dim=1)
    return confidence_gap(best, predicted == gold)


def confidence_gap(confidence: Tensor, right: Tensor) -> float:
    """|accuracy - confidence| weighted over equal-width bins; both arguments [answers]."""
    confidence, right = confidence.to(torch.float64), right.to(torch.float64)
    places = (confidence * BINS).long().clamp(max=BINS - 1)
    error = 0.0
    for place in range(BINS):
        inside = places == place
        if bool(inside.any()):
            gap = float(right[inside].mean()) - float(confidence[inside].mean())
            error += abs(gap) * int(inside.sum()) / len(right)
    return error


def correlation(first: Tensor, second: Tensor) -> float:
    """Pearson's r of two vectors; 0 where one of them does not vary."""
    one, other = first - first.mean(), second - second.mean()
    size = float(one.norm() * other.norm())
    return float(one @ other) / size if size > 0 else 0.0
