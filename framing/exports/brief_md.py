"""A brief for an email, in Markdown: what is contested, unanswered, met with silence, and hedged.

Every sentence is a fixed pattern over the record and cites the place that it rests on: the paragraph, as the page
numbers it, and half-open code points of the text.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from framing.exports import Export, Group
from framing.exports._markdown import escape
from framing.labels import CONTESTED_BY, FACTUALITY, HEDGE
from framing.naming import actor_name, contester_name, contests_of, holder_name, words
from framing.paragraphs import numbers
from framing.tables import unanswered_rows
from framing.types import Analysis, Claim, Contest, Hedge, Silence, Span

MOST = 8  # entries of one section; its heading says how many there are


@dataclass(frozen=True, slots=True)
class Section:
    title: str
    rows: Callable[[Analysis], Sequence[Any]]  # any: what `tell` takes
    tell: Callable[[Analysis, Any], str]


def write(analysis: Analysis) -> bytes:
    lines = [f"# {escape(_title(analysis))}", "", _opening(analysis)]
    for section in SECTIONS:
        rows = section.rows(analysis)
        if rows:
            shown = f"{MOST} of {len(rows)}" if len(rows) > MOST else f"{len(rows)}"
            lines += ["", f"## {section.title} ({shown})", ""]
            lines += [f"- {section.tell(analysis, row)}" for row in rows[:MOST]]
    lines += ["", "---", "", *_footer(analysis)]
    return ("\n".join(lines) + "\n").encode()


def cite(analysis: Analysis, *spans: Span) -> str:
    """`[¶3, 119–129]`, with every stretch of a split quotation."""
    paragraph = numbers(analysis)[_paragraph(analysis, spans[0].start)]
    places = ", ".join(f"{span.start}–{span.end}" for span in spans)
    return rf"\[¶{paragraph}, {places}\]"


def _paragraph(analysis: Analysis, offset: int) -> int:
    return bisect_right(analysis.paragraphs, offset, key=lambda paragraph: paragraph.start) - 1


def _title(analysis: Analysis) -> str:
    first = next((row for row in analysis.paragraphs if row.included), None)
    return analysis.article.title or (Span(first.start, first.end).of(analysis.article.text) if first else "Untitled")


def _quoted(analysis: Analysis, *spans: Span) -> str:
    return f"“{escape(words(analysis, spans))}” {cite(analysis, *spans)}"


def _opening(analysis: Analysis) -> str:
    contested = sum(claim.contested for claim in analysis.claims)
    unsure = sum(claim.unsure for claim in analysis.claims)
    whole = rf"\[¶1–{len(numbers(analysis))}, 0–{len(analysis.article.text)}\]"
    return (
        f"Marked in the article: claims {len(analysis.claims)}, of these contested {contested} and not sure {unsure}; "
        f"hedges {len(analysis.hedges)}; silences {len(analysis.silences)} {whole}."
    )


def _claim(analysis: Analysis, claim: Claim) -> str:
    certainty = "not sure" if claim.unsure else FACTUALITY[claim.factuality]
    holder = escape(holder_name(analysis, claim))
    return f"**{holder}** ({claim.act}, {certainty}): {_quoted(analysis, *claim.content)}."


def _contested(analysis: Analysis, claim: Claim) -> str:
    against = (_contest(analysis, contest) for contest in contests_of(analysis, claim.id))
    return " ".join([_claim(analysis, claim), *against])


def _contest(analysis: Analysis, contest: Contest) -> str:
    lead = f"{CONTESTED_BY[contest.kind]} {escape(contester_name(analysis, contest))}"
    doubt = " (not sure)" if contest.unsure else ""
    return f"{lead}{doubt}: {_quoted(analysis, contest.evidence)}."


def _open_contest(analysis: Analysis, contest: Contest) -> str:
    told = _contest(analysis, contest)
    return f"**{escape(actor_name(analysis, contest.against))}**: {told[0].lower()}{told[1:]}"


def _silence(analysis: Analysis, silence: Silence) -> str:
    return f"**{escape(actor_name(analysis, silence.actor))}**: {_quoted(analysis, silence.evidence)}."


def _unanswered(analysis: Analysis, found: tuple[Claim, str]) -> str:
    claim, target = found
    return f"{_claim(analysis, claim)[:-1]}; no answer by **{escape(target)}** is in the text."


def _hedge(analysis: Analysis, hedge: Hedge) -> str:
    claim = analysis.claims[hedge.claim] if hedge.claim is not None else None
    about = f", in the claim {_quoted(analysis, *claim.content)}" if claim is not None else ""
    return f"{_quoted(analysis, Span(hedge.start, hedge.end))} is {HEDGE[hedge.kind]}{about}."


def _hedged_first(analysis: Analysis) -> list[Hedge]:
    """Those of contested claims before the others, each in reading order."""
    disputed = {claim.id for claim in analysis.claims if claim.contested}
    return sorted(analysis.hedges, key=lambda hedge: hedge.claim not in disputed)


SECTIONS = (
    Section("Contested claims", lambda analysis: [c for c in analysis.claims if c.contested], _contested),
    Section(
        "Contests of what the text does not state", lambda a: [c for c in a.contests if c.claim is None], _open_contest
    ),
    Section(
        "Allegations without an answer",
        lambda analysis: [(analysis.claims[row.claim], row.target) for row in unanswered_rows(analysis)],
        _unanswered,
    ),
    Section("Silences", lambda analysis: analysis.silences, _silence),
    Section("Hedges", _hedged_first, _hedge),
)


def _footer(analysis: Analysis) -> Iterator[str]:
    article = analysis.article
    imprint = [part for part in (article.source, article.published, article.url) if part is not None]
    if imprint:
        yield f"Source: {escape(', '.join(imprint))}.  "
    yield (
        f"Places are paragraphs and characters of the text read; text {article.id[:12]}. "
        f"Marked by Hedgerow {escape(analysis.provenance.version)}, without a judgement of what is true."
    )


EXPORT = Export("brief_md", "Brief (Markdown)", ".md", "text/markdown", write, Group.READ)
