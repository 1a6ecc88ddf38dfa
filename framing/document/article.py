"""Where the article stands on the page: the run of paragraphs with the most prose and the least else."""

import re
from collections.abc import Iterable, Sequence

from framing.document.rules import Section
from framing.document.sections import Decision, Marked
from framing.document.shape import Form, Shape, is_title_like
from framing.types import ParagraphKind

MOST_WORDS = 60  # that one paragraph counts for
FRAGMENT_COST = 4.0  # words of prose that outweigh one stray label
LONE_WORTH = 0.6  # of a paragraph between labels: a teaser, or an answer in an interview
ITEM_COST = 0.5
NUMBER_COST = 1.0  # of a tick of a chart or a cell of a table
COMMENTS_COST = 150.0  # of a label such as "24 comments"
COMMENT_WORTH = 0.5  # of prose after it: a thread may be longer than the article
BOX_COST = 0.5  # of a label that a rule knows: newsletter boxes and advertisements stand inside articles
LINKS_COST = 12.0  # of a label such as "Related": what follows is seldom the article
TITLE_REACH = 40  # fragments above the article among which its headline is looked for
TITLE_PARAGRAPHS = 6  # whose words a headline shares
STEM = 5  # letters: "Russia" and "Russian" are one word
CONTENT_WORD = re.compile(r"[^\W\d_]{4,}")


def run(marked: Sequence[Marked], decisions: Sequence[Decision | None]) -> tuple[int, int]:
    """The half-open range of blocks with the highest sum; empty when no block has prose."""
    best, best_range = 0.0, (0, 0)
    total, start, factor = 0.0, 0, 1.0
    for position, (block, decision) in enumerate(zip(marked, decisions, strict=True)):
        if total <= 0:
            total, start = 0.0, position
        worth = _worth(block, decision)
        if worth > 0 and not (_prose_at(marked, position - 1) or _prose_at(marked, position + 1)):
            worth *= LONE_WORTH
        if block.opens is Section.COMMENTS and total > 0:
            total, factor = total - COMMENTS_COST, COMMENT_WORTH
        else:
            total += factor * worth if worth > 0 else worth
        if total > best:
            best, best_range = total, (start, position + 1)
    return best_range[0], _with_list(marked, decisions, best_range[1])


def _with_list(marked: Sequence[Marked], decisions: Sequence[Decision | None], end: int) -> int:
    """The end of the run after the list that closes the article, and the heading above that list."""
    position = end
    while 0 < position < len(marked) and decisions[position] is None:
        shape = marked[position].shape
        if shape.item and shape.words > 1:
            end = position + 1
        elif not shape.heading:
            break
        position += 1
    return end


def _prose_at(marked: Sequence[Marked], position: int) -> bool:
    return 0 <= position < len(marked) and marked[position].shape.form in (Form.PROSE, Form.SHORT)


def _worth(block: Marked, decision: Decision | None) -> float:
    shape = block.shape
    if block.opens is Section.LINKS:
        return -LINKS_COST
    if decision is not None:
        return 0.0 if decision.kind is not ParagraphKind.BOILERPLATE or shape.form is Form.PROSE else -BOX_COST
    if shape.form is Form.PROSE:
        return float(min(shape.words, MOST_WORDS))
    if shape.form is Form.SHORT:
        return 1.0
    if shape.item or shape.heading:
        return -ITEM_COST
    if shape.form is not Form.FRAGMENT:
        return 0.0
    return -FRAGMENT_COST if any(sign.isalpha() for sign in shape.core) else -NUMBER_COST


def headline(
    marked: Sequence[Marked], decisions: Sequence[Decision | None], first: int, title: str | None
) -> int | None:
    """The article's headline: the given title, or the title-like line that shares most words with it."""
    wanted = _key(title) if title is not None else ""
    if wanted:
        for position in range(min(first + 3, len(marked))):
            if _key(marked[position].shape.core) == wanted:
                return position
    opening = _stems(block.shape for block in marked[first : first + TITLE_PARAGRAPHS])
    best, chosen = 0.0, None
    for position in range(first - 1, max(-1, first - 1 - TITLE_REACH), -1):
        block, decision = marked[position], decisions[position]
        if decision is not None or not is_title_like(block.shape):
            continue
        shared = len(_stems([block.shape]) & opening)
        value = shared + (2.0 if block.shape.heading else 0.0) + (0.5 if first - position <= 4 else 0.0)
        if value >= best and value > 0:
            best, chosen = value, position
    return chosen


def _stems(shapes: Iterable[Shape]) -> frozenset[str]:
    return frozenset(word[:STEM] for shape in shapes for word in CONTENT_WORD.findall(shape.core[:2000].casefold()))


def _key(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())
