"""Figures that the cast already knows by a name, its short form or its acronym."""

from collections.abc import Sequence

from framing.actors.gender import given_names
from framing.actors.scene import wordset
from framing.cast import Cast, Figure
from framing.register import handles, initials, words_of
from framing.types import ActorKind


def named(cast: Cast, name: str, kind: ActorKind | None) -> Figure | None:
    fits = (
        f
        for f in cast.alike([name])
        if f.name == name
        and (kind is None or f.kind is kind or (kind is not ActorKind.PLACE and f.kind is not ActorKind.PLACE))
    )
    return next(fits, None)


def person_called(cast: Cast, name: str, gender: str | None = None) -> Figure | None:
    """The person of that name, or the foremost whose family name it is, which some languages put first.

    `Assad` is the family name of Bashar al-Assad. A gender that the name or its form of address tells leaves out
    those who are known to be of the other: by "Mrs Castel" no Ruben Castel is meant.
    """
    parts = words_of(name)
    known = (f for f in cast.alike({name, *parts}) if f.kind is ActorKind.PERSON and not f.unnamed)
    people = [(f, words_of(f.name)) for f in known if gender is None or f.gender in {None, gender}]
    exact = [f for f, _ in people if f.name == name]
    if exact:
        return exact[0]
    if len(parts) == 1:
        last = [f for f, known in people if known[-1] == parts[0]]
        first = [f for f, known in people if known[0] == parts[0]]
        middle = [f for f, known in people if parts[0] in known[1:-1]]  # "Hernan Quiroga Lasso", then "Quiroga"
        return foremost(cast, last or first or middle)
    fits = [
        f
        for f, known in people
        if (known[-1] == parts[-1] and (set(known) <= set(parts) or set(parts) <= set(known)))
        or (known == parts[:1] and not given_name(parts[0]))
    ]
    return fits[0] if fits else None


def given_name(word: str) -> bool:
    """Whether the one word is a first name: `Sarah` is not yet Sarah Cole."""
    return word.casefold() in given_names("women") | given_names("men")


def foremost(cast: Cast, bearers: Sequence[Figure]) -> Figure | None:
    """Of several who bear a name, whom the article has told more of: who acted oftenest, then who came last."""
    return max(enumerate(bearers), key=lambda one: (cast.acts[one[1].number], one[0]), default=(0, None))[1]


def organisation_called(cast: Cast, name: str) -> Figure | None:
    """Same name, acronym ("Rift Basin Institute", "RBI") or shortened name ("Zaria Crest")."""
    words = wordset(name)
    for figure in cast.alike(handles(name, words)):
        if figure.kind in {ActorKind.PERSON, ActorKind.PLACE, ActorKind.STATE, ActorKind.GROUP} and not (
            figure.kind is ActorKind.GROUP and figure.name == name
        ):
            continue
        if figure.name == name or figure.words == words:
            return figure
        if figure.unnamed:
            continue
        if (
            words
            and (words < figure.words or figure.words < words)
            and len(words & figure.words) >= 1
            and shared_start(figure.name, name)
        ):
            return figure
        if acronym(figure.name, name) or acronym(name, figure.name):
            return figure
    return None


def shared_start(one: str, other: str) -> bool:
    a, b = one.lower().removeprefix("the ").split(), other.lower().removeprefix("the ").split()
    return a[0] == b[0] or a[-1] == b[-1]


def acronym(name: str, short: str) -> bool:
    return len(short) >= 2 and short.isupper() and initials(name) == short
