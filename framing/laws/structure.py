"""The text, its paragraphs and sentences, the actors, and that every id and span points at something."""

import hashlib

from framing.laws.expect import REFERENCES, TABLES, broken, expect_apart, expect_rising, records
from framing.strict_json import has_lone_surrogate
from framing.types import SCHEMA, ActorKind, Analysis, Span

SPEAKERS = frozenset({"holder", "by", "against", "source"})  # none of these can be a place


def article(analysis: Analysis) -> None:
    article = analysis.article
    if analysis.schema != SCHEMA:
        broken("schema", analysis.schema, f"is not {SCHEMA!r}")
    if has_lone_surrogate(article.text):
        broken("article.text", article.text, "holds a lone surrogate")
    if article.id != hashlib.sha256(article.text.encode()).hexdigest():
        broken("article.id", article.id, "is not the sha-256 of the text")


def ids(analysis: Analysis) -> None:
    for name in TABLES:
        for position, row in enumerate(getattr(analysis, name)):
            if row.id != position:
                broken(f"{name}[{position}].id", row.id, "is not its position")


def spans(analysis: Analysis) -> None:
    length = len(analysis.article.text)
    for path, record, shape in records(analysis):
        if shape.has_span and not 0 <= record.start < record.end <= length:
            broken(path, (record.start, record.end), f"is no span of a text of {length} code points")


def references(analysis: Analysis) -> None:
    sizes = {name: len(getattr(analysis, name)) for name in TABLES}
    places = {actor.id for actor in analysis.actors if actor.kind is ActorKind.PLACE}
    for path, record, shape in records(analysis):
        for field in shape.references:
            table, named = REFERENCES[field], getattr(record, field)
            for id_ in named if isinstance(named, tuple) else (named,):
                if id_ is not None and not 0 <= id_ < sizes[table]:
                    broken(f"{path}.{field}", id_, f"is not in {table}, which has {sizes[table]}")
                if field in SPEAKERS and id_ in places:
                    broken(f"{path}.{field}", id_, "is a place, which holds no position")


def paragraphs(analysis: Analysis) -> None:
    text, covered = analysis.article.text, 0
    for paragraph in analysis.paragraphs:
        if paragraph.start < covered:
            path = f"paragraphs[{paragraph.id}]"
            broken(path, paragraph.start, f"starts before {covered}, where the last ends")
        _expect_white_space(text, Span(covered, paragraph.start))
        covered = paragraph.end
    _expect_white_space(text, Span(covered, len(text)))


def sentences(analysis: Analysis) -> None:
    for sentence in analysis.sentences:
        path, paragraph = f"sentences[{sentence.id}]", analysis.paragraphs[sentence.paragraph]
        if not paragraph.included:
            broken(f"{path}.paragraph", paragraph.id, "is not included")
        if not (paragraph.start <= sentence.start and sentence.end <= paragraph.end):
            broken(path, (sentence.start, sentence.end), f"leaves paragraph {paragraph.id}")
    expect_apart("sentences", [Span(sentence.start, sentence.end) for sentence in analysis.sentences])


def actors(analysis: Analysis) -> None:
    for actor in analysis.actors:
        path = f"actors[{actor.id}]"
        if (actor.side is None) != (actor.kind is ActorKind.PLACE):
            broken(f"{path}.side", actor.side, f"does not fit {actor.kind}: only a place has none")
        if actor.side is not None and analysis.actors[actor.side].side != actor.side:
            broken(f"{path}.side", actor.side, "is not its own side")
        expect_rising(f"{path}.mentions", [(mention.start, mention.end) for mention in actor.mentions])


def _expect_white_space(text: str, gap: Span) -> None:
    left_out = gap.of(text).strip()
    if left_out:
        broken("paragraphs", left_out, f"is covered by none, between {gap.start} and {gap.end}")


LAWS = (article, ids, spans, references, paragraphs, sentences, actors)
