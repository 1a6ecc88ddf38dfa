"""Parsed paragraphs and their sentences, with every token placed in `article.text`."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from framing.document import Block
from framing.ports import Parser
from framing.settings import Settings
from framing.tokens import Parse, Token, Tokens, unpack
from framing.types import ParagraphKind, Span

Item = TypeVar("Item")

# "NAIROBI, May 3 (Newswire) -": a dateline is not part of the sentence that follows it.
DATELINE = re.compile(
    r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’ ]{2,30}(?:,[ \w.'’]{2,40}){0,2}(?:\s*\([^)\n]{2,40}\))?\s*[-–—]{1,2}\s+(?=[\"“‘\w])"
)
SENTENCE_END = re.compile(r"[.!?][\"”’)]*(?=\s+[\"“‘A-Z])")


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """One included paragraph; `start` is the code point of its first token in the article."""

    paragraph: int
    kind: ParagraphKind
    start: int
    doc: Parse
    text: str

    def place(self, tokens: Iterable[Token]) -> Span:
        """The stretch from the first to the last of `tokens`."""
        chosen = sorted(tokens, key=lambda token: token.i)
        last = chosen[-1]
        return Span(self.start + chosen[0].idx, self.start + last.idx + len(last.text))


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A sentence of a passage; `id` is its place in reading order over the whole article."""

    id: int
    passage: Passage
    tokens: Tokens
    text: str
    start: int  # half-open code points of the article
    end: int

    def at(self, offset: int) -> Token | None:
        """The token that holds the code point `offset` of the article."""
        found = self.passage.doc.at(offset - self.passage.start)
        return found if found is not None and self.tokens.start <= found.i < self.tokens.end else None


def by_line(items: Iterable[Item], line: Callable[[Item], Line]) -> dict[int, list[Item]]:
    """The items of each sentence, by its id, in order."""
    found: dict[int, list[Item]] = {}
    for item in items:
        found.setdefault(line(item).id, []).append(item)
    return found


def parse(text: str, blocks: Sequence[Block], parser: Parser, settings: Settings) -> list[Passage]:
    """Parse the included blocks in one call; overlong ones are cut at white space for the parser only."""
    pieces = [
        (number, block.kind, start, end)
        for number, block in enumerate(blocks)
        if block.included
        for start, end in cut(text, opening(text, block), block.end, settings.max_passage_code_points)
    ]
    docs = parser.parse([text[start:end] for _, _, start, end in pieces])
    return [
        Passage(number, kind, start, unpack(doc, text[start:end]), text[start:end])
        for (number, kind, start, end), doc in zip(pieces, docs, strict=True)
    ]


def dateline(text: str, blocks: Sequence[Block]) -> Span | None:
    """Where the first dateline of the article ("BURE, Ethiopia - ") stands, if it has one."""
    found = (DATELINE.match(text, b.start, b.end) for b in blocks if b.included and b.kind is ParagraphKind.BODY)
    return next((Span(*match.span()) for match in found if match is not None), None)


def opening(text: str, block: Block) -> int:
    """Where the first sentence of the block starts."""
    dateline = DATELINE.match(text, block.start, block.end) if block.kind is ParagraphKind.BODY else None
    return dateline.end() if dateline is not None else block.start


def cut(text: str, start: int, end: int, limit: int) -> Iterator[tuple[int, int]]:
    """Stretches of at most `limit` code points that end with a sentence, else at white space where there is any."""
    while end - start > limit:
        window = text[start : start + limit]
        ends = [m.end() for m in SENTENCE_END.finditer(window)]
        spaces = [i for i, c in enumerate(window) if c.isspace()]
        stop = start + next((e[-1] for e in (ends, spaces) if e and e[-1] > limit // 4), limit)
        yield start, stop
        start = next((i for i in range(stop, end) if not text[i].isspace()), end)
    if start < end:
        yield start, end


def lines(passages: Sequence[Passage]) -> list[Line]:
    """Sentences in reading order; a break inside a quotation mark or before a lower-case word is mended."""
    found: list[Line] = []
    for passage in passages:
        for tokens in whole(passage):
            text, start = tokens.text.rstrip(), passage.start + tokens.start_char
            found.append(Line(len(found), passage, tokens, text, start, start + len(text)))
    return found


def whole(passage: Passage) -> Iterator[Tokens]:
    bounds: list[tuple[int, int]] = []
    for sentence in passage.doc.sents:
        if not sentence.text.strip():
            continue
        if bounds and continues(sentence):
            bounds[-1] = (bounds[-1][0], sentence.end)
        else:
            bounds.append((sentence.start, sentence.end))
    for start, end in bounds:
        tokens = trim(passage.doc[start:end])
        if len(tokens) > 0:
            yield tokens


def trim(tokens: Tokens) -> Tokens:
    start, end = 0, len(tokens)
    while start < end and tokens[start].is_space:
        start += 1
    while end > start and tokens[end - 1].is_space:
        end -= 1
    return tokens[start:end]


def continues(sentence: Tokens) -> bool:
    """Whether the parser broke off a sentence that belongs to the one before."""
    first = next((token for token in sentence if not token.is_space), None)
    if first is None:
        return True
    if all(token.is_punct or token.is_quote or token.is_space for token in sentence):
        return True
    before = first.nbor(-1) if first.i else None
    return first.text[0].islower() and not (before is not None and before.text in {"!", "?"})
