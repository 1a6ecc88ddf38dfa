"""From a sample's answers to questions about one row of wordpieces."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from torch import Tensor

from framing.types import Span
from models.encoding import Pieces, WordPieces
from models.heads import FACTUALITY, find_head
from models.plan import Places
from models.windows import locate
from training.examples import AttributionAnswer, ClaimPair, Example

ROLES = ("source", "content")


@dataclass(frozen=True, slots=True)
class Question:
    """One question to one head; places and runs are half-open positions in the row.

    `values` are the wanted probabilities of a head with one answer; `runs` (label, start, end) are the wanted
    words of a wordwise head over a text of `length` pieces. `taught` is what teachers answer, [labels] or
    [pieces of the text, labels]; without a label it is all there is.
    """

    head: str
    places: Places = ()
    values: tuple[float, ...] = ()
    runs: tuple[tuple[int, int, int], ...] = ()
    length: int = 0
    known: bool = True  # false: none of the labels fits; the wanted probabilities are equal
    taught: Tensor | None = field(default=None, compare=False)
    labelled: bool = True


def questions(sample: Example | ClaimPair, wordpieces: WordPieces) -> tuple[tuple[int, ...], tuple[Question, ...]]:
    """The row that the encoder reads and what is asked about it.

    Raises:
        SpanError: an answer is about a span without wordpieces.
    """
    if isinstance(sample, ClaimPair):
        return _claims(sample, wordpieces)
    pieces = wordpieces.split(sample.text, sample.masked)
    return wordpieces.row(pieces, range(len(pieces))), tuple(_sentence(sample, pieces))


def _claims(pair: ClaimPair, wordpieces: WordPieces) -> tuple[tuple[int, ...], tuple[Question, ...]]:
    row, places = wordpieces.join(pair.first, pair.second)
    return row, (Question(pair.head, places, _one_of(pair.head, pair.label)),)


def _sentence(example: Example, pieces: Pieces) -> Iterator[Question]:
    def place(*spans: Span) -> tuple[tuple[int, int], ...]:
        return tuple(_place(span, pieces) for span in spans)

    if example.tone is not None:
        yield Question("tone", (), _one_of("tone", example.tone))
    if example.vague is not None:
        yield Question("vague", (), _one_of("vague", "vague" if example.vague else "sourced"))
    if example.frames is not None:
        labels = find_head("frame").labels
        yield Question("frame", (), tuple(float(label in example.frames) for label in labels))
    for target in example.targets:
        yield Question("target_tone", place(target.mentions[0]), _one_of("target_tone", target.label))
    for event in example.events:
        yield Question("factuality", place(event.span), on_scale(event.value))
    for stance in example.stances:
        yield Question("stance", place(stance.source, stance.target), _one_of("stance", stance.label))
    for act in example.acts:
        values = _one_of("act", act.label)
        yield Question("act", place(act.source, act.target), values, known=act.label is not None)
    if example.hedges is not None:
        runs = (_run("hedge", cue.label, cue.span, pieces) for cue in example.hedges)
        yield Question("hedge", (), runs=tuple(runs), length=len(pieces))
    if example.attributions is not None:
        yield from _attributions(example.attributions, pieces)


def _attributions(answers: Sequence[AttributionAnswer], pieces: Pieces) -> Iterator[Question]:
    parts = [
        (label, span) for answer in answers for label in ("source", "cue", "content") for span in _part(answer, label)
    ]
    runs = tuple(_run("attribution", label, span, pieces) for label, span in parts)
    yield Question("attribution", (), runs=runs, length=len(pieces))
    for answer in answers:
        if answer.cue:
            own = tuple(_run("roles", label, span, pieces) for label in ROLES for span in _part(answer, label))
            yield Question("roles", (_place(answer.cue[0], pieces),), runs=own, length=len(pieces))


def _part(answer: AttributionAnswer, label: str) -> tuple[Span, ...]:
    return {"source": answer.source, "cue": answer.cue, "content": answer.content}[label]


def _run(head: str, label: str, span: Span, pieces: Pieces) -> tuple[int, int, int]:
    return (find_head(head).labels.index(label), *_place(span, pieces))


def _place(span: Span, pieces: Pieces) -> tuple[int, int]:
    return locate(pieces.range_of(span), range(len(pieces)))


def _one_of(head: str, label: str | None) -> tuple[float, ...]:
    labels = find_head(head).labels
    if label is None:
        return (1 / len(labels),) * len(labels)
    wanted = labels.index(label)
    return tuple(float(place == wanted) for place in range(len(labels)))


def on_scale(value: float) -> tuple[float, ...]:
    """A value of -3..3 shared between the two FactBank values beside it: 2.4 is .6 probable, .4 certain."""
    steps = len(FACTUALITY) - 1
    place = min(max(value + steps / 2, 0.0), float(steps))
    below = min(int(place), steps - 1)
    return tuple(
        1 - (place - below) if step == below else place - below if step == below + 1 else 0.0
        for step in range(steps + 1)
    )
