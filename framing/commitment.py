"""The network's verdict on how certain each claim is presented, as a second proof beside the rules' value."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from framing.drafts import Draft
from framing.passages import Line, by_line
from framing.ports import Reader, Request, Verdict
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
    asked = [(line, among, events(line, among)) for line, among in grouped(drafts)]
    readings = reader.read([Request(line.text, events=tuple(spans)) for line, _, spans in asked])
    for (line, among, spans), reading in zip(asked, readings, strict=True):
        verdicts = dict(zip(spans, reading.events, strict=True))
        for draft in among:
            head = event(draft)
            if head is not None and local(head, line) in verdicts:
                draft.proof = (*draft.proof, judged(draft, head, line, verdicts[local(head, line)]))


def vaguely_sourced(draft: Draft, tags: Tags) -> Iterator[Proof]:
    """`Some experts say`: the network calls the sentence vague and its holder is an unnamed group."""
    verdict = tags[draft.line.id].vague if draft.line.id in tags else None
    holder = draft.holder
    if verdict is None or holder is None or not (holder.unnamed and holder.kind is ActorKind.GROUP):
        return
    if verdict.label == "vague" and not verdict.unsure:
        place = draft.holder_span or Span(draft.line.start, draft.line.end)
        yield Proof(VAGUE, place.start, place.end, share(verdict, "vague"))


def grouped(drafts: Sequence[Draft]) -> Iterator[tuple[Line, list[Draft]]]:
    for among in by_line(drafts, lambda d: d.line).values():
        yield among[0].line, among


def events(line: Line, drafts: Sequence[Draft]) -> list[Span]:
    """The main words of the sentence's claims, each once."""
    return list(dict.fromkeys(local(head, line) for draft in drafts if (head := event(draft)) is not None))


def event(draft: Draft) -> Token | None:
    """The main word of the claim's content, if it stands in the claim's own sentence."""
    head = draft.head
    return head if head is not None and draft.line.tokens.start <= head.i < draft.line.tokens.end else None


def local(token: Token, line: Line) -> Span:
    start = token.idx - line.tokens.start_char
    return Span(start, start + len(token.text))


def judged(draft: Draft, head: Token, line: Line, verdict: Verdict) -> Proof:
    """What the network gives the value that the rules found."""
    place = line.passage.place([head])
    return Proof(EVENT, place.start, place.end, share(verdict, draft.factuality))


def share(verdict: Verdict, label: str) -> float:
    return next(s.value for s in verdict.probabilities if s.label == label)
