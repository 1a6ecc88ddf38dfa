"""The words of boilerplate, captions and bylines: `lexicons/boilerplate.toml`, checked and compiled."""

import re
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from framing.errors import LexiconError
from framing.types import ParagraphKind

FIELDS = {"id", "kind", "reason", "pattern", "hits", "misses", "weight", "section", "words", "at", "needs"}


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
    return Lexicon(rules, re.compile(openings, re.IGNORECASE))


@cache
def load() -> tuple[Rule, ...]:
    """The rules in the order of the file, which is the order in which they are tried."""
    resource = files("framing") / "lexicons" / "boilerplate.toml"
    entries = tomllib.loads(resource.read_text(encoding="utf-8")).get("rules", [])
    rules = tuple(_rule(entry) for entry in entries)
    if len({rule.id for rule in rules}) < len(rules):
        raise LexiconError("boilerplate.toml: two rules share one id; rename one")
    return rules


def _rule(entry: dict[str, object]) -> Rule:
    name = str(entry.get("id"))
    if unknown := set(entry) - FIELDS:
        raise LexiconError(f"boilerplate.toml, rule {name}: unknown {sorted(unknown)}; known are {sorted(FIELDS)}")
    if missing := {"id", "kind", "reason", "pattern", "hits", "misses"} - set(entry):
        raise LexiconError(f"boilerplate.toml, rule {name}: lacks {sorted(missing)}")
    weight, section, words = entry.get("weight"), entry.get("section"), entry.get("words")
    try:
        if "needs" not in entry and not str(entry["pattern"]).startswith("^"):
            raise ValueError("a pattern that does not begin with ^ lists the words that it needs")
        return Rule(
            id=name,
            kind=ParagraphKind(str(entry["kind"])),
            reason=str(entry["reason"]),
            pattern=re.compile(str(entry["pattern"]), re.IGNORECASE),
            hits=_sentences(entry["hits"]),
            misses=_sentences(entry["misses"]),
            weight=int(str(weight)) if weight is not None else None,
            section=Section(str(section)) if section is not None else None,
            words=int(str(words)) if words is not None else None,
            end_only=entry.get("at") == "end",
            needs=_sentences(entry["needs"]) if "needs" in entry else (),
        )
    except (ValueError, re.error) as error:
        raise LexiconError(f"boilerplate.toml, rule {name}: {error}") from error


def _sentences(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not value:
        raise ValueError(f"hits and misses are lists with at least one sentence, not {value!r}")
    return tuple(str(sentence) for sentence in value)
