"""What a bundle reads wrongly of sentences that are hard for its kind, for its card."""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from framing.ports import Reader, Reading, Request, Verdict
from framing.types import Span

SENTENCES = Path(__file__).parent / "texts" / "failures.toml"
HEADING = "| head | sentence | it says | why it is wrong |\n|---|---|---|---|\n"


@dataclass(frozen=True, slots=True)
class Hard:
    """A sentence, or two texts, for one head, with the answer that is right."""

    head: str
    text: str
    right: str
    why: str
    spans: tuple[str, ...] = ()
    second: str = ""

    @property
    def request(self) -> Request:
        places = tuple(Span(start, start + len(part)) for part in self.spans for start in (self.text.index(part),))
        targets = places if self.head == "target_tone" else ()
        events = places if self.head == "factuality" else ()
        pairs = ((places[0], places[1]),) if len(places) == 2 else ()
        return Request(self.text, targets=targets, events=events, pairs=pairs, tags=True)

    @property
    def shown(self) -> str:
        about = f" ({' → '.join(f'*{part}*' for part in self.spans)})" if self.spans else ""
        return f"{self.text} / {self.second}" if self.second else f"{self.text}{about}"


def failures(reader: Reader, path: Path = SENTENCES) -> str:
    """A table in Markdown of what the reader says and should not; heads that it lacks are left out."""
    return HEADING + "".join(_rows(reader, read_hard(path)))


def read_hard(path: Path) -> list[Hard]:
    listed = tomllib.loads(path.read_text(encoding="utf-8"))["failures"]
    return [Hard(**{**one, "spans": tuple(one.get("spans", ()))}) for one in listed]


def _rows(reader: Reader, sentences: Sequence[Hard]) -> Iterator[str]:
    for hard in sentences:
        if hard.head in reader.heads:
            label, said = _answer(reader, hard)
            if label != hard.right:
                yield f"| {hard.head} | {hard.shown} | {said} | {hard.why} |\n"


def _answer(reader: Reader, hard: Hard) -> tuple[str, str]:
    """The label, to be compared with the right one, and what the card says of it."""
    if hard.second:
        (verdict,) = reader.compare([(hard.text, hard.second)], head=hard.head)
        return verdict.label, _said(verdict)
    (reading,) = reader.read([hard.request])
    if hard.head in {"hedge", "attribution"}:
        words = _words(hard.head, reading, hard.text)
        return words, words
    verdict = _verdict(hard.head, reading)
    return verdict.label, _said(verdict)


def _verdict(head: str, reading: Reading) -> Verdict:
    lists = {
        "target_tone": reading.targets,
        "stance": reading.stances,
        "act": reading.acts,
        "factuality": reading.events,
        "tone": (reading.tone,) if reading.tone is not None else (),
    }
    return lists[head][0]


def _said(verdict: Verdict) -> str:
    return f"{verdict.label} {verdict.share(verdict.label):.2f}{' (not sure)' * verdict.unsure}"


def _words(head: str, reading: Reading, text: str) -> str:
    tags = reading.hedges if head == "hedge" else reading.attribution_tags
    return ", ".join(f"{tag.label} *{tag.span.of(text)}*" for tag in tags) or "nothing"
