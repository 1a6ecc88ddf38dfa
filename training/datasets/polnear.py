"""PolNeAR (Newell, Margolin & Ruths 2018): attributions in news, each with source, cue and content.

A text is annotated in brat's stand-off form: T lines name spans, in pieces where they are split, and E lines tie
them together. Some texts have several annotators; one of them is read. The network reads sentences, so an
attribution is cut to the sentence of its cue, and what lies in other sentences is taught there without a cue.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from framing.types import Span
from training.data import missing
from training.errors import TrainingError
from training.examples import AttributionAnswer, Example
from training.sentences import cutter

TRAIN = Path("polnear/train")
DEV = Path("polnear/dev")

_ROLES = ("Source", "Cue", "Content")
_SPAN = re.compile(r"(T\d+)\t[\w-]+ (\d+ \d+(?:;\d+ \d+)*)\t")  # the quoted text behind it may run over lines


_OPENING = re.compile(r"\s([“‘\"(\[]+)\s*\Z")


@dataclass(frozen=True, slots=True)
class Text:
    """One article with its attributions; spans count code points into the whole text."""

    name: str
    text: str
    attributions: tuple[AttributionAnswer, ...]


def read(folder: Path) -> tuple[Example, ...]:
    """Read every text of a part, sentence by sentence.

    Raises:
        TrainingError: an annotation is not of the published form.
    """
    return tuple(example for text in read_texts(folder) for example in _sentences(text))


def read_texts(folder: Path) -> Iterator[Text]:
    """The texts of a part, each with the annotations of the first of its annotators by name."""
    files = sorted((folder / "attributions").glob("*.ann"))
    for path in sorted((folder / "text").glob("*.txt")):
        mine = next((one for one in files if one.name.rpartition("_")[0] == path.stem), None)
        if mine is not None:
            yield Text(path.stem, path.read_text(encoding="utf-8"), annotations(mine))
    if not files:
        raise missing(folder / "attributions" / "*.ann")


def annotations(path: Path) -> tuple[AttributionAnswer, ...]:
    """The attributions of one stand-off file.

    Raises:
        TrainingError: a line is not of brat's form; the message names it.
    """
    spans: dict[str, tuple[Span, ...]] = {}
    events: list[list[tuple[str, str]]] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1):
        span = _SPAN.match(line)
        if span is not None:
            spans[span[1]] = tuple(Span(*map(int, part.split())) for part in span[2].split(";"))
        elif line.startswith("E"):
            events.append(_roles(line.partition("\t")[2]))
        elif re.match(r"T\d+\t", line):
            raise TrainingError(f"{path}, line {number}: {line!r}; expected brat's form")
    found = []
    for event in events:
        parts = [tuple(s for role, at in event if role == wanted for s in spans.get(at, ())) for wanted in _ROLES]
        source, cue, content = (tuple(sorted(part)) for part in parts)
        if source or cue or content:
            found.append(AttributionAnswer(cue=cue, source=source, content=content))
    return tuple(found)


def _roles(event: str) -> list[tuple[str, str]]:
    """(role, span's name) of an E line; roles may be numbered. A quoted text that begins with E has none."""
    parts = (part.partition(":") for part in event.split())
    return [(role.rstrip("0123456789"), name) for role, _, name in parts]


def _sentences(text: Text) -> Iterator[Example]:
    for start, end in _bounds(text.text):
        around = Span(start, end)
        answers = tuple(part for one in text.attributions if (part := _cut(one, around, text.text)) is not None)
        yield Example(text=text.text[start:end], document=text.name, attributions=answers)


def _bounds(text: str) -> Iterator[tuple[int, int]]:
    """Sentences without the blanks around them; a line break always ends one."""
    position = 0
    for line in text.splitlines(keepends=True):
        starts = [position + _start(line, sentence.start_char) for sentence in cutter()(line).sents]
        for start, end in pairwise([*starts, position + len(line)]):
            words = text[start:end].strip()
            if words:
                first = text.index(words[0], start)
                yield first, first + len(words)
        position += len(line)


def _start(line: str, start: int) -> int:
    """Where a sentence starts: the cutter leaves the quotation mark that opens it with the one before."""
    opening = _OPENING.search(line, 0, start)
    return start if opening is None else opening.start(1)


def _cut(answer: AttributionAnswer, around: Span, text: str) -> AttributionAnswer | None:
    """What of an attribution lies in a sentence, counted from its start; None when nothing does."""
    cue, source, content = (_clipped(part, around, text) for part in (answer.cue, answer.source, answer.content))
    return AttributionAnswer(cue, source, content) if cue or source or content else None


def _clipped(spans: Sequence[Span], around: Span, text: str) -> tuple[Span, ...]:
    kept = []
    for span in spans:
        start, end = max(span.start, around.start), min(span.end, around.end)
        words = text[start:end] if start < end else ""
        if words.strip():
            start += len(words) - len(words.lstrip())
            kept.append(Span(start - around.start, start - around.start + len(words.strip())))
    return tuple(kept)
