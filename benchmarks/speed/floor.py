"""The floor under the engine: the bare encoder and the bare parser on the sentences that it reads."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from benchmarks.rows import Engine
from benchmarks.speed.bare import BareEncoder
from framing.ports import Parser
from framing.types import Analysis, Span
from models.plan import Encoding


@dataclass(frozen=True, slots=True)
class Needed:
    """What any reading of these articles has to encode and to parse."""

    sentences: list[str]
    paragraphs: list[str]
    asked: list[Encoding] = field(default_factory=list)  # rows that our network reads, the sentences among them


@dataclass(frozen=True, slots=True)
class Floor:
    """Work that nobody can avoid who wants grammar and meaning of each sentence."""

    encoder: BareEncoder
    parser: Parser

    def encode(self, needed: Needed) -> object:
        return self.encoder.read(needed.sentences)

    def encode_asked(self, needed: Needed) -> object:
        return self.encoder.encode(needed.asked)

    def parse(self, needed: Needed) -> object:
        return self.parser.parse(needed.paragraphs)


def needed(analyses: Iterable[Analysis]) -> Needed:
    """The sentences and paragraphs that were read, without what was left out."""
    sentences: list[str] = []
    paragraphs: list[str] = []
    for analysis in analyses:
        text = analysis.article.text
        sentences += [Span(s.start, s.end).of(text) for s in analysis.sentences]
        paragraphs += [Span(p.start, p.end).of(text) for p in analysis.paragraphs if p.included]
    return Needed(sentences, paragraphs)


def read_anew(engine: Engine, text: str) -> Analysis:
    """Read as if for the first time: the reader would not encode the sentences of the last round again."""
    engine.reader.forget()
    return engine.read(text)
