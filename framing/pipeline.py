"""One article, from blocks to Analysis: every stage once, in order."""

from dataclasses import dataclass

from spacy.tokens import Token

from framing import (
    actors,
    assemble,
    attribution,
    claims,
    commitment,
    contests,
    disputes,
    doubts,
    frames,
    hedging,
    laws,
    passages,
    quiet,
    readings,
    tagging,
)
from framing.cast import Cast, Place
from framing.detectors import Mark, hedges, silences
from framing.document import Document, require_english, require_news
from framing.drafts import Doubt, Draft
from framing.passages import Line
from framing.ports import Parser, Reader
from framing.settings import DEFAULTS, Settings
from framing.types import Analysis


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """What an article tells, before it is resolved who contests which claim."""

    lines: list[Line]
    tags: tagging.Tags
    silent: list[Mark]
    acts: list[disputes.Dispute]
    cast: Cast
    drafts: list[Draft]
    doubted: list[Doubt]


def analyse(
    document: Document,
    *,
    parser: Parser,
    reader: Reader | None,
    settings: Settings = DEFAULTS,
    source_id: str | float | bool | None = None,
) -> Analysis:
    """Read one article.

    Args:
        document: text and blocks, from `framing.document`.
        parser: cuts sentences and finds their grammar.
        reader: the network; what needs one of its heads is missing without it, as `provenance.missing_heads` says.
        settings: limits and choices; they enter the record.
        source_id: the caller's own name for the article, of any JSON type.

    Raises:
        InputError: nothing in the text reads as news.
        LanguageError: the text is not English and `settings.any_language` is off.
    """
    require_news(document)
    document = require_english(document, settings)
    told = tell(document, parser=parser, reader=reader, settings=settings)
    links = contests.resolve(told.acts, told.drafts, told.cast, text=document.text, reader=reader)
    parts = assemble.Parts(
        lines=told.lines,
        cast=told.cast,
        drafts=told.drafts,
        doubts=told.doubted,
        links=links,
        silences=quiet.kept_silent(told.silent, told.drafts, told.cast),
        answers=readings.ask(told.lines, told.drafts, links, told.cast, reader),
        frames=frames.framed(told.lines, told.tags),
    )
    analysis = assemble.assemble(document, parts, assemble.provenance(parser, reader, settings), source_id)
    laws.check(analysis)
    return analysis


def tell(document: Document, *, parser: Parser, reader: Reader | None, settings: Settings = DEFAULTS) -> Told:
    """Find what is claimed, hedged, disputed and kept silent, and by whom."""
    text = document.text
    lines = passages.lines(passages.parse(text, document.blocks, parser, settings))
    tags = tagging.tag(lines, reader, disputes.questions(lines))
    marks = hedging.join([mark for line in lines for mark in hedges.DETECTOR.detect(line)], lines, tags)
    silent = [mark for line in lines for mark in silences.DETECTOR.detect(line)]
    hushed = [mark.span for mark in silent]
    statements = [
        s for s in attribution.find(lines, text, tags) if not any(c.overlaps(h) for c in s.cue for h in hushed)
    ]
    acts = disputes.find(lines, statements, hushed, tags)
    statements = disputes.without_remarks(statements, acts, text)
    cast = actors.identify(lines, speakers(statements, acts, silent), text, passages.dateline(text, document.blocks))
    drafts = claims.gather(statements, cast, text)
    doubted = doubts.weigh(marks, statements, drafts, text)
    commitment.second(drafts, tags, reader)
    return Told(lines, tags, silent, acts, cast, drafts, doubted)


def speakers(
    statements: list[attribution.Statement], acts: list[disputes.Dispute], silent: list[Mark]
) -> frozenset[Place]:
    """The nouns that need an actor because they speak, contest or keep silent."""
    nouns: list[tuple[Line, Token | None]] = [
        *((s.told or s.line, s.holder) for s in statements),
        *((d.told or d.line, d.holder) for d in acts),
        *((d.line, d.owner) for d in acts),
        *((m.line, m.subject) for m in silent),
    ]
    return frozenset((line.passage.start, noun.i) for line, noun in nouns if noun is not None)
