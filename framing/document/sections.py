"""Runs of boilerplate behind a label: an appeal goes on while it speaks to the reader."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from framing.document.rules import Rule, Section
from framing.document.shape import Form, Shape
from framing.types import ParagraphKind

APPEAL_WEIGHT = 2  # of the signs in one block: decides without a label in front
LABEL_WORDS = 4  # a shorter fragment inside an appeal is a button of it
NEWS_WITHIN = 40  # blocks behind an appeal among which the article goes on, if it does
NEARBY = 2  # blocks between two appeals that belong to them, when nothing in them is news


@dataclass(frozen=True, slots=True)
class Decision:
    kind: ParagraphKind
    reason: str


APPEAL = Decision(ParagraphKind.BOILERPLATE, "appeal for support")


@dataclass(frozen=True, slots=True)
class Marked:
    """A shape with the rule that decided it (if any) and the weight of its signs of an appeal."""

    shape: Shape
    rule: Rule | None
    weight: int

    @property
    def is_open(self) -> bool:
        return self.rule is None

    @property
    def opens(self) -> Section | None:
        return self.rule.section if self.rule is not None else None

    @property
    def is_prose(self) -> bool:
        return self.is_open and self.shape.form is Form.PROSE


def decide(marked: Sequence[Marked]) -> list[Decision | None]:
    """What the rules, the signs and the sections say of each block; `None` where they say nothing.

    A block inside an appeal that opens one of its own kind leads to the same end, so it is not followed again.
    """
    decisions = [_alone(block) for block in marked]
    counts, followed = Counts.of(marked), {False: 0, True: 0}
    for start, block in enumerate(marked):
        labelled = block.opens is Section.APPEAL
        if not _opens_appeal(block) or start < followed[labelled]:
            continue
        end, followed[labelled] = _appeal_end(marked, start)
        if not any(other.shape.news and other.is_open for other in marked[end : end + NEWS_WITHIN]):
            end = counts.tail(end)
        for position in range(start + 1, end):
            decisions[position] = decisions[position] or APPEAL
    return decisions


@dataclass(frozen=True, slots=True)
class Counts:
    """How much prose, and how much of it news, stands before each block."""

    prose: tuple[int, ...]
    news: tuple[int, ...]

    @classmethod
    def of(cls, marked: Sequence[Marked]) -> "Counts":
        prose = accumulate((block.is_prose for block in marked), initial=0)
        news = accumulate((block.is_prose and block.shape.news for block in marked), initial=0)
        return cls(tuple(prose), tuple(news))

    def tail(self, end: int) -> int:
        """With no news behind it, and an article before it, an appeal runs to the end of the page."""
        before, after = self.news[end], self.prose[-1] - self.prose[end]
        return len(self.prose) - 1 if before > after and after <= NEARBY else end


def _alone(block: Marked) -> Decision | None:
    if block.rule is not None:
        return Decision(block.rule.kind, block.rule.reason)
    return APPEAL if block.weight >= APPEAL_WEIGHT else None


def _opens_appeal(block: Marked) -> bool:
    return block.opens is Section.APPEAL or (block.is_open and block.weight >= APPEAL_WEIGHT)


def _speaks_to_reader(block: Marked) -> bool:
    return block.is_open and (block.weight > 0 or (block.shape.address and block.shape.form is not Form.FRAGMENT))


def _appeal_end(marked: Sequence[Marked], start: int) -> tuple[int, int]:
    """The first block after the label that is not part of the appeal, and the first that was not looked at for it.

    Behind a message's own label every block in the first or second person belongs to it; behind a block that
    only its signs gave away, further signs are asked for.
    """
    labelled = marked[start].opens is Section.APPEAL
    end = position = start + 1
    while position < len(marked) and position - end <= NEARBY:
        block = marked[position]
        if block.opens is Section.APPEAL or block.weight > 0 or (labelled and _speaks_to_reader(block)):
            end = position + 1
        elif block.shape.news and block.is_open:
            break
        elif block.is_open and block.shape.form is Form.FRAGMENT and block.shape.words < LABEL_WORDS:
            end = position + 1 if end == position else end
        position += 1
    return end, position
