"""The lists of a comparison: what differs, who acts, which claims are told, and what only one article has."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from components.beside import Laid
from components.pair.types import Entry, EntryKind, Interval, Side, ToneRow
from components.wording import counted, shorten
from framing.comparing.commitment import ASSERTS
from framing.comparing.roles import role
from framing.comparing.types import ClaimPair, Difference, Kind, Lone, Place, Presence, SharedTone, ToneShare
from framing.grouping import SMALL_GROUP
from framing.labels import CONTEST, FACTUALITY, NOT_SURE, REPORTING
from framing.naming import contester_name, holder_name, words
from framing.tallies import AUTHOR, ELSE
from framing.types import ActorKind, Analysis, Contest, ContestKind, Reporting, Span

LONGEST = 70  # characters of a claim in a heading
PRESENCE = {
    Presence.SPEAKS: "speaking",
    Presence.SILENT: "silent",
    Presence.NAMED: "only named",
    Presence.ABSENT: "not in it",
}
VOICES = {AUTHOR: "by the author", ELSE: "by other actors"}
ALONE, UNTOLD = "not in this article", "not told"


def differences(laid: Laid) -> Iterator[Entry]:
    for difference in laid.comparison.differences:
        yield Entry(
            EntryKind(difference.kind),
            _LEADS[difference.kind](laid, difference),
            _place(laid.first, difference.kind, difference.first),
            _place(laid.second, difference.kind, difference.second),
        )


def _place(analysis: Analysis, kind: Kind, place: Place) -> Side:
    """The side of a difference; a reporting verb opens with the words that it reports."""
    spoken = place.words
    if kind is Kind.REPORTING and place.claim is not None:
        spoken = tuple(sorted({*spoken, *analysis.claims[place.claim].content}))
    value = _VALUES[kind](analysis, place) + (f", {NOT_SURE}" if _unsure(analysis, place) else "")
    return Side(value, spoken, () if place.words else place.sentences)


def _unsure(analysis: Analysis, place: Place) -> bool:
    """Whether the record is not sure of what the words are."""
    if not place.words:
        return False
    if place.contest is not None:
        return analysis.contests[place.contest].unsure
    return place.claim is not None and analysis.claims[place.claim].unsure


def _reporting_value(analysis: Analysis, place: Place) -> str:
    claim = analysis.claims[place.claim] if place.claim is not None else None
    if claim is None:
        return place.value
    told = f"“{words(analysis, claim.cue)}”"
    return told if claim.reporting is Reporting.NEUTRAL else f"{told}, {REPORTING[claim.reporting]}"


def _contest_value(place: Place) -> str:
    kinds = [CONTEST[ContestKind(kind)] for kind in place.value.split(", ") if kind]
    return " and ".join(kinds) if kinds else UNTOLD


_VALUES: dict[Kind, Callable[[Analysis, Place], str]] = {
    Kind.HEDGE: lambda _, place: "asserted" if place.value == ASSERTS else "hedged",
    Kind.CONTEST: lambda _, place: _contest_value(place),
    Kind.REPORTING: _reporting_value,
    Kind.VOICE: lambda _, place: PRESENCE[Presence(place.value)],
}


def _told(laid: Laid, difference: Difference) -> tuple[Analysis, Place]:
    """The article that has the words, the first where both have them."""
    if difference.first.words or not difference.second.words:
        return laid.first, difference.first
    return laid.second, difference.second


def _claim_lead(laid: Laid, difference: Difference) -> str:
    place = difference.first if difference.first.claim is not None else difference.second
    analysis = laid.first if place is difference.first else laid.second
    if place.claim is None:
        return shorten(words(analysis, place.words), limit=LONGEST)
    return _told_by(analysis, place.claim)


def _told_by(analysis: Analysis, number: int) -> str:
    """A claim in a heading."""
    claim = analysis.claims[number]
    return f"{holder_name(analysis, claim)}: {shorten(words(analysis, claim.content), limit=LONGEST)}"


def _contest_lead(laid: Laid, difference: Difference) -> str:
    analysis, place = _told(laid, difference)
    contest: Contest | None = analysis.contests[place.contest] if place.contest is not None else None
    if contest is None:
        return shorten(words(analysis, place.words), limit=LONGEST)
    told = shorten(words(analysis, place.words), limit=LONGEST)
    return f"{contester_name(analysis, contest)}: {told}"


def _voice_lead(laid: Laid, difference: Difference) -> str:
    spoken = difference.first if difference.first.value == Presence.SPEAKS else difference.second
    analysis = laid.first if spoken is difference.first else laid.second
    return analysis.actors[spoken.actor].name if spoken.actor is not None else ""


_LEADS: dict[Kind, Callable[[Laid, Difference], str]] = {
    Kind.HEDGE: _claim_lead,
    Kind.CONTEST: _contest_lead,
    Kind.REPORTING: _claim_lead,
    Kind.VOICE: _voice_lead,
}


def actors(laid: Laid) -> Iterator[Entry]:
    """Those that both articles have, busiest first, then those of one alone."""
    both = [(pair.first, pair.second) for pair in laid.comparison.actors]
    here, there = {one for one, _ in both}, {other for _, other in both}
    found: list[tuple[int | None, int | None]] = list(both)
    found += [(one.id, None) for one in laid.first.actors if one.id not in here]
    found += [(None, other.id) for other in laid.second.actors if other.id not in there]
    tones: dict[tuple[int, int], list[SharedTone]] = {}
    for tone in laid.comparison.tones:
        tones.setdefault((tone.first_actor, tone.second_actor), []).append(tone)

    def busy(pair: tuple[int | None, int | None]) -> tuple[bool, int]:
        sides = zip((laid.first, laid.second), pair, strict=True)
        roles = [role(analysis, actor) for analysis, actor in sides if actor is not None]
        return None in pair, -sum(one.claims + one.contests + one.silences for one in roles)

    for one, other in sorted(found, key=busy):
        analysis, number = (laid.first, one) if one is not None else (laid.second, other)
        if number is None or analysis.actors[number].kind is ActorKind.PLACE:
            continue
        shared = tones.get((one, other), []) if one is not None and other is not None else []
        yield Entry(
            EntryKind.ACTOR,
            analysis.actors[number].name,
            _actor(laid.first, one),
            _actor(laid.second, other),
            tuple(ToneRow(VOICES[t.by], _shares(t.first), _shares(t.second), t.apart) for t in shared),
        )


def _actor(analysis: Analysis, actor: int | None) -> Side:
    if actor is None:
        return Side(ALONE)
    does = role(analysis, actor)
    parts = [counted(does.mentions, "mention"), counted(does.claims, "claim")]
    parts += [f"{does.contested} contested"] if does.contested else []
    parts += [counted(does.contests, "denial or doubt", "denials or doubts")] if does.contests else []
    parts += [counted(does.silences, "silence")] if does.silences else []
    mentions = (Span(mention.start, mention.end) for mention in analysis.actors[actor].mentions)
    return Side(" · ".join(parts), tuple(sorted(mentions)))


def _shares(shares: tuple[ToneShare, ...]) -> tuple[Interval, ...]:
    return tuple(
        Interval(one.label, one.count, one.n, round(100 * one.low), round(100 * one.high), one.n < SMALL_GROUP)
        for one in shares
    )


def claims(laid: Laid) -> Iterator[Entry]:
    """Claims of both articles, pair by pair in the order of the first."""
    for pair in laid.comparison.claims:
        yield Entry(
            EntryKind.CLAIM,
            _holders(laid, pair),
            _claim(laid.first, pair.first),
            _claim(laid.second, pair.second),
        )


def _holders(laid: Laid, pair: ClaimPair) -> str:
    one = holder_name(laid.first, laid.first.claims[pair.first])
    other = holder_name(laid.second, laid.second.claims[pair.second])
    return one if one.casefold() == other.casefold() else f"{one} / {other}"


def _claim(analysis: Analysis, number: int) -> Side:
    claim = analysis.claims[number]
    certainty = NOT_SURE if claim.unsure else FACTUALITY[claim.factuality]
    parts = [
        certainty,
        *([words(analysis, claim.cue)] if claim.cue else []),
        *(["contested"] if claim.contested else []),
    ]
    parts += [REPORTING[claim.reporting]] if claim.reporting is not Reporting.NEUTRAL else []
    return Side(" · ".join(parts), claim.content)


def alone(laid: Laid) -> Iterator[Entry]:
    """Claims of the first article alone, then those of the second."""
    for lone in laid.comparison.only_first:
        yield _lone(laid.first, lone)
    for lone in laid.comparison.only_second:
        entry = _lone(laid.second, lone)
        yield replace(entry, first=entry.second, second=entry.first)


def _lone(analysis: Analysis, lone: Lone) -> Entry:
    return Entry(
        EntryKind.LONE,
        _told_by(analysis, lone.claim),
        _claim(analysis, lone.claim),
        Side(UNTOLD, (), lone.nearest),
    )


VIEWS: dict[str, Callable[[Laid], Iterator[Entry]]] = {
    "Differences": differences,
    "Actors": actors,
    "Claims in both": claims,
    "Claims in one": alone,
}
