"""The network's verdict on how certain each claim is presented, as a second proof beside the rules' value."""

from collections.abc import Iterator, Sequence

from framing.drafts import Draft
from framing.passages import by_line
from framing.ports import Reader, Request
from framing.spans import local
from framing.tagging import Tags
from framing.types import ActorKind, Proof, Span

EVENT = "head:factuality"
VAGUE = "head:vague"


def second(drafts: Sequence[Draft], tags: Tags, reader: Reader | None) -> None:
    """Add the network's word to the proofs: on the value of each claim, and on vaguely sourced unnamed groups."""
    for draft in drafts:
        draft.proof = (*draft.proof, *vaguely_sourced(draft, tags))
    if reader is None or "factuality" not in reader.heads:
        return
    events = [(draft, place) for draft in drafts if (place := event(draft)) is not None]
    asked = list(by_line(events, lambda found: found[0].line).values())
    for among, reading in zip(asked, reader.read([request(among) for among in asked]), strict=True):
        verdicts = dict(zip(dict.fromkeys(place for _, place in among), reading.events, strict=True))
        for draft, place in among:
            value = verdicts[place].share(draft.factuality)
            draft.proof = (*draft.proof, Proof(EVENT, place.start, place.end, value))


def request(among: Sequence[tuple[Draft, Span]]) -> Request:
    """The sentence of some claims, with the main word of each, once."""
    line = among[0][0].line
    return Request(line.text, events=tuple(dict.fromkeys(local(place, line) for _, place in among)), whole=False)


def vaguely_sourced(draft: Draft, tags: Tags) -> Iterator[Proof]:
    """`Some experts say`: the network calls the sentence vague and its holder is an unnamed group."""
    verdict = tags[draft.line.id].vague if draft.line.id in tags else None
    holder = draft.holder
    if verdict is None or holder is None or not (holder.unnamed and holder.kind is ActorKind.GROUP):
        return
    if verdict.label == "vague" and not verdict.unsure:
        place = draft.holder_span or Span(draft.line.start, draft.line.end)
        yield Proof(VAGUE, place.start, place.end, verdict.share("vague"))


def event(draft: Draft) -> Span | None:
    """The main word of the claim's content, if it stands in the claim's own sentence."""
    head, line = draft.head, draft.line
    return line.passage.place([head]) if head is not None and line.tokens.start <= head.i < line.tokens.end else None
