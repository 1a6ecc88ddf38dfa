"""A report that stands by itself: one HTML file without a script, which loads nothing and can be printed."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from framing.exports import Export, Group
from framing.exports._report.tables import actors, figures, tables
from framing.exports._report.text import blocks
from framing.labels import LEGEND, TAG
from framing.totals import totals
from framing.types import Analysis, Span

if TYPE_CHECKING:
    from jinja2 import Template

FOLDER = Path(__file__).parent / "_report"


@cache
def _template() -> "Template":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("report.html")


def write(analysis: Analysis) -> bytes:
    page = _template().render(
        article=analysis.article,
        title=_title(analysis),
        provenance=analysis.provenance,
        edits=len(analysis.edits),
        legend=[(kind, TAG[kind], LEGEND[kind], count) for kind, count in zip(LEGEND, totals(analysis), strict=True)],
        blocks=blocks(analysis),
        tables=tables(analysis),
        actors=actors(analysis),
        figures=figures(analysis),
    )
    return page.replace("\0", "\ufffd").encode()  # as every browser reads it


def _title(analysis: Analysis) -> str:
    first = next((row for row in analysis.paragraphs if row.included), None)
    return analysis.article.title or (Span(first.start, first.end).of(analysis.article.text) if first else "Untitled")


EXPORT = Export("report_html", "Report (HTML)", ".html", "text/html", write, Group.READ)
