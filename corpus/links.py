"""Which claims of several articles are one claim.

Sayings that share rare stems, or lie near in meaning, are laid beside each other; likeness of words, of meaning and of
holders decides. What hangs together is cut where it is thin, and of what is left together the network says which
sayings are against the others.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeAlias

import numpy as np
from networkx import Graph, connected_components
from numpy.typing import NDArray
from scipy.cluster.hierarchy import fcluster, linkage

from corpus.claims import Saying
from framing.comparing.matching import HELD
from framing.comparing.wording import BLUNT, Wording, weigh
from framing.ports import Meaning, Reader

ALIKE = 0.64  # likeness from which two contents of one holder are one claim: a cosine of 0.75, which none of 300
# pairs on one event reached that ClaimDiff calls unrelated
LEAST = 0.6  # score from which two sayings are one claim; holders of two sides must say it more alike than one holder
LOOSE = 0.5  # what it counts that one of two holders is unnamed or the article, beside 1 for the same side
RARE = 5  # of a saying's stems, the rarest by which it is found; two of them must be shared
AFTER = 40  # sayings of one pair of stems that each is laid beside, the next ones in time
NEIGHBOURS = 8  # sayings nearest in meaning that each is laid beside
MOST_MEANT = 20_000  # sayings of which the nearest are sought: its time grows with the square
MOST_TOGETHER = 400  # sayings that are cut as one; more hang together only by chance, and the threshold is raised
STEP = 0.05
ROUNDING = 1e-9  # of one minus a score
WEAKENS = "weakens"
Likeness: TypeAlias = Callable[[int, int], float]  # of two sayings by their places


@dataclass(frozen=True, slots=True)
class Judge:
    """What says how near two sayings are; without meaning and network their words decide alone."""

    meaning: Meaning | None = None
    reader: Reader | None = None


WORDS_ALONE = Judge()


@dataclass(frozen=True, slots=True)
class Linked:
    """One claim in all its wordings, each with whether it says the contrary of what most articles say."""

    sayings: tuple[tuple[Saying, bool], ...]


def linked(said: Sequence[Saying], judge: Judge = WORDS_ALONE) -> list[Linked]:
    """The sayings that are one claim, where several articles tell it; in the order of their first day."""
    wording = weigh([saying.stems for saying in said])
    vectors = _vectors(said, judge.meaning)

    def likeness(one: int, other: int) -> float:
        near = float(vectors[one] @ vectors[other]) if vectors is not None else 0.0
        return fit(said[one], said[other], wording, near)

    pairs = sorted({*_by_stems(said, wording), *_by_meaning(vectors)})
    scores = {pair: score for pair in pairs if (score := likeness(*pair)) >= LEAST}
    groups = list(_cut(scores, likeness))
    alone = set(range(len(said))) - {place for group in groups for place in group}
    groups += [frozenset([place]) for place in alone]
    several = ([said[place] for place in sorted(group)] for group in sorted(groups, key=min))
    return _opposed([group for group in several if _articles(group) > 1], judge.reader)


def fit(one: Saying, other: Saying, wording: Wording, cosine: float) -> float:
    """How likely two sayings are one claim, 0..1; a holder counts only beside contents that are alike.

    Contents are laid beside each other without the names in them, as two claims about one firm are alike by its name
    alone; claims about different firms are not one, whatever is said of them.
    """
    if _elsewhere(one.named, other.named) or _elsewhere(one.places, other.places):
        return 0.0
    words = 1.0 if one.bare == other.bare else wording.alike(one.stems, other.stems)
    alike = min(max(words, (cosine - BLUNT) / (1 - BLUNT)), 1.0)
    held = 1.0 if one.side == other.side else LOOSE if one.loose or other.loose else 0.0
    return (1 - HELD) * alike + HELD * held if alike >= ALIKE else 0.0


def _elsewhere(ones: frozenset[str], others: frozenset[str]) -> bool:
    """Whether both name somebody, and nobody in common; an article may name nobody and say "the firm"."""
    return bool(ones and others) and not ones & others


def _articles(group: Sequence[Saying]) -> int:
    return len({key for saying in group for key, _ in saying.claims})


def _opposed(groups: Sequence[list[Saying]], reader: Reader | None) -> list[Linked]:
    """Ask the network whether a saying weakens the one that most articles have, or that one it.

    Only one direction may be seen: what says less is not weakened by what says that it was not so.
    """
    if reader is None:
        return [Linked(tuple((saying, False) for saying in group)) for group in groups]
    leads = [max(group, key=lambda saying: len(saying.claims)) for group in groups]
    asked = [(lead, one) for group, lead in zip(groups, leads, strict=True) for one in group if one.bare != lead.bare]
    pairs = [pair for lead, one in asked for pair in ((lead.content, one.content), (one.content, lead.content))]
    verdicts = reader.compare(pairs) if pairs else []
    weakened = [verdict.label == WEAKENS and not verdict.unsure for verdict in verdicts]
    against = {one for (_, one), *says in zip(asked, weakened[::2], weakened[1::2], strict=False) if any(says)}
    return [Linked(tuple((saying, saying in against) for saying in group)) for group in groups]


def _by_stems(said: Sequence[Saying], wording: Wording) -> Iterator[tuple[int, int]]:
    """Pairs that share two of their rarest stems."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, saying in enumerate(said):
        rarest = sorted(saying.stems, key=lambda stem: (-wording.weights[stem], stem))[:RARE]
        for pair in combinations(sorted(rarest), 2) if len(rarest) > 1 else [(rarest[0], "")] if rarest else []:
            blocks[pair].append(place)
    for block in blocks.values():
        for at, one in enumerate(block):
            for other in block[at + 1 : at + 1 + AFTER]:
                yield one, other


def _vectors(said: Sequence[Saying], meaning: Meaning | None) -> NDArray[np.float32] | None:
    """[sayings, width], or None without a judge of meaning or with too many sayings for it."""
    if meaning is None or not said or len(said) > MOST_MEANT:
        return None
    return meaning.vectors([saying.bare or saying.content for saying in said])


def _by_meaning(vectors: NDArray[np.float32] | None) -> Iterator[tuple[int, int]]:
    """Pairs of which one is among the other's nearest."""
    if vectors is None:
        return
    for one, row in enumerate(vectors):
        nearest = np.argsort(-(vectors @ row), kind="stable")[: NEIGHBOURS + 1].tolist()
        yield from ((min(one, other), max(one, other)) for other in nearest if other != one)


def _cut(scores: Mapping[tuple[int, int], float], likeness: Likeness) -> Iterator[frozenset[int]]:
    """Groups whose members fit each other on average, not only by a chain of neighbours."""
    components = [sorted(component) for component in connected_components(Graph(list(scores)))]
    home = {member: place for place, component in enumerate(components) for member in component}
    inside: list[dict[tuple[int, int], float]] = [{} for _ in components]
    for pair, score in scores.items():
        inside[home[pair[0]]][pair] = score
    for members, held in zip(components, inside, strict=True):
        if len(members) > MOST_TOGETHER:
            least = min(held.values()) + STEP
            yield from _cut({pair: score for pair, score in held.items() if score >= least}, likeness)
        else:
            yield from _parted(members, likeness)


def _parted(members: Sequence[int], likeness: Likeness) -> Iterator[frozenset[int]]:
    """Average linkage over all pairs of the members."""
    apart = [1.0 - likeness(one, other) for one, other in combinations(members, 2)]
    labels = fcluster(linkage(apart, method="average"), t=1.0 - LEAST + ROUNDING, criterion="distance").tolist()
    for label in sorted(set(labels)):
        yield frozenset(member for member, own in zip(members, labels, strict=True) if own == label)
