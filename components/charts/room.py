"""How the width of a chart is shared between its names, its marks and its figures: in pixels, as expressions of Vega.

Letters are measured roughly, and rather too wide than too narrow: which font draws them is the browser's choice, and it
cuts what is longer than its room.
"""

import unicodedata
from collections.abc import Iterable
from math import ceil

NAMES = 92  # that names have at least, so that charts of short names line up
MOST = 240  # that they have at most, however much is left
LEFT = 6  # between a name and what it names
NAME_TEXT = 12  # font size of names
PER_LETTER = 6.5  # pixels of one of their letters, where some must go
DRAWN = 680  # pixels of a chart that is drawn to a file, where there is no page to ask
NARROW, USUAL, CAPITAL, BROAD, SQUARE = 0.3, 0.56, 0.68, 0.87, 1.0  # widths of letters, of the font size
SLIM, FAT = frozenset(" .,:;'’|!()[]ijlftrI·−"), frozenset("mwMW@%")


def text_width(text: str, size: int) -> int:
    return ceil(size * sum(map(_letter, text)))


def _letter(letter: str) -> float:
    if letter in SLIM or unicodedata.combining(letter):
        return NARROW
    if letter in FAT:
        return BROAD
    if unicodedata.east_asian_width(letter) in "WF":
        return SQUARE
    return CAPITAL if letter.isupper() else USUAL


def longest(texts: Iterable[str], size: int) -> int:
    return max((text_width(text, size) for text in texts), default=0)


def names_room(names: Iterable[str], beside: int, *, least: int = NAMES) -> str:
    """What the longest name needs, as far as the chart has it.

    Args:
        beside: what marks and figures need.
        least: what names have all the same, unless they are shorter.
    """
    wanted = min(MOST, LEFT + longest(names, NAME_TEXT))
    floor = max(NAMES, min(least, wanted))
    if wanted <= floor:
        return str(floor)
    # The width of the drawing without its axis follows from this one; it is named only to have it asked anew.
    whole = f"(isFinite(containerSize()[0]) ? containerSize()[0] : {DRAWN}) + 0 * width"
    return f"max({floor}, min({wanted}, {whole} - {beside}))"


def both_names(pairs: Iterable[str], room: str, between: str) -> str:
    """The label of a pair of names, each cut by itself where they are too long together, as an expression of Vega.

    Args:
        room: of both, as an expression.
        between: what stands between them in the label.
    """
    wanted = LEFT + longest(pairs, NAME_TEXT)
    fit = f"(({room}) / {PER_LETTER} - {len(between)})"
    one, other = (f"split(datum.label, '{between}')[{number}]" for number in (0, 1))
    cut = "truncate({}, max({fit} / 2, {fit} - length({})))"
    both = f"{cut.format(one, other, fit=fit)} + '{between}' + {cut.format(other, one, fit=fit)}"
    return f"({room}) >= {wanted} ? datum.label : {both}"


def figures_room(whole: float, figures: int) -> str:
    """The end of an axis from 0, so that figures of this width have their place behind a bar of this length."""
    return f"{whole} * width / max(width - {figures}, width / 5)"
