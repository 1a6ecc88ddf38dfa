"""Where a figure is found again by a word: an article of fifty thousand words has thousands of them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

ARTICLE = re.compile(r"\b[AEae]l-(?=\w)")  # of Arabic family names, which news also writes without it
NAMELESS = ""  # the key of a figure whose name has no word of its own


@dataclass(slots=True)
class Register:
    """Numbers of figures by key; a key leads to all who were ever entered under it, so what is found is looked at."""

    numbers: dict[str, set[int]] = field(default_factory=dict)

    def enter(self, number: int, keys: Iterable[str]) -> None:
        for key in keys:
            self.numbers.setdefault(key, set()).add(number)

    def find(self, keys: Iterable[str]) -> list[int]:
        """Whoever was entered under one of the keys, in order of appearance."""
        return sorted({number for key in keys for number in self.numbers.get(key, ())})


def handles(name: str, words: frozenset[str]) -> set[str]:
    """Whatever two names that mean one figure have in common: a word, the whole name, or the initials of one."""
    return {name, initials(name), *(words or {NAMELESS}), *words_of(name)}


def words_of(name: str) -> list[str]:
    """The words of a person's name, without the article of Arabic ones."""
    return ARTICLE.sub("", name).split()


def initials(name: str) -> str:
    """The capitals at the head of its words: `RBI` for `Rift Basin Institute`."""
    return "".join(w[0] for w in name.replace("-", " ").split() if w[0].isupper())
