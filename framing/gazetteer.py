"""States, regions, blocs, media and office holders by their surface forms; finds the longest form at each place."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product
from operator import itemgetter

from framing import lexicon
from framing.register import ARTICLE
from framing.types import ActorKind, MentionForm

WORD = re.compile(r"[^\W_]+(?:\.(?=[^\W_]))?")
FIELDS = {
    "names": MentionForm.NAME,
    "demonyms": MentionForm.DEMONYM,
    "capital": MentionForm.METONYM,
    "seats": MentionForm.METONYM,
    "bodies": MentionForm.NAME,
}
# Longer names that hold a state's word but are something else; found first, they hide it.
OTHERWISE = re.compile(
    r"(?<!\w)[A-Z]\w++\s+(?:Sea|Ocean|Strait|Straits|Canal|Channel|River)\b|(?:North|South|East|West|Central|Latin)\s+America(?!n)|(?:North|East|West|Central)\s+Africa(?!n)|(?:South|East)\s+China\s+Sea"
    r"|(?:Persian|Arabian)\s+Gulf|Gulf\s+of\s+\w+|Sea\s+of\s+\w+|New\s+Mexico|Bank\s+of\s+America|Panama\s+Canal"
    r"|Suez\s+Canal|Indian\s+Ocean|(?:English|Mozambique)\s+Channel|Strait\s+of\s+\w+"
    r"|New\s+Delhi\s+Television|Washington\s+(?:D\.C\.|state|State)\b|West\s+Bank|West\s+Coast"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A known actor; bodies and people carry the name of their side, politicians that of their state."""

    name: str
    kind: ActorKind
    side: str
    field: str  # which list of the gazetteer the form stands in
    form: MentionForm
    ambiguous: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """A form found at half-open code points of the text searched."""

    start: int
    end: int
    entry: Entry


@cache
def forms() -> dict[str, list[tuple[str, Entry]]]:
    """First word → (form, entry), longest form first."""
    index: dict[str, list[tuple[str, Entry]]] = {}
    for form, entry in [*actors("states"), *actors("blocs"), *actors("media"), *people(), *regions()]:
        first = WORD.match(form)
        if first is not None:
            index.setdefault(first.group().rstrip("."), []).append((form, entry))
    for known in index.values():
        known.sort(key=lambda pair: -len(pair[0]))
    return index


@cache
def koreas() -> dict[str, Entry]:
    """Each of the two by the word that tells them apart."""
    return {first: e for first, known in forms().items() for form, e in known if form == f"{first} Korea"}


def actors(name: str) -> Iterator[tuple[str, Entry]]:
    default = {"states": "state", "blocs": "bloc", "media": "media"}[name]
    for row in lexicon.table(name)["actors"]:
        kind = ActorKind(row.get("kind", default))
        doubtful = set(row.get("ambiguous", ()))
        for field, form_kind in FIELDS.items():
            for form in row.get(field, ()):
                body = field == "bodies"
                yield (
                    form,
                    Entry(
                        name=form if body else row["name"],
                        kind=ActorKind.ORGANISATION if body else kind,
                        side=row["name"],
                        field=field,
                        form=form_kind,
                        ambiguous=form in doubtful,
                    ),
                )


def people() -> Iterator[tuple[str, Entry]]:
    """Well-known people by full name, and leaders also by the surname, which leads to the full name."""
    for row in lexicon.table("people")["sides"]:
        side = row["side"]
        for field in ("people", "politicians"):
            for name in row.get(field, ()):
                yield name, Entry(name, ActorKind.PERSON, side, field, MentionForm.NAME, False)
        for surname in row.get("by_surname", ()):
            opening = surname[0].upper() + surname[1:]  # "Al-Assad said"
            for form, name in product(dict.fromkeys((surname, opening)), bearers(side, surname)[:1]):
                yield form, Entry(name, ActorKind.PERSON, side, "by_surname", MentionForm.NAME, True)


@cache
def bearers(side: str, surname: str) -> tuple[str, ...]:
    """The names of the side's people that end in the surname, with or without "al-", or open with it: "Xi Jinping"."""
    bare = re.escape(ARTICLE.sub("", surname))
    borne = re.compile(rf"(?:.*\s)?{bare}|{bare}\s.*")
    names = (name for row in lexicon.table("people")["sides"] if row["side"] == side for name in row["people"])
    return tuple(name for name in names if borne.fullmatch(ARTICLE.sub("", name)))


@cache
def given_names() -> frozenset[str]:
    """First names that well-known people bear; those that open a state's or body's name too are left out."""
    others = {form.split()[0] for name in ("states", "blocs", "media") for form, _ in actors(name)}
    others |= {form.split()[0] for form, _ in regions()}
    return frozenset(entry.name.split()[0] for _, entry in people() if " " in entry.name) - others


def regions() -> Iterator[tuple[str, Entry]]:
    for row in lexicon.table("regions")["states"]:
        for name in (*row.get("regions", ()), *row.get("cities", ())):
            yield name, Entry(name, ActorKind.PLACE, row["state"], "regions", MentionForm.NAME, False)


def signed(text: str) -> str | None:
    """The state whose courts or money the text speaks of without naming it: "Crown Court", "lakh"."""
    rows = (row for row in lexicon.table("regions")["states"] if "signs" in row)
    counts = {row["state"]: sum(len(sign.findall(text)) for sign in signs(tuple(row["signs"]))) for row in rows}
    best = max(counts, key=lambda state: counts[state], default=None)
    return best if best is not None and counts[best] else None


@cache
def signs(forms: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"(?<!\w){re.escape(form)}(?:(?<=\W)|(?!\w))") for form in forms)


@cache
def sides() -> dict[str, ActorKind]:
    """Every top-level actor of states and blocs, with its kind."""
    return {
        row["name"]: ActorKind(row.get("kind", default))
        for table, default in (("states", "state"), ("blocs", "bloc"))
        for row in lexicon.table(table)["actors"]
    }


@cache
def styled(style: str) -> frozenset[str]:
    """The states whose full name says what they are: "kingdom" for the Kingdom of Norway."""
    rows = lexicon.table("states")["actors"]
    return frozenset(r["name"] for r in rows if any(style in form.lower().split() for form in r.get("names", ())))


def search(text: str) -> list[Hit]:
    """The longest known form at each place, left to right, never overlapping.

    Curly apostrophes in the text match the straight ones of the lists.
    """
    folded = text.replace("’", "'")
    hidden = [(m.start(), m.end()) for m in OTHERWISE.finditer(folded)]  # in order and apart
    index = forms()
    found: list[Hit] = []
    reached = 0
    for word in WORD.finditer(folded):
        start = word.start()
        before = bisect_right(hidden, start, key=itemgetter(0))
        if start < reached or (before and start < hidden[before - 1][1]):
            continue
        for form, entry in index.get(word.group().rstrip("."), ()):
            end = start + len(form)
            if folded.startswith(form, start) and closed(folded, end):
                found.append(Hit(start, end, entry))
                reached = end
                break
    return found


def closed(text: str, end: int) -> bool:
    return end >= len(text) or not (text[end].isalnum() or text[end] == "_")
