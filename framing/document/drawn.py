"""What a page of a PDF draws, gathered into lines."""

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from framing.document.printed import SLACK, Line, width

SAME_LINE = 0.4  # of the type size by which baselines of one line may differ: indices, mixed typefaces
GAP = 2.0  # times the type size: words further apart are in another column or cell
SHARED = 4  # runs that begin at one place across the page: a column begins there, and no run there goes on
PRINTED_OVER = 0.1  # of the type size between words that are printed twice
UNSEEN = re.compile(r"[\x00-\x1f\x7f\ufeff\ud800-\udfff]+")  # left by fonts that name no letter for a shape
LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\xa0": " "})


@dataclass(frozen=True, slots=True)
class Run:
    """Words drawn at one place in one typeface; points from the lower left corner of the turned page."""

    text: str
    x: float
    y: float
    size: float
    turn: int  # quarter turns of the line

    @property
    def right(self) -> float:
        return self.x + width(self.text.rstrip(), self.size)


@dataclass(slots=True)
class Drawing:
    """Takes the runs of one page from the library's text visitor."""

    page: int
    runs: list[Run] = field(default_factory=list)

    def add(self, text: str, cm: Sequence[float], tm: Sequence[float], _font: object, size: float) -> None:
        """The visitor; `cm` and `tm` are the matrices of page and text, [a, b, c, d, e, f]."""
        words = UNSEEN.sub(" ", text.translate(LIGATURES))
        if not words:
            return
        a, b = tm[0] * cm[0] + tm[1] * cm[2], tm[0] * cm[1] + tm[1] * cm[3]
        c, d = tm[2] * cm[0] + tm[3] * cm[2], tm[2] * cm[1] + tm[3] * cm[3]
        x, y = tm[4] * cm[0] + tm[5] * cm[2] + cm[4], tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        turn = round(math.atan2(b, a) / (math.pi / 2)) % 4
        x, y = ((x, y), (y, -x), (-x, -y), (-y, x))[turn]
        run = Run(words, x, y, max(abs(size) * math.hypot(c, d), 0.1), turn)
        if not self.runs or not _is_printed_over(self.runs[-1], run):
            self.runs.append(run)

    def lines(self) -> Iterator[Line]:
        """In the order of drawing; lines that run across the direction of most words come last."""
        letters: Counter[int] = Counter()
        for run in self.runs:
            letters[run.turn] += len(run.text)
        for turn, _ in letters.most_common():
            yield from self._lines([run for run in self.runs if run.turn == turn])

    def _lines(self, runs: Sequence[Run]) -> Iterator[Line]:
        starts = Counter(round(run.x) for run in runs if run.text.strip())
        line: list[Run] = []
        for run in runs:
            if not run.text.strip():  # a space is drawn anywhere
                line[-1:] = [replace(last, text=f"{last.text} ") for last in line[-1:]]
                continue
            if line and (starts[round(run.x)] >= SHARED or not _follows(line[-1], run)):
                yield from self._line(line)
                line = []
            line.append(run)
        yield from self._line(line)

    def _line(self, runs: Sequence[Run]) -> Iterator[Line]:
        """One line; nothing where there are no words."""
        text = " ".join("".join(run.text for run in runs).split())
        if text:
            size = max((len(run.text), run.size) for run in runs)[1]  # of the longest run
            blank = len(runs[0].text) - len(runs[0].text.lstrip())  # a first line may be set in by blanks
            yield Line(text, self.page, runs[0].x + width(" " * blank, runs[0].size), runs[0].y, size)


def _is_printed_over(one: Run, two: Run) -> bool:
    """The same words at the same place: bold type made by printing twice."""
    return one.text == two.text and math.hypot(one.x - two.x, one.y - two.y) < PRINTED_OVER * one.size


def _follows(one: Run, two: Run) -> bool:
    """Stands on the same line, right behind."""
    size = max(one.size, two.size)
    if abs(one.y - two.y) > SAME_LINE * size:
        return False
    spare = (1 - SLACK) * (one.right - one.x)  # by which the first may be shorter or longer than estimated
    return -spare - size <= two.x - one.right <= spare + GAP * size
