"""Which actors of two articles are the same, by what they are called."""

import re
from dataclasses import dataclass
from itertools import product

from framing.comparing.assignment import assigned
from framing.comparing.wording import WORD
from framing.register import words_of
from framing.types import Actor, ActorKind, Analysis, MentionForm

LEAST = 0.5
BLUR = 0.9  # what a likeness of nouns is worth beside one of names
KNOWN = frozenset({ActorKind.STATE, ActorKind.BLOC, ActorKind.PLACE})  # one canonical name each
BY_NAME = frozenset({MentionForm.NAME, MentionForm.METONYM, MentionForm.DEMONYM})
BY_NOUN = frozenset({MentionForm.TITLE, MentionForm.DESCRIPTION})
EMPTY = frozenset({"the", "a", "an", "of", "and", "s"})


@dataclass(frozen=True, slots=True)
class Called:
    """An actor with what it is called: by name, and by the nouns that describe it."""

    actor: Actor
    names: frozenset[str]
    nouns: frozenset[str]


def same_actors(first: Analysis, second: Analysis) -> dict[int, tuple[int, float]]:
    """First actor → the second that it is, with how well the names fit."""
    ones, others = ([called(analysis, actor) for actor in analysis.actors] for analysis in (first, second))
    return assigned([[fit(one, other) for other in others] for one in ones], least=LEAST)


def named(actor: Actor) -> bool:
    """Whether the article calls it by a name, and not only by a noun."""
    return any(mention.form in BY_NAME for mention in actor.mentions)


def called(analysis: Analysis, actor: Actor) -> Called:
    words = [(m.form, analysis.article.text[m.start : m.end]) for m in actor.mentions]
    nouns = {text for form, text in words if form in BY_NOUN}
    if not named(actor):
        return Called(actor, frozenset(), frozenset({actor.name, *nouns}))
    return Called(actor, frozenset({actor.name, *(text for form, text in words if form in BY_NAME)}), frozenset(nouns))


def fit(one: Called, other: Called) -> float:
    """How likely two actors are one, 0..1."""
    kinds = {one.actor.kind, other.actor.kind}
    if one.actor.name.casefold() == other.actor.name.casefold() and (len(kinds) == 1 or not kinds & KNOWN):
        return 1.0
    if kinds & KNOWN or (ActorKind.PERSON in kinds and len(kinds) > 1):
        return 0.0
    if ActorKind.PERSON in kinds and one.names and other.names:
        return _person(one.actor.name, other.actor.name)
    if one.names and other.names:
        return max(_body(a, b) for a, b in product(one.names, other.names))
    return max((_body(a, b) for a, b in product(one.names | one.nouns, other.names | other.nouns)), default=0.0) * BLUR


def _person(one: str, other: str) -> float:
    """`Samuel Kiptoo` and `Kiptoo`; no other given name may stand in between."""
    a, b = ([word.casefold() for word in words_of(name)] for name in (one, other))
    if a[-1:] != b[-1:]:
        return 0.0
    return 0.9 if set(a) <= set(b) or set(b) <= set(a) else 0.0


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
