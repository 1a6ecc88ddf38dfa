"""What the network is asked, and how its answers enter the record.

Tone in the article's own voice is read with every quoted or attributed word masked, so that nothing said inside
a quotation can move it. Tone inside a claim, stance and act are read on the plain sentence.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from framing.blend import blend
from framing.cast import Cast, Figure
from framing.contests import Link
from framing.drafts import Draft
from framing.passages import Line, by_line
from framing.ports import Reader, Reading, Request, Verdict
from framing.spans import local
from framing.types import (
    Act,
    ActorKind,
    ActorTone,
    ActReading,
    ParagraphTone,
    PoliticalAct,
    Span,
    Stance,
    StanceReading,
    Tone,
    Tones,
    Voice,
)

MIN_WORDS = 4  # unmasked words that a sentence needs before the author's tone is asked of it ("A said …" has none)
# Acts of speech that are something done to their target; merely saying is none, and the act head has no such label.
ACTING = frozenset(
    {Act.ACCUSE, Act.CRITICISE, Act.PRAISE, Act.PROMISE, Act.THREATEN, Act.DEMAND, Act.REQUEST, Act.PROPOSE}
)
MAX_PAIRS = 8  # pairs of actors asked about in one sentence; lists of states would ask for hundreds


@dataclass(frozen=True, slots=True)
class Answers:
    """The neural part of the record, with figure numbers where the record has actor ids."""

    tones: Tones = field(default_factory=Tones)
    stances: tuple[StanceReading, ...] = ()
    acts: tuple[ActReading, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Pair:
    """Two actors of one sentence; `acts`: the first does something to the second, beside speaking of it."""

    holder: Figure
    words: Span
    target: Figure
    span: Span
    acts: bool


@dataclass(frozen=True, slots=True, eq=False)
class Question:
    """One request and what its answers are about."""

    line: Line
    request: Request
    own: int  # words of the sentence left unmasked; 0 for a plain sentence
    mentions: tuple[tuple[Figure, Span, Draft | None], ...]
    pairs: tuple[Pair, ...]


def ask(
    lines: Sequence[Line], drafts: Sequence[Draft], links: Sequence[Link], cast: Cast, reader: Reader | None
) -> Answers:
    if reader is None:
        return Answers()
    spoken = by_line(drafts, lambda draft: draft.line)
    mentions = mentions_of(lines, cast)
    disputed = by_line(links, lambda link: link.dispute.line)
    questions = [
        question
        for line in lines
        for question in questions_of(
            line, spoken.get(line.id, []), disputed.get(line.id, []), mentions.get(line.id, [])
        )
    ]
    readings = reader.read([q.request for q in questions])
    answered = list(zip(questions, readings, strict=True))
    return Answers(
        Tones(tuple(paragraph_tones(answered)), tuple(actor_tones(answered))),
        tuple(stances(answered)),
        tuple(acts(answered)),
    )


def mentions_of(lines: Sequence[Line], cast: Cast) -> dict[int, list[tuple[Figure, Span]]]:
    """The mentions of actors, places left out, that lie whole in a sentence, by its id, in order."""
    found: dict[int, list[tuple[Figure, Span]]] = {}
    spans = sorted(
        ((span, figure) for figure in cast.figures if figure.kind is not ActorKind.PLACE for span in figure.mentions),
        key=lambda pair: (pair[0], pair[1].number),
    )
    at = 0
    for line in lines:
        while at < len(spans) and spans[at][0].start < line.start:
            at += 1
        ahead = at
        while ahead < len(spans) and spans[ahead][0].start < line.end:
            span, figure = spans[ahead]
            if span.end <= line.end:
                found.setdefault(line.id, []).append((figure, span))
            ahead += 1
    return found


def questions_of(
    line: Line, drafts: Sequence[Draft], links: Sequence[Link], mentions: Sequence[tuple[Figure, Span]]
) -> Iterator[Question]:
    held = [d for d in drafts if d.voice is not Voice.AUTHOR]
    masked = merged(quoted(line) + [clip(c, line) for d in held for c in d.content])
    own = [(f, s, None) for f, s in mentions if not any(m.overlaps(s) for m in masked)]
    own_words = sum(
        1 for t in line.tokens if t.is_alpha and not any(m.start <= line.passage.start + t.idx < m.end for m in masked)
    )
    if own_words >= MIN_WORDS:
        spans = tuple(local(s, line) for _, s, _ in own)
        request = Request(line.text, targets=spans, masked=tuple(local(m, line) for m in masked))
        yield Question(line, request, own_words, tuple(own), ())
    spoken = ((f, s, holder_of(s, held)) for f, s in mentions if any(m.overlaps(s) for m in masked))
    inside = [(f, s, draft) for f, s, draft in spoken if draft is not None]  # nobody's words are not the author's
    pairs = tuple(pairs_of(line, held, links, mentions))[:MAX_PAIRS]
    if inside or pairs:
        request = Request(
            line.text,
            targets=tuple(local(s, line) for _, s, _ in inside),
            pairs=tuple((local(pair.words, line), local(pair.span, line)) for pair in pairs),
            whole=False,
        )
        yield Question(line, request, 0, tuple(inside), pairs)


def quoted(line: Line) -> list[Span]:
    """The quotations of the sentence; a single word between marks is not the author's own either."""
    start = line.passage.start
    marks = [Span(start + a, start + b) for a, b in line.passage.doc.quotations]
    return [clip(m, line) for m in marks if m.start < line.end and line.start < m.end]


def clip(span: Span, line: Line) -> Span:
    return Span(max(span.start, line.start), min(span.end, line.end))


def merged(spans: Sequence[Span]) -> list[Span]:
    found: list[Span] = []
    for span in sorted(s for s in spans if s.start < s.end):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def holder_of(span: Span, drafts: Sequence[Draft]) -> Draft | None:
    """The innermost claim whose content holds the mention."""
    around = [d for d in drafts if d.covers(span)]
    return min(around, key=lambda d: sum(c.end - c.start for c in d.content)) if around else None


def pairs_of(
    line: Line, drafts: Sequence[Draft], links: Sequence[Link], mentions: Sequence[tuple[Figure, Span]]
) -> Iterator[Pair]:
    """Who contests whom, who speaks of whom, who acts on whom; each pair of actors once in a sentence."""
    seen: set[tuple[int, int]] = set()
    for link in links:
        by, against = named(link.by, mentions), named(link.against, mentions)
        if link.by is not None and link.against is not None and by is not None and against is not None:
            seen.add((link.by.number, link.against.number))
            yield Pair(link.by, by, link.against, against, acts=True)
    candidates = [
        *((d.holder, d.holder_span, d) for d in drafts if d.holder is not None and d.holder_span is not None),
        *((f, s, None) for f, s in mentions if acting(line, s)),
    ]
    for holder, words, draft in candidates:
        for target, span in mentions:
            same_side = target.side == holder.side
            if same_side or span.overlaps(words) or (holder.number, target.number) in seen:
                continue
            if draft is None and (span.start < words.end or holder_of(span, drafts) is not None):
                continue
            if draft is not None and not (draft.covers(span) or target.number in draft.targets):
                continue
            seen.add((holder.number, target.number))
            yield Pair(holder, clip(words, line), target, span, acts=draft is None or draft.act in ACTING)


def named(figure: Figure | None, mentions: Sequence[tuple[Figure, Span]]) -> Span | None:
    """Where the sentence names the figure first."""
    return next((span for other, span in mentions if other is figure), None)


def acting(line: Line, span: Span) -> bool:
    """Whether the mention is the subject of a verb."""
    return any(
        t.dep_ in {"nsubj", "nsubjpass"} and span.start <= line.passage.start + t.idx < span.end for t in line.tokens
    )


# --- answers ---------------------------------------------------------------------------------------------


def paragraph_tones(answered: Sequence[tuple[Question, Reading]]) -> Iterator[ParagraphTone]:
    """The mean over a paragraph's sentences, each weighted by its own unmasked words."""
    parts: dict[int, list[tuple[int, Verdict]]] = {}
    for question, reading in answered:
        if question.own >= MIN_WORDS and reading.tone is not None:
            parts.setdefault(question.line.passage.paragraph, []).append((question.own, reading.tone))
    for paragraph, verdicts in parts.items():
        tone = blend(verdicts)
        yield ParagraphTone(paragraph, Tone(tone.label), tone.probabilities, tone.unsure)


def actor_tones(answered: Sequence[tuple[Question, Reading]]) -> Iterator[ActorTone]:
    found: list[ActorTone] = []
    for question, reading in answered:
        for (figure, span, draft), verdict in zip(question.mentions, reading.targets, strict=bool(reading.targets)):
            holder = draft.holder.number if draft is not None and draft.holder is not None else None
            found.append(
                ActorTone(
                    figure.number,
                    span,
                    question.line.id,
                    holder,
                    Tone(verdict.label),
                    verdict.probabilities,
                    verdict.unsure,
                )
            )
    yield from sorted(found, key=lambda t: (t.sentence, t.mention, t.actor))


def stances(answered: Sequence[tuple[Question, Reading]]) -> Iterator[StanceReading]:
    for question, reading in answered:
        for pair, verdict in zip(question.pairs, reading.stances, strict=bool(reading.stances)):
            yield StanceReading(
                pair.holder.number,
                pair.target.number,
                question.line.id,
                Stance(verdict.label),
                pair.span,
                verdict.probabilities,
                verdict.unsure,
            )


def acts(answered: Sequence[tuple[Question, Reading]]) -> Iterator[ActReading]:
    for question, reading in answered:
        for pair, verdict in zip(question.pairs, reading.acts, strict=bool(reading.acts)):
            if not pair.acts:
                continue
            yield ActReading(
                pair.holder.number,
                pair.target.number,
                question.line.id,
                PoliticalAct(verdict.label),
                verdict.probabilities,
                verdict.unsure,
            )


def renumber(answers: Answers, new: Mapping[int, int]) -> Answers:
    """Figure numbers become actor ids."""
    return Answers(
        Tones(
            answers.tones.paragraphs,
            tuple(
                replace(t, actor=new[t.actor], holder=new[t.holder] if t.holder is not None else None)
                for t in answers.tones.actors
            ),
        ),
        tuple(
            replace(s, holder=new[s.holder] if s.holder is not None else None, target=new[s.target])
            for s in answers.stances
        ),
        tuple(replace(a, source=new[a.source], target=new[a.target]) for a in answers.acts),
    )
