"""Figures over runs of words: which words got which label, and which cue, source and content belong together."""

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

import torch

from framing.ports import Attributed, Tag
from framing.types import Span
from training.examples import AttributionAnswer
from training.scores import confidence_gap, f1

NONE = "none"  # the word has no label
ENOUGH = 0.5  # shared words over all words of both from which two runs are the same
_WORD = re.compile(r"\w+|[^\w\s]")

Triple = tuple[frozenset[int], frozenset[int], frozenset[int]]  # words of cue, source, content


@dataclass(frozen=True, slots=True)
class Tagged:
    """One text: the gold's spans by label, and the tags found."""

    text: str
    gold: Mapping[str, Sequence[Span]]
    found: Sequence[Tag]


def words_of(text: str) -> list[Span]:
    """Runs of word characters, and every other visible character by itself."""
    return [Span(match.start(), match.end()) for match in _WORD.finditer(text)]


def touched(words: Sequence[Span], spans: Iterable[Span]) -> frozenset[int]:
    """The words that overlap a span, by their position."""
    wanted = list(spans)
    return frozenset(place for place, word in enumerate(words) if any(word.overlaps(span) for span in wanted))


def word_figures(texts: Sequence[Tagged], labels: Sequence[str], *, rest: bool) -> tuple[int, dict[str, float]]:
    """How many words there are, and the F1 of each label over words.

    The macro-F1 is over the labels that stand in the gold, with `rest` also over the words that have none. The
    calibration error compares a tag's probability with the share of its words that are right.
    """
    names = (*labels, NONE) if rest else tuple(labels)
    counts = {name: [0, 0, 0] for name in names}  # hits, found, wanted
    confidence: list[float] = []
    right: list[bool] = []
    total = 0
    for one in texts:
        words = words_of(one.text)
        total += len(words)
        gold = {label: touched(words, one.gold.get(label, ())) for label in labels}
        found = {label: touched(words, (t.span for t in one.found if t.label == label)) for label in labels}
        if rest:
            gold[NONE], found[NONE] = _others(len(words), gold), _others(len(words), found)
        for name in names:
            _count(counts[name], found[name], gold[name])
        for tag in one.found:
            own = touched(words, (tag.span,))
            confidence.extend([tag.probability] * len(own))
            right.extend(place in gold[tag.label] for place in own)
    return total, _figures(counts) | {"ECE": confidence_gap(torch.tensor(confidence), torch.tensor(right))}


def link_figures(
    texts: Iterable[tuple[str, Sequence[AttributionAnswer], Sequence[Attributed]]],
) -> tuple[int, dict[str, float]]:
    """How many whole attributions the gold has; their precision, recall and F1, matched one to one.

    Cue, source and content must each share half their words with the gold's; a gold attribution without a source
    wants none. One whose cue or content stands outside the text, or is silent, is left out on both sides.
    """
    hits = found = wanted = 0
    for text, gold, ours in texts:
        words = words_of(text)
        theirs = _whole(_triple(words, a.cue, a.source, a.content) for a in gold)
        own = _whole(_triple(words, (a.cue.span,), _spans(a.sources), _spans(a.contents)) for a in ours)
        hits, found, wanted = hits + _matches(own, theirs), found + len(own), wanted + len(theirs)
    return wanted, {
        "linked F1": f1(hits, found, wanted),
        "linked precision": hits / found if found else 0.0,
        "linked recall": hits / wanted if wanted else 0.0,
    }


def _others(count: int, labelled: Mapping[str, Set[int]]) -> frozenset[int]:
    return frozenset(range(count)).difference(*labelled.values())


def _count(counts: list[int], found: Set[int], wanted: Set[int]) -> None:
    counts[0] += len(found & wanted)
    counts[1] += len(found)
    counts[2] += len(wanted)


def _figures(counts: Mapping[str, Sequence[int]]) -> dict[str, float]:
    each = {f"{name} F1": f1(*count) for name, count in counts.items() if count[2]}
    return {"macro-F1": sum(each.values()) / len(each) if each else 0.0, **each}


def _spans(tags: Iterable[Tag]) -> tuple[Span, ...]:
    return tuple(tag.span for tag in tags)


def _triple(words: Sequence[Span], cue: Iterable[Span], source: Iterable[Span], content: Iterable[Span]) -> Triple:
    return touched(words, cue), touched(words, source), touched(words, content)


def _whole(triples: Iterable[Triple]) -> list[Triple]:
    return [triple for triple in triples if triple[0] and triple[2]]


def _matches(ours: Sequence[Triple], gold: Sequence[Triple]) -> int:
    """Pairs of a greedy one-to-one matching by falling fit."""
    fits = [(_fit(one, other), i, j) for i, one in enumerate(ours) for j, other in enumerate(gold)]
    used: tuple[set[int], set[int]] = (set(), set())
    for fit, i, j in sorted(fits, key=lambda entry: (-entry[0], entry[1:])):
        if fit > 0 and i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
    return len(used[0])


def _fit(one: Triple, other: Triple) -> float:
    """Sum of the three overlaps; 0 where one of them is not enough."""
    shares = [_overlap(a, b) for a, b in zip(one, other, strict=True)]
    return sum(shares) if min(shares) >= ENOUGH else 0.0


def _overlap(one: Set[int], other: Set[int]) -> float:
    """Intersection over union; two empty runs are equal."""
    return len(one & other) / len(one | other) if one or other else 1.0
