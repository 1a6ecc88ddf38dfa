"""One claim as a line that can be quoted elsewhere: words, holder, article, and that Hedgerow marked it."""

from framing import __version__
from framing.naming import contester_name, contests_of, holder_name, words
from framing.types import Analysis, Article, Claim, ContestKind, ParagraphKind, Span

SAYS = {
    ContestKind.DENIES: "denied by",
    ContestKind.DOUBTS: "doubted by",
    ContestKind.REJECTS: "rejected by",
}


def citation(analysis: Analysis, claim: Claim) -> str:
    """Quotation, holder and source in plain text; what the article does not tell is left out."""
    parts = (f"“{words(analysis, claim.content)}”", holder_name(analysis, claim), *_source(analysis))
    mark = "contested claim" if claim.contested else "claim"
    against = "; ".join(
        f"{SAYS[contest.kind]} {contester_name(analysis, contest)}: “{words(analysis, (contest.evidence,))}”"
        for contest in contests_of(analysis, claim.id)
    )
    return _line(
        f"{', '.join(parts)}. Marked as a {mark} by Hedgerow {__version__}{f' ({against})' if against else ''}."
    )


def _source(analysis: Analysis) -> tuple[str, ...]:
    article = analysis.article
    title = article.title or _headline(analysis)
    return tuple(part for part in (f"in “{title}”" if title else "", *imprint(article)) if part)


def imprint(article: Article) -> tuple[str, ...]:
    """Outlet, author, date and address, as far as the article names them; each once, for an outlet signs, too."""
    told = (article.source, article.author, article.published, article.url)
    return tuple(dict.fromkeys(part for part in told if part))


def _headline(analysis: Analysis) -> str:
    found = (p for p in analysis.paragraphs if p.kind is ParagraphKind.HEADLINE and p.included)
    return next((Span(p.start, p.end).of(analysis.article.text) for p in found), "")


def _line(text: str) -> str:
    """White space as one blank each, so that a quotation over paragraphs stays one line."""
    return " ".join(text.split())
