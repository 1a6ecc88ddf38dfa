"""Whether a person is a he or a she, by form of address, kinship or given name."""

import unicodedata
from collections.abc import Collection, Iterable
from functools import cache

from framing import lexicon, syntax
from framing.actors.introductions import introducing
from framing.cast import Figure
from framing.tokens import Token
from framing.types import ActorKind

SHE = frozenset({"she", "her", "hers", "herself"})
HE = frozenset({"he", "him", "his", "himself"})

WOMEN = frozenset({"ms", "ms.", "mrs", "mrs.", "miss", "lady", "dame"})
MEN = frozenset({"mr", "mr.", "sir", "lord"})

FEMALE_KIN = frozenset("mother wife widow sister daughter grandmother aunt niece".split())
MALE_KIN = frozenset("father husband widower brother son grandfather uncle nephew".split())


def meant_by(pronoun: str) -> str | None:
    """ "f" or "m" for she or he in any case; None for every other word."""
    return either(pronoun in SHE, pronoun in HE)


def either(woman: bool, man: bool) -> str | None:
    """ "f" or "m"; None where neither or both are told."""
    return None if woman == man else "f" if woman else "m"


def addressed(words: Collection[str]) -> str | None:
    """By the words around a name: `Mrs`, `Sir`."""
    return either(bool(WOMEN.intersection(words)), bool(MEN.intersection(words)))


def related(nouns: Iterable[Token]) -> str | None:
    """By a noun for the person: `his wife, …`."""
    lemmas = {noun.lemma_.lower() for noun in nouns}
    return either(bool(lemmas & FEMALE_KIN), bool(lemmas & MALE_KIN))


def beside(name: Token) -> list[Token]:
    """The nouns that introduce this name for certain: in `the son of the judge, …` either of the two may be named."""
    return [n for n in introducing(name) if n.i > name.i or not syntax.has(n, "prep")]


def named(name: str) -> str | None:
    """By the given name that opens a name of several words; a name of one word may be a family's."""
    given, _, rest = name.partition(" ")
    if not rest:
        return None
    forms = {plain(given), plain(given.partition("-")[0])}
    return either(bool(forms & given_names("women")), bool(forms & given_names("men")))


@cache
def given_names(group: str) -> frozenset[str]:
    """The names of "women" or "men" as `plain` writes them."""
    return frozenset(map(plain, lexicon.lemmas("given_names", group)))


def plain(name: str) -> str:
    """Without case and accents, which news often drops: `Jose` for `José`."""
    return "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))


def learn(figure: Figure, token: Token, words: Collection[str]) -> None:
    """Keep what this place tells of the person whose name `token` heads: address first, kinship next, name last.

    Args:
        figure: whose name it is.
        token: the head of the name.
        words: those of the name and before it, in lower case, without the head.
    """
    if figure.kind is not ActorKind.PERSON or figure.plural:
        return
    told = addressed(words) or related(beside(token))
    figure.gender = told or figure.gender or named(figure.name)
