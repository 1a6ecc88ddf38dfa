"""Words as data: reads the tables in `lexicons/` once and compiles their patterns."""

import hashlib
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from framing.errors import LexiconError
from framing.lexicon_forms import check, compiled
from framing.types import Act, ContestKind, HedgeKind, Reporting

FOLDER = Path(__file__).parent / "lexicons"


@dataclass(frozen=True, slots=True)
class Verb:
    """A family's entry for one lemma that attributes words to a holder."""

    lemma: str
    act: Act
    reporting: Reporting
    takes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun that names words; `shell` says what a refusal of it means: statement, proposal, thought, legitimacy."""

    lemma: str
    act: Act
    shell: str


@dataclass(frozen=True, slots=True)
class HedgeRule:
    id: str
    kind: HedgeKind
    strength: str
    scope: str
    raises: bool  # whether a negation before it leaves it a hedge: "not likely" is likely not
    pos: frozenset[str]
    dep: frozenset[str]
    not_dep: frozenset[str]
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class PhraseRule:
    """A pattern over one sentence."""

    id: str
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class ContestWord:
    """`kind` None: it follows what is refused. `needs` "speech": the object must be words."""

    id: str
    kind: ContestKind | None
    needs: str


@dataclass(frozen=True, slots=True)
class ContestPhrase:
    """A set phrase that contests: its pattern, and how it stands to what it contests."""

    word: ContestWord
    pattern: re.Pattern[str]
    stands: str  # "acts": with an object; "names": calls a thing something; "said" and "unseen": inside words; "alone"

    @property
    def id(self) -> str:
        return self.word.id


def words(*patterns: str) -> re.Pattern[str]:
    """Any of the patterns between word boundaries, without case."""
    return compiled(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)")


@cache
def table(name: str) -> dict[str, Any]:
    """One file of `lexicons/`, without its suffix; it has the form of `framing.lexicon_forms`.

    Raises:
        LexiconError: no such file, no TOML, or another form.
    """
    path = FOLDER / f"{name}.toml"
    try:
        read = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise LexiconError(f"{path.name}: {error}; restore the file, or mend it there") from error
    check(name, read)
    return read


@cache
def digest() -> str:
    """sha-256 over all word lists, for `provenance.lexicons`; line ends are no part of them."""
    total = hashlib.sha256()
    for path in sorted(FOLDER.glob("*.toml")):
        total.update(path.name.encode() + b"\0" + path.read_text(encoding="utf-8").encode())
    return total.hexdigest()


@cache
def verbs() -> dict[str, Verb]:
    """Reporting verbs by lemma; the family listed first wins, the complements add up."""
    found: dict[str, Verb] = {}
    for family in table("reporting")["verbs"]:
        takes = frozenset(family.get("takes", ()))
        for lemma in family["lemmas"]:
            known = found.get(lemma)
            act = known.act if known else Act(family["act"])
            reporting = known.reporting if known else Reporting(family["reporting"])
            found[lemma] = Verb(lemma, act, reporting, takes | (known.takes if known else frozenset()))
    return found


@cache
def speaking(act: str) -> frozenset[str]:
    """The verbs of all families of that act, also those that an earlier family reads otherwise."""
    return frozenset(v for family in table("reporting")["verbs"] if family["act"] == act for v in family["lemmas"])


@cache
def nouns() -> dict[str, Noun]:
    found: dict[str, Noun] = {}
    for family in table("reporting")["nouns"]:
        for lemma in family["lemmas"]:
            found.setdefault(lemma, Noun(lemma, Act(family["act"]), family["shell"]))
    return found


@cache
def adjectives() -> dict[str, Verb]:
    """Adjectives that attribute a clause to their subject: `adamant that …`."""
    return {
        lemma: Verb(lemma, Act(family["act"]), Reporting(family["reporting"]), frozenset())
        for family in table("reporting")["adjectives"]
        for lemma in family["lemmas"]
    }


@cache
def hedges() -> tuple[HedgeRule, ...]:
    return tuple(
        HedgeRule(
            id=rule["id"],
            kind=HedgeKind(rule["kind"]),
            strength=rule["strength"],
            scope=rule["scope"],
            raises=rule.get("raises", False),
            pos=frozenset(rule.get("pos", ())),
            dep=frozenset(rule.get("dep", ())),
            not_dep=frozenset(rule.get("not_dep", ())),
            pattern=words(rule["pattern"]),
            unless=compiled(rule["unless"]) if "unless" in rule else None,
        )
        for rule in table("hedges")["rules"]
    )


@cache
def any_hedge() -> re.Pattern[str]:
    """What stands in every sentence that one of the rules may find a hedge in."""
    return words(*(rule["pattern"] for rule in table("hedges")["rules"]))


@cache
def negation() -> re.Pattern[str]:
    """What stands right before a cue that is thereby no hedge."""
    return compiled(rf"(?<!\w)(?:{table('hedges')['negation']['before']})\s+(?:\w+\s+)?$")


@cache
def past() -> re.Pattern[str]:
    """How an adverbial starts that names a time or an age that is over."""
    return words(table("hedges")["past"]["pattern"])


@cache
def silences() -> tuple[PhraseRule, ...]:
    """The rules of silence, with the verbs of speech put where their patterns ask for them."""
    return tuple(PhraseRule(rule["id"], words(_silence(rule["pattern"]))) for rule in table("silences")["rules"])


@cache
def any_silence() -> re.Pattern[str]:
    """What stands in every sentence that one of the rules finds a silence in."""
    return words(*(_silence(rule["pattern"]) for rule in table("silences")["rules"]))


def _silence(pattern: str) -> str:
    return pattern.replace("{speech}", str(table("silences")["speech"]))


@cache
def contest_phrases() -> tuple[ContestPhrase, ...]:
    contests = table("contests")
    return tuple(
        ContestPhrase(contest_word(row), words(filled(row["pattern"], contests["terms"])), row.get("stands", "acts"))
        for row in contests["phrases"]
    )


@cache
def any_contest_phrase() -> re.Pattern[str]:
    """What stands in every sentence that holds one of the phrases."""
    contests = table("contests")
    return words(*(filled(row["pattern"], contests["terms"]) for row in contests["phrases"]))


def filled(pattern: str, terms: dict[str, str]) -> str:
    """The pattern with words that several share put in for their names: `{calls}`."""
    for name, words_ in terms.items():
        pattern = pattern.replace(f"{{{name}}}", words_)
    return pattern


@cache
def contest_words(part: str) -> dict[str, ContestWord]:
    """Contest cues by lemma; `part` is "verbs", "nouns" or "adjectives"."""
    found: dict[str, ContestWord] = {}
    for family in table("contests")[part]:
        for lemma in family["lemmas"]:
            found[lemma] = contest_word(family)
    return found


def contest_word(row: dict[str, Any]) -> ContestWord:
    kind = None if row["kind"] == "by-object" else ContestKind(row["kind"])
    return ContestWord(row["id"], kind, row.get("needs", "any"))


@cache
def lemmas(name: str, *groups: str) -> frozenset[str]:
    """Plain word lists of one file, joined: `lemmas("roles", "bodies", "media")`."""
    return frozenset(lemma for group in groups for lemma in table(name)[group]["lemmas"])


@cache
def insiders() -> re.Pattern[str]:
    """Unnamed people who know ("officials briefed on the talks"), and names withheld ("on condition of anonymity")."""
    return words("|".join((*table("roles")["insiders"]["patterns"], *table("hedges")["withheld"]["patterns"])))
