"""The tables of the report: what is marked, and what is counted per actor."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from framing import tallies
from framing.grouping import SMALL_GROUP, Counting, Tally
from framing.labels import CONTEST, CONTESTED_BY, FACTUALITY, HEDGE, HEDGE_OWNER, NOT_SURE, VOICE
from framing.marks import MarkId
from framing.naming import actor_name, contester_name, contests_of, holder_name, words
from framing.tables import actor_rows, unanswered_rows
from framing.types import Analysis, Claim, Contest, Hedge, Silence, Span, Stance, Tone


@dataclass(frozen=True, slots=True)
class Row:
    mark: str  # the id that its letter in the text leads to
    places: str  # code points
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    title: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class FigureRow:
    actor: str
    part: str
    bars: tuple[Bar, ...]
    n: int
    small: bool  # too few to be a tendency


@dataclass(frozen=True, slots=True)
class Figure:
    title: str
    counts: str
    part: str  # what the second column names, "" for none
    rows: tuple[FigureRow, ...]


def tables(analysis: Analysis) -> list[Table]:
    return [
        Table(
            "Claims",
            ("Holder", "Act", "Claim", "Voice", "Certainty", "Contested"),
            tuple(_claim(analysis, claim) for claim in analysis.claims),
        ),
        Table(
            "Contests",
            ("By", "Does what", "Words", "Against", "Which claim"),
            tuple(_contest(analysis, contest) for contest in analysis.contests),
        ),
        Table(
            "Allegations without an answer in the text",
            ("Holder", "Act", "Claim", "Accused"),
            tuple(_unanswered(analysis)),
        ),
        Table(
            "Silences",
            ("Actor", "Words", "About which claim"),
            tuple(_silence(analysis, silence) for silence in analysis.silences),
        ),
        Table(
            "Hedges",
            ("Words", "Kind", "Whose", "In which claim"),
            tuple(_hedge(analysis, hedge) for hedge in analysis.hedges),
        ),
    ]


def _row(record: str, number: int, spans: Iterable[Span], *cells: str) -> Row:
    places = ", ".join(f"{span.start}–{span.end}" for span in spans)
    return Row(str(MarkId(record, number)), places, cells)


def _claim(analysis: Analysis, claim: Claim) -> Row:
    against = (f"{CONTESTED_BY[c.kind]} {contester_name(analysis, c)}" for c in contests_of(analysis, claim.id))
    certainty = NOT_SURE if claim.unsure else FACTUALITY[claim.factuality] + (", hedged" if claim.hedged else "")
    cells = (holder_name(analysis, claim), claim.act, words(analysis, claim.content), VOICE[claim.voice], certainty)
    return _row("claim", claim.id, claim.content, *cells, "; ".join(dict.fromkeys(against)))


def _contest(analysis: Analysis, contest: Contest) -> Row:
    does = CONTEST[contest.kind] + (f" ({NOT_SURE})" if contest.unsure else "")
    cells = (contester_name(analysis, contest), does, words(analysis, (contest.evidence,)))
    against = actor_name(analysis, contest.against)
    return _row("contest", contest.id, (contest.evidence,), *cells, against, _content(analysis, contest.claim))


def _unanswered(analysis: Analysis) -> Iterable[Row]:
    for row in unanswered_rows(analysis):
        content = analysis.claims[row.claim].content
        yield _row("claim", row.claim, content, row.holder, row.act, row.content, row.target)


def _silence(analysis: Analysis, silence: Silence) -> Row:
    said = words(analysis, (silence.evidence,))
    cells = (actor_name(analysis, silence.actor), said, _content(analysis, silence.claim))
    return _row("silence", silence.id, (silence.evidence,), *cells)


def _hedge(analysis: Analysis, hedge: Hedge) -> Row:
    span = Span(hedge.start, hedge.end)
    cells = (words(analysis, (span,)), HEDGE[hedge.kind], HEDGE_OWNER[hedge.owner], _content(analysis, hedge.claim))
    return _row("hedge", hedge.id, (span,), *cells)


def _content(analysis: Analysis, claim: int | None) -> str:
    return words(analysis, analysis.claims[claim].content) if claim is not None else "none in the text"


def actors(analysis: Analysis) -> list[tuple[str, ...]]:
    """Name, kind and counts of each side that takes part, busiest first."""
    rows = actor_rows(analysis)
    counts = ((row.mentions, row.claims, row.contested, row.contests, row.silences) for row in rows)
    return [(row.name, row.kind, *map(str, count)) for row, count in zip(rows, counts, strict=True)]


def figures(analysis: Analysis) -> list[Figure]:
    """What the charts of the page draw, for sides and without readings that are not sure."""
    return [
        _figure(analysis, "Certainty of its claims", "claims", "", tallies.certainty, CERTAINTY),
        _figure(analysis, "Tone toward it", "readings", "in the voice of", tallies.tone, list(Tone)),
        _figure(analysis, "Stance toward others", "readings", "toward", tallies.stance, list(Stance)),
    ]


CERTAINTY = list(dict.fromkeys(tallies.COMMITMENT.values()))


def _figure(
    analysis: Analysis,
    title: str,
    counts: str,
    part: str,
    count: Callable[[Analysis, Counting], list[Tally]],
    labels: Sequence[str],
) -> Figure:
    groups: dict[tuple[str, str], list[Tally]] = {}
    for tally in count(analysis, Counting()):
        groups.setdefault((tally.actor, tally.part), []).append(tally)
    rows = [_bars(held, labels) for held in groups.values()]
    return Figure(title, counts, part, tuple(sorted(rows, key=lambda row: (-row.n, row.actor, row.part))))


def _bars(held: Sequence[Tally], labels: Sequence[str]) -> FigureRow:
    ordered = sorted(held, key=lambda tally: labels.index(tally.label))
    first = held[0]
    bars = tuple(Bar(tally.label, tally.count) for tally in ordered)
    return FigureRow(first.actor, first.part, bars, first.n, first.n < SMALL_GROUP)
