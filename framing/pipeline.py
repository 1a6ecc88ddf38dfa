"""One article, from blocks to Analysis: every stage once, in order."""

from collections.abc import Callable
from dataclasses import dataclass

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
    speaking,
    tagging,
)
from framing.cast import Cast
from framing.detectors import Mark, hedges, silences
from framing.document import Document, require_english, require_news
from framing.drafts import Doubt, Draft
from framing.passages import Line
from framing.ports import Parser, Reader
from framing.settings import DEFAULTS, Settings
from framing.steps import Stage, Steps, Watch, unwatched
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
    watch: Watch = unwatched,
) -> Analysis:
    """Read one article.

    Args:
        document: text and blocks, from `framing.document`.
        parser: cuts sentences and finds their grammar.
        reader: the network; what needs one of its heads is missing without it, as `provenance.missing_heads` says.
        settings: limits and choices; they enter the record.
        source_id: the caller's own name for the article, of any JSON type.
        watch: told before each small piece of the reading; it changes no figure, and stops the reading by `Cancelled`.

    Raises:
        InputError: nothing in the text reads as news.
        LanguageError: the text is not English and `settings.any_language` is off.
        Cancelled: `watch` raised it.
    """
    steps = Steps(watch)
    parser, reader = steps.parser(parser), steps.reader(reader)
    require_news(document)
    document = require_english(document, settings)
    told = tell(document, parser=parser, reader=reader, settings=settings, enter=steps.enter)
    steps.enter(Stage.DISPUTES)
    spoken = quiet.without_silences(told.drafts, told.silent)
    links = contests.resolve(told.acts, spoken, told.cast, text=document.text, reader=reader)
    steps.enter(Stage.TONE)
    parts = assemble.Parts(
        lines=told.lines,
        cast=told.cast,
        drafts=told.drafts,
        doubts=told.doubted,
        links=links,
        silences=quiet.kept_silent(told.silent, spoken, told.cast),
        answers=readings.ask(told.lines, told.drafts, links, told.cast, reader),
        frames=frames.framed(told.lines, told.tags),
    )
    analysis = assemble.assemble(document, parts, assemble.provenance(parser, reader, settings), source_id)
    laws.check(analysis)
    return analysis


def tell(
    document: Document,
    *,
    parser: Parser,
    reader: Reader | None,
    settings: Settings = DEFAULTS,
    enter: Callable[[Stage], None] = lambda _: None,
) -> Told:
    """Find what is claimed, hedged, disputed and kept silent, and by whom; `enter` hears of each stage."""
    text = document.text
    lines = passages.lines(passages.parse(text, document.blocks, parser, settings))
    enter(Stage.ATTRIBUTION)
    tags = tagging.tag(lines, reader, disputes.questions(lines))
    marks = hedging.join([mark for line in lines for mark in hedges.DETECTOR.detect(line)], lines, tags)
    silent = [mark for line in lines for mark in silences.DETECTOR.detect(line)]
    hushed = [mark.span for mark in silent]
    statements = [
        s for s in attribution.find(lines, text, tags) if not any(c.overlaps(h) for c in s.cue for h in hushed)
    ]
    acts = disputes.find(lines, statements, hushed, tags)
    statements = disputes.without_remarks(statements, acts, text)
    enter(Stage.ACTORS)
    wanted = speaking.nouns(statements, acts, silent)
    cast = actors.identify(lines, wanted, text, passages.dateline(text, document.blocks))
    drafts = claims.gather(statements, cast, text)
    doubted = doubts.weigh(marks, statements, drafts, text)
    enter(Stage.CERTAINTY)
    commitment.second(drafts, tags, reader)
    return Told(lines, tags, silent, acts, cast, drafts, doubted)
