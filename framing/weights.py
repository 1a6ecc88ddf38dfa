"""What each feature of `fits` counts for, and the sum from which a claim is linked rather than none.

Learned, and rounded to a decimal: `python -m benchmarks.weights` prints this table from the development gold. A
difference of one makes a claim e (2.7) times as probable.
"""

from collections.abc import Mapping

WEIGHTS: Mapping[str, float] = {
    "act": 1.3,
    "other act": 0.9,
    "overlap": 4.1,
    "repeated": 1.2,
    "number": 1.4,
    "holder": 2.1,
    "accusation": 0.7,
    "report": -1.5,
    "denial": -2.2,
    "promise": -1.0,
    "misdeed": 1.4,
    "size": 2.5,
    "opposed": 1.3,
    "answered": 1.5,
    "told": 2.2,
    "same sentence": 2.5,
    "just said": 1.6,
    "same paragraph": 1.0,
    "ahead": -1.4,
    "ahead of headline": 3.4,
    "pointing": 2.4,
    "pointing to the latest": 0.9,
    "noun for the latest": 1.1,
    "latest of the act": 2.8,
    "same turn": 0.5,
    "answered before": -0.6,
}
NEEDED = 5.5
