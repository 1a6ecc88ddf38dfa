"""Groups of readings: how many, of how many, in which sentences, and in which interval a share may lie."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt
from typing import Literal, NamedTuple

SMALL_GROUP = 3  # fewer readings than this are no tendency
OTHERS = " others"  # how the name of those ends that are counted together
VARIOUS = "various"
Z = 1.959964  # standard deviations on each side of a 95 % interval


class Level(StrEnum):
    """Under whose name something is counted."""

    SIDE = "side"
    ACTOR = "actor"  # persons and bodies by themselves


@dataclass(frozen=True, slots=True)
class Counting:
    level: Level = Level.SIDE
    unsure: bool = False  # whether readings below their threshold count
    rows: int = 6  # actors that are counted by themselves


class Item(NamedTuple):
    """One thing that is counted."""

    actor: str
    part: str  # what it stands under beside the actor: a voice, a target, a paragraph
    label: str
    sentences: tuple[int, ...]
    side: str = ""  # of the actor; "" for the article's own voice and for unnamed sources
    toward: str = ""  # side of another actor that it involves
    weight: int = 1


@dataclass(frozen=True, slots=True)
class Tally:
    """All items of one actor, part and label."""

    actor: str
    part: str
    label: str
    count: int
    n: int  # size of the group whose shares can be compared
    sentences: tuple[int, ...]  # in reading order
    side: str  # the one side of the actor, "" where it is none or several
    sides: tuple[str, ...]  # every side that takes part


def wilson(count: int, n: int) -> tuple[float, float]:
    """The 95 % interval of a share, from 0 to 1; it stays sensible for small groups and for shares of 0 and 1."""
    if n == 0:
        return 0.0, 1.0
    share, spread = count / n, Z * Z / n
    centre = (share + spread / 2) / (1 + spread)
    reach = Z * sqrt(share * (1 - share) / n + spread / (4 * n)) / (1 + spread)
    return max(0.0, centre - reach), min(1.0, centre + reach)


def tallied(
    items: Iterable[Item],
    counting: Counting,
    *,
    fold: tuple[Literal["actor", "part"], ...] = ("actor",),
    group: tuple[str, str] = ("actor", "part"),
) -> list[Tally]:
    """Group items in their order.

    Args:
        fold: fields whose less frequent names are counted together as others.
        group: fields that tell which items share one size.
    """
    found = list(items)
    for field in fold:
        found = _folded(found, field, counting.rows)
    sizes = Counter(tuple(getattr(item, field) for field in group) for item in found)
    marks: dict[tuple[str, str, str], list[Item]] = defaultdict(list)
    for item in found:
        marks[item.actor, item.part, item.label].append(item)
    return [
        Tally(
            *mark,
            count=sum(item.weight for item in held),
            n=sizes[tuple(getattr(held[0], field) for field in group)],
            sentences=tuple(sorted({sentence for item in held for sentence in item.sentences})),
            side=held[0].side if len({item.side for item in held}) == 1 else "",
            sides=tuple(dict.fromkeys(side for item in held for side in (item.side, item.toward) if side)),
        )
        for mark, held in marks.items()
    ]


def _folded(items: list[Item], field: Literal["actor", "part"], rows: int) -> list[Item]:
    sizes: Counter[str] = Counter()
    for item in items:
        sizes[getattr(item, field)] += item.weight
    if len(sizes) <= rows:
        return items
    kept = {name for name, _ in sizes.most_common(rows - 1)}
    rest = f"{len(sizes) - len(kept)}{OTHERS}"
    if field == "actor":
        return [item if item.actor in kept else item._replace(actor=rest) for item in items]
    return [item if item.part in kept else item._replace(part=rest) for item in items]


def folded_pairs(items: list[Item], rows: int) -> list[Item]:
    """Count the less frequent pairs of actor and part together."""
    sizes = Counter((item.actor, item.part) for item in items)
    if len(sizes) <= rows:
        return items
    kept = {pair for pair, _ in sizes.most_common(rows - 1)}
    rest = f"{len(sizes) - len(kept)}{OTHERS}"
    return [item if (item.actor, item.part) in kept else item._replace(actor=rest, part=VARIOUS) for item in items]
