"""The gold: where the words that it quotes stand in its texts, and what in another reading answers to them."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from framing.spans import letters
from framing.types import Span

GOLD = Path(__file__).parent.parent / "tests" / "gold"
DEVELOPMENT, BLIND = GOLD / "development", GOLD / "blind"
ENOUGH = 0.5  # token F1 from which two contents are the same claim


def locate(text: str, words: str, inside: str | None = None) -> Span:
    """Where the gold's quoted words stand; `inside` is a longer string that holds them once."""
    at = text.index(words) if inside is None else text.index(inside) + inside.index(words)
    return Span(at, at + len(words))


def occurrences(text: str, words: str) -> list[Span]:
    return [Span(m.start(), m.end()) for m in re.finditer(re.escape(words), text)]


def standing(text: str, words: str) -> list[Span]:
    """The occurrences that are whole words, so that `Iran` is not found in "Iranian"."""
    return [
        s
        for s in occurrences(text, words)
        if not (text[s.start - 1 : s.start].isalnum() or text[s.end : s.end + 1].isalnum())
    ]


def located(text: str, row: dict[str, Any], key: str) -> list[Span]:
    value, inside = row.get(key), row.get(f"{key}_in")
    values = value if isinstance(value, list) else [value]
    insides = inside if isinstance(inside, list) else [inside] * len(values)
    return [locate(text, v, i or None) for v, i in zip(values, insides, strict=True) if v]


def mention_places(
    row: Mapping[str, Any], text: str, find: Callable[[str, str], list[Span]]
) -> Iterator[tuple[str, list[Span]]]:
    """The words of an actor's mentions, each with where it stands: the one place that the gold names, or all."""
    insides = row.get("mentions_in", [""] * len(row["mentions"]))
    for words, inside in zip(row["mentions"], insides, strict=True):
        yield words, [locate(text, words, inside)] if inside else find(text, words)


def gold_mentions(gold: dict[str, Any], text: str) -> list[tuple[Span, int]]:
    """Every place where a gold mention stands, with its actor.

    Left out: one inside a longer one of the same actor, and words that the gold gives to two actors ("Lima" the city
    and "Lima" the government) without saying which stands where.
    """
    found: list[tuple[Span, int]] = []
    for number, row in enumerate(gold["actors"]):
        spans = {span for _, places in mention_places(row, text, standing) for span in places}
        outer = [s for s in spans if not any(s != o and o.start <= s.start and s.end <= o.end for o in spans)]
        found.extend((span, number) for span in sorted(outer))
    owners = Counter(span for span, _ in found)
    return [(span, number) for span, number in found if owners[span] == 1]


def overlap(one: Sequence[Span], other: Sequence[Span], text: str) -> float:
    """F1 over the letters and digits that both stretches hold."""
    a, b = letters(text, one), letters(text, other)
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def pair(ours: Sequence[Any], gold: Sequence[Any], fit: Callable[[Any, Any], float]) -> list[tuple[Any, Any]]:
    """Greedy one-to-one matching by falling fit."""
    scored = sorted(
        ((fit(o, g), i, j) for i, o in enumerate(ours) for j, g in enumerate(gold)), key=lambda s: (-s[0], s[1], s[2])
    )
    used_o: set[int] = set()
    used_g: set[int] = set()
    found = []
    for value, i, j in scored:
        if value > 0 and i not in used_o and j not in used_g:
            used_o.add(i)
            used_g.add(j)
            found.append((ours[i], gold[j]))
    return found
