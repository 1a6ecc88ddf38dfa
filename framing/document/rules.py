"""The words of boilerplate, captions and bylines: `lexicons/boilerplate.toml`, checked and compiled."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from framing.errors import LexiconError
from framing.lexicon import table
from framing.lexicon_forms import compiled
from framing.types import ParagraphKind


class Section(StrEnum):
    """What kind of run a label opens."""

    APPEAL = "appeal"
    LINKS = "links"
    COMMENTS = "comments"


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern, searched for in a block without its quotations.

    `needs` are words of which a block must have one, in small letters, before the slower pattern is tried.
    `weight` is what it adds to an appeal (`None`: it decides alone); `words` the longest block it is tried
    on; `end_only` holds rules back that would hit news, until no more of the article follows.
    """

    id: str
    kind: ParagraphKind
    reason: str
    pattern: re.Pattern[str]
    hits: tuple[str, ...]
    misses: tuple[str, ...]
    weight: int | None
    section: Section | None
    words: int | None
    end_only: bool
    needs: tuple[str, ...]

    def finds(self, text: str, length: int) -> bool:
        """Whether it hits a block of `length` words."""
        return (self.words is None or length <= self.words) and self.pattern.search(text) is not None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The rules, with cheap tests that most blocks fail.

    A rule that needs no word looks at the beginning of a block only.
    """

    rules: tuple[Rule, ...]
    openings: re.Pattern[str]  # of the rules that look at the beginning of a block only

    def candidates(self, text: str) -> tuple[Rule, ...]:
        """The rules worth trying on a block, in order; a superset of those that hit."""
        lowered = text.lower()
        opening = self.openings.match(text) is not None
        return tuple(rule for rule in self.rules if (_has(lowered, rule.needs) if rule.needs else opening))


def _has(text: str, words: tuple[str, ...]) -> bool:
    # a generator here would take most of the time that a long text takes
    for word in words:  # noqa: SIM110
        if word in text:
            return True
    return False


@cache
def lexicon() -> Lexicon:
    """The rules that do not wait for the end of the article."""
    rules = tuple(rule for rule in load() if not rule.end_only)
    openings = "|".join(f"(?:{rule.pattern.pattern})" for rule in rules if not rule.needs)
    return Lexicon(rules, compiled(openings))


@cache
def load() -> tuple[Rule, ...]:
    """The rules in the order of the file, which is the order in which they are tried.

    Raises:
        LexiconError: the file has another form (see `framing.lexicon_forms`), or a rule contradicts another.
    """
    rules = tuple(_rule(entry) for entry in table("boilerplate")["rules"])
    if len({rule.id for rule in rules}) < len(rules):
        raise LexiconError("boilerplate.toml: two rules share one id; rename one")
    return rules


def _rule(entry: dict[str, Any]) -> Rule:
    if not entry.get("needs") and not entry["pattern"].startswith("^"):
        raise LexiconError(
            f"boilerplate.toml, rule {entry['id']}: a pattern that does not begin with ^ lists the words that it needs"
        )
    return Rule(
        id=entry["id"],
        kind=ParagraphKind(entry["kind"]),
        reason=entry["reason"],
        pattern=compiled(entry["pattern"]),
        hits=tuple(entry["hits"]),
        misses=tuple(entry["misses"]),
        weight=entry.get("weight"),
        section=Section(entry["section"]) if "section" in entry else None,
        words=entry.get("words"),
        end_only=entry.get("at") == "end",
        needs=tuple(entry.get("needs", ())),
    )
