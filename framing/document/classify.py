"""What each block is, whether it is read as news, and why."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from framing.document.article import headline, run
from framing.document.rules import Rule, Section, lexicon, load
from framing.document.sections import Decision, Marked, decide
from framing.document.shape import Form, Shape, is_title_like
from framing.document.types import Block
from framing.types import ParagraphKind

NAVIGATION = Decision(ParagraphKind.BOILERPLATE, "label or navigation outside the article")
LINK_LIST = Decision(ParagraphKind.BOILERPLATE, "list of links inside the article")
APART = Decision(ParagraphKind.BOILERPLATE, "stands apart from the article's run of paragraphs")
SIGNS = Decision(ParagraphKind.BOILERPLATE, "no word in it")
BODY = Decision(ParagraphKind.BODY, "paragraph of the article")
COMMENT = Decision(ParagraphKind.BOILERPLATE, "readers' comments")
LIST_ITEM = Decision(ParagraphKind.BODY, "list item of the article")
HEADLINE = Decision(ParagraphKind.HEADLINE, "headline: the title-like line above the first paragraph")
STANDFIRST = Decision(ParagraphKind.HEADLINE, "line between headline and first paragraph")
LEAD_IN = Decision(ParagraphKind.BODY, "line that leads into a list")
SUBHEADING = Decision(ParagraphKind.HEADLINE, "heading inside the article")
READ = frozenset({ParagraphKind.HEADLINE, ParagraphKind.BODY})
LABEL_CODE_POINTS = 40  # as long as labels are that a page repeats
LINK_RUN = 3  # neighbouring labels inside the article that are a box of links, not headings
STANDFIRST_WORDS = 6  # a shorter line between headline and text is a label
SUBHEADING_WORDS = 14  # a longer line without a full stop is a list item
LONE_HEADLINES = 3  # labels at most in a text that has headlines only
GENRE = "genre"  # the rule for lines that begin with their genre
LONE_WORDS = 3  # that a headline without an article has at least


def classify(
    shapes: Sequence[Shape],
    *,
    title: str | None = None,
    outside: Sequence[str | None] | None = None,
) -> tuple[Block, ...]:
    """Judge the blocks of one text together.

    Args:
        shapes: in reading order.
        title: the headline, where it is known.
        outside: per block the reason why another judge leaves it out, or `None`; where given, the run of
            paragraphs that makes the article is not looked for.
    """
    marked = _with_its_genre([_mark(shape) for shape in shapes])
    decisions = decide(marked)
    if outside is None:
        first, last = run(marked, decisions)
    else:
        first, last = _kept(outside)
        decisions = [d or _left_out(reason) for d, reason in zip(decisions, outside, strict=True)]
    _fill(marked, decisions, first, last, title)
    return tuple(_block(shape, decision or BODY) for shape, decision in zip(shapes, decisions, strict=True))


def _mark(shape: Shape) -> Marked:
    if shape.form is Form.SIGNS:
        return Marked(shape, None, 0)
    facts = (shape.core, shape.own, shape.words, shape.address)
    rule, weight = _label_hit(*facts) if len(shape.core) <= LABEL_CODE_POINTS else _hit(*facts)
    return Marked(shape, rule, weight)


def _with_its_genre(marked: Sequence[Marked]) -> Sequence[Marked]:
    """`Analysis: are they sliding back to war?` on top of the text is its headline, unless another line is."""
    first = next((n for n, block in enumerate(marked) if block.shape.form is Form.PROSE and block.rule is None), 0)
    above, rest = marked[:first], marked[first:]
    if any(block.rule is None and is_title_like(block.shape) and block.shape.words >= LONE_WORDS for block in above):
        return marked
    genres = (block.rule is not None and block.rule.id == GENRE for block in above)
    return [*(replace(b, rule=None) if genre else b for b, genre in zip(above, genres, strict=True)), *rest]


def _hit(core: str, own: str, words: int, address: bool) -> tuple[Rule | None, int]:
    """The rule that decides a block, or the weight of its signs of an appeal."""
    weight = 0
    for rule in lexicon().candidates(core):
        if rule.weight is None and rule.finds(core, words):
            return rule, 0
        if rule.weight is not None and (address or rule.weight > 1) and rule.finds(own, words):
            weight += rule.weight
    return None, weight


_label_hit = lru_cache(maxsize=4_096)(_hit)  # menus repeat their labels


def _kept(outside: Sequence[str | None]) -> tuple[int, int]:
    kept = [position for position, reason in enumerate(outside) if reason is None]
    return (kept[0], kept[-1] + 1) if kept else (0, 0)


def _left_out(reason: str | None) -> Decision | None:
    return Decision(ParagraphKind.BOILERPLATE, reason) if reason is not None else None


def _fill(marked: Sequence[Marked], decisions: list[Decision | None], first: int, last: int, title: str | None) -> None:
    """Decide every block that the rules left open."""
    for position, block in enumerate(marked):
        if block.shape.form is Form.SIGNS:
            decisions[position] = SIGNS
    if first == last:
        _fill_without_prose(marked, decisions)
        return
    _fill_end(marked, decisions, first, last)
    chosen = headline(marked, decisions, first, title)
    if chosen is not None:
        decisions[chosen] = HEADLINE
    commented = False
    for position, block in enumerate(marked):
        commented = commented or (position >= last and block.opens is Section.COMMENTS)
        if decisions[position] is None:
            if first <= position < last:
                decisions[position] = _inside(marked, decisions, position)
            elif commented:
                decisions[position] = COMMENT
            else:
                below = chosen is not None and chosen < position < first
                decisions[position] = _outside(block.shape, below_headline=below)


def _outside(shape: Shape, *, below_headline: bool) -> Decision:
    if below_headline and is_title_like(shape) and shape.words >= STANDFIRST_WORDS:
        return STANDFIRST
    return APART if shape.form is Form.PROSE else NAVIGATION


def _inside(marked: Sequence[Marked], decisions: Sequence[Decision | None], position: int) -> Decision:
    shape = marked[position].shape
    if shape.form in (Form.PROSE, Form.SHORT):
        return BODY
    if shape.item or (position > 0 and _leads_in(marked[position - 1], decisions[position - 1])):
        return LIST_ITEM
    if shape.core.endswith(":") and shape.words >= LONE_WORDS:
        return LEAD_IN
    if not shape.heading and _label_run(marked, position) >= LINK_RUN:
        return LINK_LIST
    return SUBHEADING if shape.words <= SUBHEADING_WORDS or shape.heading else LIST_ITEM


def _leads_in(block: Marked, decision: Decision | None) -> bool:
    """The block announces a list, or is an item of an announced one."""
    if decision in (LIST_ITEM, LEAD_IN):
        return True
    return decision == BODY and block.shape.core.endswith(":")


def _label_run(marked: Sequence[Marked], position: int) -> int:
    """How many labels stand side by side here (counted to `LINK_RUN` on each side)."""
    count = 1
    for step in (-1, 1):
        neighbour = position + step
        while 0 <= neighbour < len(marked) and abs(neighbour - position) < LINK_RUN:
            shape = marked[neighbour].shape
            if shape.form is not Form.FRAGMENT or shape.item or shape.heading:
                break
            count += 1
            neighbour += step
    return count


def _fill_end(marked: Sequence[Marked], decisions: list[Decision | None], first: int, last: int) -> None:
    """Rules that hold only after the last paragraph, applied from the end of the run backwards."""
    rules = [rule for rule in load() if rule.end_only]
    for position in range(last - 1, first, -1):
        if decisions[position] is not None:
            continue
        rule = _first_hit(rules, marked[position].shape)
        if rule is None:
            return
        decisions[position] = Decision(rule.kind, rule.reason)


def _first_hit(rules: Sequence[Rule], shape: Shape) -> Rule | None:
    return next((rule for rule in rules if rule.finds(shape.core, shape.words)), None)


def _fill_without_prose(marked: Sequence[Marked], decisions: list[Decision | None]) -> None:
    """A text of a headline or two is read; a page of labels is not."""
    open_blocks = [position for position, decision in enumerate(decisions) if decision is None]
    sentences = [p for p in open_blocks if marked[p].shape.form is not Form.FRAGMENT]
    few = len(open_blocks) <= LONE_HEADLINES
    for position in open_blocks:
        shape = marked[position].shape
        if position in sentences:
            decisions[position] = BODY
        elif few and is_title_like(shape) and shape.words >= LONE_WORDS:
            decisions[position] = HEADLINE
        else:
            decisions[position] = NAVIGATION


def _block(shape: Shape, decision: Decision) -> Block:
    return Block(
        start=shape.span.start,
        end=shape.span.end,
        kind=decision.kind,
        included=decision.kind in READ,
        reason=decision.reason,
    )
