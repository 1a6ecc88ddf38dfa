"""Which actors of two articles are the same, by what they are called."""

import re
from collections.abc import Iterator

from framing import gazetteer
from framing.comparing.assignment import assigned
from framing.comparing.wording import WORD
from framing.types import Actor, ActorKind, Analysis, MentionForm

LEAST = 0.5
KNOWN = frozenset({ActorKind.STATE, ActorKind.BLOC, ActorKind.PLACE})  # one canonical name each
CALLED = frozenset({MentionForm.NAME, MentionForm.TITLE, MentionForm.METONYM, MentionForm.DEMONYM})
EMPTY = frozenset({"the", "a", "an", "of", "and", "s"})


def same_actors(first: Analysis, second: Analysis) -> dict[int, tuple[int, float]]:
    """First actor → the second that it is, with how well the names fit."""
    return assigned(
        [[fit(one, other, first, second) for other in second.actors] for one in first.actors],
        least=LEAST,
    )


def named(actor: Actor) -> bool:
    """Whether the article calls it by a name, and not only by a noun."""
    return any(mention.form in CALLED for mention in actor.mentions)


def fit(one: Actor, other: Actor, first: Analysis, second: Analysis) -> float:
    """How likely two actors are one, 0..1."""
    if one.kind in KNOWN or other.kind in KNOWN:
        return float(one.kind is other.kind and one.name == other.name)
    people = {one.kind, other.kind} & {ActorKind.PERSON}
    if people and one.kind is not other.kind:
        return 0.0
    if one.name.casefold() == other.name.casefold():
        return 1.0
    if people:
        return _person(one.name, other.name)
    return max(_body(a, b) for a in _names(one, first) for b in _names(other, second))


def _person(one: str, other: str) -> float:
    """`Samuel Kiptoo` and `Kiptoo`; no other given name may stand in between."""
    a, b = (gazetteer.ARTICLE.sub("", name).casefold().split() for name in (one, other))
    if a[-1:] != b[-1:]:
        return 0.0
    return 0.9 if set(a) <= set(b) or set(b) <= set(a) else 0.0


def _names(actor: Actor, analysis: Analysis) -> Iterator[str]:
    yield actor.name
    for mention in actor.mentions:
        if mention.form is not MentionForm.PRONOUN:
            yield analysis.article.text[mention.start : mention.end]


def _body(one: str, other: str) -> float:
    """Shared words of two names of a body or group, or a name and its acronym."""
    a, b = _words(one), _words(other)
    if not a or not b:
        return 0.0
    if a == b:
        return 0.95
    if _acronym(one) == re.sub(r"\W", "", other) or _acronym(other) == re.sub(r"\W", "", one):
        return 0.9
    return 1.6 * len(a & b) / (len(a) + len(b))


def _words(name: str) -> frozenset[str]:
    return frozenset(word.lower() for word in WORD.findall(name)) - EMPTY


def _acronym(name: str) -> str:
    letters = "".join(word[0] for word in WORD.findall(name) if word[0].isupper())
    return letters if len(letters) > 1 else ""
