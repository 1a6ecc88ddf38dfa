"""Under which name an actor is counted over many articles: spellings of one name, and what a state is also called."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from framing import gazetteer
from framing.types import ActorKind, MentionForm

STATES_AND_BLOCS = frozenset({ActorKind.STATE, ActorKind.BLOC})
NOT_WORDS = re.compile(r"[\W_]+")
POSSESSIVE = re.compile(r"['’]s?$")
LEADING = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)


def name_rows(spelled: Iterable[tuple[str, str, int]]) -> dict[str, str]:
    """Spelling → the name it is counted by, for those that differ.

    Args:
        spelled: name, kind, and in how many articles. The most frequent spelling stands for all.
    """
    groups: dict[str, Counter[str]] = defaultdict(Counter)
    for name, kind, count in spelled:
        groups[folded(_known(name, kind))][name] += count
    renamed: dict[str, str] = {}
    for spellings in groups.values():
        best = min(spellings, key=lambda name: (-spellings[name], name))
        renamed |= {name: best for name in spellings if name != best}
    return renamed


def folded(name: str) -> str:
    """What two spellings of one name share: `the U.N.` and `UN`; words stay in their order."""
    bare = POSSESSIVE.sub("", LEADING.sub("", name.strip())).casefold()
    return NOT_WORDS.sub(" ", bare.replace(".", "")).strip() or name


def _known(name: str, kind: str) -> str:
    """A state's or bloc's own name for any of its names: `USA` is the United States."""
    return states_and_blocs().get(name, name) if kind in STATES_AND_BLOCS else name


@cache
def states_and_blocs() -> Mapping[str, str]:
    return {
        form: entry.name
        for table in ("states", "blocs")
        for form, entry in gazetteer.actors(table)
        if entry.form is MentionForm.NAME and entry.field == "names"
    }
