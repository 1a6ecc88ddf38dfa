"""A reader that keeps what it was asked and gives every question the same answer."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from framing.ports import Identity, Reading, Request, Verdict
from framing.types import PoliticalAct, Share, Stance, Tone


def sure(labels: Sequence[str]) -> Verdict:
    shares = tuple(Share(label, 1.0 if at == 0 else 0.0) for at, label in enumerate(labels))
    return Verdict(labels[0], shares, unsure=False)


@dataclass
class FakeReader:
    """Implements `framing.ports.Reader`."""

    asked: list[Request] = field(default_factory=list)
    identity: Identity = Identity("fake", "0" * 64)
    encoder: Identity = Identity("fake encoder", "0" * 64)
    heads: frozenset[str] = frozenset({"tone", "target_tone", "stance", "act"})
    number_format: str = "float32"

    def read(self, requests: Sequence[Request]) -> list[Reading]:
        self.asked.extend(requests)
        return [
            Reading(
                tone=sure(list(Tone)),
                targets=tuple(sure(list(Tone)) for _ in request.targets),
                stances=tuple(sure(list(Stance)) for _ in request.pairs),
                acts=tuple(sure(list(PoliticalAct)) for _ in request.pairs),
            )
            for request in requests
        ]


def visible(request: Request) -> str:
    """What the network sees: the text with every masked code point hidden."""
    shown = list(request.text)
    for span in request.masked:
        shown[span.start : span.end] = "█" * (span.end - span.start)
    return "".join(shown)
