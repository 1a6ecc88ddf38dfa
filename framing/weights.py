"""What each feature of `fits` counts for, and the sum from which a claim is linked rather than none.

Learned, and rounded to a decimal: `python -m benchmarks.weights` prints this table from the development gold. A
difference of one makes a claim e (2.7) times as probable.
"""

from collections.abc import Mapping

WEIGHTS: Mapping[str, float] = {
    "act": 1.4,
    "other act": 0.9,
    "overlap": 3.0,
    "repeated": 2.1,
    "number": 1.4,
    "holder": 2.1,
    "accusation": 1.6,
    "report": -1.8,
    "denial": -1.9,
    "promise": -0.9,
    "misdeed": 1.1,
    "size": 4.7,
    "sprawl": -1.8,
    "told": 2.3,
    "same sentence": 2.8,
    "just said": 1.5,
    "same paragraph": 1.2,
    "ahead": -1.0,
    "ahead of headline": 3.0,
    "pointing": 2.2,
    "pointing to the latest": 2.0,
    "noun for the latest": 1.4,
    "latest of the act": 2.2,
    "same turn": 0.5,
    "answered before": -1.1,
}
NEEDED = 4.9
