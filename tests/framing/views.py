"""Questions to a record in the words of the article, so that a test says names and not ids."""

from collections.abc import Callable, Iterator, Sequence

from framing.types import (
    Act,
    Actor,
    ActorKind,
    Analysis,
    Claim,
    Contest,
    ContestKind,
    Factuality,
    Hedge,
    HedgeKind,
    Span,
    Voice,
)

Found = Callable[[Analysis], bool]


def words(analysis: Analysis, spans: Span | Sequence[Span] | None) -> str:
    """The article's own words, stretches joined by an ellipsis."""
    if spans is None:
        return ""
    chosen = [spans] if isinstance(spans, Span) else spans
    return " … ".join(span.of(analysis.article.text) for span in chosen)


def side(analysis: Analysis, actor: int | None) -> str | None:
    if actor is None or (top := analysis.actors[actor].side) is None:
        return None
    return analysis.actors[top].name


def called(analysis: Analysis, actor: int | None, name: str | None) -> bool:
    """Whether the actor has that name, or speaks for the side that has it; any actor where no name is asked."""
    if name is None:
        return True
    return actor is not None and name in {analysis.actors[actor].name, side(analysis, actor)}


def mentioned(analysis: Analysis, surface: str, within: str = "") -> list[Actor]:
    """The actors with a mention that is exactly `surface`, inside the first place where `within` stands."""
    text = analysis.article.text
    start = text.index(within or surface)
    end = start + len(within or surface) if within else len(text)
    return [
        actor
        for actor in analysis.actors
        for m in actor.mentions
        if text[m.start : m.end].removeprefix("the ").removeprefix("The ") == surface and start <= m.start < end
    ]


def claims(
    analysis: Analysis,
    *,
    by: str | None = None,
    act: Act | None = None,
    content: str = "",
    target: str | None = None,
    voice: Voice | None = None,
    factuality: Factuality | None = None,
) -> Iterator[Claim]:
    for claim in analysis.claims:
        fits = (
            called(analysis, claim.holder, by),
            act in {None, claim.act},
            content in words(analysis, claim.content),
            target is None or any(called(analysis, t, target) for t in claim.targets),
            voice in {None, claim.voice},
            factuality in {None, claim.factuality},
        )
        if all(fits):
            yield claim


def contests(
    analysis: Analysis,
    *,
    by: str | None = None,
    kind: ContestKind | None = None,
    against: str | None = None,
    claim: str | None = None,
) -> Iterator[Contest]:
    """`claim`: words that the contested claim must hold."""
    for contest in analysis.contests:
        fits = (
            called(analysis, contest.by, by),
            kind in {None, contest.kind},
            called(analysis, contest.against, against),
            claim is None
            or (contest.claim is not None and claim in words(analysis, analysis.claims[contest.claim].content)),
        )
        if all(fits):
            yield contest


def hedges(analysis: Analysis, cue: str = "", kind: HedgeKind | None = None) -> Iterator[Hedge]:
    for hedge in analysis.hedges:
        if cue.lower() in analysis.article.text[hedge.start : hedge.end].lower() and kind in {None, hedge.kind}:
            yield hedge


# --- the same as predicates, for tables of sentences -------------------------------------------------------


def claim(**wanted: object) -> Found:
    return lambda analysis: any(True for _ in claims(analysis, **wanted))  # type: ignore[arg-type]


def hedged_claim(**wanted: object) -> Found:
    return lambda analysis: any(c.hedged for c in claims(analysis, **wanted))  # type: ignore[arg-type]


def anonymous_claim(**wanted: object) -> Found:
    return lambda analysis: any(c.anonymous for c in claims(analysis, **wanted))  # type: ignore[arg-type]


def contest(**wanted: object) -> Found:
    return lambda analysis: any(True for _ in contests(analysis, **wanted))  # type: ignore[arg-type]


def hedge(cue: str = "", kind: HedgeKind | None = None) -> Found:
    return lambda analysis: any(True for _ in hedges(analysis, cue, kind))


def silence(by: str | None = None) -> Found:
    return lambda analysis: any(called(analysis, s.actor, by) for s in analysis.silences)


def speaks_for(surface: str, name: str) -> Found:
    return lambda analysis: any(side(analysis, a.id) == name for a in mentioned(analysis, surface))


def is_place(surface: str) -> Found:
    return lambda analysis: any(a.kind is ActorKind.PLACE for a in mentioned(analysis, surface))


def holder_speaks_for(name: str) -> Found:
    return lambda analysis: any(side(analysis, c.holder) == name for c in analysis.claims)
