"""The loaders of word lists: whatever stands in a file, it is read or the file is named with what is wrong in it."""

import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path
from warnings import catch_warnings

from framing import gazetteer, lexicon
from framing.actors import references
from framing.document import rules
from tests.fuzzing.outcome import attempt

Loader = Callable[[], object]
LOADERS: Mapping[str, tuple[Loader, ...]] = {  # file -> what reads it
    "reporting": (
        lexicon.verbs, lexicon.nouns, lexicon.adjectives, partial(lexicon.speaking, "say"),
        partial(lexicon.lemmas, "reporting", "embodied"),
    ),
    "contests": (
        *(partial(lexicon.contest_words, part) for part in ("verbs", "negated", "nouns", "adjectives")),
        lexicon.contest_phrases, partial(lexicon.lemmas, "contests", "pleas"),
    ),
    "hedges": (lexicon.hedges, lexicon.negation, lexicon.past, partial(lexicon.lemmas, "hedges", "norms")),
    "silences": (lexicon.silences,),
    "roles": (partial(lexicon.lemmas, "roles", "offices"), lexicon.insiders, references.kin),
    "states": (lambda: list(gazetteer.actors("states")), partial(gazetteer.styled, "kingdom")),
    "people": (lambda: list(gazetteer.people()),),
    "regions": (lambda: list(gazetteer.regions()), partial(gazetteer.signed, "The Crown Court sat.")),
    "boilerplate": (rules.load, lambda: rules.lexicon().candidates("By Ann Lee")),
}  # fmt: skip
CACHED = (
    lexicon.table, lexicon.verbs, lexicon.nouns, lexicon.adjectives, lexicon.speaking, lexicon.lemmas,
    lexicon.contest_words, lexicon.contest_phrases, lexicon.hedges, lexicon.negation, lexicon.past, lexicon.silences,
    lexicon.insiders, gazetteer.styled, gazetteer.bearers, gazetteer.signs, references.kin, references.kindred, rules.load, rules.lexicon,
)  # fmt: skip


def read_lexicon(data: bytes) -> None:
    """The first line names the file, the rest stands in it."""
    name, _, content = data.partition(b"\n")
    loaders = LOADERS.get(name.decode("latin-1"))
    if loaders is None:
        return
    with folder() as place:
        (place / f"{name.decode()}.toml").write_bytes(content)
        for load in loaders:
            with catch_warnings(action="ignore", category=FutureWarning):  # a pattern that Python will read otherwise
                attempt(load)


@contextmanager
def folder() -> Iterator[Path]:
    """A folder of word lists in place of our own; nothing of it is remembered."""
    forget()
    before, lexicon.FOLDER = lexicon.FOLDER, made()
    try:
        yield made()
    finally:
        lexicon.FOLDER = before
        forget()


@cache
def made() -> Path:
    place = Path(tempfile.mkdtemp())
    for path in lexicon.FOLDER.glob("*.toml"):
        (place / path.name).write_bytes(path.read_bytes())
    return place


def forget() -> None:
    for loader in CACHED:
        loader.cache_clear()
