"""A reader that marks words at random: whatever it says, the record must keep its laws."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from random import Random

from framing.assemble import HEADS
from framing.ports import Attributed, Identity, Reading, Request, Tag, Verdict
from framing.types import Frame, PoliticalAct, Share, Span, Stance, Tone
from models.heads import FACTUALITY, HEDGES, find_head
from tests.framing.fake_reader import NAMED

WORD = re.compile(r"\w+|[^\w\s]")


@dataclass
class NoisyReader:
    """Implements `framing.ports.Reader`; its answers hang on the seed and the text alone."""

    seed: int
    identity: Identity = NAMED
    encoder: Identity = NAMED
    heads: frozenset[str] = field(default=frozenset(HEADS))
    number_format: str = "float32"

    def read(self, requests: Sequence[Request]) -> list[Reading]:
        return [self.reading(request, Random(f"{self.seed} {request.text}")) for request in requests]

    def reading(self, request: Request, chance: Random) -> Reading:
        words = [Span(*match.span()) for match in WORD.finditer(request.text)]
        tagged = request.tags and words
        return Reading(
            tone=verdict(list(Tone), chance),
            vague=verdict(["sourced", "vague"], chance),
            frame=Verdict(Frame.MORALITY, tuple(Share(frame, chance.random()) for frame in Frame), unsure=False),
            targets=tuple(verdict(list(Tone), chance) for _ in request.targets),
            stances=tuple(verdict(list(Stance), chance) for _ in request.pairs),
            acts=tuple(verdict(list(PoliticalAct), chance) for _ in request.pairs),
            events=tuple(verdict(list(FACTUALITY), chance) for _ in request.events),
            hedges=tuple(tags(chance.choice(HEDGES), words, chance)) if tagged else (),
            attributed=tuple(attributions(words, chance)) if tagged else (),
        )

    def compare(self, pairs: Sequence[tuple[str, str]], *, head: str = "pair") -> list[Verdict]:
        chance = Random(f"{self.seed} {head} {pairs}")
        return [verdict(list(find_head(head).labels), chance) for _ in pairs]


def verdict(labels: Sequence[str], chance: Random) -> Verdict:
    weights = [chance.random() + 0.01 for _ in labels]
    shares = tuple(Share(label, weight / sum(weights)) for label, weight in zip(labels, weights, strict=True))
    return Verdict(max(shares, key=lambda share: share.value).label, shares, unsure=chance.random() < 0.5)


def tags(label: str, words: Sequence[Span], chance: Random) -> Iterator[Tag]:
    """Runs of one to eight words, apart from each other, in order."""
    at = chance.randrange(len(words))
    while at < len(words):
        last = min(at + chance.randrange(8), len(words) - 1)
        yield Tag(label, Span(words[at].start, words[last].end), chance.uniform(0.4, 1.0))
        at = last + 2 + chance.randrange(6)


def attributions(words: Sequence[Span], chance: Random) -> Iterator[Attributed]:
    for cue in tags("cue", words, chance):
        sources, contents = (tuple(tags(label, words, chance)) for label in ("source", "content"))
        yield Attributed(cue, sources[: chance.randrange(3)], contents[: chance.randrange(3)])
