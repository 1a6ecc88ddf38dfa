"""One Analysis to be read in a terminal: claims by side, hedges, contests, silences, each with its words."""

from collections.abc import Iterable, Iterator

from framing.labels import DISPUTE, FACTUALITY, VOICE
from framing.naming import actor_name, holder_absent, holder_name, side_name, words
from framing.types import Analysis, Claim, ParagraphKind, Span


def digest(analysis: Analysis) -> str:
    """Plain text; control characters of the article do not reach the terminal."""
    sections = (
        ("CLAIMS", _claims(analysis)),
        ("HEDGES", _hedges(analysis)),
        ("CONTESTS", _contests(analysis)),
        ("SILENCES", _silences(analysis)),
    )
    lines = [_printable(_title(analysis))]
    for heading, body in sections:
        lines += ["", heading, *(list(body) or ["  none"])]
    return "\n".join(lines) + "\n"


def _claims(analysis: Analysis) -> Iterator[str]:
    by_side: dict[str, list[Claim]] = {}
    for claim in analysis.claims:
        side = side_name(analysis, claim.holder, absent=holder_absent(claim))
        by_side.setdefault(side, []).append(claim)
    for side, claims in by_side.items():
        yield f"  {_printable(side)}"
        for claim in claims:
            yield f"    {_printable(holder_name(analysis, claim))}: {', '.join(_traits(claim))}"
            yield f"      {_quote(analysis, claim.content)}"


def _traits(claim: Claim) -> Iterator[str]:
    yield claim.act
    yield VOICE[claim.voice]
    yield FACTUALITY[claim.factuality]
    flags = ("anonymous", "hedged", "contested", "unsure")
    yield from (flag for flag in flags if getattr(claim, flag))


def _hedges(analysis: Analysis) -> Iterator[str]:
    for hedge in analysis.hedges:
        yield f"  {_quote(analysis, [Span(hedge.start, hedge.end)])} {hedge.kind}, of the {hedge.owner}"
        yield from _about(analysis, hedge.claim)


def _contests(analysis: Analysis) -> Iterator[str]:
    for contest in analysis.contests:
        by, against = actor_name(analysis, contest.by), actor_name(analysis, contest.against)
        unsure = " (unsure)" if contest.unsure else ""
        yield f"  {DISPUTE[contest.kind]} by {_printable(by)}, against {_printable(against)}{unsure}"
        yield f"    {_quote(analysis, [contest.evidence])}"
        yield from _about(analysis, contest.claim)


def _silences(analysis: Analysis) -> Iterator[str]:
    for silence in analysis.silences:
        yield f"  {_printable(actor_name(analysis, silence.actor))}: {_quote(analysis, [silence.evidence])}"
        yield from _about(analysis, silence.claim)


def _about(analysis: Analysis, claim: int | None) -> Iterator[str]:
    if claim is not None:
        yield f"    about {_quote(analysis, analysis.claims[claim].content)}"


def _quote(analysis: Analysis, spans: Iterable[Span]) -> str:
    return f"“{_printable(words(analysis, spans))}”"


def _printable(text: str) -> str:
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def _title(analysis: Analysis) -> str:
    """The title given beside the text, else the headline that stands in it."""
    if analysis.article.title:
        return analysis.article.title
    headlines = (p for p in analysis.paragraphs if p.kind is ParagraphKind.HEADLINE and p.included)
    headline = next(headlines, None)
    return Span(headline.start, headline.end).of(analysis.article.text) if headline is not None else "Untitled"
