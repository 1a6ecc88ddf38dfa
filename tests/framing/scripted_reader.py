"""A reader that answers as a test tells it, in words of the sentence; what is not told, it does not see."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from framing.assemble import HEADS
from framing.ports import Attributed, Reading, Request, Tag, Verdict
from framing.types import Frame, Share, Span
from models.heads import FACTUALITY
from tests.framing.fake_reader import FakeReader, sure


@dataclass(frozen=True)
class Said:
    """One attribution; each part is words of the sentence, empty where the network marks none."""

    cue: str
    source: str
    content: str
    probability: float = 0.97


def two(label: str, other: str, probability: float) -> Verdict:
    """A verdict that gives the label its probability and what remains to the other one."""
    most = label if probability >= 0.5 else other
    return Verdict(most, (Share(label, probability), Share(other, 1 - probability)), unsure=False)


def never(_claim: str, _denial: str) -> float:
    return 0.0


def undecided(_claim: str, _contest: str) -> float:
    return 0.5


@dataclass
class ScriptedReader(FakeReader):
    """Implements `framing.ports.Reader` with all heads, or those that are named."""

    heads: frozenset[str] = frozenset(HEADS)
    said: Sequence[Said] = ()
    hedged: dict[str, tuple[str, float]] = field(default_factory=dict)  # words → kind, probability
    vague: dict[str, float] = field(default_factory=dict)  # words of the sentence → how vague
    framed: dict[str, dict[Frame, float]] = field(default_factory=dict)  # words of the sentence → its frames
    events: dict[str, str] = field(default_factory=dict)  # main word → FactBank value
    weakens: Callable[[str, str], float] = never
    answers: Callable[[str, str], float] = undecided
    compared: list[tuple[str, list[tuple[str, str]]]] = field(default_factory=list)  # head and pairs of each call

    def reading(self, request: Request) -> Reading:
        plain = super().reading(request)
        text = request.text
        return Reading(
            tone=plain.tone,
            targets=plain.targets,
            stances=plain.stances,
            acts=plain.acts,
            vague=self.judged("vague", text, self.vague, lambda p: two("vague", "sourced", p)),
            frame=self.judged("frame", text, self.framed, frames),
            events=tuple(self.event(span.of(text)) for span in request.events) if "factuality" in self.heads else (),
            hedges=tuple(self.hedges(text)) if request.tags and "hedge" in self.heads else (),
            attributed=tuple(self.attributions(text))
            if request.tags and self.heads >= {"attribution", "roles"}
            else (),
        )

    def judged(self, head: str, text: str, told: dict, verdict: Callable[..., Verdict]) -> Verdict | None:
        if head not in self.heads:
            return None
        return next((verdict(value) for words, value in told.items() if words in text), None)

    def event(self, word: str) -> Verdict:
        return sure(self.events.get(word, "UU"), [value.value for value in FACTUALITY])

    def hedges(self, text: str) -> list[Tag]:
        found = [mark(kind, text, words, p) for words, (kind, p) in self.hedged.items() if words in text]
        return sorted(found, key=lambda tag: tag.span)

    def attributions(self, text: str) -> list[Attributed]:
        return [
            Attributed(
                mark("cue", text, said.cue, said.probability),
                tuple(mark("source", text, words, said.probability) for words in [said.source] if words),
                tuple(mark("content", text, words, said.probability) for words in said.content.split(" … ") if words),
            )
            for said in self.said
            if said.cue in text
        ]

    def compare(self, pairs: Sequence[tuple[str, str]], *, head: str = "pair") -> list[Verdict]:
        self.compared.append((head, list(pairs)))
        if head not in self.heads:
            return []
        labels, said = (
            (("weakens", "unrelated"), self.weakens) if head == "pair" else (("contests", "passes"), self.answers)
        )
        return [two(*labels, said(first, second)) for first, second in pairs]


def mark(label: str, text: str, words: str, probability: float) -> Tag:
    start = text.index(words)
    return Tag(label, Span(start, start + len(words)), probability)


def frames(values: dict[Frame, float]) -> Verdict:
    """Every frame with its own probability; they need not add up to 1."""
    label = max(values, key=lambda frame: values[frame])
    shares = tuple(Share(frame, values.get(frame, 0.0)) for frame in Frame)
    return Verdict(label, shares, unsure=values[label] < 0.5)
