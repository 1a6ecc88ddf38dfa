"""The form of each file in `lexicons/`, checked once when it is read: whoever edits a list is told what is wrong where.

A check takes a value and its place in the file ("verbs[3].act"), and raises `LexiconError` unless the value fits.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

from framing.errors import LexiconError
from framing.strict_json import shown
from framing.types import Act, ActorKind, ContestKind, HedgeKind, ParagraphKind, Reporting

Check: TypeAlias = Callable[[object, str], None]
NOTHING: Mapping[str, Check] = {}


def check(name: str, table: object) -> None:
    """Compare a file with its form.

    Args:
        name: of the file, without its suffix.

    Raises:
        LexiconError: an entry is missing, unknown or of a wrong form; the message names its place.
    """
    try:
        FORMS[name](table, "")
    except LexiconError as error:
        raise LexiconError(f"{name}.toml, {error}") from error


def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern of a list, without case.

    Raises:
        LexiconError: it is no regular expression, or nests deeper than the compiler goes.
    """
    try:
        return re.compile(pattern, re.IGNORECASE)
    except (re.error, OverflowError, RecursionError) as error:
        raise LexiconError(f"pattern {shown(pattern)}: {error}; mend the expression") from error


def _wrong(value: object, place: str, expected: str) -> LexiconError:
    return LexiconError(f"{place or 'the file'} is {shown(value)}, expected {expected}")


def text(value: object, place: str) -> None:
    if not isinstance(value, str) or not value.strip():
        raise _wrong(value, place, "a string that is not blank")


def flag(value: object, place: str) -> None:
    if not isinstance(value, bool):
        raise _wrong(value, place, "true or false")


def whole(value: object, place: str) -> None:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise _wrong(value, place, "a whole number from 0")


def pattern(value: object, place: str) -> None:
    text(value, place)
    try:
        compiled(str(value))
    except LexiconError as error:
        raise LexiconError(f"{place}: {error}") from error


def one_of(labels: Iterable[str]) -> Check:
    names = tuple(map(str, labels))

    def fits(value: object, place: str) -> None:
        if not isinstance(value, str) or value not in names:
            raise _wrong(value, place, f"one of {', '.join(map(repr, names))}")

    return fits


def listed(item: Check) -> Check:
    """A list of any length."""

    def fits(value: object, place: str) -> None:
        if not isinstance(value, list):
            raise _wrong(value, place, "a list")
        for number, member in enumerate(value):
            item(member, f"{place}[{number}]")

    return fits


def row(fields: Mapping[str, Check], optional: Mapping[str, Check] = NOTHING, *, others: Check | None = None) -> Check:
    """A table with these fields; `others` is the form of fields with any other name."""

    def fits(value: object, place: str) -> None:
        if not isinstance(value, dict):
            raise _wrong(value, place, "a table")
        if missing := [name for name in fields if name not in value]:
            raise LexiconError(f"{place or 'the file'} lacks {', '.join(missing)}")
        known = {**fields, **optional}
        for name, held in value.items():
            field = known.get(name, others)
            inside = f"{place}.{name}" if place else name
            if field is None:
                raise LexiconError(f"{inside} is unknown; known are {', '.join(known)}")
            field(held, inside)

    return fits


TEXTS = listed(text)
PATTERN = {"pattern": pattern}
LEMMAS = {"lemmas": TEXTS}
EXAMPLES = {"hits": TEXTS, "misses": TEXTS}
GROUP = row(LEMMAS, EXAMPLES)
REPORTED = {"act": one_of(Act), **LEMMAS, **EXAMPLES}
TAKES = one_of(("infinitive", "only", "at", "of", "wish", "for", "as", "person", "object"))
SHELL = one_of(("statement", "proposal", "thought", "legitimacy"))
STRENGTH = one_of(("UU", "PR", "PS", ""))
SCOPE = one_of(("clause", "main", "phrase", "complement"))
NEEDS = {"needs": one_of(("any", "own", "speech", "telling", "things", "voiced"))}
STANDS = one_of(("acts", "alone", "names", "said", "unseen"))
CONTEST = {"id": text, "kind": one_of((*ContestKind, "by-object")), **EXAMPLES}
CONTESTS = listed(row({**CONTEST, **LEMMAS}, NEEDS))
HEDGE = {"id": text, "kind": one_of(HedgeKind), "strength": STRENGTH, "scope": SCOPE, **PATTERN, **EXAMPLES}
WHERE = {"pos": TEXTS, "dep": TEXTS, "not_dep": TEXTS, "unless": pattern, "raises": flag}
BLOCK = {"id": text, "kind": one_of(ParagraphKind), "reason": text, **PATTERN, **EXAMPLES}
SECTION = one_of(("appeal", "links", "comments"))
WHEN = {"weight": whole, "words": whole, "section": SECTION, "needs": TEXTS, "at": one_of(("end",))}
SPELLED = dict.fromkeys(("names", "demonyms", "capital", "seats", "bodies", "ambiguous"), TEXTS)
ACTORS = row({"actors": listed(row({"name": text}, {"kind": one_of(ActorKind), **SPELLED}))})
GROUPS = {  # the plain lists that some stage asks for; a file may have others
    "reporting": "embodied",
    "contests": "proceedings deeds misdeeds aspects courts pleas exhibits numbers handling not_contested",
    "hedges": "certainty norms rulings senses sights skills",
    "silences": "pressing",
    "roles": "bodies states public media mastheads offices rulers groups others officials places firm_names labels "
    "documents",
    "given_names": "women men",
}
PATTERNS = row({"patterns": listed(pattern)})


def lists(name: str, fields: Mapping[str, Check]) -> Check:
    """A file of plain lists and of what else it has."""
    return row({**fields, **dict.fromkeys(GROUPS[name].split(), GROUP)}, others=GROUP)


FORMS: Mapping[str, Check] = {
    "reporting": lists(
        "reporting",
        {
            "verbs": listed(row({**REPORTED, "reporting": one_of(Reporting)}, {"takes": listed(TAKES)})),
            "adjectives": listed(row({**REPORTED, "reporting": one_of(Reporting)})),
            "nouns": listed(row({**REPORTED, "shell": SHELL})),
        },
    ),
    "contests": lists(
        "contests",
        {
            **dict.fromkeys(("verbs", "negated", "nouns", "adjectives"), CONTESTS),
            "phrases": listed(row({**CONTEST, **PATTERN}, {**NEEDS, "stands": STANDS})),
            "terms": row({}, others=pattern),
        },
    ),
    "hedges": lists(
        "hedges",
        {
            "rules": listed(row(HEDGE, WHERE)),
            "negation": row({"before": pattern}),
            "past": row(PATTERN),
            "withheld": PATTERNS,
        },
    ),
    "silences": lists("silences", {"speech": pattern, "rules": listed(row({"id": text, **PATTERN, **EXAMPLES}))}),
    "roles": lists(
        "roles",
        {"insiders": PATTERNS, "kin": listed(row({"general": TEXTS, "special": TEXTS}))},
    ),
    "given_names": lists("given_names", {}),
    **dict.fromkeys(("states", "blocs", "media"), ACTORS),
    "boilerplate": row({"rules": listed(row(BLOCK, WHEN))}),
    "people": row({"sides": listed(row({"side": text, "people": TEXTS}, {"politicians": TEXTS, "by_surname": TEXTS}))}),
    "regions": row({"states": listed(row({"state": text}, {"regions": TEXTS, "cities": TEXTS, "signs": TEXTS}))}),
}
