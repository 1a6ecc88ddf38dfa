"""One-to-one matching with the highest total, so that no pair is taken from a better one that came later."""

from collections.abc import Sequence

import numpy as np
from scipy.optimize import linear_sum_assignment

NEARER = 1e-4  # how much the place in the article decides between equal fits


def assigned(scores: Sequence[Sequence[float]], *, least: float) -> dict[int, tuple[int, float]]:
    """Row → its column and their score, for the pairs that reach `least`.

    Args:
        scores: [rows][columns], higher is better; what lies below `least` is never paired.
    """
    if not scores or not scores[0]:
        return {}
    table = np.asarray(scores, dtype=np.float64)
    rows, columns = table.shape
    away = np.abs(np.linspace(0, 1, rows)[:, None] - np.linspace(0, 1, columns)[None, :])
    worth = np.where(table >= least, table - NEARER * away, 0.0)
    found = zip(*linear_sum_assignment(worth, maximize=True), strict=True)
    return {int(row): (int(column), float(table[row, column])) for row, column in found if worth[row, column] > 0}
