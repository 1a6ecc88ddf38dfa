"""DSE (Park, Pan & Joo 2021, directed sentiment between entities): who is positive or negative toward whom.

Each line: sentence with [p] and [q], p, q, label: 0 none, 1 pos p→q, 2 pos p←q, 3 neg p→q, 4 neg p←q.
The official files repeat rows and share sentences; brackets cut a plural or possessive s from its word.
"""

import re
from collections.abc import Sequence
from pathlib import Path

from framing.types import Span, Stance
from training.datasets.form import published
from training.examples import Example, StanceAnswer

TRAIN = Path("dse/train.txt")
VALID = Path("dse/valid.txt")

# label -> (stance p→q, stance q→p)
STANCES = {
    "0": (Stance.NEUTRAL, Stance.NEUTRAL),
    "1": (Stance.SUPPORTS, Stance.NEUTRAL),
    "2": (Stance.NEUTRAL, Stance.SUPPORTS),
    "3": (Stance.OPPOSES, Stance.NEUTRAL),
    "4": (Stance.NEUTRAL, Stance.OPPOSES),
}
_MARKED = re.compile(r"\[([^\[\]]*)\]")
_REST_OF_WORD = re.compile(r"[a-z]{1,3}\b")  # "[Congre]ss", "[American]s"; longer rests are missing blanks
_POSSESSIVE = re.compile(r"['’]s?$")


def read(path: Path) -> tuple[Example, ...]:
    """Read one file without its repeated rows; every row gives both directions.

    Rows whose mark holds no word (a bare apostrophe) are left out.

    Raises:
        TrainingError: a line is not of the published form; the message names it.
    """
    examples: dict[tuple[str, Span, Span], Example] = {}
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            with published(f"{path}, line {number}", "DSE's form"):
                example = _example(line.rstrip("\n").split("\t"))
            if example is None:
                continue
            first = example.stances[0]
            examples.setdefault((example.text, first.source, first.target), example)
    return tuple(examples.values())


def without(examples: Sequence[Example], held_out: Sequence[Example]) -> tuple[Example, ...]:
    """Drop examples whose sentence stands in another split, blanks and case aside."""
    seen = {_key(example.text) for example in held_out}
    return tuple(example for example in examples if _key(example.text) not in seen)


def _key(text: str) -> str:
    return " ".join(text.lower().split())


def _example(fields: Sequence[str]) -> Example | None:
    marked, _, _, label = fields
    text, (p, q) = _unmark(marked)
    if not p.of(text).strip() or not q.of(text).strip():
        return None
    forward, backward = STANCES[label]
    stances = (StanceAnswer(p, q, forward), StanceAnswer(q, p, backward))
    return Example(text=text, document=_key(text), stances=stances)


def _unmark(marked: str) -> tuple[str, list[Span]]:
    """Remove the brackets; widen each span to the end of its word and leave a possessive out."""
    pieces: list[str] = []
    spans: list[Span] = []
    position = length = 0
    for match in _MARKED.finditer(marked):
        before = marked[position : match.start()]
        start = length + len(before)
        rest = _REST_OF_WORD.match(marked, match.end())
        mention = match.group(1) + (rest.group() if rest else "")
        kept = _POSSESSIVE.sub("", mention)
        spans.append(Span(start, start + len(kept)))
        pieces.extend((before, match.group(1)))
        length = start + len(match.group(1))
        position = match.end()
    if len(spans) != 2:
        raise ValueError(f"{len(spans)} marked spans in {marked!r}")
    pieces.append(marked[position:])
    return "".join(pieces), spans
