"""A reader that keeps what it was asked, and tells by its answer whether it saw a secret word."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from framing.ports import Identity, Reading, Request, Verdict
from framing.types import PoliticalAct, Share, Stance, Tone

NAMED = Identity("fake", "0" * 64)
UNSEEN, SEEN = Tone.NEUTRAL, Tone.NEGATIVE  # the tones answered without and with the secret in sight


def sure(label: str, labels: Sequence[str]) -> Verdict:
    return Verdict(label, tuple(Share(other, float(other == label)) for other in labels), unsure=False)


@dataclass
class FakeReader:
    """Implements `framing.ports.Reader`."""

    secret: str | None = None
    asked: list[Request] = field(default_factory=list)
    identity: Identity = NAMED
    encoder: Identity = NAMED
    heads: frozenset[str] = frozenset({"tone", "target_tone", "stance", "act"})
    number_format: str = "float32"

    def read(self, requests: Sequence[Request]) -> list[Reading]:
        self.asked.extend(requests)
        return [self.reading(request) for request in requests]

    def reading(self, request: Request) -> Reading:
        seen = self.secret is not None and self.secret in visible(request)
        tone = sure(SEEN if seen else UNSEEN, list(Tone))
        return Reading(
            tone=tone,
            targets=(tone,) * len(request.targets),
            stances=(sure(Stance.NEUTRAL, list(Stance)),) * len(request.pairs),
            acts=(sure(PoliticalAct.VERBAL_CONFLICT, list(PoliticalAct)),) * len(request.pairs),
        )


def visible(request: Request) -> str:
    """What the network sees: the text with every masked code point hidden."""
    shown = list(request.text)
    for span in request.masked:
        shown[span.start : span.end] = "█" * (span.end - span.start)
    return "".join(shown)
