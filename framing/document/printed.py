"""A printed line: words, and where they stand.

How far a line reaches is estimated, because letters are counted and not measured: fonts need not say how wide
they are. So whoever compares right edges leaves room (`SLACK`).
"""

from dataclasses import dataclass

NARROW, WIDE = frozenset("iljtfrI.,;:'’‘|!()[]/- "), frozenset("mwMW—%@…")
SLACK = 0.88  # of its estimated width that a line has at least


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one baseline; points, counted from the lower left corner."""

    text: str
    page: int
    x: float
    y: float
    size: float

    @property
    def right(self) -> float:
        return self.x + width(self.text, self.size)

    def is_below(self, other: "Line") -> bool:
        """Goes on downwards in the same column of the same page."""
        return self.page == other.page and self.y < other.y


def width(text: str, size: float) -> float:
    """Estimated, in points: most typefaces keep within a tenth of it."""
    ems = sum(0.28 if sign in NARROW else 0.82 if sign in WIDE else 0.66 if sign.isupper() else 0.5 for sign in text)
    return ems * size
