"""One token a line with its marks in IOB2 columns, as CoNLL-U Plus: the first line names the columns.

Where marks of one kind overlap, the kind has several numbered columns. Each claim has a column to itself in every
sentence that it touches, as each predicate has in CoNLL-2012; its parts are `SOURCE`, `CUE` and `CONTENT`, as PolNeAR
names them, so that the column tells which cue has which content. A part that would cover another one of the same
claim takes a further column. `MISC` names the records of a token by their ids.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple, TypeAlias

from framing.exports import Export, Group
from framing.exports._annotations import annotations
from framing.exports._layers import Layer
from framing.exports._tokens import Unit, touched, units
from framing.types import Analysis

HEAD = ("ID", "FORM", "START", "END")
SPACE = "HEDGEROW"  # CoNLL-U Plus wants a prefix before columns that it does not define
OUTSIDE, EMPTY = "O", "_"
KINDS: Mapping[str, Mapping[Layer, str | None]] = {  # tag of each layer; None: its label
    "ACTOR": {Layer.ACTOR: None},
    "CLAIM": {Layer.CLAIM: "CONTENT", Layer.CUE: "CUE", Layer.HOLDER: "SOURCE"},
    "HEDGE": {Layer.HEDGE: None},
    "CONTEST": {Layer.CONTEST: None},
    "SILENCE": {Layer.SILENCE: None},
}

Column: TypeAlias = dict[int, str]  # token -> tag; what is missing is outside


class Part(NamedTuple):
    record: int
    tag: str
    tokens: range


def write(analysis: Analysis) -> bytes:
    cut = units(analysis)
    tokens = tuple(chain.from_iterable(unit.tokens for unit in cut))
    home = [number for number, unit in enumerate(cut) for _ in unit.tokens]
    found = annotations(analysis)
    columns: dict[str, Column] = {}
    named: dict[int, dict[str, list[int]]] = {}  # token -> kind -> the records that it belongs to
    for kind, tags in KINDS.items():
        parts = [
            Part(note.number, tags[note.layer] or note.label, touched(tokens, note.span))
            for note in found
            if note.layer in tags
        ]
        for part in parts:
            for token in part.tokens:
                named.setdefault(token, {}).setdefault(kind.lower(), []).append(part.record)
        packed = _by_sentence(parts, home) if kind == "CLAIM" else _by_token(parts)
        columns |= {f"{SPACE}:{kind}{number}": column for number, column in enumerate(packed, start=1)}
    lines = [f"# global.columns = {' '.join((*HEAD, *columns, 'MISC'))}"]
    first = 0
    for unit in cut:
        lines += _sentence(analysis, unit, first, columns.values(), named)
        first += len(unit.tokens)
    return ("\n".join(lines) + "\n").encode()


def _by_token(parts: Iterable[Part]) -> list[Column]:
    """Each mark in the first column that is free for all its tokens."""
    columns: list[Column] = [{}]
    for part in parts:
        column = next((column for column in columns if column.keys().isdisjoint(part.tokens)), None)
        if column is None:
            columns.append(column := {})
        _tag(column, part)
    return columns


def _by_sentence(parts: Iterable[Part], home: Sequence[int]) -> list[Column]:
    """Each claim in the first column that is free in all its sentences.

    Args:
        home: the sentence of each token.
    """
    records: dict[int, list[Part]] = {}
    for part in parts:
        records.setdefault(part.record, []).append(part)
    columns: list[Column] = [{}]
    taken: list[set[int]] = [set()]
    for record in records.values():
        for share in _by_token(record):
            reach = {home[token] for token in share}
            number = next((at for at, busy in enumerate(taken) if busy.isdisjoint(reach)), len(taken))
            if number == len(taken):
                columns.append({})
                taken.append(set())
            columns[number] |= share
            taken[number] |= reach
    return columns


def _tag(column: Column, part: Part) -> None:
    for token in part.tokens:
        column[token] = f"{'B' if token == part.tokens.start else 'I'}-{part.tag.replace(' ', '_')}"


def _sentence(
    analysis: Analysis,
    unit: Unit,
    first: int,
    columns: Collection[Column],
    named: Mapping[int, Mapping[str, list[int]]],
) -> Iterator[str]:
    """
    Args:
        first: number of its first token in the article.
    """
    text = analysis.article.text
    if first == 0:
        yield f"# newdoc id = {analysis.article.id}"
    yield f"# sent_id = {_sentence_id(unit)}"
    yield f"# text = {' '.join(unit.span.of(text).split())}"
    for number, token in enumerate(unit.tokens):
        at = first + number
        tags = [column.get(at, OUTSIDE) for column in columns]
        misc = "|".join(f"{kind}={','.join(map(str, dict.fromkeys(ids)))}" for kind, ids in named.get(at, {}).items())
        yield "\t".join((str(number + 1), token.of(text), str(token.start), str(token.end), *tags, misc or EMPTY))
    yield ""


def _sentence_id(unit: Unit) -> str:
    """Of what is in no sentence the paragraph and its place."""
    if unit.sentence is not None:
        return f"sentence-{unit.sentence}"
    return f"outside-{unit.paragraph}-{unit.span.start}"


EXPORT = Export("conll", "CoNLL columns", ".conllup", "text/plain", write, Group.TOOLS)
