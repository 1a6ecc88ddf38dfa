"""All heads over the bare encoder: what it takes to ask everything about a sentence."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass

from benchmarks.rows import GOLD, Engine
from benchmarks.speed.bare import BareEncoder
from benchmarks.speed.clock import Times, in_turn
from benchmarks.speed.markdown import ratio
from framing.ports import Parser, Request
from framing.types import Span
from models.heads import HeadKind, find_head
from samples import all_samples

SENTENCES = 200  # that all heads are timed on
LENGTHS = range(40, 400)  # code points of such a sentence: no fragments, and nothing that needs two windows


@dataclass(frozen=True, slots=True)
class HeadTiming:
    """Medians for the same sentences with all heads and with none."""

    sentences: int
    heads: int
    number_format: str
    reader: Times
    encoder: Times


def measure_heads(engine: Engine, encoder: BareEncoder, rounds: int) -> HeadTiming:
    """Time everything that can be asked of a sentence, and the encoder on the same rows in the same packs."""
    sentences = plain_sentences(engine.parser)
    requests = [everything(sentence) for sentence in sentences]

    def read() -> None:
        engine.reader.forget()
        engine.reader.read(requests)

    reader, bare = in_turn([read, lambda: encoder.read(sentences)], rounds)
    asked = [name for name in engine.reader.heads if find_head(name).kind is not HeadKind.CLAIMS]
    return HeadTiming(len(sentences), len(asked), engine.reader.number_format, reader, bare)


def plain_sentences(parser: Parser) -> list[str]:
    """Different sentences of news from the gold paragraphs and the samples."""
    golds = (tomllib.loads(p.read_text(encoding="utf-8")) for f in GOLD.values() for p in sorted(f.glob("*.toml")))
    docs = parser.parse([*(str(gold["text"]) for gold in golds), *(sample.text for sample in all_samples())])
    found = dict.fromkeys(sentence.text.strip() for doc in docs for sentence in doc.sents)
    return [sentence for sentence in found if len(sentence) in LENGTHS][:SENTENCES]


def everything(sentence: str) -> Request:
    """Tags, the tone toward one word, stance and act between two, and the factuality of one."""
    words = [Span(match.start(), match.end()) for match in re.finditer(r"\w+", sentence)]
    first, middle, last = words[0], words[len(words) // 2], words[-1]
    return Request(sentence, targets=(first,), pairs=((first, last),), events=(middle,), tags=True)


def heads_line(timing: HeadTiming) -> str:
    return (
        f"All {timing.heads} heads that share a pass, asked everything about {timing.sentences} sentences in "
        f"{timing.number_format}, over the bare encoder pass on the same rows in the same packs: "
        f"{ratio(timing.reader.over(timing.encoder))}.\n"
    )
