"""Definite descriptions and the body that each takes up: `the company`, `the German truck maker`, `the ruling party`.

A body fits if it was called by that noun or by one of the same kin ("the company" for an airline), or if it is a
business, cause or medium that nobody has described yet; never if nationality, side or another word of the
description speaks against it. What it was called weighs more than how lately it was named.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from itertools import takewhile

from framing import lexicon
from framing.cast import Cast, Figure
from framing.types import ActorKind

APART = frozenset({ActorKind.PERSON, ActorKind.PLACE, ActorKind.STATE})
SITES = frozenset("clinic hospital school university college church station hotel lab laboratory centre center".split())
OPPOSED = (frozenset({"ruling", "governing"}), frozenset({"opposition", "rival"}))


class Fit(IntEnum):
    NONE, UNDESCRIBED, KIN, CALLED = range(4)


@dataclass(frozen=True, slots=True)
class Description:
    """`the Peruvian copper miner`: noun, the words that narrow it, its nation, and whose body it is."""

    noun: str
    words: frozenset[str]  # without the noun and the nation
    definite: bool
    owner: int | None = None  # the figure whose body it is: "her office"
    public: bool = False  # a state's body by its words, such as "the central bank"
    side: int | None = None
    nation: int | None = None
    barred: frozenset[int] = frozenset()  # figures it cannot be: the subject of its own clause


def taken_up(cast: Cast, sentence: int, description: Description) -> tuple[Figure, Fit] | None:
    """The figure that the description takes up, and how well it fits; the latest of the best ones."""
    found: dict[Fit, list[Figure]] = {kind: [] for kind in Fit}
    so_called = set(cast.nouns.find({description.noun, *kindred(description.noun)}))
    anybody = description.definite and open_to_all(description)
    for figure in latest(cast, sentence):
        # One that no such noun has described fits at most as the only kind left, and two of these are too many.
        if figure.number in so_called or (anybody and len(found[Fit.UNDESCRIBED]) < 2):
            found[fit(figure, description)].append(figure)
        if found[Fit.CALLED]:
            break
    best = max(kind for kind in Fit if found[kind] or kind is Fit.NONE)
    chosen = found[best]
    if best is Fit.NONE or (best is not Fit.CALLED and not description.definite):
        return None
    special = not any(description.noun in general for general, _ in kin())
    if best is Fit.UNDESCRIBED and (description.words or special) and len(chosen) > 1:
        return None  # "the truck maker" could be either
    return chosen[0], best


def latest(cast: Cast, sentence: int) -> Iterator[Figure]:
    """Bodies and groups, those that acted in this or the last two sentences first, then the last named."""
    near = takewhile(lambda step: step[0] >= sentence - 2, reversed(cast.trail))
    acting = [n for _, n, subject in near if subject]
    numbers = dict.fromkeys([*acting, *reversed(cast.order), *reversed(range(len(cast.figures)))])
    yield from (cast.figures[n] for n in numbers if cast.figures[n].kind not in APART)


def fit(figure: Figure, wanted: Description) -> Fit:
    if figure.number in wanted.barred or (figure.plural and figure.kind is ActorKind.GROUP):
        return Fit.NONE
    if wanted.owner is not None and figure.unnamed and figure.owner != wanted.owner:
        return Fit.NONE
    if wanted.side is not None and figure.side != wanted.side:
        return Fit.NONE
    if wanted.nation is not None and figure.nation not in {None, wanted.nation}:
        return Fit.NONE
    if wanted.noun == "opposition" and figure.owner is not None:
        return Fit.NONE  # the minister's party is not the opposition
    known = figure.words | figure.heads | figure.traits
    if any(wanted.words & one and known & other for one, other in (OPPOSED, OPPOSED[::-1])):
        return Fit.NONE
    central = wanted.noun == "bank" and not wanted.words and figure.unnamed and figure.words & {"central", "reserve"}
    if wanted.noun in figure.heads and not central and (wanted.words <= known or short_form(figure, wanted)):
        return Fit.CALLED
    if figure.unnamed and not wanted.definite:
        return Fit.NONE
    named = not (figure.unnamed and wanted.noun in {"regulator", "watchdog"})
    if figure.heads & kindred(wanted.noun) and wanted.words <= known and named:
        return Fit.KIN
    open_ = not described(figure) and figure.side == figure.number and not figure.unnamed
    medium = wanted.noun in lexicon.lemmas("roles", "media")
    private = medium if figure.kind is ActorKind.MEDIA else figure.kind is ActorKind.ORGANISATION and not medium
    return Fit.UNDESCRIBED if open_ and private and open_to_all(wanted) else Fit.NONE


def open_to_all(wanted: Description) -> bool:
    """Whether it may take up a body that nobody has described: it is no public one, no site and nobody's own."""
    public = wanted.public or wanted.noun in lexicon.lemmas("roles", "public") or wanted.noun in {"party", "court"}
    placed = wanted.noun in lexicon.lemmas("roles", "places") or wanted.noun in SITES
    return wanted.side is None and not public and not placed


def short_form(figure: Figure, wanted: Description) -> bool:
    """`the Andean Snow Institute` for a body that was first called by fewer of these words."""
    own = figure.words - {wanted.noun}
    return bool(own) and own <= wanted.words


def described(figure: Figure) -> bool:
    """Whether any noun has said what kind of body it is."""
    return not figure.heads.isdisjoint(all_kin())


@cache
def all_kin() -> frozenset[str]:
    return frozenset().union(*(general | special for general, special in kin()))


@cache
def kindred(noun: str) -> frozenset[str]:
    """The nouns of bodies that `noun` can take up: all of its kin if it is general, else the general ones."""
    found: set[str] = set()
    for general, special in kin():
        if noun in general:
            found |= general | special
        elif noun in special:
            found |= general
    return frozenset(found - {noun})


@cache
def kin() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """General and special nouns of each kind of body."""
    return tuple((frozenset(row["general"]), frozenset(row["special"])) for row in lexicon.table("roles")["kin"])
