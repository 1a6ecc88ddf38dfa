"""The readings of the network as annotations; each at the words that it was read from."""

from collections.abc import Iterator

from framing.exports._layers import Annotation, Layer
from framing.naming import ARTICLE_VOICE, actor_name
from framing.types import Analysis, Paragraph, Probabilities, Sentence, Span


def stances(analysis: Analysis) -> Iterator[Annotation]:
    for number, row in enumerate(analysis.stances):
        features = {
            "holder": actor_name(analysis, row.holder, absent=ARTICLE_VOICE),
            "target": actor_name(analysis, row.target),
            "probability": _of(row.label, row.probabilities),
            "unsure": row.unsure,
        }
        span = row.evidence if row.evidence is not None else _place(analysis.sentences[row.sentence])
        yield Annotation(Layer.STANCE, number, 0, span, row.label, features)


def acts(analysis: Analysis) -> Iterator[Annotation]:
    for number, row in enumerate(analysis.acts):
        features = {
            "source": actor_name(analysis, row.source),
            "target": actor_name(analysis, row.target),
            "probability": _of(row.label, row.probabilities),
            "unsure": row.unsure,
        }
        yield Annotation(Layer.ACT, number, 0, _place(analysis.sentences[row.sentence]), row.label, features)


def tones(analysis: Analysis) -> Iterator[Annotation]:
    """Those of paragraphs, which are toward nobody, and after them those toward actors."""
    of_paragraphs = analysis.tones.paragraphs
    for number, row in enumerate(of_paragraphs):
        features = {
            "toward": "",
            "holder": ARTICLE_VOICE,
            "probability": _of(row.label, row.probabilities),
            "unsure": row.unsure,
        }
        yield Annotation(Layer.TONE, number, 0, _place(analysis.paragraphs[row.paragraph]), row.label, features)
    for number, reading in enumerate(analysis.tones.actors, start=len(of_paragraphs)):
        features = {
            "toward": actor_name(analysis, reading.actor),
            "holder": actor_name(analysis, reading.holder, absent=ARTICLE_VOICE),
            "probability": _of(reading.label, reading.probabilities),
            "unsure": reading.unsure,
        }
        yield Annotation(Layer.TONE, number, 0, reading.mention, reading.label, features)


def frames(analysis: Analysis) -> Iterator[Annotation]:
    for number, row in enumerate(analysis.frames):
        features = {"probability": _of(row.label, row.probabilities), "unsure": row.unsure}
        yield Annotation(Layer.FRAME, number, 0, _place(analysis.paragraphs[row.paragraph]), row.label, features)


def _place(row: Sentence | Paragraph) -> Span:
    return Span(row.start, row.end)


def _of(label: str, probabilities: Probabilities) -> float | None:
    """The probability of the label that was read."""
    return next((share.value for share in probabilities if share.label == label), None)
